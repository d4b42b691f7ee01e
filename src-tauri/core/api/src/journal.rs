//! 台账记事: recorded acts as lines, each with what it has touched.

use renmian_domain::ActId;
use renmian_domain::say::{Language, say};
use renmian_store::{Found, JournalRow};

use crate::ApiError;
use crate::session::Open;
use crate::types::*;
use crate::view::View;

/// How many places a line leads to; an import touches hundreds.
const PLACES: usize = 4;

/// The acts asked for.
pub(crate) fn journal(open: &Open, view: &View, asked: &JournalQuery) -> Result<Journal, ApiError> {
    let all = open.register.acts()?;
    let latest = (all > 0).then_some(ActId(all as i64));
    let (rows, count) = if asked.query.trim().is_empty() {
        // Only those shown are read: a register of twenty years has tens of thousands.
        let limit = if asked.limit == 0 { all } else { asked.limit as usize };
        let after = if asked.oldest_first { 0 } else { all.saturating_sub(limit) };
        (open.register.journal(Some(ActId(after as i64)), limit)?, all)
    } else {
        let rows = open.register.journal(None, usize::MAX)?;
        let found: Vec<JournalRow> = rows.into_iter().filter(|row| speaks_of(row, asked.query.trim())).collect();
        let count = found.len();
        (found, count)
    };
    let told = |row: JournalRow| {
        let summary = sentence(&row);
        (row, summary)
    };
    let mut rows: Vec<(JournalRow, String)> = rows.into_iter().map(told).collect();
    if !asked.oldest_first {
        rows.reverse();
    }
    if asked.limit > 0 {
        rows.truncate(asked.limit as usize);
    }
    let count = count as u32;
    let last = open.register.last_standing()?.map(|act| line(open, view, act)).transpose()?;
    let again = latest.map(|act| line(open, view, act)).transpose()?.filter(|line| line.takes_back.is_some());
    let again = match again {
        Some(line) if open.register.may_take_back(ActId(line.id))? => Some(line),
        _ => None,
    };
    Ok(Journal { acts: lines(open, view, rows)?, count, last, again })
}

/// One act.
pub(crate) fn line(open: &Open, view: &View, act: ActId) -> Result<ActLine, ApiError> {
    let row = open.register.act(act)?;
    let summary = sentence(&row);
    let touched = open.register.touched_by(&[act])?.remove(&act).unwrap_or_default();
    told(open, view, row, summary, &touched, !open.register.withdrawn_acts(None)?.contains(&act))
}

/// Whether the words stand in what was done, by whom or why.
fn speaks_of(row: &JournalRow, words: &str) -> bool {
    let why = row.why.as_deref().unwrap_or_default();
    [sentence(row).as_str(), &row.actor, why].iter().any(|text| text.contains(words))
}

fn sentence(row: &JournalRow) -> String {
    // A register begun from the command line names neither place nor unit.
    let nameless = row.act == "begin" && row.words.values().all(String::is_empty);
    let code = if nameless { "act.begin-nameless" } else { &format!("act.{}", row.act) };
    say(Language::Chinese, code, &row.words)
}

fn lines(open: &Open, view: &View, rows: Vec<(JournalRow, String)>) -> Result<Vec<ActLine>, ApiError> {
    let ids: Vec<ActId> = rows.iter().map(|(row, _)| row.id).collect();
    let touched = open.register.touched_by(&ids)?;
    let withdrawn = open.register.withdrawn_acts(None)?;
    rows.into_iter()
        .map(|(row, summary)| {
            let found = touched.get(&row.id).map(Vec::as_slice).unwrap_or_default();
            let stands = !withdrawn.contains(&row.id);
            told(open, view, row, summary, found, stands)
        })
        .collect()
}

fn told(
    open: &Open,
    view: &View,
    row: JournalRow,
    summary: String,
    touched: &[Found],
    stands: bool,
) -> Result<ActLine, ApiError> {
    Ok(ActLine {
        id: row.id.0,
        takes_back: match row.act.as_str() {
            "take-back" => open.register.taken_back_by(row.id)?.map(|act| act.0),
            _ => None,
        },
        stands,
        places: touched.iter().filter_map(|found| place(view, *found)).take(PLACES).collect(),
        touched: touched.len() as u32,
        at: row.at,
        actor: row.actor,
        summary,
        act: row.act,
        why: row.why,
    })
}

/// Where something touched is looked at; `None` where it is no more.
fn place(view: &View, found: Found) -> Option<ConcernPlace> {
    let (target, name) = match found {
        Found::Person(id) => (HitTarget::Person(id), view.person(id).ok()?.name.clone()),
        Found::Organisation(id) => (HitTarget::Organisation(id), view.organisation(id).ok()?.name.clone()),
        Found::Post(id) => {
            view.post(id).ok()?;
            (HitTarget::Post(id), view.post_name(id))
        }
        Found::Order(id) => {
            let mut known = view.facts.orders.iter().chain(&view.facts.superseded);
            (HitTarget::Order(id), known.find(|head| head.id == id)?.called().to_owned())
        }
    };
    Some(ConcernPlace { target, name })
}
