//! 人员、职务、文件: each as of a day and as known at a moment.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use renmian_domain::{ItemKind, OrderHead, OrderId, OrderState, PartialDate};
use renmian_store::{Found, Original};

use super::life::post_titled;
use super::person::{meant_by, page};
use crate::ApiError;
use crate::lookup::{changed_by, order_line, organisation_lines, organisation_page, person_line};
use crate::moment::known_at;
use crate::session::{Open, Session};
use crate::types::*;
use crate::view::View;

/// More than any list shows at once; what is asked for by name is never cut.
const MANY: usize = 100_000;

impl Session {
    pub fn people(&self, request: PeopleQuery) -> Result<People, ApiError> {
        let query = request.query.trim().to_owned();
        let moment = known_at(request.at.known_at.as_deref())?;
        let on = request.at.on.map(PartialDate::latest);
        let found = self.with(|open| Ok(open.register.search(&query, MANY, on, moment)?))?;
        self.at(&request.at, |view, day| {
            let ids: Vec<_> = if query.is_empty() {
                by_pinyin(view)
            } else {
                let persons = found.iter().filter_map(|hit| match hit.found {
                    Found::Person(id) => Some(id),
                    Found::Organisation(_) | Found::Post(_) | Found::Order(_) => None,
                });
                persons.filter(|id| view.person(*id).is_ok()).collect()
            };
            let count = ids.len() as u32;
            let limit = if request.limit == 0 { usize::MAX } else { request.limit as usize };
            let rows = ids.into_iter().take(limit).map(|id| person_line(view, id, day)).collect::<Result<_, _>>()?;
            Ok(People { rows, count })
        })
    }

    pub fn person(&self, request: PersonQuery) -> Result<PersonPage, ApiError> {
        self.at_open(&request.at, |open, view, day| page(open, view, request.id, day))
    }

    /// Every person of that name, or the one of that number, for the command line.
    pub fn persons_named(&self, name: &str, at: &At) -> Result<Vec<PersonPage>, ApiError> {
        self.at_open(at, |open, view, day| {
            meant_by(view, name).into_iter().map(|id| page(open, view, id, day)).collect()
        })
    }

    pub fn organisations(&self, request: OrganisationsQuery) -> Result<Organisations, ApiError> {
        let query = request.query.trim().to_owned();
        let moment = known_at(request.at.known_at.as_deref())?;
        let found = self
            .with(|open| Ok(open.register.search(&query, MANY, request.at.on.map(PartialDate::latest), moment)?))?;
        self.at(&request.at, |view, day| {
            let mut rows = organisation_lines(view, day);
            let kinds: BTreeSet<String> = rows.iter().filter_map(|row| row.kind.clone()).collect();
            if !query.is_empty() {
                let named = |id| found.iter().any(|hit| hit.found == Found::Organisation(id));
                let has_post =
                    |id| view.facts.posts.iter().any(|p| p.organisation == Some(id) && p.title.contains(&query));
                rows.retain(|row| named(row.id) || has_post(row.id));
            }
            Ok(Organisations { rows, kinds: kinds.into_iter().collect() })
        })
    }

    pub fn organisation(&self, request: OrganisationQuery) -> Result<OrganisationPage, ApiError> {
        self.at(&request.at, |view, day| organisation_page(view, request.id, day))
    }

    pub fn post(&self, request: PostQuery) -> Result<PostPage, ApiError> {
        self.at(&request.at, |view, day| crate::lookup::post_page(view, request.id, day))
    }

    /// The post of that title in the organisation of that name, for the command line.
    pub fn post_named(&self, organisation: &str, title: &str, at: &At) -> Result<PostPage, ApiError> {
        self.at(at, |view, day| {
            let id = post_titled(view, organisation, title, at.on)?;
            crate::lookup::post_page(view, id, day)
        })
    }

    pub fn orders(&self, request: OrdersQuery) -> Result<Orders, ApiError> {
        let moment = known_at(request.known_at.as_deref())?;
        self.with(|open| {
            let view = open.view(moment)?;
            let year = |head: &OrderHead| {
                head.number.as_ref().and_then(|number| number.year).or(head.issued_on.map(|day| day.year()))
            };
            let rows =
                open.register.orders(None, Some(request.query.trim()).filter(|query| !query.is_empty()), moment)?;
            let years: BTreeSet<i32> = view.facts.orders.iter().filter_map(year).collect();
            let mut lines = Vec::new();
            for row in rows {
                let in_year = request.year.is_none() || year(&row.head) == request.year;
                let issued = row.head.issued_on.or(row.head.decided_on);
                let by_then = request.on.is_none_or(|on| issued.is_none_or(|day| day.earliest() <= on.latest()));
                if in_year && by_then {
                    lines.push(line_of(open, &view, &row.head, row.findings as u32)?);
                }
            }
            lines.sort_by(|a, b| {
                let key = |line: &OrderLine| (line.issued_on, line.code.clone(), line.serial, line.id);
                key(b).cmp(&key(a))
            });
            Ok(Orders { years: years.into_iter().rev().collect(), rows: lines })
        })
    }

    pub fn order(&self, request: OrderQuery) -> Result<OrderPage, ApiError> {
        let moment = known_at(request.known_at.as_deref())?;
        self.with(|open| order_page(open, request.id, moment))
    }

    /// The order of that number, in whatever brackets, for the command line.
    pub fn order_numbered(&self, number: &str, known: Option<&str>) -> Result<OrderPage, ApiError> {
        let moment = known_at(known)?;
        self.with(|open| {
            let head = open.register.orders_by_number(number, moment)?.into_iter().next();
            order_page(open, head.ok_or_else(|| ApiError::refused("order-unknown").with("number", number))?.id, moment)
        })
    }

