//! 花名册: who holds what on a day, as shown and as exported.

use renmian_domain::{Gender, OrderId, OrganisationId, PartialDate, PersonId, PostId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::At;

/// Asks for a roster. What is exported is what is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RosterQuery {
    /// The two kinds of time.
    pub at: At,
    /// Only these units and those below them; empty for all.
    pub organisations: Vec<OrganisationId>,
    /// Only units of these kinds; empty for all.
    pub kinds: Vec<String>,
    /// Only headships.
    pub heads_only: bool,
    /// Ranks (职级) too.
    pub ranks: bool,
    /// Members of leading groups too.
    pub groups: bool,
    /// The columns in their order; empty for the usual ones.
    pub columns: Vec<RosterColumn>,
}

/// A column of the roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RosterColumn {
    /// 序号
    Serial,
    /// 单位
    Organisation,
    /// 职务
    Title,
    /// 姓名
    Name,
    /// 性别
    Gender,
    /// 民族
    Ethnicity,
    /// 出生年月
    Birth,
    /// 任现职时间
    Since,
    /// 任职文号
    Order,
    /// 试用期至
    ProbationEnds,
    /// 备注
    Note,
}

/// A roster in standing order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Roster {
    /// The heading: `青云县干部花名册`.
    pub heading: String,
    /// The day.
    pub on: PartialDate,
    /// The columns shown.
    pub columns: Vec<RosterColumn>,
    /// The rows.
    pub rows: Vec<RosterRow>,
}

/// One holder of one post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RosterRow {
    /// The unit's row.
    pub organisation_id: Option<OrganisationId>,
    /// 单位.
    pub organisation: Option<String>,
    /// The post's row.
    pub post_id: PostId,
    /// 职务.
    pub title: String,
    /// The person's row.
    pub person_id: PersonId,
    /// 姓名.
    pub name: String,
    /// 性别.
    pub gender: Option<Gender>,
    /// 民族.
    pub ethnicity: Option<String>,
    /// 出生年月.
    pub birth: Option<PartialDate>,
    /// 任现职时间.
    pub since: Option<PartialDate>,
    /// 不晚于: where since when is not known, a day on which the post was held.
    pub no_later_than: Option<PartialDate>,
    /// 任职文号.
    pub order: Option<String>,
    /// The order's row.
    pub order_id: Option<OrderId>,
    /// 兼.
    pub concurrent: bool,
    /// 代.
    pub acting: bool,
    /// 挂职.
    pub secondment: bool,
    /// The day on which a probation ends that nothing has settled by the day asked about.
    pub probation_ends: Option<PartialDate>,
}

/// The form of a roster's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RosterFormat {
    /// Excel
    Xlsx,
    /// Comma-separated, UTF-8 with BOM
    Csv,
    /// JSON
    Json,
}

/// Makes a roster's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportRoster {
    /// What is shown.
    pub query: RosterQuery,
    /// The form.
    pub format: RosterFormat,
}
