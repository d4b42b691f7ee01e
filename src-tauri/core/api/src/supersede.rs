//! 更正, 撤销文件 and taking back the last act, for hosts without a window: an act each, with its reason. What was
//! recorded before stays readable, as of the moments before.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use renmian_domain::{Correction, Cuts, Draft, OrderHead};
use renmian_store::{Operation, Original};
use serde::Serialize;

use crate::ApiError;
use crate::enter::{assume, called, read};
use crate::person::present_lines;
use crate::session::{Open, Session, known};
use crate::sheet::check;
use crate::source::Source;
use crate::tasks::Task;
use crate::types::{MovedLine, PreviewAnswer};
use crate::view::View;

/// What an act changed in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Superseded {
    /// The number or title of the order that it spoke of; `None` for an act that is taken back.
    pub order: Option<String>,
    /// How many tenures there are that were not there.
    pub appear: usize,
    /// How many tenures are no longer there.
    pub vanish: usize,
    /// How many tenures start or end otherwise.
    pub moved: usize,
    /// Whose posts of today are others now.
    pub persons: Vec<String>,
}

impl Session {
    /// 更正: the paper read anew comes in the place of the entry of that number. Whom it names is decided as by
    /// [`Session::enter`] with findings accepted.
    ///
    /// # Errors
    /// `order-unknown`, `correction-unclear` where the file has no paper or several and none of the number,
    /// `order-known`, and what reading the file or writing the register says. Nothing is recorded then.
    pub fn correct(&self, number: &str, name: &str, bytes: &[u8], why: &str) -> Result<Superseded, ApiError> {
        let source = Source::of_file(name, bytes, &Task::default())?;
        self.superseding(|open, view| {
            let head = numbered(open, number)?;
            let mut papers = read(&source, false, Some(view), &Task::default())?;
            let key = head.number.as_ref().map(renmian_domain::DocumentNumber::key);
            let same = papers.iter().position(|paper| paper.number.as_ref().map(|number| number.key()) == key);
            let place = match (same, papers.len()) {
                (Some(place), _) => place,
                (None, 1) => 0,
                (None, _) => return Err(ApiError::refused("correction-unclear").with("number", number)),
            };
            let mut draft = Draft::of(papers.swap_remove(place), &mut Cuts::of(&source.text), Some(name));
            draft.correction = Some(Correction { order: head.id, why: why.to_owned() });
            if known(&open.register, &draft)?.is_some() {
                return Err(ApiError::refused("order-known"));
            }
            // Checked against the register as it is without the entry: else every item would be said twice.
            let (facts, history) = renmian_rules::without(&view.facts, &view.history, head.id);
            let rest = View::new(Arc::new(facts), Arc::new(history));
            let draft = assume(&rest, draft);
            let checked = check(&rest, &draft, None);
            let order = called(&draft);
            let operation = Operation::CorrectOrder {
                order: head.id,
                draft: Box::new(draft),
                resolution: checked.resolution,
                findings: checked.findings,
                originals: vec![Original { name: name.to_owned(), bytes: bytes.to_vec() }],
                desk: None,
                why: why.to_owned(),
            };
            Ok((operation, Some(order)))
        })
    }

    /// 撤销文件: the order was withdrawn, by the order of another number where that is given.
    ///
    /// # Errors
    /// `order-unknown`, `not-in-force`, `why-missing`, and what writing the register says.
    pub fn revoke(&self, number: &str, by: Option<&str>, why: &str) -> Result<Superseded, ApiError> {
        self.superseding(|open, _| {
            let head = numbered(open, number)?;
            let known = by.map(|by| open.register.orders_by_number(by, None)).transpose()?;
            let known = known.and_then(|heads| heads.into_iter().next());
            let by_text = if known.is_some() { None } else { by.map(str::to_owned) };
            let order = head.number.map(|number| number.text);
            let by = known.map(|head| head.id);
            Ok((Operation::RevokeOrder { order: head.id, by, by_text, why: why.to_owned() }, order))
        })
    }

    /// Takes back the last act that stands; itself an act, which can be taken back.
    ///
    /// # Errors
    /// `not-last` where there is none, `why-missing`, and what writing the register says.
    pub fn take_back_last(&self, why: &str) -> Result<Superseded, ApiError> {
        self.superseding(|open, _| {
            let act = open.register.last_standing()?.ok_or_else(|| ApiError::refused("not-last"))?;
            Ok((Operation::TakeBack { act, why: why.to_owned() }, None))
        })
    }

    fn superseding(
        &self,
        operation: impl FnOnce(&mut Open, &View) -> Result<(Operation, Option<String>), ApiError>,
    ) -> Result<Superseded, ApiError> {
        let now = self.now();
        self.with(|open| {
            let before = open.view(None)?;
            let (operation, order) = operation(open, &before)?;
            open.register.transact(operation, now.moment, self.actor())?;
            let after = open.view(None)?;
            let changes = renmian_rules::changes(&before.history, &after.history, now.today);
            let name = |id| after.person(id).or_else(|_| before.person(id)).map(|row| row.name.clone()).ok();
            let persons: BTreeSet<String> = changes.present.iter().filter_map(|change| name(change.person)).collect();
            Ok(Superseded {
                order,
                appear: changes.appear.len(),
                vanish: changes.vanish.len(),
                moved: changes.moved.len(),
                persons: persons.into_iter().collect(),
            })
        })
    }
}

/// What differs between the register as it is and as it would be, for the clerk to look at before it is done.
pub(crate) fn told(before: &View, after: &View, today: NaiveDate) -> PreviewAnswer {
    let changes = renmian_rules::changes(&before.history, &after.history, today);
    PreviewAnswer {
        appear: changes.appear.iter().map(|tenure| after.line(tenure, today)).collect(),
        vanish: changes.vanish.iter().map(|tenure| before.line(tenure, today)).collect(),
        moved: changes
            .moved
            .iter()
            .map(|(was, is)| MovedLine { before: before.line(was, today), after: after.line(is, today) })
            .collect(),
        present: present_lines(before, after, &changes, today),
    }
}

fn numbered(open: &Open, number: &str) -> Result<OrderHead, ApiError> {
    let head = open.register.orders_by_number(number, None)?.into_iter().next();
    head.ok_or_else(|| ApiError::refused("order-unknown").with("number", number))
}
