//! 人员、职务、文件: what can be looked up.

use renmian_domain::{
    EndCause, FormerName, Gender, ItemKind, OrderId, OrderState, OrganisationId, PartialDate, PersonId, PostId, Span,
    Subject,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{At, FindingSheet, LifeLine, MergedLine, StateLine, SupersededLine};

/// Asks for persons.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PeopleQuery {
    /// Name, pinyin, initials, unit or post; empty for all.
    pub query: String,
    /// At most so many; 0 for all.
    pub limit: u32,
    /// The two kinds of time.
    pub at: At,
}

/// Persons, best match first; all in the order of their pinyin where nothing was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct People {
    /// The persons, the first of them where a limit was asked for.
    pub rows: Vec<PersonLine>,
    /// How many there are in all.
    pub count: u32,
}

/// A person on one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonLine {
    /// Which.
    pub id: PersonId,
    /// 姓名.
    pub name: String,
    /// 性别.
    pub gender: Option<Gender>,
    /// 出生年月.
    pub birth: Option<PartialDate>,
    /// Posts held on the day, unit and title each.
    pub posts: Vec<String>,
    /// Since when the first of them.
    pub since: Option<PartialDate>,
    /// Whether another person has the name.
    pub namesake: bool,
}

/// Asks for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonQuery {
    /// Which.
    pub id: PersonId,
    /// The two kinds of time.
    #[serde(default)]
    pub at: At,
}

/// 任职简历: a person's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonPage {
    /// Which.
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
    /// The clerk's own note.
    pub note: Option<String>,
    /// Records that were merged into this one, first to last.
    pub merged: Vec<MergedLine>,
    /// Others of the name.
    pub namesakes: Vec<PersonLine>,
    /// The career, earliest first; unknown starts by their end.
    pub tenures: Vec<TenureLine>,
}

/// One tenure, for a person's page and for a post's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TenureLine {
    /// Who.
    pub person_id: PersonId,
    /// 姓名.
    pub name: String,
    /// 性别.
    pub gender: Option<Gender>,
    /// Which post.
    pub post_id: PostId,
    /// Its organisation.
    pub organisation_id: Option<OrganisationId>,
    /// The organisation under the name of the time.
    pub organisation: Option<String>,
    /// The title of the time.
    pub title: String,
    /// Names of the unit and titles of the post that were given up while it ran, earliest first.
    pub given_up: Vec<FormerName>,
    /// 职级.
    pub rank: bool,
    /// First day; `None` where it is not known.
    pub start: Option<PartialDate>,
    /// 不晚于: where the start is not known, a day on which the post was held.
    pub no_later_than: Option<PartialDate>,
    /// The day from which it is no longer held; `None` while it runs, or where it is not known.
    pub end: Option<PartialDate>,
    /// Whether it has ended by the day asked about.
    pub ended: bool,
    /// Why.
    pub end_cause: Option<EndCause>,
    /// 任 by.
    pub start_order: Option<PaperLink>,
    /// 免 by.
    pub end_order: Option<PaperLink>,
    /// The paper of an ending that is not in the register, in words.
    pub end_paper: Option<String>,
    /// Recorded as an opening entry (期初).
    pub opening: bool,
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
    /// The paper that confirmed.
    pub confirm_order: Option<PaperLink>,
    /// The day on which the term ends.
    pub term_ends: Option<PartialDate>,
    /// Its length in days up to its end or the day asked about, where start and end are exact.
    pub days: Option<i64>,
}

/// A paper, and the clause of it that is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperLink {
    /// The order.
    pub order_id: OrderId,
    /// Its number, or its title where it has none.
    pub number: String,
    /// Its day of issue.
    pub issued_on: Option<PartialDate>,
    /// The item, from 0.
    pub position: u32,
    /// The clause in the order's text.
    pub source: Span,
}

/// Asks for the tree of units.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct OrganisationsQuery {
    /// Name, pinyin or initials of a unit or title of a post; empty for all.
    pub query: String,
    /// The two kinds of time.
    pub at: At,
}

