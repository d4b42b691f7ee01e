//! Orders that are no longer in force: an entry that was wrong and has another in its place (更正), a paper that was
//! withdrawn (撤销文件). Both stay readable; here is also what they leave behind.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use renmian_domain::{ActId, Facts, OrderHead, OrderId, OrderState};
use rusqlite::Connection;

use crate::coded::Coded;
use crate::seal::RECORDED;
use crate::standing::Standing;
use crate::{Register, StoreError, document};

/// What an act has said of an order: that it is in force again, was corrected, or revoked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateChange {
    /// The act.
    pub act: ActId,
    /// What the order became by it.
    pub state: OrderState,
    /// The entry in its place, or the paper that revoked it.
    pub by: Option<OrderId>,
    /// The paper that revoked it, in words, where it is not in the register.
    pub by_text: Option<String>,
    /// Why.
    pub why: Option<String>,
}

/// Another entry comes in the place of one that was wrong.
pub(crate) fn correct(
    connection: &Connection,
    act: i64,
    order: OrderId,
    by: OrderId,
    why: &str,
) -> Result<(), StoreError> {
    change(connection, act, order, (OrderState::Corrected, Some(by), None, why))
}

/// An order in force is withdrawn by another paper.
pub(crate) fn revoke(
    connection: &Connection,
    act: i64,
    order: OrderId,
    (by, by_text): (Option<OrderId>, Option<&str>),
    why: &str,
) -> Result<(), StoreError> {
    in_force(connection, order)?;
    if let Some(by) = by {
        in_force(connection, by)?;
        if by == order {
            return Err(StoreError::Misfit);
        }
    }
    let by_text = by_text.map(str::trim).filter(|text| !text.is_empty());
    change(connection, act, order, (OrderState::Revoked, by, by_text, why))
}

/// A revocation that was recorded wrongly: the order is in force again, unless its paper was recorded anew.
pub(crate) fn reinstate(connection: &Connection, act: i64, order: OrderId, why: &str) -> Result<(), StoreError> {
    let head = document::head(connection, order, &Standing::at(connection, None)?)?;
    if head.state != OrderState::Revoked {
        return Err(StoreError::NotRevoked);
    }
    if let Some(known) = document::in_force_with_content_of(connection, order)? {
        return Err(StoreError::Known(known.id));
    }
    change(connection, act, order, (OrderState::Recorded, None, None, why))
}

fn change(
    connection: &Connection,
    act: i64,
    order: OrderId,
    (state, by, by_text, why): (OrderState, Option<OrderId>, Option<&str>, &str),
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO document_state (act, document, state, by_document, by_text, why)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((act, order.0, Coded(state), by.map(|by| by.0), by_text, why.trim()))?;
    Ok(())
}

/// Whether an act between these, the first excluded, has changed whether an order is in force.
pub(crate) fn was_changed_between(connection: &Connection, after: i64, upto: i64) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM document_state WHERE act > ?1 AND act <= ?2)")?
        .query_row((after, upto), |row| row.get(0))
}

/// The order, if it is in the register and in force.
pub(crate) fn in_force(connection: &Connection, order: OrderId) -> Result<OrderHead, StoreError> {
    let head = document::head(connection, order, &Standing::at(connection, None)?)?;
    if head.state == OrderState::Recorded { Ok(head) } else { Err(StoreError::NotInForce) }
}

/// Takes out of the facts what orders that are not in force have brought: their items, the opening entries that went
/// with them, and the persons, posts and units that only they have named. Their heads stay, set apart.
pub(crate) fn set_apart(connection: &Connection, facts: &mut Facts, standing: &Standing) -> rusqlite::Result<()> {
    let (in_force, superseded): (Vec<_>, Vec<_>) =
        std::mem::take(&mut facts.orders).into_iter().partition(|head| head.state == OrderState::Recorded);
    facts.orders = in_force;
    if superseded.is_empty() {
        return Ok(());
    }
    let orders: BTreeSet<OrderId> = superseded.iter().map(|head| head.id).collect();
    let acts: BTreeSet<ActId> = superseded.iter().map(|head| head.act).collect();
    facts.superseded = superseded;
    facts.items.retain(|item| !orders.contains(&item.order));
    facts.openings.retain(|opening| !acts.contains(&opening.act));

    let left = Left::of(connection, &acts, standing)?;
    let persons = left.behind("person")?;
    facts.persons.retain(|person| !persons.contains(&person.id.0));
    let posts = left.behind("post")?;
    facts.posts.retain(|post| !posts.contains(&post.id.0));
    let mut units = left.behind("organisation")?;
    // A post that stays keeps its unit, and a unit that stays the one above it.
    let mut kept: Vec<i64> = facts.posts.iter().filter_map(|post| post.organisation).map(|unit| unit.0).collect();
    kept.extend(
        facts.organisations.iter().filter(|unit| !units.contains(&unit.id.0)).filter_map(|unit| Some(unit.parent?.0)),
    );
    while let Some(unit) = kept.pop() {
        if units.remove(&unit) {
            let row = facts.organisations.iter().find(|row| row.id.0 == unit);
            kept.extend(row.and_then(|row| row.parent).map(|above| above.0));
        }
    }
    facts.organisations.retain(|unit| !units.contains(&unit.id.0));
    Ok(())
}

