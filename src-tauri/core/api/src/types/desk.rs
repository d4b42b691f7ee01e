//! 登记: papers in, drafts on the desk, what the clerk is shown beside them, and recording.

use renmian_domain::{
    Draft, DraftId, Effect, FindingCode, Gender, OrderId, OrganisationId, PartialDate, PersonId, PostId, Span, Weight,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Reads pasted text and lays the orders found on the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadText {
    /// The text.
    pub text: String,
    /// Also leading groups that are set up inside plans.
    pub groups: bool,
}

/// Reads a file and lays the orders found on the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadFile {
    /// The file's name, without its folder.
    pub name: String,
    /// Its bytes in base64.
    pub content: String,
    /// Also leading groups that are set up inside plans.
    pub groups: bool,
    /// The name under which progress is told and the work can be stopped.
    pub task: Option<String>,
}

/// What was laid on the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadAnswer {
    /// The drafts made, in the order of the text. Empty where the text holds no order.
    pub drafts: Vec<DraftLine>,
    /// Characters read.
    pub characters: u32,
    /// What the clerk should know about how the text was taken from the file, in sentences.
    pub notes: Vec<String>,
}

/// A paper on the desk, on one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftLine {
    /// Its row.
    pub id: DraftId,
    /// 发文字号.
    pub number: Option<String>,
    /// 标题.
    pub title: Option<String>,
    /// 成文日期.
    pub issued_on: Option<PartialDate>,
    /// The file it came from.
    pub file: Option<String>,
    /// Items that open a tenure.
    pub appoints: u32,
    /// Items that close one.
    pub dismisses: u32,
    /// Findings that need the clerk and are not settled.
    pub open_findings: u32,
    /// When it was last touched, RFC 3339.
    pub touched_at: String,
    /// Whether it is read anew because its entry in the register is wrong.
    pub correction: bool,
}

/// The papers on the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Desk {
    /// The drafts, oldest first.
    pub drafts: Vec<DraftLine>,
}

/// Means one draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftRef {
    /// Which.
    pub id: DraftId,
}

/// Saves a draft as the clerk has it now and checks it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveDraft {
    /// Which.
    pub id: DraftId,
    /// As the clerk has it.
    pub draft: Draft,
}

/// A draft with all that the register has to say of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftSheet {
    /// Its row.
    pub id: DraftId,
    /// The draft.
    pub draft: Draft,
    /// One for each item of the draft, in its order.
    pub items: Vec<ItemSheet>,
    /// In the order of the text; those that speak of no place first.
    pub findings: Vec<FindingSheet>,
    /// Items that open a tenure.
    pub appoints: u32,
    /// Persons appointed.
    pub appointed_persons: u32,
    /// Items that close one.
    pub dismisses: u32,
    /// Whether nothing stands that forbids recording: who is meant is clear everywhere, the order is not known yet.
    pub recordable: bool,
}

/// What the register has to say of one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemSheet {
    /// Who is meant.
    pub person: MeantSheet,
    /// Which organisation is meant.
    pub organisation: MeantSheet,
    /// Which post is meant.
    pub post: MeantSheet,
    /// The day from which it counts.
    pub counts_from: Option<PartialDate>,
    /// What it will do.
    pub effect: Effect,
}

/// What a printed name means in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeantSheet {
    /// How far it is clear.
    pub state: MeantState,
    /// The row, where it is known.
    pub id: Option<i64>,
    /// The register's own name for it, where that differs from the printed one.
    pub known_as: Option<String>,
}

/// How far it is clear what a printed name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MeantState {
    /// One of the register.
    Known,
    /// Will be made.
    New,
    /// The clerk must choose.
    Unclear,
    /// The paper gives none.
    None,
}

/// A finding with what can be done about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FindingSheet {
    /// What was found; the sentence is `finding.<code>` of the catalogue.
    pub code: FindingCode,
    /// How much it asks of the clerk.
    pub weight: Weight,
    /// Where in the text.
    pub source: Option<Span>,
    /// Which item, from 0.
    pub item: Option<usize>,
    /// The words for its sentence.
    pub data: BTreeMap<String, String>,
    /// Whether the clerk has let it stand.
    pub accepted: bool,
    /// What can be done, the likeliest first. The first is what Enter does.
    pub remedies: Vec<Remedy>,
}

/// One thing that can be done about a finding. The window applies it to the draft and saves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "do")]
pub enum Remedy {
    /// Take this person for every item of that printed name.
    TakePerson {
        /// Who, with what tells them apart.
        person: PersonCard,
    },
    /// Somebody new of that name.
    NewPerson,
    /// Take this unit for every item of that printed name.
    TakeOrganisation {
        /// Which.
        id: OrganisationId,
        /// Its name.
        name: String,
    },
    /// Another unit, to be made.
    NewOrganisation,
    /// Take this post.
    TakePost {
        /// Which.
        id: PostId,
        /// Its title.
        title: String,
    },
    /// Another post, to be made.
    NewPost,
    /// Say since when the post was held.
    HeldSince,
    /// Mark the item as concurrent (兼).
    MarkConcurrent,
    /// Fill in the day from which the item counts.
    SetDay,
    /// Fill in a field of the head.
    SetHead {
        /// `number`, `issuer`, `issued_on` or `title`.
        field: String,
    },
    /// Add an item at this place of the text.
    AddItem,
    /// Take the item out.
    RemoveItem,
    /// Mark the clause as no appointment.
    NotAppointment,
    /// Open the order that is meant.
    OpenOrder {
        /// Which.
        id: OrderId,
    },
    /// Let it stand as it is.
    LetStand,
}

/// A person with what tells them apart from others of the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonCard {
    /// Which.
    pub id: PersonId,
    /// 姓名.
    pub name: String,
    /// 性别.
    pub gender: Option<Gender>,
    /// 民族.
    pub ethnicity: Option<String>,
    /// 出生年月.
    pub birth: Option<PartialDate>,
    /// Present posts, unit and title each; where there is none, the last one, as `former` says.
    pub posts: Vec<String>,
    /// Whether `posts` are former ones.
    pub former: bool,
    /// The clerk's own note.
    pub note: Option<String>,
}

/// What was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Recorded {
    /// The order.
    pub order_id: OrderId,
    /// Its number.
    pub number: Option<String>,
    /// Persons appointed.
    pub appointed_persons: u32,
    /// Posts they were appointed to.
    pub appoints: u32,
    /// Posts that were ended.
    pub dismisses: u32,
    /// Tenures shown with an unknown start.
    pub unknown_starts: u32,
    /// The next paper on the desk.
    pub next: Option<DraftId>,
}
