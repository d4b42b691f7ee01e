//! The JSON that is relied on from outside: the shapes of the contract, made from the answers of the core.

use renmian_api::types::*;
use renmian_domain::say::{Language, say};
use renmian_domain::{ConcernKind, Draft, EndCause, Finding, Item, Paper, Span};
use serde_json::{Value, json};

use crate::persons::called;

/// A paper as `read` gives it.
pub fn paper(file: &str, paper: &Paper) -> Value {
    json!({
        "file": file,
        "subject": paper.subject,
        "number": paper.number,
        "issuer": paper.issuer,
        "title": paper.title,
        "issued_on": paper.issued_on,
        "decided_by": paper.decided_by,
        "decided_on": paper.decided_on,
        "items": paper.items.iter().map(item).collect::<Vec<_>>(),
        "findings": paper.findings.iter().map(finding).collect::<Vec<_>>(),
        "source": paper.extent,
    })
}

fn item(item: &Item) -> Value {
    json!(item)
}

/// A finding with its sentence.
pub fn finding(finding: &Finding) -> Value {
    finding_parts(&finding.code.key(), &finding.data, finding.source, finding.item)
}

/// A finding with its sentence, as the register keeps it.
pub fn finding_sheet(finding: &FindingSheet) -> Value {
    finding_parts(&finding.code.key(), &finding.data, finding.source, finding.item)
}

fn finding_parts(
    code: &str,
    data: &std::collections::BTreeMap<String, String>,
    source: Option<Span>,
    item: Option<usize>,
) -> Value {
    json!({
        "code": code,
        "message": say(Language::Chinese, &format!("finding.{code}"), data),
        "source": source,
        "item": item,
    })
}

