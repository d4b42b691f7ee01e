//! 人员合并、拆分: two records found to be of one person, one record found to be of two. No row is changed by it: here is
//! said whom an entry means after such acts.

use std::collections::BTreeMap;

use renmian_domain::{
    ActId, EndingId, EntryRef, Facts, ItemId, MergedPerson, OpeningId, PersonId, PersonMeant, PersonRecord,
    RecordedItem,
};
use rusqlite::Connection;

use crate::StoreError;
use crate::act::Act;
use crate::facts::Acts;
use crate::names::{self, PersonState};
use crate::operation::Recorded;
use crate::standing::Standing;

impl Act<'_> {
    /// What is recorded of one is of the other. What only the first record knew of the person is not lost: it is said
    /// of the second where that says nothing.
    pub(crate) fn merge_persons(&self, person: PersonId, into: PersonId) -> Result<(), StoreError> {
        if person == into {
            return Err(StoreError::SamePerson);
        }
        let (gone, stays) = (self.person(person)?, self.person(into)?);
        self.connection
            .prepare_cached("INSERT INTO person_merge (act, person, into_person) VALUES (?1, ?2, ?3)")?
            .execute((self.id, person.0, into.0))?;
        let state = PersonState {
            name: stays.name.clone(),
            gender: stays.gender.or(gone.gender),
            ethnicity: stays.ethnicity.clone().or_else(|| gone.ethnicity.clone()),
            birth: stays.birth.or(gone.birth),
            note: stays.note.clone().or_else(|| gone.note.clone()),
        };
        if state == state_of(stays) { Ok(()) } else { names::describe_person(self.connection, self.id, into, &state) }
    }

    /// These entries are of another person.
    pub(crate) fn split_person(
        &self,
        recorded: &mut Recorded,
        person: PersonId,
        entries: &[EntryRef],
        to: &PersonMeant,
    ) -> Result<(), StoreError> {
        self.person(person)?;
        if entries.is_empty() {
            return Err(StoreError::NothingChosen);
        }
        let to = match to {
            PersonMeant::Known { id } if *id == person => return Err(StoreError::SamePerson),
            PersonMeant::Known { id } => self.person(*id)?.id,
            PersonMeant::New { name, gender, ethnicity, birth, note } => {
                let state = PersonState {
                    name: name.clone(),
                    gender: *gender,
                    ethnicity: ethnicity.clone(),
                    birth: *birth,
                    note: note.clone(),
                };
                let id = names::new_person(self.connection, self.id, &state)?;
                recorded.persons.push(id);
                id
            }
        };
        for (place, entry) in entries.iter().enumerate() {
            if entries[..place].contains(entry) || of_entry(self.facts, *entry) != Some(person) {
                return Err(StoreError::Misfit);
            }
            let (item, opening, ending) = match entry {
                EntryRef::Item(id) => (Some(id.0), None, None),
                EntryRef::Opening(id) => (None, Some(id.0), None),
                EntryRef::Ending(id) => (None, None, Some(id.0)),
                // Events are of units and posts, and of nobody.
                EntryRef::OrganisationEvent(_) | EntryRef::PostEvent(_) => return Err(StoreError::Misfit),
            };
            self.connection
                .prepare_cached(
                    "INSERT INTO person_split (act, person, to_person, item, opening, ending)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                )?
                .execute((self.id, person.0, to.0, item, opening, ending))?;
        }
        Ok(())
    }

    /// A person whose record goes on.
    pub(crate) fn person(&self, id: PersonId) -> Result<&PersonRecord, StoreError> {
        self.facts.persons.iter().find(|person| person.id == id).ok_or(StoreError::Unknown)
    }
}

fn state_of(person: &PersonRecord) -> PersonState {
    PersonState {
        name: person.name.clone(),
        gender: person.gender,
        ethnicity: person.ethnicity.clone(),
        birth: person.birth,
        note: person.note.clone(),
    }
}

/// Of whom an entry is; `None` where it is not in force or of nobody.
fn of_entry(facts: &Facts, entry: EntryRef) -> Option<PersonId> {
    match entry {
        EntryRef::Item(id) => facts.items.iter().find(|item| item.id == id).map(|item| item.person),
        EntryRef::Opening(id) => facts.openings.iter().find(|opening| opening.id == id).map(|opening| opening.person),
        EntryRef::Ending(id) => facts.endings.iter().find(|ending| ending.id == id).map(|ending| ending.person),
        EntryRef::OrganisationEvent(_) | EntryRef::PostEvent(_) => None,
    }
}

/// Whom the rows of persons mean, as the register stood after an act.
#[derive(Debug, Default)]
pub(crate) struct Meaning {
    into: BTreeMap<PersonId, PersonId>,
    split: BTreeMap<EntryRef, PersonId>,
}

impl Meaning {
    pub(crate) fn after(connection: &Connection, standing: &Standing) -> rusqlite::Result<Self> {
        let mut meaning = Self::default();
        for merged in merges(connection, Acts { after: 0, standing })? {
            meaning.into.insert(merged.person, merged.into);
        }
        // The last that was said of an entry counts.
        for (_, entry, to) in splits(connection, Acts { after: 0, standing })? {
            meaning.split.insert(entry, to);
        }
        Ok(meaning)
    }

