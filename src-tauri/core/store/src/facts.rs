//! The facts as they stood after any act: rows are merged act by act, of a thing's states the latest counts.
//! The same merging loads a whole register, brings a loaded one up to date, and stops at a moment of the past.

use std::collections::BTreeSet;

use renmian_domain::{ActId, Facts, OrganisationId, OrganisationRecord, PersonId, PersonRecord, PostId, PostRecord};
use rusqlite::{Connection, Row};

use crate::coded::Coded;
use crate::person::Meaning;
use crate::standing::{self, Standing};
use crate::{document, item, life, opening, person, setting, superseded};

/// The acts whose rows are merged: after the first, up to and with the last, those that do not stand left out. A
/// statement binds them as `?1`, `?2` and `?3`, or by their names, and compares with all three.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Acts<'a> {
    pub(crate) after: i64,
    pub(crate) standing: &'a Standing,
}

impl Acts<'_> {
    pub(crate) fn bound(&self) -> (i64, i64, &str) {
        (self.after, self.standing.upto, &self.standing.withdrawn)
    }
}

/// Which tenures may have changed by a merge.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    /// Of these persons and posts.
    pub(crate) pairs: BTreeSet<(PersonId, PostId)>,
    /// All of them.
    pub(crate) all: bool,
}

/// The facts as they stood after the act.
pub(crate) fn load(connection: &Connection, upto: i64) -> rusqlite::Result<Facts> {
    let mut facts = Facts::default();
    let standing = Standing::after(connection, upto)?;
    merge_rows(connection, &mut facts, Acts { after: 0, standing: &standing })?;
    superseded::set_apart(connection, &mut facts, &standing)?;
    Meaning::after(connection, &standing)?.settle(&mut facts);
    Ok(facts)
}

/// Brings the facts as they stood after one act up to another. Where an act was taken back, an order superseded or
/// persons merged or split meanwhile the rows that it concerns are among them already, so then all is read anew.
pub(crate) fn merge(connection: &Connection, facts: &mut Facts, after: i64, upto: i64) -> rusqlite::Result<Touched> {
    if standing::was_withdrawn_between(connection, after, upto)?
        || superseded::was_changed_between(connection, after, upto)?
        || person::was_changed_between(connection, after, upto)?
    {
        *facts = load(connection, upto)?;
        return Ok(Touched { all: true, ..Touched::default() });
    }
    let standing = Standing::after(connection, upto)?;
    merge_rows(connection, facts, Acts { after, standing: &standing })
}

pub(crate) fn merge_rows(connection: &Connection, facts: &mut Facts, acts: Acts<'_>) -> rusqlite::Result<Touched> {
    let mut touched = Touched::default();
    for (key, value) in setting::rows(connection, acts)? {
        touched.all = true;
        setting::apply(facts, &key, value);
    }
    merge_organisations(connection, facts, acts, &mut touched)?;
    merge_posts(connection, facts, acts, &mut touched)?;
    merge_persons(connection, facts, acts)?;
    merge_other_names(connection, facts, acts)?;
    facts.orders.extend(document::heads(connection, acts)?);
    for item in item::rows(connection, acts)? {
        touched.pairs.insert((item.person, item.post));
        facts.items.push(item);
    }
    for opening in opening::rows(connection, acts)? {
        touched.pairs.insert((opening.person, opening.post));
        facts.openings.push(opening);
    }
    life::merge(connection, facts, acts, &mut touched)?;
    Ok(touched)
}

fn each<T>(
    connection: &Connection,
    sql: &str,
    acts: Acts<'_>,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    connection.prepare_cached(sql)?.query_map(acts.bound(), read)?.collect()
}

fn merge_persons(connection: &Connection, facts: &mut Facts, acts: Acts<'_>) -> rusqlite::Result<()> {
    let states = each(
        connection,
        "SELECT person, name, gender, ethnicity, birth, note FROM person_state WHERE act > ?1 AND act <= ?2 AND act NOT IN (SELECT value FROM json_each(?3)) ORDER BY id",
        acts,
        |row| {
            Ok(PersonRecord {
                id: PersonId(row.get(0)?),
                name: row.get(1)?,
                other_names: Vec::new(),
                gender: coded(row, 2)?,
                ethnicity: row.get(3)?,
                birth: coded(row, 4)?,
                note: row.get(5)?,
            })
        },
    )?;
    for state in states {
        match facts.persons.binary_search_by_key(&state.id, |person| person.id) {
            Ok(place) => {
                let known = &mut facts.persons[place];
                *known = PersonRecord { other_names: std::mem::take(&mut known.other_names), ..state };
            }
            Err(place) => facts.persons.insert(place, state),
        }
    }
    Ok(())
}

