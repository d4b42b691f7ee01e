//! 自检.

use renmian_domain::OrderState;

use crate::ApiError;
use crate::moment::known_at;
use crate::selfcheck::self_check;
use crate::session::Session;
use crate::types::*;

impl Session {
    pub fn self_check(&self, request: SelfCheckQuery) -> Result<SelfCheck, ApiError> {
        let moment = known_at(request.at.known_at.as_deref())?;
        let superseded = self.with(|open| {
            let rows = open.register.orders(None, None, moment)?.into_iter().map(|row| row.head);
            Ok(rows.filter(|head| head.state != OrderState::Recorded).collect::<Vec<_>>())
        })?;
        self.at(&request.at, |view, day| Ok(self_check(view, &superseded, day)))
    }
}