    fn is_plain(&self) -> bool {
        self.into.is_empty() && self.split.is_empty()
    }

    /// The record that stands for the person whom this one was made for.
    pub(crate) fn stands_for(&self, id: PersonId) -> PersonId {
        let mut meant = id;
        // Each record is merged once at most, so a chain is no longer than the list.
        for _ in 0..self.into.len() {
            match self.into.get(&meant) {
                Some(into) => meant = *into,
                None => break,
            }
        }
        meant
    }

    /// Whom an item is of.
    pub(crate) fn of_item(&self, item: &RecordedItem) -> PersonId {
        self.of(EntryRef::Item(item.id), item.person)
    }

    fn of(&self, entry: EntryRef, recorded: PersonId) -> PersonId {
        self.stands_for(self.split.get(&entry).copied().unwrap_or(recorded))
    }

    /// Says of every entry of the facts whom it is of.
    pub(crate) fn settle(&self, facts: &mut Facts) {
        if self.is_plain() {
            return;
        }
        for item in &mut facts.items {
            item.person = self.of_item(item);
        }
        for opening in &mut facts.openings {
            opening.person = self.of(EntryRef::Opening(opening.id), opening.person);
        }
        for ending in &mut facts.endings {
            ending.person = self.of(EntryRef::Ending(ending.id), ending.person);
        }
    }
}

/// Of whom entries were said to be, act by act.
pub(crate) fn splits(connection: &Connection, acts: Acts<'_>) -> rusqlite::Result<Vec<(i64, EntryRef, PersonId)>> {
    let mut statement = connection.prepare_cached(
        "SELECT act, to_person, item, opening, ending FROM person_split
         WHERE act > ?1 AND act <= ?2 AND act NOT IN (SELECT value FROM json_each(?3)) ORDER BY id",
    )?;
    let rows = statement.query_map(acts.bound(), |row| {
        let item = row.get::<_, Option<i64>>(2)?.map(|id| EntryRef::Item(ItemId(id)));
        let opening = row.get::<_, Option<i64>>(3)?.map(|id| EntryRef::Opening(OpeningId(id)));
        let entry = match item.or(opening) {
            Some(entry) => entry,
            None => EntryRef::Ending(EndingId(row.get(4)?)),
        };
        Ok((row.get(0)?, entry, PersonId(row.get(1)?)))
    })?;
    rows.collect()
}

/// The merges that the acts recorded, in their order; the names are filled in where the records are.
pub(crate) fn merges(connection: &Connection, acts: Acts<'_>) -> rusqlite::Result<Vec<MergedPerson>> {
    connection
        .prepare_cached(
            "SELECT person, into_person, act FROM person_merge
             WHERE act > ?1 AND act <= ?2 AND act NOT IN (SELECT value FROM json_each(?3)) ORDER BY id",
        )?
        .query_map(acts.bound(), |row| {
            Ok(MergedPerson {
                person: PersonId(row.get(0)?),
                into: PersonId(row.get(1)?),
                act: ActId(row.get(2)?),
                name: String::new(),
            })
        })?
        .collect()
}

/// Takes a record that goes on no longer out of the facts: its names are names of the one that does.
pub(crate) fn merge_record(facts: &mut Facts, mut merged: MergedPerson) {
    let place = |facts: &Facts, id| facts.persons.binary_search_by_key(&id, |person: &PersonRecord| person.id);
    if let Ok(gone) = place(facts, merged.person) {
        let gone = facts.persons.remove(gone);
        if let Ok(stays) = place(facts, merged.into) {
            let stays = &mut facts.persons[stays];
            for name in std::iter::once(&gone.name).chain(&gone.other_names) {
                if *name != stays.name && !stays.other_names.contains(name) {
                    stays.other_names.push(name.clone());
                }
            }
        }
        merged.name = gone.name;
    }
    facts.merged.push(merged);
}

/// Whether an act between these, the first excluded, has changed whom rows of other acts mean, or the name of a record
/// that others were merged into.
pub(crate) fn was_changed_between(connection: &Connection, after: i64, upto: i64) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM person_merge WHERE act > ?1 AND act <= ?2)
                 OR EXISTS (SELECT 1 FROM person_split WHERE act > ?1 AND act <= ?2)
                 OR EXISTS (SELECT 1 FROM person_state WHERE act > ?1 AND act <= ?2
                              AND person IN (SELECT into_person FROM person_merge))",
        )?
        .query_row((after, upto), |row| row.get(0))
}

/// Whether taking the act back leaves nothing recorded since without what it rests on: it only said whom entries mean,
/// and made nobody.
pub(crate) fn only_says_who(connection: &Connection, act: ActId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT (EXISTS (SELECT 1 FROM person_merge WHERE act = ?1) OR EXISTS (SELECT 1 FROM person_split WHERE act = ?1))
                    AND NOT EXISTS (SELECT 1 FROM person WHERE act = ?1)",
        )?
        .query_row([act.0], |row| row.get(0))
}
