//! What acts have touched, so that a line of the journal leads to it.

use std::collections::BTreeMap;

use renmian_domain::{ActId, OrderId, OrganisationId, PersonId, PostId};

use crate::search::Found;
use crate::{Register, StoreError};

impl Register {
    /// What each of these acts has touched: its order; without one the unit, post or person of its event; without
    /// those whom it entered or described. An act that touches nothing of these, a setting for instance, is left out.
    pub fn touched_by(&self, acts: &[ActId]) -> Result<BTreeMap<ActId, Vec<Found>>, StoreError> {
        let wanted: Vec<String> = acts.iter().map(|act| act.0.to_string()).collect();
        let wanted = format!("[{}]", wanted.join(","));
        let mut statement = self.connection.prepare_cached(include_str!("touched.sql"))?;
        let mut rows = statement.query(rusqlite::named_params! { ":acts": wanted })?;
        let mut touched: BTreeMap<ActId, (i64, Vec<Found>)> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (rank, place, id): (i64, String, i64) = (row.get(1)?, row.get(2)?, row.get(3)?);
            let (least, found) = touched.entry(ActId(row.get(0)?)).or_insert((rank, Vec::new()));
            if rank > *least {
                continue;
            }
            found.push(match place.as_str() {
                "order" => Found::Order(OrderId(id)),
                "organisation" => Found::Organisation(OrganisationId(id)),
                "post" => Found::Post(PostId(id)),
                _ => Found::Person(PersonId(id)),
            });
        }
        Ok(touched.into_iter().map(|(act, (_, found))| (act, found)).collect())
    }
}
