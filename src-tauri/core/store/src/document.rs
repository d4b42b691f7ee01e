//! 任免文件: the heads and texts of registered orders, and the questions that are asked of them.

use renmian_domain::{ActId, DocumentNumber, Draft, Finding, OrderHead, OrderId, OrderRecord, OrderState};
use rusqlite::{Connection, Row, ToSql};

use crate::coded::{Coded, Json, count};
use crate::facts::{Acts, act_of, coded};
use crate::seal::{Framed, Hash};
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
pub(crate) fn heads(connection: &Connection, acts: Acts) -> rusqlite::Result<Vec<OrderHead>> {
    connection
        .prepare_cached(&format!("{HEAD} WHERE d.act > :after AND d.act <= :upto ORDER BY d.id"))?
        .query_map(rusqlite::named_params! {":after": acts.after, ":upto": acts.upto}, read)?
        .collect()
}

/// The head of an order as it stood after an act.
pub(crate) fn head(connection: &Connection, order: OrderId, upto: i64) -> rusqlite::Result<OrderHead> {
    connection
        .prepare_cached(&format!("{HEAD} WHERE d.id = :order"))?
        .query_row(rusqlite::named_params! {":order": order.0, ":upto": upto}, read)
}

fn present(
    connection: &Connection,
    condition: &str,
    params: &[(&str, &dyn ToSql)],
) -> rusqlite::Result<Vec<OrderHead>> {
    let mut all: Vec<(&str, &dyn ToSql)> = vec![(":upto", &i64::MAX)];
    all.extend_from_slice(params);
    connection
        .prepare_cached(&format!("{HEAD} WHERE {condition} ORDER BY state = 'recorded' DESC, d.id"))?
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

/// The registered order that this paper is, by its content. An entry that was corrected does not count: the paper is
/// read anew in its place.
pub(crate) fn known(connection: &Connection, draft: &Draft) -> rusqlite::Result<Option<OrderHead>> {
    let heads = present(connection, "d.content = :content", &[(":content", &content(draft))])?;
    Ok(heads.into_iter().find(|head| head.state != OrderState::Corrected))
}

impl Register {
    /// An order with its text and items.
    pub fn order(&self, id: OrderId) -> Result<OrderRecord, StoreError> {
        let head = head(&self.connection, id, i64::MAX)?;
        let text = self.connection.query_row("SELECT text FROM document WHERE id = ?1", [id.0], |row| row.get(0))?;
        Ok(OrderRecord { head, text, items: item::of_order(&self.connection, id)? })
    }

    /// The findings that an order was registered with.
    pub fn findings(&self, id: OrderId) -> Result<Vec<Finding>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT finding FROM accepted_finding WHERE document = ?1 ORDER BY position")?;
        let rows = statement.query_map([id.0], |row| Ok(row.get::<_, Json<Finding>>(0)?.0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The orders of this number, in whatever brackets it is typed; those in force first.
    pub fn orders_by_number(&self, text: &str) -> Result<Vec<OrderHead>, StoreError> {
        let key = DocumentNumber::parse(text).key();
        Ok(present(&self.connection, "d.number_key = :key", &[(":key", &key)])?)
    }

    /// Whether this paper is in the register already, under whatever number.
    pub fn known_order(&self, draft: &Draft) -> Result<Option<OrderHead>, StoreError> {
        Ok(known(&self.connection, draft)?)
    }

    /// The orders, latest year first and by number within it: of one year, or whose number, title, issuer or text has
    /// the words in it, or all.
    pub fn orders(&self, year: Option<i32>, words: Option<&str>) -> Result<Vec<OrderListing>, StoreError> {
        let words: String = words.unwrap_or_default().trim().to_owned();
        let key = DocumentNumber::parse(&words).key();
        let mut statement = self.connection.prepare_cached(include_str!("document_list.sql"))?;
        let rows = statement.query_map(
            rusqlite::named_params! {":upto": i64::MAX, ":year": year, ":words": words, ":key": key},
            |row| Ok(OrderListing { head: read(row)?, items: count(row, 13)?, findings: count(row, 14)? }),
        )?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The years that have orders, latest first.
    pub fn order_years(&self) -> Result<Vec<i32>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT COALESCE(number_year, CAST(substr(COALESCE(issued_on, decided_on), 1, 4) AS INTEGER)) AS year
             FROM document WHERE year IS NOT NULL ORDER BY year DESC",
        )?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The order that an act recorded, where it recorded one.
    pub fn order_of_act(&self, act: ActId) -> Result<Option<OrderHead>, StoreError> {
        Ok(present(&self.connection, "d.act = :act", &[(":act", &act.0)])?.into_iter().next())
    }
}
