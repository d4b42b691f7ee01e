//! 人员合并、拆分.

use renmian_domain::{PersonId, PersonMeant};
use renmian_rules::Told;
use renmian_rules::changes::same_statement;
use renmian_store::{Operation, Recorded};

use crate::lookup::person_page;
use crate::moment::known_at;
use crate::person::{come, differing, entries, person_changes};
use crate::session::{Open, Session};
use crate::types::*;
use crate::view::View;
use crate::{ApiError, journal};

impl Session {
    pub fn merge_persons(&self, request: MergePersons) -> Result<PersonPage, ApiError> {
        let MergePersons { person, into, why } = request;
        let into = self.standing_person(into)?;
        let person = self.standing_person(person)?;
        self.persons(Operation::MergePersons { person, into, why })?;
        self.person(PersonQuery { id: into, at: At::default() })
    }

    pub fn split_person(&self, request: SplitPerson) -> Result<SplitAnswer, ApiError> {
        let SplitPerson { person, entries, to, why } = request;
        let person = self.standing_person(person)?;
        let known = match &to {
            PersonMeant::Known { id } => Some(*id),
            PersonMeant::New { .. } => None,
        };
        let recorded = self.persons(Operation::SplitPerson { person, entries, to, why })?;
        let other = known.or(recorded.persons.first().copied());
        let page = |id| self.person(PersonQuery { id, at: At::default() });
        Ok(SplitAnswer {
            person: page(person)?,
            other: page(other.ok_or_else(|| ApiError::refused("person-unknown"))?)?,
        })
    }

    pub fn plan_persons(&self, request: PlanPersons) -> Result<PersonChanges, ApiError> {
        let now = self.now();
        // A reason is asked for when it is recorded.
        let why = "—".to_owned();
        self.with(|open| {
            let before = open.view(None)?;
            let standing = |id| Ok::<_, ApiError>(before.person(id)?.id);
            match request {
                PlanPersons::Merge { person, into } => {
                    let (person, into) = (standing(person)?, standing(into)?);
                    let operation = Operation::MergePersons { person, into, why };
                    let (facts, history) = open.register.preview(&operation, now.moment, self.actor())?;
                    let after = View::new(facts, history);
                    Ok(PersonChanges {
                        goes: before.career(person).into_iter().map(|t| before.line(t, now.today)).collect(),
                        differs: differing(&before, person, into)?,
                        ..person_changes(&before, &after, (into, person), now.today)
                    })
                }
                PlanPersons::Split { person, entries, to } => {
                    let person = standing(person)?;
                    let known = match &to {
                        PersonMeant::Known { id } => Some(*id),
                        PersonMeant::New { .. } => None,
                    };
                    let operation = Operation::SplitPerson { person, entries, to, why };
                    let (facts, history) = open.register.preview(&operation, now.moment, self.actor())?;
                    let after = View::new(facts, history);
                    let made = after.facts.persons.iter().find(|row| before.person(row.id).is_err());
                    let other = known.or(made.map(|row| row.id)).unwrap_or(person);
                    Ok(PersonChanges {
                        goes: come(&before, &after, other, now.today),
                        ..person_changes(&before, &after, (person, other), now.today)
                    })
                }
            }
        })
    }

    pub fn person_entries(&self, request: PersonQuery) -> Result<PersonEntries, ApiError> {
        self.at(&request.at, |view, _| entries(view, request.id))
    }

    pub fn person_told(&self, request: PersonQuery) -> Result<PersonTold, ApiError> {
        let moment = known_at(request.at.known_at.as_deref())?;
        self.at_open(&request.at, |open, view, _| {
            let person = view.person(request.id)?;
            let moments = open.register.moments_of(person.id, moment)?;
            let mut tenures: Vec<ToldTenure> = Vec::new();
            for one in told_in_order(view, person.id, renmian_rules::told(&moments.after)) {
                let Some(last) = one.last() else { continue };
                let mut steps = Vec::new();
                for (act, said) in &one.steps {
                    let act = journal::line(open, view, *act)?;
                    steps.push(ToldMoment { act, said: said.as_ref().map(crate::person::terms) });
                }
                tenures.push(ToldTenure {
                    post_id: last.post,
                    post: moments.posts.get(&last.post).cloned().unwrap_or_default(),
                    stands: one.now().is_some(),
                    moments: steps,
                });
            }
            Ok(PersonTold { id: person.id, name: person.name.clone(), tenures })
        })
    }

    /// The one person of that name or number, for the command line.
    pub fn person_by(&self, name: &str) -> Result<PersonId, ApiError> {
        self.at(&At::default(), |view, _| match meant_by(view, name)[..] {
            [] => Err(ApiError::refused("person-unknown")),
            [one] => Ok(one),
            ref several => {
                let numbers: Vec<String> = several.iter().map(|id| id.0.to_string()).collect();
                Err(ApiError::refused("person-numbers").with("count", several.len()).with("ids", numbers.join("、")))
            }
        })
    }

    /// The record that stands for a person now.
    fn standing_person(&self, id: PersonId) -> Result<PersonId, ApiError> {
        self.at(&At::default(), |view, _| Ok(view.person(id)?.id))
    }

    fn persons(&self, operation: Operation) -> Result<Recorded, ApiError> {
        let moment = self.now().moment;
        self.with(|open| Ok(open.register.transact(operation, moment, self.actor())?))
    }
}

/// What is said now in the order of the career, then what was said once.
fn told_in_order(view: &View, id: PersonId, mut told: Vec<Told>) -> Vec<Told> {
    let career = view.career(id);
    let place = |one: &Told| one.now().and_then(|said| career.iter().position(|tenure| same_statement(tenure, said)));
    told.sort_by_key(|one| {
        let last = one.last();
        (one.now().is_none(), place(one), last.and_then(|said| said.start.or(said.end)), last.map(|said| said.post))
    });
    told
}

/// The persons that a typed name means, or the one that a typed number does.
pub(super) fn meant_by(view: &View, typed: &str) -> Vec<PersonId> {
    match typed.trim().parse().map(PersonId) {
        Ok(id) => view.person(id).map(|row| row.id).into_iter().collect(),
        Err(_) => view.persons_named(typed).to_vec(),
    }
}

/// A person's page with the records that were merged into this one.
pub(super) fn page(open: &Open, view: &View, id: PersonId, day: chrono::NaiveDate) -> Result<PersonPage, ApiError> {
    let mut page = person_page(view, id, day)?;
    for merged in view.facts.merged.iter().filter(|merged| view.facts.person_meant(merged.person) == page.id) {
        page.merged.push(MergedLine {
            id: merged.person,
            name: merged.name.clone(),
            act: journal::line(open, view, merged.act)?,
            may_take_back: open.register.may_take_back(merged.act)?,
        });
    }
    Ok(page)
}