fn merge_organisations(
    connection: &Connection,
    facts: &mut Facts,
    acts: Acts<'_>,
    touched: &mut Touched,
) -> rusqlite::Result<()> {
    let states = each(
        connection,
        "SELECT organisation, name, parent, kind, standing, ended_on FROM organisation_state
         WHERE act > ?1 AND act <= ?2 AND act NOT IN (SELECT value FROM json_each(?3)) ORDER BY id",
        acts,
        |row| {
            Ok(OrganisationRecord {
                id: OrganisationId(row.get(0)?),
                name: row.get(1)?,
                other_names: Vec::new(),
                parent: row.get::<_, Option<i64>>(2)?.map(OrganisationId),
                kind: row.get(3)?,
                standing: row.get(4)?,
                ended_on: coded(row, 5)?,
                founded_on: None,
                former: Vec::new(),
                former_parents: Vec::new(),
            })
        },
    )?;
    for state in states {
        match facts.organisations.binary_search_by_key(&state.id, |organisation| organisation.id) {
            Ok(place) => {
                touched.all = true;
                let known = &mut facts.organisations[place];
                *known = OrganisationRecord { other_names: std::mem::take(&mut known.other_names), ..state };
            }
            Err(place) => facts.organisations.insert(place, state),
        }
    }
    Ok(())
}

fn merge_posts(
    connection: &Connection,
    facts: &mut Facts,
    acts: Acts<'_>,
    touched: &mut Touched,
) -> rusqlite::Result<()> {
    let states = each(
        connection,
        "SELECT post, organisation, title, authorised, headship, rank, standing FROM post_state
         WHERE act > ?1 AND act <= ?2 AND act NOT IN (SELECT value FROM json_each(?3)) ORDER BY id",
        acts,
        |row| {
            Ok(PostRecord {
                id: PostId(row.get(0)?),
                organisation: row.get::<_, Option<i64>>(1)?.map(OrganisationId),
                title: row.get(2)?,
                authorised: row.get(3)?,
                headship: row.get(4)?,
                rank: row.get(5)?,
                standing: row.get(6)?,
                ended_on: None,
                former: Vec::new(),
                former_seats: Vec::new(),
            })
        },
    )?;
    for state in states {
        match facts.posts.binary_search_by_key(&state.id, |post| post.id) {
            Ok(place) => {
                touched.all = true;
                facts.posts[place] = state;
            }
            Err(place) => facts.posts.insert(place, state),
        }
    }
    Ok(())
}

/// Other names, and the merges of persons among them: a record that was merged takes its names along at that act.
fn merge_other_names(connection: &Connection, facts: &mut Facts, acts: Acts<'_>) -> rusqlite::Result<()> {
    type Row4 = (i64, Option<i64>, Option<i64>, String);
    let names: Vec<Row4> = each(
        connection,
        "SELECT act, person, organisation, name FROM other_name WHERE act > ?1 AND act <= ?2 AND act NOT IN (SELECT value FROM json_each(?3)) ORDER BY id",
        acts,
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )?;
    let mut merges = person::merges(connection, acts)?.into_iter().peekable();
    for (act, person, organisation, name) in names {
        while let Some(merged) = merges.next_if(|merged| merged.act.0 < act) {
            person::merge_record(facts, merged);
        }
        let of_person = person.and_then(|id| {
            let place = facts.persons.binary_search_by_key(&PersonId(id), |person| person.id).ok()?;
            Some(&mut facts.persons[place].other_names)
        });
        let names = of_person.or_else(|| {
            let id = OrganisationId(organisation?);
            let place = facts.organisations.binary_search_by_key(&id, |organisation| organisation.id).ok()?;
            Some(&mut facts.organisations[place].other_names)
        });
        if let Some(names) = names {
            names.push(name);
        }
    }
    merges.for_each(|merged| person::merge_record(facts, merged));
    Ok(())
}

/// A column whose word may be absent.
pub(crate) fn coded<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    Ok(row.get::<_, Option<Coded<T>>>(column)?.map(|coded| coded.0))
}

/// The act of a row.
pub(crate) fn act_of(row: &Row<'_>, column: usize) -> rusqlite::Result<ActId> {
    Ok(ActId(row.get(column)?))
}
