//! 对账.

use renmian_domain::{PartialDate, PersonId};
use renmian_rules::{Difference, Register, RosterLine, is_rank};

use crate::ApiError;
use crate::incoming;
use crate::lookup::person_card;
use crate::session::Session;
use crate::types::*;
use crate::view::View;

impl Session {
    pub fn reconcile_roster(&self, request: ReconcileRoster) -> Result<Differences, ApiError> {
        let remembered = self.with(super::intake::remembered)?;
        let rows = incoming::rows(&request.file, request.layout.as_ref(), &remembered)?;
        let on = request.on.or(rows.as_of).unwrap_or_else(|| PartialDate::day(self.now().today));
        self.at(&At { on: Some(on), known_at: request.known_at }, |view, day| {
            let register = Register::of(&view.facts);
            let mut lines = Vec::new();
            for entry in &rows.entries {
                let posts = incoming::posts_of(&register, entry, PartialDate::day(day));
                lines.push(RosterLine {
                    row: entry.row,
                    name: entry.name.clone(),
                    gender: entry.gender,
                    birth: entry.birth,
                    posts,
                    since: entry.since,
                });
            }
            let found = renmian_rules::reconcile(&view.facts, &view.history, &lines, day);
            let differences = found.differences.iter().map(|found| line(view, found, day));
            Ok(Differences {
                on: PartialDate::day(day),
                same: found.same as u32,
                rows: differences.collect::<Result<_, _>>()?,
                left: rows.left,
            })
        })
    }
}

fn line(view: &View, found: &Difference<'_>, day: chrono::NaiveDate) -> Result<DifferenceLine, ApiError> {
    let there = found.there.as_ref();
    let post = found.here.map(|tenure| tenure.post).or_else(|| there.and_then(|post| post.posts.first().copied()));
    let unit = post.and_then(|id| view.post(id).ok()).and_then(|post| post.organisation);
    let card = |id: &PersonId| person_card(view, *id, day);
    Ok(DifferenceLine {
        kind: found.kind,
        name: found.name.clone(),
        row: found.row,
        there: there.map(|post| ThereLine {
            organisation: post.organisation.clone(),
            title: post.title.clone(),
            since: found.since,
            unit_known: post.organisation_id.is_some() || post.organisation.is_none() && is_rank(&post.title),
            post_known: !post.posts.is_empty(),
        }),
        here: found.here.map(|tenure| view.line(tenure, day)),
        person_id: found.person,
        organisation_id: unit.or_else(|| there.and_then(|post| post.organisation_id)),
        post_id: post,
        namesakes: found.namesakes.iter().map(card).collect::<Result<_, _>>()?,
        unit_absent: found.unit_absent,
    })
}
