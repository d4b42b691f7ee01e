//! 更正, 撤销文件, 恢复, taking back; and what each would change before it is done.

use renmian_domain::{Correction, DraftId};
use renmian_store::Operation;

use crate::ApiError;
use crate::enter::recording;
use crate::session::{Open, Session, known};
use crate::supersede::told;
use crate::types::*;
use crate::view::View;

impl Session {
    pub fn open_correction(&self, request: OpenCorrection) -> Result<DraftRef, ApiError> {
        let moment = self.now().moment;
        self.with(|open| {
            if let Some(id) = lies_on_desk(open, &request)? {
                return Ok(DraftRef { id });
            }
            let view = open.view(None)?;
            if view.order(request.order).is_none() {
                return Err(ApiError::refused("not-in-force"));
            }
            let mut draft = crate::reopen::draft(open, &view, request.order, request.anew)?;
            draft.correction = Some(Correction { order: request.order, why: String::new() });
            let original = open.register.originals(request.order)?.into_iter().next();
            let id = open.register.lay_draft(draft, moment)?.id;
            if let Some(head) = original {
                let kept = open.register.original(head.id)?;
                open.register.keep_original(&[id], &kept.bytes)?;
            }
            Ok(DraftRef { id })
        })
    }

    pub fn revoke_order(&self, request: RevokeOrder) -> Result<OrderPage, ApiError> {
        let RevokeOrder { order, by, by_text, why } = request;
        self.supersede(Operation::RevokeOrder { order, by, by_text, why })?;
        self.order(OrderQuery { id: order, known_at: None })
    }

    pub fn reinstate_order(&self, request: ReinstateOrder) -> Result<OrderPage, ApiError> {
        let ReinstateOrder { order, why } = request;
        self.supersede(Operation::ReinstateOrder { order, why })?;
        self.order(OrderQuery { id: order, known_at: None })
    }

    pub fn take_back(&self, request: TakeBack) -> Result<Nothing, ApiError> {
        self.supersede(Operation::TakeBack { act: request.act, why: request.why })?;
        Ok(Nothing {})
    }

    pub fn preview(&self, request: Preview) -> Result<PreviewAnswer, ApiError> {
        // The reason changes nothing of what follows; it may still be unsaid while the clerk looks.
        const WHY: &str = "—";
        let now = self.now();
        self.with(|open| {
            let before = open.view(None)?;
            let operation = match request {
                Preview::Record { draft: id } => {
                    let mut draft = open.register.draft(id)?;
                    if let Some(correction) = &mut draft.correction {
                        correction.why = WHY.to_owned();
                    }
                    let checked = crate::sheet::check(
                        &crate::sheet::against(&before, &draft),
                        &draft,
                        known(&open.register, &draft)?,
                    );
                    recording(draft, checked, Vec::new(), Some(id))
                }
                Preview::Revoke { order, by } => {
                    Operation::RevokeOrder { order, by, by_text: None, why: WHY.to_owned() }
                }
                Preview::Reinstate { order } => Operation::ReinstateOrder { order, why: WHY.to_owned() },
                Preview::TakeBack { taken } => Operation::TakeBack { act: taken, why: WHY.to_owned() },
            };
            let (facts, history) = open.register.preview(&operation, now.moment, self.actor())?;
            Ok(told(&before, &View::new(facts, history), now.today))
        })
    }

    fn supersede(&self, operation: Operation) -> Result<(), ApiError> {
        let moment = self.now().moment;
        self.with(|open| Ok(open.register.transact(operation, moment, self.actor())?))?;
        Ok(())
    }
}

/// The draft that corrects the order already; one that is to be read anew takes its place.
fn lies_on_desk(open: &mut Open, request: &OpenCorrection) -> Result<Option<DraftId>, ApiError> {
    let corrects = |draft: &renmian_domain::Draft| {
        draft.correction.as_ref().is_some_and(|correction| correction.order == request.order)
    };
    let there = open.register.drafts()?.into_iter().find(|head| corrects(&head.draft)).map(|head| head.id);
    match there {
        Some(id) if request.anew => {
            open.register.drop_draft(id)?;
            Ok(None)
        }
        other => Ok(other),
    }
}
