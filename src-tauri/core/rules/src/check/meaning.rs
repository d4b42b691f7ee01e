//! Findings of names: who and what is new, nearly known, of one name with another, or gone.

use std::collections::HashSet;

use renmian_domain::{Choice, Finding, FindingCode, Item, Meant};

use super::Desk;
use crate::names::{person_key, title_key};

/// Each name once, at the first item that prints it.
pub(super) fn findings(desk: &Desk<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut said = Said::default();
    for (index, (item, resolved)) in desk.draft.items.iter().zip(&desk.resolution.items).enumerate() {
        let item = &item.item;
        match &resolved.person {
            Meant::New(new) if said.persons.insert(*new) => {
                findings.push(desk.finding_of(index, FindingCode::PersonNew).with("name", &item.person.name));
            }
            Meant::Unclear(_) if said.names.insert(person_key(&item.person.name)) => {
                findings.push(desk.finding_of(index, FindingCode::PersonNamesake).with("name", &item.person.name));
            }
            Meant::Known(_) | Meant::New(_) | Meant::Unclear(_) => {}
        }
        let organisation = item.post.organisation.as_deref().unwrap_or_default();
        match &resolved.organisation {
            Some(Meant::New(new)) if said.organisations.insert(*new) => {
                findings.push(new_organisation(desk, index, organisation));
            }
            Some(Meant::Known(id)) => {
                if let Some(finding) = ended(desk, index, item, *id) {
                    if said.ended.insert(*id) {
                        findings.push(finding);
                    }
                } else if let Some(finding) = several_mean(desk, index, organisation, *id)
                    && said.doubtful.insert(*id)
                {
                    findings.push(finding);
                }
            }
            Some(Meant::New(_) | Meant::Unclear(_)) | None => {}
        }
        if let Meant::Known(id) = resolved.post
            && let Some(finding) = post_ended(desk, index, item, id)
            && said.ended_posts.insert(id)
        {
            findings.push(finding);
        }
        // A new organisation's posts are new with it.
        let body_known = !matches!(resolved.organisation, Some(Meant::New(_)));
        if let Meant::New(new) = resolved.post
            && body_known
            && said.posts.insert(new)
        {
            findings.push(new_post(desk, index, item));
        }
    }
    findings
}

#[derive(Default)]
struct Said {
    persons: HashSet<usize>,
    names: HashSet<String>,
    organisations: HashSet<usize>,
    ended: HashSet<renmian_domain::OrganisationId>,
    ended_posts: HashSet<renmian_domain::PostId>,
    doubtful: HashSet<renmian_domain::OrganisationId>,
    posts: HashSet<usize>,
}

fn new_organisation(desk: &Desk<'_>, index: usize, name: &str) -> Finding {
    let key = desk.register.key(name);
    // The clerk has said that it is new: then it is not asked again which known one is meant.
    let said_new = desk.draft.items.iter().any(|item| {
        let same = || item.item.post.organisation.as_ref().is_some_and(|name| desk.register.key(name) == key);
        item.organisation == Choice::New && same()
    });
    let like = if said_new { None } else { desk.register.organisations_like(name).into_iter().next() };
    match like {
        Some(known) => desk
            .finding_of(index, FindingCode::OrganisationSimilar)
            .with("organisation", name)
            .with("known", &known.name),
        None => desk.finding_of(index, FindingCode::OrganisationNew).with("organisation", name),
    }
}

/// Two known organisations that the printed name means equally well: one was taken, the clerk should look.
fn several_mean(desk: &Desk<'_>, index: usize, name: &str, taken: renmian_domain::OrganisationId) -> Option<Finding> {
    let draft_item = desk.draft.items.get(index)?;
    let day = desk.draft.counts_from(&draft_item.item);
    let known = desk.register.organisations_named(name, day);
    let chosen = desk.draft.items.iter().any(|item| item.organisation == Choice::Known(taken));
    let exact = known.first().is_some_and(|first| first.name == name);
    let alive = known.iter().filter(|known| known.ended_on.is_none()).count();
    if chosen || exact || alive < 2 || known.first().map(|first| first.id) != Some(taken) {
        return None;
    }
    let taken = desk.register.organisation(taken)?;
    Some(desk.finding_of(index, FindingCode::OrganisationSimilar).with("organisation", name).with("known", &taken.name))
}

/// Nothing opens in an organisation that is gone; leaving its posts after its end is usual.
fn ended(desk: &Desk<'_>, index: usize, item: &Item, id: renmian_domain::OrganisationId) -> Option<Finding> {
    let organisation = desk.register.organisation(id)?;
    let ended_on = organisation.ended_on?;
    let day = desk.draft.counts_from(item);
    if !item.kind.opens() || day.is_some_and(|day| day.latest() < ended_on.earliest()) {
        return None;
    }
    Some(
        desk.finding_of(index, FindingCode::OrganisationEnded)
            .with("organisation", &organisation.name)
            .with("ended", ended_on.dotted()),
    )
}

/// Nothing opens in a post that was abolished.
fn post_ended(desk: &Desk<'_>, index: usize, item: &Item, id: renmian_domain::PostId) -> Option<Finding> {
    let ended_on = desk.register.post(id)?.ended_on?;
    let day = desk.draft.counts_from(item);
    if !item.kind.opens() || day.is_some_and(|day| day.latest() < ended_on.earliest()) {
        return None;
    }
    let finding = desk.finding_of(index, FindingCode::PostEnded);
    Some(finding.with("post", desk.register.post_name(id)).with("ended", ended_on.dotted()))
}

fn new_post(desk: &Desk<'_>, index: usize, item: &Item) -> Finding {
    let key = |item: &Item| {
        let organisation = item.post.organisation.as_ref().map(|name| desk.register.key(name));
        (organisation, title_key(&item.post.title))
    };
    let own = key(item);
    let said_new = desk.draft.items.iter().any(|other| other.post == Choice::New && key(&other.item) == own);
    let organisation = match desk.resolution.items.get(index).and_then(|resolved| resolved.organisation.as_ref()) {
        Some(Meant::Known(id)) => Some(*id),
        Some(Meant::New(_) | Meant::Unclear(_)) | None => None,
    };
    let name = organisation.and_then(|id| desk.register.organisation(id)).map_or("", |known| known.name.as_str());
    let like =
        if said_new { None } else { desk.register.posts_like(organisation, &item.post.title).into_iter().next() };
    match like {
        Some(known) => desk
            .finding_of(index, FindingCode::PostSimilar)
            .with("organisation", name)
            .with("title", &item.post.title)
            .with("known", desk.register.post_name(known.id)),
        None => desk.finding_of(index, FindingCode::PostNew).with("organisation", name).with("title", &item.post.title),
    }
}
