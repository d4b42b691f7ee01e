//! What the clerk says of persons, units and posts beside the papers. Each is an act of its own; the earlier
//! state is kept.

use renmian_domain::{Gender, OrganisationId, PartialDate, PersonId, PostId, ProbationFrom};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Describes a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DescribePerson {
    /// Who.
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
}

/// Describes a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DescribeOrganisation {
    /// Which.
    pub id: OrganisationId,
    /// 单位名称.
    pub name: String,
    /// Former names, short names and other ways of printing it.
    pub other_names: Vec<String>,
    /// 上级单位.
    pub parent: Option<OrganisationId>,
    /// 类别.
    pub kind: Option<String>,
    /// 排序.
    pub standing: i64,
}

/// Describes a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DescribePost {
    /// Which.
    pub id: PostId,
    /// 职务名称.
    pub title: String,
    /// 核定.
    pub authorised: Option<u32>,
    /// 正职.
    pub headship: bool,
    /// Its place in its organisation.
    pub standing: i64,
}

/// The register's own settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// The place whose register it is.
    pub place: String,
    /// The unit that keeps it.
    pub keeper: String,
    /// From which day probation counts.
    pub probation_from: ProbationFrom,
}
