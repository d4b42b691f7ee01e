//! What is recorded: the facts from which all history is derived. Each carries the act that recorded it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ActId, DocumentNumber, EndingRecord, Gender, Item, ItemId, OpeningId, OrderId, OrganisationEvent, OrganisationId,
    PartialDate, PersonId, PostEvent, PostId, Subject,
};

/// A name or title that was borne up to a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormerName {
    /// The name.
    pub name: String,
    /// The day from which another took its place.
    pub until: PartialDate,
}

/// 核定职数 that held up to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerSeats {
    /// The number.
    pub authorised: Option<u32>,
    /// The day from which another took its place.
    pub until: PartialDate,
}

/// The unit above that stood there up to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerParent {
    /// The unit above; `None` where there was none.
    pub parent: Option<OrganisationId>,
    /// The day from which another took its place.
    pub until: PartialDate,
}

/// A person of the register.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRecord {
    /// Its row.
    pub id: PersonId,
    /// 姓名.
    pub name: String,
    /// Former names and other ways of writing it.
    pub other_names: Vec<String>,
    /// 性别.
    pub gender: Option<Gender>,
    /// 民族.
    pub ethnicity: Option<String>,
    /// 出生年月.
    pub birth: Option<PartialDate>,
    /// What else tells the person apart, in the clerk's words.
    pub note: Option<String>,
}

/// An organisation of the register under its present name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationRecord {
    /// Its row.
    pub id: OrganisationId,
    /// 单位名称.
    pub name: String,
    /// Former names, short names and other ways of printing it.
    pub other_names: Vec<String>,
    /// 上级单位.
    pub parent: Option<OrganisationId>,
    /// 类别, in the clerk's words: 党委部门、政府部门、乡镇、事业单位、国有企业 ….
    pub kind: Option<String>,
    /// 排序: its place in the standing order; smaller first.
    pub standing: i64,
    /// The day on which it ended, where it did.
    pub ended_on: Option<PartialDate>,
    /// The day on which it was founded, where that is recorded.
    pub founded_on: Option<PartialDate>,
    /// The names that it bore before its renamings, earliest first.
    pub former: Vec<FormerName>,
    /// The units above before its moves, earliest first.
    pub former_parents: Vec<FormerParent>,
}

/// A post of the register.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostRecord {
    /// Its row.
    pub id: PostId,
    /// The organisation; `None` for a rank printed without one.
    pub organisation: Option<OrganisationId>,
    /// 职务名称.
    pub title: String,
    /// 核定职数; `None` where it is not known.
    pub authorised: Option<u32>,
    /// 正职: leads its organisation.
    pub headship: bool,
    /// 职级: a rank, held by a person and no seat of an organisation.
    pub rank: bool,
    /// Its place in its organisation; smaller first.
    pub standing: i64,
    /// The day on which it was abolished, where it was.
    pub ended_on: Option<PartialDate>,
    /// The titles that it bore before, earliest first.
    pub former: Vec<FormerName>,
    /// The seats that it had before, earliest first.
    pub former_seats: Vec<FormerSeats>,
}

/// Whether an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    /// Recorded and in force.
    Recorded,
    /// Entered wrongly; a later entry stands in its place.
    Corrected,
    /// Withdrawn by a later paper.
    Revoked,
}

/// The head of a registered order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderHead {
    /// Its row.
    pub id: OrderId,
    /// The act that recorded it.
    pub act: ActId,
    /// 发文字号.
    pub number: Option<DocumentNumber>,
    /// 标题.
    pub title: Option<String>,
    /// 发文机关.
    pub issuer: Option<String>,
    /// 成文日期.
    pub issued_on: Option<PartialDate>,
    /// 决定机关.
    pub decided_by: Option<String>,
    /// 决定日期.
    pub decided_on: Option<PartialDate>,
    /// What it is about.
    pub subject: Subject,
    /// Whether it stands.
    pub state: OrderState,
}

impl OrderHead {
    /// What it is called: its number, else its title.
    pub fn called(&self) -> &str {
        self.number.as_ref().map(|number| number.text.as_str()).or(self.title.as_deref()).unwrap_or_default()
    }
}

/// A registered order: its head, its text, its items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderRecord {
    /// The head.
    pub head: OrderHead,
    /// The text it was read from, as the clerk saw it.
    pub text: String,
    /// Its items in the order of the text.
    pub items: Vec<RecordedItem>,
}

/// A registered item: as the paper says it, and whom and which post of the register it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedItem {
    /// Its row.
    pub id: ItemId,
    /// Its order.
    pub order: OrderId,
    /// Its place in the order, from 0.
    pub position: u32,
    /// Who is meant.
    pub person: PersonId,
    /// Which post is meant.
    pub post: PostId,
    /// As the paper says it.
    pub item: Item,
}

/// 期初: a tenure already running when the register was begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningRecord {
    /// Its row.
    pub id: OpeningId,
    /// The act that recorded it.
    pub act: ActId,
    /// Who.
    pub person: PersonId,
    /// Which post.
    pub post: PostId,
    /// The day on which the person is known to hold the post (截至).
    pub held_on: NaiveDate,
    /// Since when, as far as known.
    pub since: Option<PartialDate>,
    /// By which paper, in words, where the roster says it.
    pub by: Option<String>,
    /// 兼.
    pub concurrent: bool,
    /// 代.
    pub acting: bool,
    /// 挂职.
    pub secondment: bool,
}

/// From which day probation counts where an item names none; the provinces' rules differ (rule 3).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProbationFrom {
    /// The day of the decision, else of the paper.
    #[default]
    Decision,
    /// The day of the paper.
    Paper,
}

/// A record that was found to be of the same person as another: it stays, and leads to the one that goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergedPerson {
    /// The record that goes on no longer.
    pub person: PersonId,
    /// The record that it was merged into.
    pub into: PersonId,
    /// The act that merged them.
    pub act: ActId,
    /// 姓名, as the record last had it.
    pub name: String,
}

/// Everything that history follows from, as the register stood at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// 人员.
    pub persons: Vec<PersonRecord>,
    /// Records merged into others, in the order of their acts. Nothing else in the facts names them.
    pub merged: Vec<MergedPerson>,
    /// 单位.
    pub organisations: Vec<OrganisationRecord>,
    /// 职务.
    pub posts: Vec<PostRecord>,
    /// Heads of the orders in force.
    pub orders: Vec<OrderHead>,
    /// Heads of the orders that were corrected or revoked: their numbers were used, nothing follows from them.
    pub superseded: Vec<OrderHead>,
    /// Items of the orders in force.
    pub items: Vec<RecordedItem>,
    /// 期初.
    pub openings: Vec<OpeningRecord>,
    /// 机构沿革.
    pub organisation_events: Vec<OrganisationEvent>,
    /// 职务沿革.
    pub post_events: Vec<PostEvent>,
    /// 离任.
    pub endings: Vec<EndingRecord>,
    /// The place whose register it is (`青云县`): papers print 县财政局 and 青云县财政局 for one body. Empty where unset.
    pub place: String,
    /// Whether probation counts from the decision or from the paper.
    pub probation_from: ProbationFrom,
}

impl Facts {
    /// The record that stands for the person whom this one was made for: itself, or the one that it was merged into.
    pub fn person_meant(&self, id: PersonId) -> PersonId {
        let mut meant = id;
        // Each record is merged once at most, so a chain is no longer than the list.
        for _ in 0..self.merged.len() {
            match self.merged.iter().find(|merged| merged.person == meant) {
                Some(merged) => meant = merged.into,
                None => break,
            }
        }
        meant
    }
}
