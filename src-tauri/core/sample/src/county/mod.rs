//! 青云县, an invented county: forty-odd units, their posts, three hundred people and fifteen years of papers
//! (2009 to 2023). No unit, name or paper of it is a real one.

mod life;
mod offices;
mod papers;
mod units;

use chrono::NaiveDate;
use renmian_domain::{Gender, Paper, PartialDate};

use crate::Chance;

/// A unit of the county.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleOrganisation {
    /// 单位名称, as the county's own papers print it.
    pub name: String,
    /// 上级单位.
    pub parent: Option<String>,
    /// 类别.
    pub kind: String,
    /// 排序, smaller first.
    pub standing: i64,
    /// The day on which the reform closed it.
    pub until: Option<PartialDate>,
}

/// A post of the county.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SamplePost {
    /// Its unit's name.
    pub organisation: String,
    /// 职务名称.
    pub title: String,
    /// 核定职数.
    pub authorised: u32,
    /// 正职.
    pub headship: bool,
    /// Its place in its unit, smaller first.
    pub standing: i64,
}

/// Somebody of the county.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SamplePerson {
    /// 姓名.
    pub name: String,
    /// 性别.
    pub gender: Gender,
    /// 民族: `汉族` or another.
    pub ethnicity: String,
    /// 出生年月.
    pub birth: PartialDate,
}

/// 期初: somebody who held a post when the register was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleOpening {
    /// The place of the person in [`County::people`].
    pub who: usize,
    /// The post's unit.
    pub organisation: String,
    /// Its title.
    pub title: String,
    /// The day on which it was held.
    pub held_on: NaiveDate,
    /// Since when.
    pub since: PartialDate,
}

/// A paper of the county with its right reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SamplePaper {
    /// The text.
    pub text: String,
    /// A name for its file, without an ending: the number.
    pub file_name: String,
    /// The right reading.
    pub paper: Paper,
    /// For each item the place of its person in [`County::people`]: some bear one name.
    pub who: Vec<usize>,
}

/// The whole county.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct County {
    /// 青云县
    pub place: String,
    /// Whose register it is.
    pub keeper: String,
    /// Units in their standing order; a parent stands before its children.
    pub organisations: Vec<SampleOrganisation>,
    /// Posts in the order of their units.
    pub posts: Vec<SamplePost>,
    /// People.
    pub people: Vec<SamplePerson>,
    /// What was known when the register was begun.
    pub openings: Vec<SampleOpening>,
    /// Papers by their dates.
    pub papers: Vec<SamplePaper>,
}

/// The county of a seed.
pub fn county(seed: u64) -> County {
    let mut chance = Chance::new(seed);
    let (units, seats) = units::all();
    let life = life::live(&seats, &mut chance);
    let papers = papers::write(life.drafts, &mut chance);

    let organisations: Vec<SampleOrganisation> = units
        .into_iter()
        .enumerate()
        .map(|(n, unit)| SampleOrganisation {
            name: unit.name,
            parent: unit.parent.map(str::to_owned),
            kind: unit.kind.to_owned(),
            standing: n as i64 + 1,
            until: unit.until,
        })
        .collect();
    let mut posts: Vec<SamplePost> = Vec::new();
    let mut add = |organisation: &str, title: &str, authorised: u32, headship: bool| match posts
        .iter_mut()
        .find(|post| post.organisation == organisation && post.title == title)
    {
        Some(post) => post.authorised += authorised,
        None => {
            let standing = posts.iter().filter(|post| post.organisation == organisation).count() as i64 + 1;
            let (organisation, title) = (organisation.to_owned(), title.to_owned());
            posts.push(SamplePost { organisation, title, authorised, headship, standing });
        }
    };
    for seat in &seats {
        add(&seat.organisation, &seat.title, seat.authorised, seat.headship);
        for (organisation, title, _) in &seat.with {
            add(organisation, title, seat.authorised, false);
        }
    }
    posts.sort_by_key(|post| {
        let unit = organisations.iter().position(|unit| unit.name == post.organisation);
        (unit, post.standing)
    });
    County {
        place: "青云县".to_owned(),
        keeper: "中共青云县委组织部".to_owned(),
        organisations,
        posts,
        people: life.people,
        openings: life.openings,
        papers,
    }
}
