//! The register in memory: facts and history as they stand now, kept up to date act by act.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use renmian_domain::{Facts, History};
use rusqlite::Transaction;

use crate::facts;
use crate::{Register, StoreError, journal, tenure};

/// Facts and history after the act.
#[derive(Debug, Clone)]
pub(crate) struct Present {
    pub(crate) act: i64,
    pub(crate) facts: Arc<Facts>,
    pub(crate) history: Arc<History>,
}

impl Register {
    /// The facts as they stand now, or as the register had them at that moment.
    pub fn facts(&self, known_at: Option<DateTime<Utc>>) -> Result<Arc<Facts>, StoreError> {
        match known_at {
            None => Ok(self.present()?.facts),
            Some(moment) => {
                let _reading = self.reading()?;
                let upto = journal::last_act_by(&self.connection, moment)?;
                Ok(Arc::new(facts::load(&self.connection, upto)?))
            }
        }
    }

    /// The history as it stands now, or as it followed from what the register had at that moment.
    pub fn history(&self, known_at: Option<DateTime<Utc>>) -> Result<Arc<History>, StoreError> {
        match known_at {
            None => Ok(self.present()?.history),
            Some(_) => Ok(Arc::new(tenure::derive(&*self.facts(known_at)?))),
        }
    }

    /// What is in memory, brought up to date where another window has recorded since.
    pub(crate) fn present(&self) -> Result<Present, StoreError> {
        let _reading = self.reading()?;
        let connection = &self.connection;
        let last = journal::last_act(connection)?;
        let kept = self.present.take();
        let present = match kept {
            Some(present) if present.act == last => present,
            Some(mut present) if present.act < last => {
                facts::merge(connection, Arc::make_mut(&mut present.facts), present.act, last)?;
                Present { act: last, history: Arc::new(tenure::load(connection)?), facts: present.facts }
            }
            Some(_) | None => Present {
                act: last,
                facts: Arc::new(facts::load(connection, last)?),
                history: Arc::new(tenure::load(connection)?),
            },
        };
        self.present.replace(Some(present.clone()));
        Ok(present)
    }

    /// One state of the file for several questions: a commit of another window cannot come between them. Nothing where
    /// acts are under way, since nobody else can write then.
    pub(crate) fn reading(&self) -> rusqlite::Result<Option<Transaction<'_>>> {
        self.connection.is_autocommit().then(|| self.connection.unchecked_transaction()).transpose()
    }
}
