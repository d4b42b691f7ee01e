//! 任免文件: the heads and texts of registered orders, and the questions that are asked of them.

use chrono::{DateTime, Utc};
use renmian_domain::{
    ActId, DocumentNumber, Draft, Finding, OrderHead, OrderId, OrderRecord, OrderState, RecordedItem,
};
use rusqlite::{Connection, Row, ToSql};

use crate::coded::{Coded, Json, count};
use crate::facts::{Acts, act_of, coded};
use crate::person::Meaning;
use crate::seal::{Framed, Hash};
use crate::standing::Standing;
use crate::{Register, StoreError, item};

/// The longest text of one paper, in bytes: some thousand pages.
pub const TEXT_LIMIT: usize = 16 * 1024 * 1024;

const HEAD: &str = include_str!("document_head.sql");

/// An order in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderListing {
    /// Its head.
    pub head: OrderHead,
    /// How many items it has.
    pub items: usize,
    /// How many findings it was registered with.
    pub findings: usize,
}

pub(crate) fn insert(connection: &Connection, act: i64, draft: &Draft) -> Result<OrderId, StoreError> {
    if draft.text.len() > TEXT_LIMIT {
        return Err(StoreError::TooLarge(TEXT_LIMIT));
    }
    let number = draft.number.as_ref();
    let mut statement = connection.prepare_cached(
        "INSERT INTO document (act, number_text, number_code, number_year, number_serial, number_key, title, issuer,
                               issued_on, decided_by, decided_on, subject, text, content)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )?;
    statement.execute((
        act,
        number.map(|number| &number.text),
        number.and_then(|number| number.code.as_ref()),
        number.and_then(|number| number.year),
        number.and_then(|number| number.serial),
        number.map(DocumentNumber::key),
        &draft.title,
        &draft.issuer,
        draft.issued_on.map(Coded),
        &draft.decided_by,
        draft.decided_on.map(Coded),
        Coded(draft.subject),
        &draft.text,
        content(draft),
    ))?;
    Ok(OrderId(connection.last_insert_rowid()))
}

pub(crate) fn insert_findings(
    connection: &Connection,
    act: i64,
    order: OrderId,
    findings: &[Finding],
) -> Result<(), StoreError> {
    let mut statement = connection
        .prepare_cached("INSERT INTO accepted_finding (act, document, position, finding) VALUES (?1, ?2, ?3, ?4)")?;
    for (position, finding) in findings.iter().enumerate() {
        statement.execute((act, order.0, position as i64, Json(finding)))?;
    }
    Ok(())
}

/// A digest of what a paper says, whatever its layout: blanks, marks of emphasis, width and brackets are left out.
/// A paper entered by hand without text is known by its head and items.
pub(crate) fn content(draft: &Draft) -> Hash {
    let plain: String = draft.text.chars().filter_map(plain).collect();
    let mut framed = Framed::new();
    if !plain.is_empty() {
        framed.text(&plain);
        return framed.done();
    }
    let word = |framed: &mut Framed, word: Option<&str>| {
        framed.text(word.unwrap_or_default());
    };
    word(&mut framed, draft.number.as_ref().map(DocumentNumber::key).as_deref());
    word(&mut framed, draft.title.as_deref());
    word(&mut framed, draft.issued_on.map(|day| day.to_string()).as_deref());
    word(&mut framed, draft.decided_on.map(|day| day.to_string()).as_deref());
    for entry in &draft.items {
        let item = &entry.item;
        word(&mut framed, Some(&item.person.name));
        word(&mut framed, Some(&format!("{:?}", item.kind)));
        word(&mut framed, item.post.organisation.as_deref());
        word(&mut framed, Some(&item.post.title));
    }
    framed.done()
}

