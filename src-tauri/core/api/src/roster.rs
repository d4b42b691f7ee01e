//! 花名册: the rows of a day, and the sheet that is exported from them.

use std::collections::HashMap;

use chrono::NaiveDate;
use renmian_domain::{Gender, OrganisationId, PartialDate, PostRecord, Subject, Tenure};

use renmian_rules::{held_on, title_on};

use crate::ApiError;
use crate::lookup::{organisation_lines, posts_of};
use crate::types::*;
use crate::view::View;

/// The columns of a roster where none were chosen.
pub const USUAL: [RosterColumn; 8] = [
    RosterColumn::Serial,
    RosterColumn::Organisation,
    RosterColumn::Title,
    RosterColumn::Name,
    RosterColumn::Gender,
    RosterColumn::Since,
    RosterColumn::Order,
    RosterColumn::Note,
];

/// Who holds what on the day, in standing order: units in theirs, in a unit the posts in theirs, in a post by start.
pub fn roster(view: &View, query: &RosterQuery, day: NaiveDate) -> Result<Roster, ApiError> {
    let mut chosen: Vec<OrganisationId> = Vec::new();
    for top in &query.organisations {
        chosen.extend(view.with_below(*top, Some(day)));
    }
    let mut rows = Vec::new();
    for line in organisation_lines(view, day) {
        let wanted = query.organisations.is_empty() || chosen.contains(&line.id);
        let of_kind = query.kinds.is_empty() || line.kind.as_ref().is_some_and(|kind| query.kinds.contains(kind));
        if wanted && of_kind {
            for post in posts_of(view, line.id) {
                rows.extend(holders(view, query, post, day));
            }
        }
    }
    if query.ranks && query.organisations.is_empty() && query.kinds.is_empty() {
        for post in view.facts.posts.iter().filter(|post| post.organisation.is_none()) {
            rows.extend(holders(view, query, post, day));
        }
    }
    Ok(Roster {
        heading: format!("{}干部花名册", view.facts.place),
        on: PartialDate::day(day),
        columns: if query.columns.is_empty() { USUAL.to_vec() } else { query.columns.clone() },
        rows,
    })
}

fn holders(view: &View, query: &RosterQuery, post: &PostRecord, day: NaiveDate) -> Vec<RosterRow> {
    let left_out = (query.heads_only && !post.headship) || (post.rank && !query.ranks);
    if left_out {
        return Vec::new();
    }
    held_on(view.holders(post.id), day)
        .into_iter()
        .filter(|tenure| query.groups || !by_group_paper(view, tenure))
        .filter_map(|tenure| row(view, tenure, post, day))
        .collect()
}

/// Whether the tenure rests on a paper that sets up a leading group.
fn by_group_paper(view: &View, tenure: &Tenure) -> bool {
    view.link(tenure.start_by)
        .and_then(|link| view.order(link.order_id))
        .is_some_and(|order| order.subject == Subject::Group)
}

fn row(view: &View, tenure: &Tenure, post: &PostRecord, day: NaiveDate) -> Option<RosterRow> {
    let person = view.person(tenure.person).ok()?;
    let link = view.link(tenure.start_by);
    let settled = tenure.confirmed_on.is_some_and(|confirmed| confirmed.earliest() <= day);
    Some(RosterRow {
        organisation_id: post.organisation,
        organisation: view.organisation_name_on(post, day),
        post_id: post.id,
        title: title_on(post, day).to_owned(),
        person_id: person.id,
        name: person.name.clone(),
        gender: person.gender,
        ethnicity: person.ethnicity.clone(),
        birth: person.birth,
        since: tenure.start,
        no_later_than: tenure.no_later_than,
        order: link.as_ref().map(|link| link.number.clone()),
        order_id: link.map(|link| link.order_id),
        concurrent: tenure.concurrent,
        acting: tenure.acting,
        secondment: tenure.secondment,
        probation_ends: tenure.probation_ends.filter(|_| !settled),
    })
}

/// The heading of a column.
pub fn heading(column: RosterColumn) -> &'static str {
    match column {
        RosterColumn::Serial => "序号",
        RosterColumn::Organisation => "单位",
        RosterColumn::Title => "职务",
        RosterColumn::Name => "姓名",
        RosterColumn::Gender => "性别",
        RosterColumn::Ethnicity => "民族",
        RosterColumn::Birth => "出生年月",
        RosterColumn::Since => "任现职时间",
        RosterColumn::Order => "任职文号",
        RosterColumn::ProbationEnds => "试用期至",
        RosterColumn::Note => "备注",
    }
}

/// What a cell of the sheet says; the screen says the same.
pub fn cell(row: &RosterRow, column: RosterColumn, serial: usize) -> String {
    let dotted = |date: Option<PartialDate>| date.map(PartialDate::dotted).unwrap_or_default();
    match column {
        RosterColumn::Serial => serial.to_string(),
        RosterColumn::Organisation => row.organisation.clone().unwrap_or_default(),
        RosterColumn::Title => row.title.clone(),
        RosterColumn::Name => row.name.clone(),
        RosterColumn::Gender => gender(row.gender).to_owned(),
        RosterColumn::Ethnicity => row.ethnicity.clone().unwrap_or_default(),
        RosterColumn::Birth => dotted(row.birth),
        RosterColumn::Since => match (row.since, row.no_later_than) {
            (None, Some(held)) => format!("不晚于{}", held.dotted()),
            (since, _) => dotted(since),
        },
        RosterColumn::Order => row.order.clone().unwrap_or_default(),
        RosterColumn::ProbationEnds => dotted(row.probation_ends),
        RosterColumn::Note => note(row),
    }
}

fn gender(gender: Option<Gender>) -> &'static str {
    match gender {
        Some(Gender::Female) => "女",
        Some(Gender::Male) => "男",
        None => "",
    }
}

fn note(row: &RosterRow) -> String {
    let mut words = Vec::new();
    if row.concurrent {
        words.push("兼".to_owned());
    }
    if row.acting {
        words.push("代".to_owned());
    }
    if row.secondment {
        words.push("挂职".to_owned());
    }
    if let Some(ends) = row.probation_ends {
        words.push(format!("试用期至{}", ends.dotted()));
    }
    if row.since.is_none() && row.no_later_than.is_none() {
        words.push("任现职时间不详".to_owned());
    }
    words.join("；")
}

/// How many people hold how many posts, for the line under the heading.
pub fn people(rows: &[RosterRow]) -> usize {
    rows.iter().map(|row| (row.person_id, ())).collect::<HashMap<_, _>>().len()
}
