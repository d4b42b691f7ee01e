//! `organisation`, `post-event` and `end`: events of units and posts, and endings that no order says, from a terminal.

use renmian_api::types::*;
use renmian_api::{ApiError, Session};
use renmian_domain::{
    EndCause, EventPaper, OrganisationChange, OrganisationId, PartialDate, PostChange, TenureChoice, UnitMeant,
};
use serde_json::json;

use crate::arguments::{Happening, PostEventChange, Tenures, UnitChange};
use crate::contract;
use crate::run::{Failure, Outcome, date, give, write};

/// An event of a unit's life.
pub fn organisation(session: &Session, change: UnitChange, json: bool) -> Result<Outcome, Failure> {
    let (names, happening, on, what) = match change {
        UnitChange::Found { name, under, happening } => {
            let on = date(&happening.on)?;
            let parent = under.as_deref().map(|name| known(session, name, on)).transpose()?;
            let unit = match session.unit_named(&name, on)? {
                Some(id) if under.is_none() => UnitMeant::Known { id },
                Some(_) | None => UnitMeant::New { name: name.clone(), parent },
            };
            (vec![name], happening, on, OrganisationChange::Found { unit })
        }
        UnitChange::Rename { old, new, tenures, happening } => {
            let on = date(&happening.on)?;
            // A register begun under the later name does not know the earlier one yet.
            let (organisation, former) = match (session.unit_named(&old, on)?, session.unit_named(&new, on)?) {
                (None, Some(id)) => (id, Some(old.clone())),
                _ => (known(session, &old, on)?, None),
            };
            let tenures = choice(&tenures, TenureChoice::RunOn, TenureChoice::RunOn);
            let what = OrganisationChange::Rename { organisation, former, name: new.clone(), tenures };
            (vec![new, old], happening, on, what)
        }
        UnitChange::Move { name, under, happening } => {
            let on = date(&happening.on)?;
            let parent = under.as_deref().map(|name| known(session, name, on)).transpose()?;
            let what = OrganisationChange::Move { organisation: known(session, &name, on)?, parent };
            (vec![name], happening, on, what)
        }
        UnitChange::Merge { mut names, tenures, happening } => {
            let on = date(&happening.on)?;
            let last = names.pop().unwrap_or_default();
            let into = meant(session, &last, on)?;
            let organisations = names.iter().map(|name| known(session, name, on)).collect::<Result<_, _>>()?;
            let tenures = choice(&tenures, TenureChoice::End, TenureChoice::Wait);
            (names, happening, on, OrganisationChange::Merge { organisations, into, tenures })
        }
        UnitChange::Split { name, into, tenures, happening } => {
            let on = date(&happening.on)?;
            let organisation = known(session, &name, on)?;
            let into = into.iter().map(|name| meant(session, name, on)).collect::<Result<_, _>>()?;
            let tenures = choice(&tenures, TenureChoice::End, TenureChoice::Wait);
            (vec![name], happening, on, OrganisationChange::Split { organisation, into, tenures })
        }
        UnitChange::Abolish { names, tenures, happening } => {
            // Each is an act of its own; what comes after a refusal is not recorded.
            let on = date(&happening.on)?;
            let tenures = if tenures.keep { TenureChoice::Wait } else { TenureChoice::End };
            let (last, others) = names.split_last().ok_or_else(|| ApiError::usage("name-empty"))?;
            for name in others {
                let what = OrganisationChange::Abolish { organisation: known(session, name, on)?, tenures };
                session.change_organisation(ChangeOrganisation { what, paper: paper(session, &happening, on)? })?;
            }
            let what = OrganisationChange::Abolish { organisation: known(session, last, on)?, tenures };
            (vec![last.clone()], happening, on, what)
        }
    };
    let outcome = session.plan(Plan::Organisation { what: what.clone(), on })?;
    let page = session.change_organisation(ChangeOrganisation { what, paper: paper(session, &happening, on)? })?;
    if json {
        give(&json!({
            "organisation": page.name,
            "on": on,
            "events": page.events,
            "former": page.former,
            "founded_on": page.founded_on,
            "ended_on": page.ended_on,
            "ended": outcome.ends.iter().map(held).collect::<Vec<_>>(),
            "runs_on": outcome.runs_on.iter().map(held).collect::<Vec<_>>(),
        }));
    } else {
        let name = names.first().map_or(page.name.as_str(), String::as_str);
        write(&format!(
            "已记入{name}的机构沿革（{}）：随之结束的任职{}条，继续的{}条\n",
            on.sentence(),
            outcome.ends.len(),
            outcome.runs_on.len(),
        ));
    }
    Ok(Outcome::Done)
}

