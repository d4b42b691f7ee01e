//! The one way in which the register changes: an operation is applied, history derived, rows sealed, the act written
//! down, all in one transaction or not at all.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use renmian_domain::{Facts, History};

use crate::act::Act;
use crate::journal::Entry;
use crate::operation::{Operation, Recorded};
use crate::present::Present;
use crate::{Register, StoreError, facts, journal, seal, tenure};

impl Register {
    /// Records one act: all of it, or nothing. `at` is the moment of recording, `actor` who records.
    pub fn transact(&mut self, operation: Operation, at: DateTime<Utc>, actor: &str) -> Result<Recorded, StoreError> {
        self.together(|register| register.record(&operation, at, actor))
    }

    /// Does a piece of work of several acts, each with its own row in the journal, and keeps all of them or, where the
    /// work fails, none. The file is made durable once, so that a thousand acts take a second and not a minute.
    /// An act that is refused within it is undone by itself; whether the work goes on is its own choice.
    pub fn together<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        self.may_write()?;
        if !self.connection.is_autocommit() {
            return work(self);
        }
        let whole = Whole::begin(self)?;
        let done = work(whole.register)?;
        whole.keep()?;
        Ok(done)
    }

    /// What the register would say after an act, which is not kept: facts and history as they would be.
    pub fn preview(
        &mut self,
        operation: &Operation,
        at: DateTime<Utc>,
        actor: &str,
    ) -> Result<(Arc<Facts>, Arc<History>), StoreError> {
        self.may_write()?;
        let before = self.present()?;
        if !self.connection.is_autocommit() {
            return Err(StoreError::Misfit);
        }
        let whole = Whole::begin(self)?;
        whole.register.record(operation, at, actor)?;
        let after = whole.register.present()?;
        drop(whole);
        // What it was is known; it need not be read again.
        self.present.replace(Some(before));
        Ok((after.facts, after.history))
    }

    fn record(&mut self, operation: &Operation, at: DateTime<Utc>, actor: &str) -> Result<Recorded, StoreError> {
        let before = self.present()?;
        let transaction = self.connection.savepoint()?;
        let act = journal::next_act(&transaction)?;
        let recorded = Act { connection: &transaction, id: act, facts: &before.facts }.apply(operation)?;
        let words = operation.words(&before.facts);

        // Taken out of memory, so that the facts are changed in place and not copied; on failure they are read again.
        drop(before);
        let Some(Present { act: last, mut facts, mut history }) = self.present.take() else {
            return Err(StoreError::Damaged);
        };
        let touched = facts::merge(&transaction, Arc::make_mut(&mut facts), last, act)?;
        if touched.all {
            history = Arc::new(tenure::rewrite_changed(&transaction, &facts, &history)?);
        } else if !touched.pairs.is_empty() {
            tenure::rewrite_pairs(&transaction, &facts, Arc::make_mut(&mut history), &touched.pairs)?;
        }
        let digest = seal::seal(&transaction, act)?;
        let (name, why) = (operation.name(), operation.why());
        journal::write(&transaction, Entry { act, at, actor, name, why, words }, digest)?;
        transaction.commit()?;
        self.present.replace(Some(Present { act, facts, history }));
        Ok(recorded)
    }

    /// Sees to it that the derived rows follow from what is recorded by the rules of this program: a later one may
    /// know more, and another hand may have changed them.
    pub(crate) fn follow(&mut self) -> Result<(), StoreError> {
        let present = self.present()?;
        if tenure::derive(&present.facts) == *present.history { Ok(()) } else { self.rederive() }
    }

    /// Deletes every derived row and derives it again. Nothing recorded changes, so the journal has no row of it.
    pub fn rederive(&mut self) -> Result<(), StoreError> {
        self.may_write()?;
        let present = self.present()?;
        let transaction = self.connection.savepoint()?;
        let history = tenure::rewrite(&transaction, &present.facts)?;
        transaction.commit()?;
        self.present.replace(Some(Present { history: Arc::new(history), ..present }));
        Ok(())
    }
}

/// A transaction under way. Left without being kept, by an error or a panic, it leaves nothing.
struct Whole<'a> {
    register: &'a mut Register,
    kept: bool,
}

impl<'a> Whole<'a> {
    fn begin(register: &'a mut Register) -> Result<Self, StoreError> {
        register.connection.execute_batch("BEGIN IMMEDIATE")?;
        Ok(Self { register, kept: false })
    }

    fn keep(mut self) -> Result<(), StoreError> {
        self.register.connection.execute_batch("COMMIT")?;
        self.kept = true;
        Ok(())
    }
}

impl Drop for Whole<'_> {
    fn drop(&mut self) {
        if self.kept {
            return;
        }
        // A full disk makes the engine roll back by itself; then there is nothing left to roll back.
        if !self.register.connection.is_autocommit() {
            let _ = self.register.connection.execute_batch("ROLLBACK");
        }
        // What is in memory may be of acts that are no more.
        self.register.present.take();
        self.register.keys.take();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Begin, OrganisationState};

    #[test]
    fn a_full_disk_leaves_nothing_of_the_act_and_the_register_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let begin = Begin { place: "青云县".to_owned(), unit: String::new() };
        let at = DateTime::UNIX_EPOCH;
        let mut register = Register::create(&folder.path().join("register"), begin, at, "王会").unwrap();
        let unit = |name: String| {
            let state = OrganisationState { name, parent: None, kind: None, standing: None, ended_on: None };
            Operation::AddOrganisation(state)
        };
        register.transact(unit("县财政局".to_owned()), at, "王会").unwrap();
        let (head, facts) = (register.head().unwrap(), register.facts(None).unwrap());
        let room = |register: &Register, pages: i64| {
            register.connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).unwrap();
        };
        let pages: i64 = register.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        room(&register, pages + 2);
        let full = register.together(|register| {
            register.transact(unit("县审计局".to_owned()), at, "王会")?;
            register.transact(unit("局".repeat(100_000)), at, "王会")
        });
        assert_eq!(full.unwrap_err().key(), "error.store-engine");
        assert_eq!(register.head().unwrap(), head);
        assert_eq!(register.facts(None).unwrap(), facts);

        room(&register, 1_000_000);
        register.transact(unit("县审计局".to_owned()), at, "王会").unwrap();
        assert_eq!(register.facts(None).unwrap().organisations.len(), 2);
        assert!(register.verify().unwrap().is_sound());
    }
}