    pub fn original(&self, request: OrderQuery) -> Result<FileAnswer, ApiError> {
        let original = self.kept_original(request.id)?;
        Ok(super::file_answer(original.name, "application/octet-stream", &original.bytes))
    }

    /// The original kept with an order, as it came.
    pub(crate) fn kept_original(&self, order: OrderId) -> Result<Original, ApiError> {
        self.with(|open| {
            let first = open.register.originals(order)?.into_iter().next();
            Ok(open.register.original(first.ok_or_else(|| ApiError::refused("original-none"))?.id)?)
        })
    }
}

/// Everybody, as a list of names is ordered: by pinyin.
fn by_pinyin(view: &View) -> Vec<renmian_domain::PersonId> {
    let mut keyed: Vec<_> =
        view.facts.persons.iter().map(|row| (renmian_store::spelled(&row.name), &row.name, row.id)).collect();
    keyed.sort();
    keyed.into_iter().map(|(_, _, id)| id).collect()
}

fn line_of(open: &Open, view: &View, head: &OrderHead, findings: u32) -> Result<OrderLine, ApiError> {
    let kinds: Vec<ItemKind> = match head.state {
        OrderState::Recorded => view.items_of(head.id).iter().map(|item| item.item.kind).collect(),
        // No longer among what history follows from, and kept as it was.
        OrderState::Corrected | OrderState::Revoked => {
            open.register.order(head.id, None)?.items.iter().map(|item| item.item.kind).collect()
        }
    };
    let recorded_at = open.register.act(head.act)?.at;
    Ok(order_line(head, &kinds, findings, recorded_at))
}

fn order_page(open: &mut Open, id: OrderId, moment: Option<DateTime<Utc>>) -> Result<OrderPage, ApiError> {
    let view = open.view(moment)?;
    let record = open.register.order(id, moment)?;
    let findings = open.register.findings(id)?;
    let kinds: Vec<ItemKind> = record.items.iter().map(|item| item.item.kind).collect();
    let act = open.register.act(record.head.act)?;
    let day = chrono::NaiveDate::MAX;
    let items = record
        .items
        .iter()
        .map(|row| {
            let changed = changed_by(&view, row);
            let item = &row.item;
            OrderItem {
                position: row.position,
                kind: item.kind,
                person_id: row.person,
                name: item.person.name.clone(),
                gender: item.person.gender,
                ethnicity: item.person.ethnicity.clone(),
                post_id: row.post,
                organisation: item.post.organisation.clone(),
                title: item.post.title.clone(),
                concurrent: item.concurrent,
                acting: item.acting,
                secondment: item.secondment,
                probation_months: item.probation_months,
                term_months: item.term_months,
                note: item.note.clone(),
                effective_on: item.effective_on,
                counts_from: item.effective_on.or(record.head.decided_on).or(record.head.issued_on),
                certain: item.certain,
                source: item.source,
                opened: changed.opened.map(|tenure| view.line(tenure, day)),
                closed: changed.closed.map(|tenure| view.line(tenure, day)),
                confirmed: changed.confirmed.map(|tenure| view.line(tenure, day)),
            }
        })
        .collect();
    let original = open.register.originals(id)?.into_iter().next();
    Ok(OrderPage {
        subject: record.head.subject,
        decided_by: record.head.decided_by.clone(),
        text: record.text,
        items,
        findings: findings
            .iter()
            .map(|finding| FindingSheet {
                code: finding.code,
                weight: finding.code.weight(),
                source: finding.source,
                item: finding.item,
                data: finding.data.clone(),
                accepted: true,
                remedies: Vec::new(),
            })
            .collect(),
        recorded_by: act.actor,
        states: states(open, &view, id, moment)?,
        supersedes: supersedes(open, &view, id, moment)?,
        line: order_line(&record.head, &kinds, findings.len() as u32, act.at),
        original: original.map(|row| OriginalLine { name: row.name, bytes: row.length as u32, sha256: row.sha256 }),
    })
}

/// What acts have said of an order, first to last.
fn states(open: &Open, view: &View, id: OrderId, moment: Option<DateTime<Utc>>) -> Result<Vec<StateLine>, ApiError> {
    let told = open.register.state_changes(id, moment)?;
    told.into_iter()
        .map(|change| {
            let act = open.register.act(change.act)?;
            Ok(StateLine {
                state: change.state,
                at: act.at,
                actor: act.actor,
                why: change.why,
                by: change.by.map(|by| order_name(view, by)),
                by_text: change.by_text,
            })
        })
        .collect()
}

fn supersedes(
    open: &Open,
    view: &View,
    id: OrderId,
    moment: Option<DateTime<Utc>>,
) -> Result<Vec<SupersededLine>, ApiError> {
    let told = open.register.superseded_by(id, moment)?;
    told.into_iter()
        .map(|(order, change)| {
            let act = open.register.act(change.act)?;
            Ok(SupersededLine {
                order: order_name(view, order),
                state: change.state,
                at: act.at,
                actor: act.actor,
                why: change.why,
            })
        })
        .collect()
}

/// An order by its number or title, whether it is in force or not.
fn order_name(view: &View, id: OrderId) -> OrderName {
    let superseded = || view.facts.superseded.iter().find(|head| head.id == id);
    let name = view.order(id).or_else(superseded).map(|head| head.called().to_owned());
    OrderName { id, name: name.unwrap_or_default() }
}