/// Units in their standing order, parents before children.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Organisations {
    /// The units.
    pub rows: Vec<OrganisationLine>,
    /// The kinds in use.
    pub kinds: Vec<String>,
}

/// A unit on one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrganisationLine {
    /// Which.
    pub id: OrganisationId,
    /// 单位名称.
    pub name: String,
    /// 上级单位.
    pub parent: Option<OrganisationId>,
    /// Steps below the top.
    pub depth: u32,
    /// 类别.
    pub kind: Option<String>,
    /// The day on which it ended.
    pub ended_on: Option<PartialDate>,
    /// Posts.
    pub posts: u32,
    /// Holders on the day.
    pub holders: u32,
}

/// Asks for one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrganisationQuery {
    /// Which.
    pub id: OrganisationId,
    /// The two kinds of time.
    #[serde(default)]
    pub at: At,
}

/// A unit's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrganisationPage {
    /// Which.
    pub id: OrganisationId,
    /// 单位名称.
    pub name: String,
    /// Former names, short names and other ways of printing it.
    pub other_names: Vec<String>,
    /// 上级单位.
    pub parent: Option<OrganisationLine>,
    /// 类别.
    pub kind: Option<String>,
    /// 排序.
    pub standing: i64,
    /// The day on which it ended.
    pub ended_on: Option<PartialDate>,
    /// The day on which it was founded.
    pub founded_on: Option<PartialDate>,
    /// The names before its renamings, earliest first.
    pub former: Vec<FormerName>,
    /// What happened in its life, earliest first.
    pub events: Vec<LifeLine>,
    /// Units below it.
    pub children: Vec<OrganisationLine>,
    /// Its posts in their standing order.
    pub posts: Vec<PostLine>,
    /// Every tenure in the unit, for the lanes of its leadership: post by post, earliest first.
    pub tenures: Vec<TenureLine>,
}

/// A post on one line, with who sits in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PostLine {
    /// Which.
    pub id: PostId,
    /// 职务名称.
    pub title: String,
    /// 核定.
    pub authorised: Option<u32>,
    /// 正职.
    pub headship: bool,
    /// 职级.
    pub rank: bool,
    /// The day on which it was abolished.
    pub ended_on: Option<PartialDate>,
    /// Who holds it on the day.
    pub holders: Vec<TenureLine>,
}

/// Asks for one post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PostQuery {
    /// Which.
    pub id: PostId,
    /// The two kinds of time.
    #[serde(default)]
    pub at: At,
}

/// 历任: a post's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PostPage {
    /// Which.
    pub id: PostId,
    /// Its organisation.
    pub organisation_id: Option<OrganisationId>,
    /// The organisation's name.
    pub organisation: Option<String>,
    /// 职务名称.
    pub title: String,
    /// 核定.
    pub authorised: Option<u32>,
    /// 正职.
    pub headship: bool,
    /// 职级.
    pub rank: bool,
    /// Its place in its organisation.
    pub standing: i64,
    /// The day on which it was abolished.
    pub ended_on: Option<PartialDate>,
    /// The titles before, earliest first.
    pub former: Vec<FormerName>,
    /// What happened in its life, earliest first.
    pub events: Vec<LifeLine>,
    /// 实配 on the day.
    pub filled: u32,
    /// 空缺, where 核定 is known.
    pub vacant: u32,
    /// 超配, where 核定 is known.
    pub over: u32,
    /// First to last; unknown starts by their end.
    pub holders: Vec<TenureLine>,
    /// Stretches in which nobody held it.
    pub vacancies: Vec<Stretch>,
    /// Stretches in which more held it than it has seats.
    pub overlaps: Vec<Stretch>,
}

/// A stretch of days `[from, to)`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Stretch {
    /// The first day.
    pub from: PartialDate,
    /// The day after the last; `None` while it runs.
    pub to: Option<PartialDate>,
    /// Its length in days, up to the day asked about while it runs; `None` where a day of it is not exactly known.
    pub days: Option<i64>,
    /// How many held the post.
    pub holders: u32,
}

