//! Persons, organisations and posts: a row each that only says that there is one, and a state row for each change.

use renmian_domain::{Gender, OrganisationId, PartialDate, PersonId, PostId};
use rusqlite::Connection;

use crate::StoreError;
use crate::coded::Coded;

/// What is known of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonState {
    /// 姓名.
    pub name: String,
    /// 性别.
    pub gender: Option<Gender>,
    /// 民族.
    pub ethnicity: Option<String>,
    /// 出生年月.
    pub birth: Option<PartialDate>,
    /// What else tells the person apart.
    pub note: Option<String>,
}

/// What is known of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationState {
    /// 单位名称.
    pub name: String,
    /// 上级单位.
    pub parent: Option<OrganisationId>,
    /// 类别.
    pub kind: Option<String>,
    /// 排序; `None` puts it last.
    pub standing: Option<i64>,
    /// The day on which it ended, where it did.
    pub ended_on: Option<PartialDate>,
}

/// What is known of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostState {
    /// The organisation; `None` for a rank printed without one.
    pub organisation: Option<OrganisationId>,
    /// 职务名称.
    pub title: String,
    /// 核定职数.
    pub authorised: Option<u32>,
    /// 正职.
    pub headship: bool,
    /// 职级.
    pub rank: bool,
    /// Its place in its organisation, smaller first. Posts of one standing follow the seniority of their titles, so
    /// 0 for all of them is the usual order.
    pub standing: i64,
}

pub(crate) fn new_person(connection: &Connection, act: i64, state: &PersonState) -> Result<PersonId, StoreError> {
    connection.prepare_cached("INSERT INTO person (act) VALUES (?1)")?.execute([act])?;
    let id = PersonId(connection.last_insert_rowid());
    describe_person(connection, act, id, state)?;
    Ok(id)
}

pub(crate) fn describe_person(
    connection: &Connection,
    act: i64,
    id: PersonId,
    state: &PersonState,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO person_state (act, person, name, gender, ethnicity, birth, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute((
            act,
            id.0,
            given(&state.name)?,
            state.gender.map(Coded),
            &state.ethnicity,
            state.birth.map(Coded),
            &state.note,
        ))?;
    Ok(())
}

pub(crate) fn new_organisation(
    connection: &Connection,
    act: i64,
    state: &OrganisationState,
) -> Result<OrganisationId, StoreError> {
    connection.prepare_cached("INSERT INTO organisation (act) VALUES (?1)")?.execute([act])?;
    let id = OrganisationId(connection.last_insert_rowid());
    describe_organisation(connection, act, id, state)?;
    Ok(id)
}

pub(crate) fn describe_organisation(
    connection: &Connection,
    act: i64,
    id: OrganisationId,
    state: &OrganisationState,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO organisation_state (act, organisation, name, parent, kind, standing, ended_on)
             VALUES (?1, ?2, ?3, ?4, ?5,
                     COALESCE(?6, 1 + (SELECT COALESCE(MAX(standing), 0) FROM organisation_state)), ?7)",
        )?
        .execute((
            act,
            id.0,
            given(&state.name)?,
            state.parent.map(|parent| parent.0),
            &state.kind,
            state.standing,
            state.ended_on.map(Coded),
        ))?;
    Ok(())
}

pub(crate) fn new_post(connection: &Connection, act: i64, state: &PostState) -> Result<PostId, StoreError> {
    connection.prepare_cached("INSERT INTO post (act) VALUES (?1)")?.execute([act])?;
    let id = PostId(connection.last_insert_rowid());
    describe_post(connection, act, id, state)?;
    Ok(id)
}

pub(crate) fn describe_post(
    connection: &Connection,
    act: i64,
    id: PostId,
    state: &PostState,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO post_state (act, post, organisation, title, authorised, headship, rank, standing)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            act,
            id.0,
            state.organisation.map(|organisation| organisation.0),
            given(&state.title)?,
            state.authorised,
            state.headship,
            state.rank,
            state.standing,
        ))?;
    Ok(())
}

/// Another name of a person or of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// Of this person.
    Person(PersonId),
    /// Of this organisation.
    Organisation(OrganisationId),
}

pub(crate) fn remember(connection: &Connection, act: i64, of: Named, name: &str) -> Result<(), StoreError> {
    let (person, organisation) = match of {
        Named::Person(id) => (Some(id.0), None),
        Named::Organisation(id) => (None, Some(id.0)),
    };
    connection
        .prepare_cached("INSERT INTO other_name (act, person, organisation, name) VALUES (?1, ?2, ?3, ?4)")?
        .execute((act, person, organisation, given(name)?))?;
    Ok(())
}

/// A name that says something.
fn given(name: &str) -> Result<&str, StoreError> {
    let name = name.trim();
    if name.is_empty() { Err(StoreError::Blank) } else { Ok(name) }
}