fn plain(c: char) -> Option<char> {
    match c {
        c if c.is_whitespace() || c.is_control() => None,
        '*' | '#' | '_' | '>' | '|' | '\u{200b}'..='\u{200f}' | '\u{feff}' => None,
        '〔' | '[' | '【' | '［' | '〖' => Some('('),
        '〕' | ']' | '】' | '］' | '〗' => Some(')'),
        // The full-width forms stand in the code table as the half-width ones do, this far away.
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0),
        c => Some(c),
    }
}

/// Heads of the orders that the acts recorded.
pub(crate) fn heads(connection: &Connection, acts: Acts<'_>) -> rusqlite::Result<Vec<OrderHead>> {
    stood(connection, "d.act > :after", &[(":after", &acts.after)], acts.standing)
}

/// The head of an order as it stood after an act.
pub(crate) fn head(connection: &Connection, order: OrderId, standing: &Standing) -> rusqlite::Result<OrderHead> {
    let found = stood(connection, "d.id = :order", &[(":order", &order.0)], standing)?;
    found.into_iter().next().ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// The orders that answer to the condition and had been recorded, and not taken back, when the register stood so.
fn stood(
    connection: &Connection,
    condition: &str,
    params: &[(&str, &dyn ToSql)],
    standing: &Standing,
) -> rusqlite::Result<Vec<OrderHead>> {
    let withdrawn = &*standing.withdrawn;
    let mut all: Vec<(&str, &dyn ToSql)> = vec![(":upto", &standing.upto), (":withdrawn", &withdrawn)];
    all.extend_from_slice(params);
    connection
        .prepare_cached(&format!(
            "{HEAD} WHERE {condition} AND d.act <= :upto AND d.act NOT IN (SELECT value FROM json_each(:withdrawn))
             ORDER BY d.id"
        ))?
        .query_map(&*all, read)?
        .collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<OrderHead> {
    let number = match row.get::<_, Option<String>>(2)? {
        Some(text) => Some(DocumentNumber { text, code: row.get(3)?, year: row.get(4)?, serial: row.get(5)? }),
        None => None,
    };
    Ok(OrderHead {
        id: OrderId(row.get(0)?),
        act: act_of(row, 1)?,
        number,
        title: row.get(6)?,
        issuer: row.get(7)?,
        issued_on: coded(row, 8)?,
        decided_by: row.get(9)?,
        decided_on: coded(row, 10)?,
        subject: row.get::<_, Coded<_>>(11)?.0,
        state: row.get::<_, Coded<_>>(12)?.0,
    })
}

/// The registered orders that this paper is, by its content, whether or not they are still in force.
pub(crate) fn same(connection: &Connection, draft: &Draft) -> rusqlite::Result<Vec<OrderHead>> {
    let now = Standing::at(connection, None)?;
    stood(connection, "d.content = :content", &[(":content", &content(draft))], &now)
}

/// The registered order in force that this paper is. One that was corrected or revoked does not count: the paper may
/// be recorded anew.
pub(crate) fn known(
    connection: &Connection,
    draft: &Draft,
    but: Option<OrderId>,
) -> rusqlite::Result<Option<OrderHead>> {
    let stands = |head: &OrderHead| head.state == OrderState::Recorded && Some(head.id) != but;
    Ok(same(connection, draft)?.into_iter().find(stands))
}

/// An order in force that is the same paper as this one.
pub(crate) fn in_force_with_content_of(connection: &Connection, order: OrderId) -> rusqlite::Result<Option<OrderHead>> {
    let content = "d.content = (SELECT content FROM document WHERE id = :order)";
    let heads = stood(connection, content, &[(":order", &order.0)], &Standing::at(connection, None)?)?;
    Ok(heads.into_iter().find(|head| head.state == OrderState::Recorded))
}

impl Register {
    /// An order with its text and items, as it stands now or stood at that moment. One whose recording was taken back
    /// is not there.
    pub fn order(&self, id: OrderId, known_at: Option<DateTime<Utc>>) -> Result<OrderRecord, StoreError> {
        let _reading = self.reading()?;
        let standing = Standing::at(&self.connection, known_at)?;
        let head = head(&self.connection, id, &standing)?;
        let text = self.connection.query_row("SELECT text FROM document WHERE id = ?1", [id.0], |row| row.get(0))?;
        let meaning = Meaning::after(&self.connection, &standing)?;
        let items = item::of_order(&self.connection, id)?.into_iter();
        let items = items.map(|item| RecordedItem { person: meaning.of_item(&item), ..item }).collect();
        Ok(OrderRecord { head, text, items })
    }

    /// The findings that an order was registered with.
    pub fn findings(&self, id: OrderId) -> Result<Vec<Finding>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT finding FROM accepted_finding WHERE document = ?1 ORDER BY position")?;
        let rows = statement.query_map([id.0], |row| Ok(row.get::<_, Json<Finding>>(0)?.0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The orders of this number, in whatever brackets it is typed; those in force first, then the latest entry.
    pub fn orders_by_number(&self, text: &str, known_at: Option<DateTime<Utc>>) -> Result<Vec<OrderHead>, StoreError> {
        let _reading = self.reading()?;
        let key = DocumentNumber::parse(text).key();
        let standing = Standing::at(&self.connection, known_at)?;
        let mut found = stood(&self.connection, "d.number_key = :key", &[(":key", &key)], &standing)?;
        found.sort_by_key(|head| (head.state != OrderState::Recorded, std::cmp::Reverse(head.id)));
        Ok(found)
    }

    /// The order in force that this paper is in the register as already, under whatever number. A correction may be
    /// the same paper as the entry that it corrects.
    pub fn known_order(&self, draft: &Draft) -> Result<Option<OrderHead>, StoreError> {
        Ok(known(&self.connection, draft, draft.correction.as_ref().map(|correction| correction.order))?)
    }

    /// The corrected or revoked order that this paper was in the register as before, the latest.
    pub fn former_order(&self, draft: &Draft) -> Result<Option<OrderHead>, StoreError> {
        let mut former = same(&self.connection, draft)?.into_iter().filter(|head| head.state != OrderState::Recorded);
        Ok(former.next_back())
    }

    /// The orders, latest year first and by number within it: of one year, or whose number, title, issuer or text has
    /// the words in it, or all.
    pub fn orders(
        &self,
        year: Option<i32>,
        words: Option<&str>,
        known_at: Option<DateTime<Utc>>,
    ) -> Result<Vec<OrderListing>, StoreError> {
        let _reading = self.reading()?;
        let Standing { upto, withdrawn } = Standing::at(&self.connection, known_at)?;
        let words: String = words.unwrap_or_default().trim().to_owned();
        let key = DocumentNumber::parse(&words).key();
        let mut statement = self.connection.prepare_cached(include_str!("document_list.sql"))?;
        let rows = statement.query_map(
            rusqlite::named_params! {
                ":upto": upto, ":withdrawn": &*withdrawn, ":year": year, ":words": words, ":key": key,
            },
            |row| Ok(OrderListing { head: read(row)?, items: count(row, 13)?, findings: count(row, 14)? }),
        )?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The years that have orders, latest first.
    pub fn order_years(&self) -> Result<Vec<i32>, StoreError> {
        let Standing { withdrawn, .. } = Standing::at(&self.connection, None)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT COALESCE(number_year, CAST(substr(COALESCE(issued_on, decided_on), 1, 4) AS INTEGER)) AS year
             FROM document WHERE year IS NOT NULL AND act NOT IN (SELECT value FROM json_each(?1)) ORDER BY year DESC",
        )?;
        let rows = statement.query_map([&*withdrawn], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The order that an act recorded, where it recorded one.
    pub fn order_of_act(&self, act: ActId) -> Result<Option<OrderHead>, StoreError> {
        let standing = Standing::at(&self.connection, None)?;
        Ok(stood(&self.connection, "d.act = :act", &[(":act", &act.0)], &standing)?.into_iter().next())
    }
}
