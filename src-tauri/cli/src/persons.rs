//! `merge` and `split`: records of persons, from a terminal. A person is named, or given by the number that `person`
//! prints where several have the name.

use renmian_api::types::*;
use renmian_api::{ApiError, Session};
use renmian_domain::{DocumentNumber, EndingId, EntryRef, ItemId, OpeningId, PersonMeant};
use serde_json::{Value, json};

use crate::contract;
use crate::print;
use crate::run::{Failure, Outcome, give, write};

/// To whom what is split off belongs.
pub struct Other {
    /// Somebody of the register.
    pub to: Option<String>,
    /// Somebody new, under this name.
    pub name: Option<String>,
}

/// Every person of a name, or the one of a number, with the career of each; with its entries and what was known when
/// where they are asked for.
pub fn person(
    session: &Session,
    name: &str,
    at: &At,
    (entries, told): (bool, bool),
    json: bool,
) -> Result<Outcome, Failure> {
    let pages = session.persons_named(name, at)?;
    let mut shown = Vec::new();
    for page in &pages {
        let query = || PersonQuery { id: page.id, at: at.clone() };
        let entries = entries.then(|| session.person_entries(query())).transpose()?;
        let told = told.then(|| session.person_told(query())).transpose()?;
        if json {
            let mut person = contract::person(page);
            if let Some(entries) = &entries {
                person["entries"] = contract::entries(entries);
            }
            if let Some(told) = &told {
                person["told"] = contract::told(told);
            }
            shown.push(person);
        } else {
            let more = entries.as_ref().map(print::entries).into_iter().chain(told.as_ref().map(print::told));
            write(&(print::person(page) + &more.collect::<String>()));
        }
    }
    if json {
        give(&json!({ "persons": shown }));
    }
    if pages.is_empty() {
        eprintln!("台账中没有姓名为“{name}”的人员");
        return Ok(Outcome::FoundWrong);
    }
    Ok(Outcome::Done)
}

/// Two records are of one person.
pub fn merge(
    session: &Session,
    (name, into): (&str, &str),
    why: &str,
    preview: bool,
    json: bool,
) -> Result<Outcome, Failure> {
    let (person, into) = (session.person_by(name)?, session.person_by(into)?);
    let changes = session.plan_persons(PlanPersons::Merge { person, into })?;
    let done = if preview {
        json!({ "recorded": false })
    } else {
        let page = session.merge_persons(MergePersons { person, into, why: why.to_owned() })?;
        json!({ "recorded": true, "person": contract::person(&page) })
    };
    tell(done, &changes, ("合并", preview), json);
    Ok(Outcome::Done)
}

/// One record is of two persons.
pub fn split(
    session: &Session,
    (name, chosen): (&str, &[String]),
    other: Other,
    why: &str,
    preview: bool,
    json: bool,
) -> Result<Outcome, Failure> {
    let person = session.person_by(name)?;
    let recorded = session.person_entries(PersonQuery { id: person, at: At::default() })?;
    let mut entries = Vec::new();
    for word in chosen {
        let found = meant(&recorded.entries, word);
        if found.is_empty() {
            return Err(ApiError::refused("entry-unknown").with("entry", word).into());
        }
        entries.extend(found.into_iter().filter(|entry| !entries.contains(entry)).collect::<Vec<_>>());
    }
    let to = match other.to {
        Some(to) => PersonMeant::Known { id: session.person_by(&to)? },
        None => PersonMeant::New {
            name: other.name.unwrap_or(recorded.name),
            gender: None,
            ethnicity: None,
            birth: None,
            note: None,
        },
    };
    let plan = PlanPersons::Split { person, entries: entries.clone(), to: to.clone() };
    let changes = session.plan_persons(plan)?;
    let done = if preview {
        json!({ "recorded": false })
    } else {
        let pages = session.split_person(SplitPerson { person, entries, to, why: why.to_owned() })?;
        json!({
            "recorded": true,
            "person": contract::person(&pages.person),
            "other": contract::person(&pages.other),
        })
    };
    tell(done, &changes, ("拆分", preview), json);
    Ok(Outcome::Done)
}

/// The entries that a word means: one by its own number, or all of an order.
fn meant(entries: &[EntryLine], word: &str) -> Vec<EntryRef> {
    let key = DocumentNumber::parse(word).key();
    let of = |line: &&EntryLine| {
        called(line.entry) == word
            || line.order.as_ref().is_some_and(|order| DocumentNumber::parse(&order.number).key() == key)
    };
    entries.iter().filter(of).map(|line| line.entry).collect()
}

/// What an entry is called: its kind and its row.
pub fn called(entry: EntryRef) -> String {
    match entry {
        EntryRef::Item(ItemId(id)) => format!("item-{id}"),
        EntryRef::Opening(OpeningId(id)) => format!("opening-{id}"),
        EntryRef::Ending(EndingId(id)) => format!("ending-{id}"),
        EntryRef::OrganisationEvent(id) => format!("organisation-event-{}", id.0),
        EntryRef::PostEvent(id) => format!("post-event-{}", id.0),
    }
}

fn tell(mut done: Value, changes: &PersonChanges, (act, preview): (&str, bool), json: bool) {
    if json {
        done["changes"] = contract::person_changes(changes);
        give(&done);
        return;
    }
    let head = if preview { format!("{act}将引起的变化") } else { format!("已{act}") };
    write(&format!(
        "{head}：随之转移的任职{}条，增加{}条、去掉{}条、起止变动{}条\n",
        changes.goes.len(),
        changes.appear.len(),
        changes.vanish.len(),
        changes.moved.len()
    ));
    for line in &changes.present {
        let without = |some: &[String], others: &[String]| -> Vec<String> {
            some.iter().filter(|post| !others.contains(post)).cloned().collect()
        };
        let (more, less) = (without(&line.after, &line.before), without(&line.before, &line.after));
        let told = [("增加", more), ("去掉", less)].into_iter().filter(|(_, posts)| !posts.is_empty());
        let told: Vec<String> = told.map(|(word, posts)| format!("{word}{}", posts.join("、"))).collect();
        write(&format!("  {}现任职务{}\n", line.name, told.join("；")));
    }
    if !changes.differs.is_empty() {
        let fields: Vec<&str> = changes.differs.iter().map(|field| field_called(*field)).collect();
        eprintln!("请核对：两条记录的{}不同", fields.join("、"));
    }
}

fn field_called(field: PersonField) -> &'static str {
    match field {
        PersonField::Gender => "性别",
        PersonField::Ethnicity => "民族",
        PersonField::Birth => "出生年月",
    }
}