/// What acts have made that are void now.
struct Left<'a> {
    connection: &'a Connection,
    /// The acts, as JSON for `json_each`.
    acts: String,
    /// These and the acts that were taken back.
    void: String,
    upto: i64,
}

impl<'a> Left<'a> {
    fn of(connection: &'a Connection, acts: &BTreeSet<ActId>, standing: &Standing) -> rusqlite::Result<Self> {
        let list = |acts: Vec<String>| format!("[{}]", acts.join(","));
        let own: Vec<String> = acts.iter().map(|act| act.0.to_string()).collect();
        let withdrawn = crate::standing::withdrawn(connection, standing.upto)?;
        let void = own.iter().cloned().chain(withdrawn.iter().map(i64::to_string)).collect();
        Ok(Self { connection, acts: list(own), void: list(void), upto: standing.upto })
    }

    /// The rows of a table that these acts have made and that no recorded row of another act refers to. Asked of the
    /// schema, so that a table that is added later counts as well.
    fn behind(&self, table: &str) -> rusqlite::Result<BTreeSet<i64>> {
        let made = format!("SELECT id FROM {table} WHERE act IN (SELECT value FROM json_each(?1))");
        let mut behind: BTreeSet<i64> = self
            .connection
            .prepare_cached(&made)?
            .query_map([&self.acts], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for (other, _) in RECORDED {
            let mut keys = self
                .connection
                .prepare_cached("SELECT \"from\" FROM pragma_foreign_key_list(?1) WHERE \"table\" = ?2")?;
            let columns: Vec<String> = keys.query_map((other, table), |row| row.get(0))?.collect::<Result<_, _>>()?;
            for column in columns {
                let sql = format!(
                    "SELECT EXISTS (SELECT 1 FROM {other} WHERE {column} = ?1 AND act <= ?2
                                    AND act NOT IN (SELECT value FROM json_each(?3)))"
                );
                let mut refers = self.connection.prepare_cached(&sql)?;
                let mut kept = Vec::new();
                for row in &behind {
                    if refers.query_row((row, self.upto, &self.void), |row| row.get(0))? {
                        kept.push(*row);
                    }
                }
                for row in kept {
                    behind.remove(&row);
                }
            }
        }
        Ok(behind)
    }
}

impl Register {
    /// What acts have said of an order, first to last, as known now or at that moment.
    pub fn state_changes(
        &self,
        order: OrderId,
        known_at: Option<DateTime<Utc>>,
    ) -> Result<Vec<StateChange>, StoreError> {
        let Standing { upto, withdrawn } = Standing::at(&self.connection, known_at)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT act, state, by_document, by_text, why FROM document_state
             WHERE document = ?1 AND act <= ?2 AND act NOT IN (SELECT value FROM json_each(?3)) ORDER BY id",
        )?;
        let rows = statement.query_map((order.0, upto, &*withdrawn), |row| {
            Ok(StateChange {
                act: ActId(row.get(0)?),
                state: row.get::<_, Coded<_>>(1)?.0,
                by: row.get::<_, Option<i64>>(2)?.map(OrderId),
                by_text: row.get(3)?,
                why: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The orders that this one corrected or revoked, as known now or at that moment.
    pub fn superseded_by(
        &self,
        order: OrderId,
        known_at: Option<DateTime<Utc>>,
    ) -> Result<Vec<(OrderId, StateChange)>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT DISTINCT document FROM document_state WHERE by_document = ?1 ORDER BY document")?;
        let ids: Vec<i64> = statement.query_map([order.0], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut found = Vec::new();
        for id in ids {
            // Only what it is now: an order that was reinstated is not revoked by anything.
            if let Some(last) = self.state_changes(OrderId(id), known_at)?.pop()
                && last.by == Some(order)
            {
                found.push((OrderId(id), last));
            }
        }
        Ok(found)
    }
}