/// An event of a post's life.
pub fn post(session: &Session, change: PostEventChange, json: bool) -> Result<Outcome, Failure> {
    let named = |organisation: &str, title: &str, on| session.post_id_named(organisation, title, Some(on));
    let (happening, on, what) = match change {
        PostEventChange::Rename { organisation, old, new, tenures, happening } => {
            let on = date(&happening.on)?;
            // A register begun under the later title does not know the earlier one yet.
            let (post, former) = match (named(&organisation, &old, on), named(&organisation, &new, on)) {
                (Err(_), Ok(post)) => (post, Some(old)),
                (old, _) => (old?, None),
            };
            let tenures = choice(&tenures, TenureChoice::RunOn, TenureChoice::RunOn);
            (happening, on, PostChange::Rename { post, former, title: new, tenures })
        }
        PostEventChange::Seats { organisation, title, seats, happening } => {
            let on = date(&happening.on)?;
            (happening, on, PostChange::Seats { post: named(&organisation, &title, on)?, authorised: Some(seats) })
        }
        PostEventChange::Abolish { organisation, title, keep, happening } => {
            let on = date(&happening.on)?;
            let tenures = if keep { TenureChoice::Wait } else { TenureChoice::End };
            (happening, on, PostChange::Abolish { post: named(&organisation, &title, on)?, tenures })
        }
    };
    let outcome = session.plan(Plan::Post { what: what.clone(), on })?;
    let page = session.change_post(ChangePost { what, paper: paper(session, &happening, on)? })?;
    if json {
        give(&json!({
            "organisation": page.organisation,
            "title": page.title,
            "authorised": page.authorised,
            "on": on,
            "events": page.events,
            "former": page.former,
            "ended_on": page.ended_on,
            "ended": outcome.ends.iter().map(held).collect::<Vec<_>>(),
            "runs_on": outcome.runs_on.iter().map(held).collect::<Vec<_>>(),
        }));
    } else {
        write(&format!(
            "已记入{}{}的职务沿革（{}）：随之结束的任职{}条，继续的{}条\n",
            page.organisation.unwrap_or_default(),
            page.title,
            on.sentence(),
            outcome.ends.len(),
            outcome.runs_on.len(),
        ));
    }
    Ok(Outcome::Done)
}

/// An ending that no order says.
pub fn end(
    session: &Session,
    (name, cause): (&str, &str),
    post: Option<(&str, &str)>,
    happening: &Happening,
    json: bool,
) -> Result<Outcome, Failure> {
    let on = date(&happening.on)?;
    let cause = EndCause::ENTERED.into_iter().find(|known| known.key() == cause);
    let cause = cause.ok_or_else(|| ApiError::usage("cause-unknown").with("causes", causes().join("、")))?;
    let posts = match post {
        Some((organisation, title)) => vec![session.post_id_named(organisation, title, Some(on))?],
        None => Vec::new(),
    };
    let persons = session.person_ids_named(name)?;
    let person = match (persons.as_slice(), post) {
        ([], _) => return Err(ApiError::refused("person-unknown").into()),
        ([one], _) => *one,
        // Of several of the name only one may hold the post that is named.
        (several, _) => {
            let plan = |person| Plan::Ending { person, posts: posts.clone(), cause, on };
            let mut meant = Vec::new();
            for person in several {
                if !posts.is_empty() && !session.plan(plan(*person))?.ends.is_empty() {
                    meant.push(*person);
                }
            }
            match meant.as_slice() {
                [one] => *one,
                _ => return Err(ApiError::refused("person-several").with("count", several.len()).into()),
            }
        }
    };
    let outcome = session.plan(Plan::Ending { person, posts: posts.clone(), cause, on })?;
    let paper = paper(session, happening, on)?;
    let page = session.end_tenures(EndTenures { person, posts, cause, paper })?;
    if json {
        let mut value = contract::person(&page);
        value["ended"] = json!(outcome.ends.iter().map(held).collect::<Vec<_>>());
        give(&value);
    } else {
        write(&format!("已登记离任：结束任职{}条\n", outcome.ends.len()));
    }
    Ok(Outcome::Done)
}

/// The words that `--cause` takes.
pub fn causes() -> Vec<&'static str> {
    EndCause::ENTERED.iter().map(|cause| cause.key()).collect()
}

fn held(line: &TenureLine) -> serde_json::Value {
    let mut value = contract::tenure(line);
    value["name"] = json!(line.name);
    value
}

fn choice(said: &Tenures, usual: TenureChoice, kept: TenureChoice) -> TenureChoice {
    match (said.reappoint, said.keep) {
        (true, _) => TenureChoice::Reappoint,
        (false, true) => kept,
        (false, false) => usual,
    }
}

fn known(session: &Session, name: &str, on: PartialDate) -> Result<OrganisationId, Failure> {
    let found = session.unit_named(name, on)?;
    Ok(found.ok_or_else(|| ApiError::refused("organisation-not-found").with("name", name))?)
}

fn meant(session: &Session, name: &str, on: PartialDate) -> Result<UnitMeant, Failure> {
    Ok(match session.unit_named(name, on)? {
        Some(id) => UnitMeant::Known { id },
        None => UnitMeant::New { name: name.to_owned(), parent: None },
    })
}

/// The paper: an order of the register by its number, else its number in words.
fn paper(session: &Session, happening: &Happening, on: PartialDate) -> Result<EventPaper, Failure> {
    let by = match &happening.by {
        None => None,
        Some(number) => match session.order_numbered(number, None) {
            Ok(page) => Some(page.line.id),
            Err(error) if error.code == "order-unknown" => None,
            Err(error) => return Err(error.into()),
        },
    };
    let by_text = happening.by.clone().filter(|_| by.is_none());
    Ok(EventPaper { on, by, by_text, why: happening.why.clone() })
}
