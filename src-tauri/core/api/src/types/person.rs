//! 人员合并、拆分: two records of one person, one record of two, and what such an act would change.

use renmian_domain::{EndCause, EntryRef, ItemKind, PartialDate, PersonId, PersonMeant, PostId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ActLine, PaperLink, PersonPage, TenureLine};

/// Two records are of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MergePersons {
    /// The record that goes on no longer.
    pub person: PersonId,
    /// The record that goes on.
    pub into: PersonId,
    /// Why.
    pub why: String,
}

/// One record is of two persons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SplitPerson {
    /// The record.
    pub person: PersonId,
    /// Which of its items, opening entries and endings are of the other.
    pub entries: Vec<EntryRef>,
    /// The other: known, or new.
    pub to: PersonMeant,
    /// Why.
    pub why: String,
}

/// Both persons after a split.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SplitAnswer {
    /// The one whose record it was.
    pub person: PersonPage,
    /// The other.
    pub other: PersonPage,
}

/// An act on persons that is about to be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "plan")]
pub enum PlanPersons {
    /// Two records are of one person.
    Merge {
        /// The record that goes on no longer.
        person: PersonId,
        /// The record that goes on.
        into: PersonId,
    },
    /// One record is of two persons.
    Split {
        /// The record.
        person: PersonId,
        /// Which of its entries are of the other.
        entries: Vec<EntryRef>,
        /// The other.
        to: PersonMeant,
    },
}

/// What such an act would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonChanges {
    /// Tenures that go from one person to the other; of a merge as they stand, of a split as they would be.
    pub goes: Vec<TenureLine>,
    /// Tenures that would come about, because entries now speak of one person, or no longer do.
    pub appear: Vec<TenureLine>,
    /// Tenures that would be no more.
    pub vanish: Vec<TenureLine>,
    /// Tenures that would start or end otherwise.
    pub moved: Vec<MovedLine>,
    /// Whose posts of today would be others.
    pub present: Vec<PresentLine>,
    /// In what the two records contradict each other; of a merge only.
    pub differs: Vec<PersonField>,
}

/// A tenure as it is and as it would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MovedLine {
    pub before: TenureLine,
    pub after: TenureLine,
}

/// A person whose posts of today differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PresentLine {
    /// Who.
    pub person_id: PersonId,
    /// 姓名.
    pub name: String,
    /// Unit and title of each post before.
    pub before: Vec<String>,
    /// Unit and title of each post after.
    pub after: Vec<String>,
}

/// What is known of a person beside the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PersonField {
    /// 性别
    Gender,
    /// 民族
    Ethnicity,
    /// 出生年月
    Birth,
}

/// A record that was merged into another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MergedLine {
    /// The record; it still leads here.
    pub id: PersonId,
    /// 姓名, as the record last had it.
    pub name: String,
    /// Who merged it, when and why.
    pub act: ActLine,
    /// Whether the merging may be taken back.
    pub may_take_back: bool,
}

/// Everything recorded of one person, earliest day first, for choosing what is of somebody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonEntries {
    /// Who.
    pub id: PersonId,
    /// 姓名.
    pub name: String,
    /// The entries in force.
    pub entries: Vec<EntryLine>,
}

/// One recorded entry of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryLine {
    /// Which.
    pub entry: EntryRef,
    /// What it says.
    pub what: EntryWhat,
    /// The day from which it counts; of an opening entry since when, where that is known.
    pub on: Option<PartialDate>,
    /// Of an opening entry the day on which the post was held.
    pub held_on: Option<PartialDate>,
    /// The name as the paper prints it; `None` where no paper does.
    pub printed: Option<String>,
    /// Which post; `None` for an ending of all that was open.
    pub post_id: Option<PostId>,
    /// Unit and title.
    pub post: Option<String>,
    /// The clause of its order.
    pub order: Option<PaperLink>,
    /// Its paper in words, where it is not in the register.
    pub paper: Option<String>,
}

/// What an entry says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "of", content = "kind")]
pub enum EntryWhat {
    /// An item of an order.
    Item(ItemKind),
    /// 期初.
    Opening,
    /// 离任.
    Ending(EndCause),
}

/// What was known when of a person's tenures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonTold {
    /// Who.
    pub id: PersonId,
    /// 姓名.
    pub name: String,
    /// The tenures that are said now, as the career has them; then those that were said once.
    pub tenures: Vec<ToldTenure>,
}

/// One tenure through the acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ToldTenure {
    /// Which post.
    pub post_id: PostId,
    /// Unit and title.
    pub post: String,
    /// Whether it is said now.
    pub stands: bool,
    /// The acts at which what the register said of it changed, first to last.
    pub moments: Vec<ToldMoment>,
}

/// What the register said of a tenure from an act on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ToldMoment {
    /// The act.
    pub act: ActLine,
    /// What was said from then on; `None` where it was said no more.
    pub said: Option<ToldTerms>,
}

/// Start, end and terms of a tenure, as they were said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ToldTerms {
    /// First day; `None` where it was not known.
    pub start: Option<PartialDate>,
    /// Where the start was not known, a day on which the post was held.
    pub no_later_than: Option<PartialDate>,
    /// The day from which it was no longer held.
    pub end: Option<PartialDate>,
    /// Whether it had ended, by what was known.
    pub ended: bool,
    /// Why.
    pub end_cause: Option<EndCause>,
    /// 兼.
    pub concurrent: bool,
    /// 代.
    pub acting: bool,
    /// 挂职.
    pub secondment: bool,
    /// The day on which the probation ends.
    pub probation_ends: Option<PartialDate>,
    /// The day from which the confirmation counts.
    pub confirmed_on: Option<PartialDate>,
    /// The day on which the term ends.
    pub term_ends: Option<PartialDate>,
}