/// Asks for orders.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct OrdersQuery {
    /// The year of the number, else of the day of issue.
    pub year: Option<i32>,
    /// Number, title, a name, or words of the text; empty for all.
    pub query: String,
    /// Only those issued by that day.
    pub on: Option<PartialDate>,
    /// Only as the register stood then.
    pub known_at: Option<String>,
}

/// Orders, newest first, series by series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Orders {
    /// Years that have orders, newest first.
    pub years: Vec<i32>,
    /// The orders.
    pub rows: Vec<OrderLine>,
}

/// An order on one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderLine {
    /// Which.
    pub id: OrderId,
    /// 发文字号.
    pub number: Option<String>,
    /// 机关代字, for grouping by series.
    pub code: Option<String>,
    /// 序号.
    pub serial: Option<u32>,
    /// 标题.
    pub title: Option<String>,
    /// 发文机关.
    pub issuer: Option<String>,
    /// 成文日期.
    pub issued_on: Option<PartialDate>,
    /// 决定日期.
    pub decided_on: Option<PartialDate>,
    /// Whether it stands.
    pub state: OrderState,
    /// Items that open a tenure.
    pub appoints: u32,
    /// Items that close one.
    pub dismisses: u32,
    /// All items.
    pub items: u32,
    /// Findings that were let stand.
    pub findings: u32,
    /// When it was recorded, RFC 3339.
    pub recorded_at: String,
}

/// Asks for one order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderQuery {
    /// Which.
    pub id: OrderId,
    /// As the register stood then; as it stands where `None`.
    #[serde(default)]
    pub known_at: Option<String>,
}

/// An order's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderPage {
    /// Its line.
    pub line: OrderLine,
    /// What it is about.
    pub subject: Subject,
    /// 决定机关.
    pub decided_by: Option<String>,
    /// The text it was read from.
    pub text: String,
    /// Its items and what each changed.
    pub items: Vec<OrderItem>,
    /// The findings that were let stand.
    pub findings: Vec<FindingSheet>,
    /// Who recorded it.
    pub recorded_by: String,
    /// What was said of it since: corrected, revoked, in force again; first to last.
    pub states: Vec<StateLine>,
    /// The orders that it has corrected or revoked.
    pub supersedes: Vec<SupersededLine>,
    /// The original file kept with it.
    pub original: Option<OriginalLine>,
}

/// One item of an order, and what it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderItem {
    /// Its place, from 0.
    pub position: u32,
    /// What it does.
    pub kind: ItemKind,
    /// Who.
    pub person_id: PersonId,
    /// As printed.
    pub name: String,
    /// As printed.
    pub gender: Option<Gender>,
    /// As printed.
    pub ethnicity: Option<String>,
    /// Which post.
    pub post_id: PostId,
    /// As printed.
    pub organisation: Option<String>,
    /// As printed.
    pub title: String,
    /// 兼.
    pub concurrent: bool,
    /// 代.
    pub acting: bool,
    /// 挂职.
    pub secondment: bool,
    /// 试用期, months.
    pub probation_months: Option<u32>,
    /// 任期, months.
    pub term_months: Option<u32>,
    /// What else the paper says.
    pub note: Option<String>,
    /// The day that the item itself names.
    pub effective_on: Option<PartialDate>,
    /// The day from which it counts.
    pub counts_from: Option<PartialDate>,
    /// Whether the reading was no guess.
    pub certain: bool,
    /// The clause.
    pub source: Span,
    /// The tenure that it opened.
    pub opened: Option<TenureLine>,
    /// The tenure that it closed.
    pub closed: Option<TenureLine>,
    /// The tenure whose probation it settled.
    pub confirmed: Option<TenureLine>,
}

/// An original file kept with an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OriginalLine {
    /// The file's name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u32,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}
