//! From a text to a recorded order, for every host: reading with what the register knows, deciding what a clerk would
//! have to decide where there is none, recording.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};
use renmian_domain::{
    Choice, Correction, Cuts, Draft, DraftId, Effect, Finding, FindingCode, ItemKind, Meant, Paper, PersonId,
    ResolvedItem, Tenure,
};
use renmian_store::{Operation, Original};

use renmian_rules::runs_on;

use crate::ApiError;
use crate::session::{Open, Session, known};
use crate::sheet::{Checked, check};
use crate::source::Source;
use crate::tasks::Task;
use crate::types::{Recorded, Steps};
use crate::view::View;

/// What `enter` did with the orders of one or more files.
#[derive(Debug, Clone, Default)]
pub struct Entered {
    /// Numbers (or titles) of the orders recorded now.
    pub recorded: Vec<String>,
    /// Orders left for the clerk because of their findings.
    pub left: Vec<LeftDraft>,
    /// Numbers (or titles) of the orders that the register held already.
    pub known: Vec<String>,
}

/// An order left for the clerk.
#[derive(Debug, Clone)]
pub struct LeftDraft {
    /// As it was read.
    pub draft: Draft,
    /// Why it was left.
    pub findings: Vec<Finding>,
}

impl Session {
    /// Reads a file and records every order found. An order with findings is left for the clerk, unless findings are
    /// accepted: then what is new is made, and a namesake is taken to be the known person only where nothing speaks
    /// against it.
    ///
    /// # Errors
    /// What reading the file or writing the register says. Orders recorded before stay recorded.
    pub fn enter(&self, name: &str, bytes: &[u8], accept: bool) -> Result<Entered, ApiError> {
        let source = Source::of_file(name, bytes, &Task::default())?;
        let mut entered = Entered::default();
        self.with(|open| {
            let view = open.view(None)?;
            let mut text = Cuts::of(&source.text);
            for paper in read(&source, false, Some(&view), &Task::default())? {
                let view = open.view(None)?;
                let draft = Draft::of(paper, &mut text, Some(name));
                let called = called(&draft);
                if known(&open.register, &draft)?.is_some() {
                    entered.known.push(called);
                    continue;
                }
                let checked = check(&view, &draft, None);
                let draft = if checked.findings.is_empty() {
                    draft
                } else if accept {
                    assume(&view, draft)
                } else {
                    entered.left.push(LeftDraft { draft, findings: checked.findings });
                    continue;
                };
                record_with_original(open, &view, None, draft, Some((name, bytes)), self.now().moment, self.actor())?;
                entered.recorded.push(called);
            }
            Ok(())
        })?;
        Ok(entered)
    }
}

/// Every order in a file, without a register.
///
/// # Errors
/// What reading the form says: `paper-…`, `scan-…`.
pub fn read_papers(name: &str, bytes: &[u8], groups: bool) -> Result<Vec<Paper>, ApiError> {
    let task = Task::default();
    read(&Source::of_file(name, bytes, &task)?, groups, None, &task)
}

/// Reads a text with what the register knows of units and people.
///
/// # Errors
/// `stopped`.
pub(crate) fn read(source: &Source, groups: bool, view: Option<&View>, task: &Task) -> Result<Vec<Paper>, ApiError> {
    let known = view.map(|view| {
        let persons = view.facts.persons.iter().flat_map(|row| std::iter::once(&row.name).chain(&row.other_names));
        let units = view.facts.organisations.iter().flat_map(renmian_rules::names_of);
        renmian_reading::Known::new(persons.cloned(), units.cloned())
    });
    task.expect(Steps::Characters, source.text.chars().count());
    let go_on = |read| task.reach(read).is_ok();
    let options = renmian_reading::Options { groups, known };
    let Some(mut papers) = renmian_reading::read_while(&source.text, &options, &go_on) else {
        return Err(ApiError::refused("stopped"));
    };
    source.doubt(&mut papers);
    Ok(papers)
}

/// Records a draft as it stands, with its findings.
pub(crate) fn record(
    open: &mut Open,
    view: &View,
    id: DraftId,
    draft: Draft,
    at: DateTime<Utc>,
    actor: &str,
) -> Result<Recorded, ApiError> {
    let original = open.register.draft_original(id)?;
    let kept = original.as_ref().map(|original| (original.name.as_str(), original.bytes.as_slice()));
    record_with_original(open, view, Some(id), draft, kept, at, actor)
}

fn record_with_original(
    open: &mut Open,
    view: &View,
    id: Option<DraftId>,
    draft: Draft,
    original: Option<(&str, &[u8])>,
    at: DateTime<Utc>,
    actor: &str,
) -> Result<Recorded, ApiError> {
    let checked = check(view, &draft, known(&open.register, &draft)?);
    let number = draft.number.as_ref().map(|number| number.text.clone());
    let opens: Vec<&str> =
        draft.items.iter().filter(|item| item.item.kind.opens()).map(|item| item.item.person.name.as_str()).collect();
    let counts = Recorded {
        order_id: renmian_domain::OrderId(0),
        number,
        appointed_persons: opens.iter().collect::<HashSet<_>>().len() as u32,
        appoints: opens.len() as u32,
        dismisses: draft.items.iter().filter(|item| item.item.kind.closes()).count() as u32,
        unknown_starts: checked
            .effects
            .iter()
            .zip(&draft.items)
            .filter(|(effect, item)| **effect == Effect::ClosesUnknown && item.held_since.is_none())
            .count() as u32,
        next: None,
    };
    let originals = original.map(|(name, bytes)| Original { name: name.to_owned(), bytes: bytes.to_vec() });
    let operation = recording(draft, checked, originals.into_iter().collect(), id);
    match open.register.transact(operation, at, actor)?.order {
        Some(order_id) => Ok(Recorded { order_id, ..counts }),
        None => Err(ApiError::refused("unexpected")),
    }
}