/// A draft that was left for the clerk.
pub fn left(draft: &Draft, findings: &[Finding]) -> Value {
    json!({
        "number": draft.number.as_ref().map(|number| &number.text),
        "title": draft.title,
        "file": draft.file,
        "findings": findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

/// One line of `orders`.
pub fn order_line(line: &OrderLine) -> Value {
    json!({
        "number": line.number,
        "title": line.title,
        "issuer": line.issuer,
        "issued_on": line.issued_on,
        "decided_on": line.decided_on,
        "state": line.state,
        "items": line.items,
        "findings": line.findings,
        "recorded_at": line.recorded_at,
    })
}

/// `order`: a line with its items, text and findings.
pub fn order(page: &OrderPage) -> Value {
    let items: Vec<Value> = page
        .items
        .iter()
        .map(|item| {
            json!({
                "person": {"name": item.name, "gender": item.gender, "ethnicity": item.ethnicity},
                "kind": item.kind,
                "post": {"organisation": item.organisation, "title": item.title},
                "concurrent": item.concurrent,
                "acting": item.acting,
                "secondment": item.secondment,
                "probation_months": item.probation_months,
                "term_months": item.term_months,
                "effective_on": item.effective_on,
                "counts_from": item.counts_from,
                "note": item.note,
                "certain": item.certain,
                "source": item.source,
                "opened": item.opened.as_ref().map(tenure),
                "closed": item.closed.as_ref().map(tenure),
                "confirmed": item.confirmed.as_ref().map(tenure),
            })
        })
        .collect();
    let mut value = order_line(&page.line);
    value["subject"] = json!(page.subject);
    value["decided_by"] = json!(page.decided_by);
    value["text"] = json!(page.text);
    value["items"] = json!(items);
    value["findings"] = page.findings.iter().map(finding_sheet).collect();
    value["recorded_by"] = json!(page.recorded_by);
    let states = page.states.iter().map(|line| {
        json!({
            "state": line.state,
            "at": line.at,
            "actor": line.actor,
            "why": line.why,
            "by": line.by.as_ref().map(|by| &by.name).or(line.by_text.as_ref()),
        })
    });
    value["states"] = states.collect();
    let supersedes = page.supersedes.iter().map(|line| {
        json!({
            "order": line.order.name,
            "state": line.state,
            "at": line.at,
            "actor": line.actor,
            "why": line.why,
        })
    });
    value["supersedes"] = supersedes.collect();
    value
}

/// One tenure of `person`.
pub fn tenure(line: &TenureLine) -> Value {
    let number = |link: &Option<PaperLink>| link.as_ref().map(|link| link.number.clone());
    json!({
        "organisation": line.organisation,
        "title": line.title,
        "start": line.start,
        "no_later_than": line.no_later_than,
        "end": line.end,
        "ended": line.ended,
        "end_cause": line.end_cause,
        "start_order": number(&line.start_order),
        "end_order": number(&line.end_order),
        "end_paper": line.end_paper,
        "given_up": line.given_up,
        "opening": line.opening,
        "concurrent": line.concurrent,
        "acting": line.acting,
        "secondment": line.secondment,
        "probation_ends": line.probation_ends,
        "confirmed_on": line.confirmed_on,
        "term_ends": line.term_ends,
    })
}

/// One person of `person`.
pub fn person(page: &PersonPage) -> Value {
    json!({
        "id": page.id,
        "name": page.name,
        "other_names": page.other_names,
        "gender": page.gender,
        "ethnicity": page.ethnicity,
        "birth": page.birth,
        "note": page.note,
        "merged": page.merged.iter().map(|merged| json!({
            "id": merged.id,
            "name": merged.name,
            "at": merged.act.at,
            "actor": merged.act.actor,
            "why": merged.act.why,
        })).collect::<Vec<_>>(),
        "tenures": page.tenures.iter().map(tenure).collect::<Vec<_>>(),
    })
}

/// What is recorded of a person, entry by entry.
pub fn entries(of: &PersonEntries) -> Value {
    let entry = |line: &EntryLine| {
        let (what, kind) = match line.what {
            EntryWhat::Item(kind) => ("item", json!(kind)),
            EntryWhat::Opening => ("opening", Value::Null),
            EntryWhat::Ending(cause) => ("ending", json!(cause)),
        };
        json!({
            "entry": called(line.entry),
            "what": what,
            "kind": kind,
            "on": line.on,
            "held_on": line.held_on,
            "printed_name": line.printed,
            "post": line.post,
            "order": line.order.as_ref().map(|order| &order.number),
            "paper": line.paper,
        })
    };
    of.entries.iter().map(entry).collect()
}

/// What was known when of a person's tenures.
pub fn told(of: &PersonTold) -> Value {
    let moment = |moment: &ToldMoment| {
        json!({
            "act": moment.act.id,
            "at": moment.act.at,
            "actor": moment.act.actor,
            "summary": moment.act.summary,
            "why": moment.act.why,
            "said": moment.said,
        })
    };
    let tenures = of.tenures.iter().map(|tenure| {
        let moments: Vec<Value> = tenure.moments.iter().map(moment).collect();
        json!({ "post": tenure.post, "stands": tenure.stands, "moments": moments })
    });
    tenures.collect()
}

/// `due`.
pub fn due(found: &DueList) -> Value {
    let rows = found.rows.iter().map(|line| {
        json!({ "what": line.what, "on": line.on, "overdue": line.overdue, "name": line.name, "post": line.post })
    });
    json!({ "on": found.on, "within": found.within, "due": rows.collect::<Vec<_>>() })
}

/// What an act on persons changes.
pub fn person_changes(changes: &PersonChanges) -> Value {
    let held = |line: &TenureLine| {
        let mut value = tenure(line);
        value["person_id"] = json!(line.person_id);
        value["name"] = json!(line.name);
        value
    };
    let all = |lines: &[TenureLine]| lines.iter().map(held).collect::<Vec<_>>();
    let moved = changes.moved.iter().map(|line| json!({ "before": held(&line.before), "after": held(&line.after) }));
    json!({
        "goes": all(&changes.goes),
        "appear": all(&changes.appear),
        "vanish": all(&changes.vanish),
        "moved": moved.collect::<Vec<_>>(),
        "present": changes.present,
        "differs": changes.differs,
    })
}

/// `organisations`: units in their standing order, with the name of the unit above each.
pub fn organisations(shown: &Organisations) -> Value {
    let above = |id| shown.rows.iter().find(|row| Some(row.id) == id).map(|row| &row.name);
    let rows = shown.rows.iter().map(|row| {
        json!({
            "organisation": row.name,
            "parent": above(row.parent),
            "depth": row.depth,
            "kind": row.kind,
            "ended_on": row.ended_on,
            "posts": row.posts,
            "holders": row.holders,
        })
    });
    json!({ "organisations": rows.collect::<Vec<_>>() })
}

/// `post`.
pub fn post(page: &PostPage) -> Value {
    let holders: Vec<Value> = page
        .holders
        .iter()
        .map(|line| {
            let mut value = tenure(line);
            if let Some(fields) = value.as_object_mut() {
                fields.remove("organisation");
                fields.remove("title");
                fields.insert("name".to_owned(), json!(line.name));
                fields.insert("gender".to_owned(), json!(line.gender));
            }
            value
        })
        .collect();
    json!({
        "organisation": page.organisation,
        "title": page.title,
        "authorised": page.authorised,
        "filled": page.filled,
        "vacant": page.vacant,
        "over": page.over,
        "holders": holders,
    })
}

/// `roster`.
pub fn roster(roster: &Roster) -> Value {
    json!({
        "on": roster.on,
        "rows": roster.rows.iter().map(|row| json!({
            "organisation": row.organisation,
            "title": row.title,
            "name": row.name,
            "gender": row.gender,
            "ethnicity": row.ethnicity,
            "birth": row.birth,
            "since": row.since,
            "no_later_than": row.no_later_than,
            "order": row.order,
            "concurrent": row.concurrent,
            "acting": row.acting,
            "secondment": row.secondment,
            "probation_ends": row.probation_ends,
        })).collect::<Vec<_>>(),
    })
}

/// `reconcile`: every difference, with what the roster says (`there`) and what the register says (`here`).
pub fn differences(found: &Differences) -> Value {
    let rows = found.rows.iter().map(|row| {
        json!({
            "kind": row.kind,
            "name": row.name,
            "row": row.row,
            "there": row.there.as_ref().map(|there| json!({
                "organisation": there.organisation,
                "title": there.title,
                "since": there.since,
            })),
            "here": row.here.as_ref().map(tenure),
            "unit_absent": row.unit_absent,
        })
    });
    json!({ "on": found.on, "same": found.same, "differences": rows.collect::<Vec<_>>(), "left": found.left })
}

/// `check`: one entry for each thing found, by kind.
pub fn check(found: &SelfCheck) -> Value {
    let entry = |kind: ConcernKind, line: &ConcernLine| {
        let of = |wanted: fn(&HitTarget) -> bool| -> Vec<&str> {
            line.places.iter().filter(|place| wanted(&place.target)).map(|place| place.name.as_str()).collect()
        };
        json!({
            "kind": kind,
            "message": concern(kind, line),
            "persons": of(|target| matches!(target, HitTarget::Person(_))),
            "posts": of(|target| matches!(target, HitTarget::Post(_))),
            "orders": of(|target| matches!(target, HitTarget::Order(_))),
            "words": line.words,
        })
    };
    let entries = found.groups.iter().flat_map(|group| group.lines.iter().map(move |line| entry(group.kind, line)));
    json!({ "on": found.on, "count": found.count, "found": entries.collect::<Vec<_>>() })
}

/// The sentence of one thing that the self-check found.
pub fn concern(kind: ConcernKind, line: &ConcernLine) -> String {
    say(Language::Chinese, &format!("concern.{}", kind.key()), &line.words)
}

/// Why a tenure ended, in a word.
pub fn cause(cause: Option<EndCause>) -> String {
    let word = |cause: EndCause| say(Language::Chinese, &format!("word.cause-{}", cause.key()), &[].into());
    cause.map(word).unwrap_or_default()
}
