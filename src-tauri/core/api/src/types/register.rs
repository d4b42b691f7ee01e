//! The register as a whole: making, opening, its state, its day's overview, its search.

use renmian_domain::{DraftId, OrderId, OrganisationId, PartialDate, PersonId, PostId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{At, ConcernPlace, DraftLine, OrderLine};

/// What the program has open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Status {
    /// The version of the program.
    pub version: String,
    /// The register that is open.
    pub register: Option<RegisterStatus>,
    /// Where a register is made unless the clerk says otherwise.
    pub suggested_path: String,
    /// Registers opened before, the last one first.
    pub recent: Vec<String>,
    /// Today, by the clock of this PC.
    pub today: PartialDate,
}

/// The register that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegisterStatus {
    /// The file.
    pub path: String,
    /// The place whose register it is: `青云县`.
    pub place: String,
    /// The unit that keeps it: `中共青云县委组织部`.
    pub keeper: String,
    /// False where another window writes it: this one can look.
    pub writable: bool,
    /// How much it holds.
    pub counts: Counts,
    /// The head of the journal's chain, in hexadecimal.
    pub head: String,
}

/// How much a register holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Counts {
    pub persons: u32,
    pub organisations: u32,
    pub posts: u32,
    pub orders: u32,
    pub tenures: u32,
    pub drafts: u32,
}

/// Makes an empty register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CreateRegister {
    /// The file to make; it must not be there yet.
    pub path: String,
    /// The place whose register it is; may be empty.
    pub place: String,
    /// The unit that keeps it; may be empty.
    pub keeper: String,
}

/// Opens a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenRegister {
    /// The file.
    pub path: String,
    /// Only to look, not to write.
    pub look: bool,
}

/// Makes a register of an invented county, its orders entered through the same reading as a clerk's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CreateSample {
    /// The file to make; it must not be there yet.
    pub path: String,
    /// The name under which progress is told and the work can be stopped.
    pub task: Option<String>,
}

/// 今日: what waits and what was done last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Today {
    /// Papers on the desk.
    pub drafts: Vec<DraftLine>,
    /// The orders recorded last, newest first.
    pub latest: Vec<OrderLine>,
    /// Probations, terms and secondments that end within three months, or are overdue.
    pub due: Vec<DueLine>,
    /// Running tenures whose start is not known.
    pub unknown_starts: u32,
}

/// Asks for what falls due.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DueQuery {
    /// The two kinds of time.
    pub at: At,
    /// Within so many days of the day asked about; a quarter where nothing is said.
    pub within: Option<u32>,
}

/// What falls due, the earliest first; what is overdue among it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DueList {
    /// The day asked about.
    pub on: PartialDate,
    /// Within so many days of it.
    pub within: u32,
    /// A line each.
    pub rows: Vec<DueLine>,
}

/// Something that falls due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DueLine {
    /// What.
    pub what: Due,
    /// When.
    pub on: PartialDate,
    /// Whether the day is past.
    pub overdue: bool,
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// Unit and title.
    pub post: String,
}

/// What falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// 试用期满
    Probation,
    /// 任期、聘期届满
    Term,
    /// 挂职期满
    Secondment,
}

/// Asks the one search box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Search {
    /// Characters, pinyin or initials of a person, unit or post; the number or words of an order.
    pub query: String,
    /// At most so many of each kind.
    pub limit: u32,
    /// On which day, as known when.
    pub at: At,
}

/// What the search box found, best first within each kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchAnswer {
    /// The hits.
    pub hits: Vec<Hit>,
}

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Hit {
    /// What it is.
    pub target: HitTarget,
    /// Name, unit and title as they were called on the day, or number.
    pub title: String,
    /// What tells it apart: the posts held on the day, holders, title of the paper.
    pub detail: String,
}

/// What a hit leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
#[allow(missing_docs, reason = "the names say it")]
pub enum HitTarget {
    Person(PersonId),
    Organisation(OrganisationId),
    Post(PostId),
    Order(OrderId),
    Draft(DraftId),
}

/// Asks how far a long work has come, or stops it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskName {
    /// The name given with the request.
    pub task: String,
}

/// What a long work goes through step by step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Steps {
    /// Papers of the sample, one after the other.
    #[default]
    Papers,
    /// Pages of a scan.
    Pages,
    /// The characters of a text.
    Characters,
    /// Papers read that are laid on the desk.
    Drafts,
}

/// How far a long work has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Progress {
    /// Whether it still runs.
    pub running: bool,
    /// What its steps are now.
    pub of: Steps,
    /// Steps done.
    pub done: u32,
    /// Steps in all; 0 where not known yet.
    pub total: u32,
}

/// Asks for the register to be checked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Verify {
    /// A head of the chain that was kept on paper, whole or its first sixteen signs: is it still part of the chain?
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kept: Option<String>,
}

/// 核验: what checking the file found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Verification {
    /// Whether nothing is wrong.
    pub sound: bool,
    /// The head of the chain, in hexadecimal.
    pub head: String,
    /// The act that the head is of: the last.
    pub head_act: i64,
    /// When that act was recorded, RFC 3339.
    pub head_at: String,
    /// Where a head was given that was kept: whether the chain still has it.
    pub kept: Option<KeptHead>,
    /// Acts checked.
    pub acts: u32,
    /// What is wrong, in sentences; the first bad row first.
    pub wrong: Vec<String>,
}

/// A head of the chain that was kept on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum KeptHead {
    /// The chain has it, and everything up to it is as it was then.
    Same {
        /// The act that was the last then.
        act: i64,
        /// When that act was recorded, RFC 3339.
        at: String,
        /// Acts recorded since.
        since: u32,
    },
    /// The chain does not have it: what was recorded before it was made anew, or it is of another register.
    Absent,
}

/// Copies the register while it is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Backup {
    /// The file to make; it must not be there yet.
    pub path: String,
}

/// Asks for recorded acts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct JournalQuery {
    /// Words of what was done, why or by whom; empty for all.
    pub query: String,
    /// The first act at the top; else the last.
    pub oldest_first: bool,
    /// At most so many; 0 for all.
    pub limit: u32,
}

/// The recorded acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Journal {
    /// The acts, the first of them where a limit was asked for.
    pub acts: Vec<ActLine>,
    /// How many there are in all.
    pub count: u32,
    /// The act that would be taken back now; `None` where there is none.
    pub last: Option<ActLine>,
    /// Where the last act of all took another back: that act, which can itself be taken back.
    pub again: Option<ActLine>,
}

/// One recorded act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActLine {
    /// Its number.
    pub id: i64,
    /// When, RFC 3339.
    pub at: String,
    /// Who.
    pub actor: String,
    /// The name of the operation.
    pub act: String,
    /// Why, where it was asked.
    pub why: Option<String>,
    /// What it was about, in words.
    pub summary: String,
    /// Whether it stands: false where it was taken back.
    pub stands: bool,
    /// The act that it has taken back.
    pub takes_back: Option<i64>,
    /// What it has touched, as far as it is still there; the first few.
    pub places: Vec<ConcernPlace>,
    /// How many it has touched.
    pub touched: u32,
}