/// The act by which a checked draft is recorded: as an order of its own, or in the place of the entry that it corrects.
pub(crate) fn recording(draft: Draft, checked: Checked, originals: Vec<Original>, desk: Option<DraftId>) -> Operation {
    let Checked { resolution, findings, .. } = checked;
    match draft.correction.clone() {
        Some(Correction { order, why }) => {
            Operation::CorrectOrder { order, draft: Box::new(draft), resolution, findings, originals, desk, why }
        }
        None => Operation::RecordOrder { draft: Box::new(draft), resolution, findings, originals, desk },
    }
}

/// Decides what is unclear where no clerk is asked: a namesake is the known person only if nothing speaks against it
/// and, among several, only one of them fits by post or unit. Whoever fits nobody is somebody new. What was assumed
/// is said by findings of the draft.
pub(crate) fn assume(view: &View, mut draft: Draft) -> Draft {
    let resolution = renmian_rules::resolve(&view.facts, &draft);
    let day = draft.decided_on.or(draft.issued_on).map(|day| day.latest());
    for place in 0..draft.items.len() {
        let Some(Meant::Unclear(candidates)) = resolution.items.get(place).map(|meant| meant.person.clone()) else {
            continue;
        };
        let name = draft.items[place].item.person.name.clone();
        let fits: Vec<PersonId> = candidates
            .iter()
            .copied()
            .filter(|id| !contradicts(view, *id, &draft, &name))
            .filter(|id| candidates.len() == 1 || is_placed(view, *id, &draft, &resolution.items, &name, day))
            .collect();
        draft.items[place].person = match fits.as_slice() {
            [only] => Choice::Known(*only),
            _ => Choice::New,
        };
        let code = match draft.items[place].person {
            Choice::Known(_) => FindingCode::PersonTaken,
            Choice::New | Choice::ByName => FindingCode::PersonSeparate,
        };
        let source = draft.items[place].item.source;
        draft.reading_findings.push(Finding::new(code).at(source).of(place).with("name", name));
    }
    draft
}

/// Whether what the paper says of the person speaks against this one.
fn contradicts(view: &View, id: PersonId, draft: &Draft, name: &str) -> bool {
    let Ok(known) = view.person(id) else { return true };
    draft.items.iter().filter(|item| item.item.person.name == name).any(|item| {
        let said = &item.item.person;
        let other = |a: &Option<String>, b: &Option<String>| matches!((a, b), (Some(a), Some(b)) if a != b);
        matches!((said.gender, known.gender), (Some(a), Some(b)) if a != b) || other(&said.ethnicity, &known.ethnicity)
    })
}

/// Whether the person holds what this paper ends for somebody of the name, or a post in a unit that it names.
fn is_placed(
    view: &View,
    id: PersonId,
    draft: &Draft,
    meant: &[ResolvedItem],
    name: &str,
    day: Option<NaiveDate>,
) -> bool {
    let running: Vec<&Tenure> = view
        .career(id)
        .into_iter()
        .filter(|tenure| !tenure.ended || day.is_some_and(|day| runs_on(tenure, day)))
        .collect();
    let of_name = draft.items.iter().zip(meant).filter(|(item, _)| item.item.person.name == name);
    let ends: Vec<_> = of_name.clone().filter(|(item, _)| item.item.kind.closes()).collect();
    if !ends.is_empty() {
        return ends.iter().any(
            |(_, meant)| matches!(meant.post, Meant::Known(post) if running.iter().any(|tenure| tenure.post == post)),
        );
    }
    of_name.clone().any(|(item, meant)| {
        item.item.kind != ItemKind::Nominate
            && matches!(meant.organisation, Some(Meant::Known(unit)) if running.iter().any(|tenure| {
                view.post(tenure.post).is_ok_and(|post| post.organisation == Some(unit))
            }))
    })
}

/// Whether the register knows already that the person holds the post on the day.
pub(crate) fn holds(view: &View, meant: &ResolvedItem, day: NaiveDate) -> bool {
    match (&meant.person, &meant.post) {
        (Meant::Known(person), Meant::Known(post)) => view
            .career(*person)
            .iter()
            .any(|tenure| tenure.post == *post && tenure.start.is_some() && runs_on(tenure, day)),
        _ => false,
    }
}

/// What an order is called: its number, else its title.
pub(crate) fn called(draft: &Draft) -> String {
    draft.number.as_ref().map(|number| number.text.clone()).or_else(|| draft.title.clone()).unwrap_or_default()
}
