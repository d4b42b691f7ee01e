//! Answers of the look-up screens: persons, units, posts, orders, each as of a day and as known at a moment.

use std::collections::HashMap;

use chrono::NaiveDate;
use renmian_domain::{
    EntryRef, ItemKind, OrderHead, OrganisationId, OrganisationRecord, PartialDate, PersonId, PostId, PostRecord,
    Tenure,
};

use renmian_rules::{authorised_on, held_on, name_on, naming_day, parent_on, title_on};

use crate::ApiError;
use crate::types::*;
use crate::view::View;

/// A person on one line.
pub fn person_line(view: &View, id: PersonId, day: NaiveDate) -> Result<PersonLine, ApiError> {
    let person = view.person(id)?;
    let mut posts = held_on(view.career(id), day);
    // What one is comes first, in the standing order, and not the leading group that one has sat in for longest.
    posts.sort_by_key(|tenure| (tenure.concurrent, view.standing().place(tenure.post)));
    Ok(PersonLine {
        id,
        name: person.name.clone(),
        gender: person.gender,
        birth: person.birth,
        since: posts.first().and_then(|tenure| tenure.start),
        posts: posts.into_iter().map(|tenure| view.post_name_on(tenure.post, day)).collect(),
        namesake: !view.namesakes(person).is_empty(),
    })
}

/// A person with what tells them apart from others of the name.
pub fn person_card(view: &View, id: PersonId, day: NaiveDate) -> Result<PersonCard, ApiError> {
    let person = view.person(id)?;
    let line = person_line(view, id, day)?;
    let former = line.posts.is_empty();
    let last = view.career(id).last().map(|tenure| view.post_name_on(tenure.post, naming_day(tenure, day)));
    Ok(PersonCard {
        id,
        name: person.name.clone(),
        gender: person.gender,
        ethnicity: person.ethnicity.clone(),
        birth: person.birth,
        posts: if former { last.into_iter().collect() } else { line.posts },
        former,
        note: person.note.clone(),
    })
}

/// 任职简历. Of the records merged into this one the journal knows more than the view: they are added there.
pub fn person_page(view: &View, id: PersonId, day: NaiveDate) -> Result<PersonPage, ApiError> {
    let person = view.person(id)?;
    let id = person.id;
    let others = view.namesakes(person).into_iter();
    let namesakes = others.map(|other| person_line(view, other, day)).collect::<Result<_, _>>()?;
    Ok(PersonPage {
        id,
        merged: Vec::new(),
        name: person.name.clone(),
        other_names: person.other_names.iter().filter(|name| **name != person.name).cloned().collect(),
        gender: person.gender,
        ethnicity: person.ethnicity.clone(),
        birth: person.birth,
        note: person.note.clone(),
        namesakes,
        tenures: view.career(id).into_iter().map(|tenure| view.line(tenure, day)).collect(),
    })
}

/// Units in their standing order, each followed by those below it.
pub fn organisation_lines(view: &View, day: NaiveDate) -> Vec<OrganisationLine> {
    let mut depths: HashMap<OrganisationId, u32> = HashMap::new();
    let rows = view.units_on(day).into_iter();
    rows.map(|row| {
        let depth = parent_on(row, day).and_then(|above| depths.get(&above)).map_or(0, |above| above + 1);
        depths.insert(row.id, depth);
        organisation_line(view, row, depth, day)
    })
    .collect()
}

fn organisation_line(view: &View, row: &OrganisationRecord, depth: u32, day: NaiveDate) -> OrganisationLine {
    let posts: Vec<&PostRecord> = view.facts.posts.iter().filter(|post| post.organisation == Some(row.id)).collect();
    let holders: usize = posts.iter().map(|post| held_on(view.holders(post.id), day).len()).sum();
    OrganisationLine {
        id: row.id,
        name: name_on(row, day).to_owned(),
        parent: parent_on(row, day),
        depth,
        kind: row.kind.clone(),
        ended_on: row.ended_on,
        posts: posts.len() as u32,
        holders: holders as u32,
    }
}

/// A unit's posts in their standing order.
pub fn posts_of(view: &View, organisation: OrganisationId) -> Vec<&PostRecord> {
    let posts = view.standing().posts().iter().filter_map(|id| view.post(*id).ok());
    posts.filter(|post| post.organisation == Some(organisation)).collect()
}

/// A unit's page.
pub fn organisation_page(view: &View, id: OrganisationId, day: NaiveDate) -> Result<OrganisationPage, ApiError> {
    let row = view.organisation(id)?;
    let posts = posts_of(view, id);
    let children = organisation_lines(view, day).into_iter().filter(|line| line.parent == Some(id)).collect();
    Ok(OrganisationPage {
        id,
        name: name_on(row, day).to_owned(),
        other_names: row.other_names.clone(),
        founded_on: row.founded_on,
        former: row.former.clone(),
        events: crate::life::of_unit(view, id),
        parent: parent_on(row, day)
            .and_then(|id| view.organisation(id).ok())
            .map(|row| organisation_line(view, row, 0, day)),
        kind: row.kind.clone(),
        standing: row.standing,
        ended_on: row.ended_on,
        children,
        tenures: posts.iter().flat_map(|post| view.holders(post.id)).map(|tenure| view.line(tenure, day)).collect(),
        posts: posts
            .iter()
            .map(|post| PostLine {
                id: post.id,
                title: title_on(post, day).to_owned(),
                ended_on: post.ended_on,
                authorised: authorised_on(post, day),
                headship: post.headship,
                rank: post.rank,
                holders: held_on(view.holders(post.id), day).into_iter().map(|held| view.line(held, day)).collect(),
            })
            .collect(),
    })
}

/// 发文字号, title and the counts of an order's items, on one line.
pub fn order_line(head: &OrderHead, items: &[ItemKind], findings: u32, recorded_at: String) -> OrderLine {
    OrderLine {
        id: head.id,
        number: head.number.as_ref().map(|number| number.text.clone()),
        code: head.number.as_ref().and_then(|number| number.code.clone()),
        serial: head.number.as_ref().and_then(|number| number.serial),
        title: head.title.clone(),
        issuer: head.issuer.clone(),
        issued_on: head.issued_on,
        decided_on: head.decided_on,
        state: head.state,
        appoints: items.iter().filter(|kind| kind.opens()).count() as u32,
        dismisses: items.iter().filter(|kind| kind.closes()).count() as u32,
        items: items.len() as u32,
        findings,
        recorded_at,
    }
}

/// What one registered item changed: the tenures that begin, end or are settled by it.
pub struct Changed<'a> {
    /// Begun by it.
    pub opened: Option<&'a Tenure>,
    /// Ended by it.
    pub closed: Option<&'a Tenure>,
    /// Its probation settled by it.
    pub confirmed: Option<&'a Tenure>,
}

/// What one registered item changed.
pub fn changed_by<'a>(view: &'a View, item: &renmian_domain::RecordedItem) -> Changed<'a> {
    let entry = Some(EntryRef::Item(item.id));
    let of_pair = || view.history.tenures.iter().filter(|t| t.person == item.person && t.post == item.post);
    Changed {
        opened: of_pair().find(|tenure| tenure.start_by == entry),
        closed: of_pair().find(|tenure| tenure.end_by == entry),
        confirmed: of_pair().find(|tenure| tenure.confirmed_by == entry),
    }
}

/// 历任: holders first to last, with the stretches in which a seat was empty, or too many held the post.
pub fn post_page(view: &View, id: PostId, day: NaiveDate) -> Result<PostPage, ApiError> {
    let post = view.post(id)?;
    let found = renmian_rules::holders(&view.facts, &view.history, id);
    let authorised = authorised_on(post, day);
    let filled = held_on(view.holders(id), day).len() as u32;
    let length = |from: PartialDate, to: Option<PartialDate>| {
        Some((to.map_or(Some(day), PartialDate::exact)? - from.exact()?).num_days().max(0))
    };
    let vacancies = found.vacancies.iter().filter(|vacancy| vacancy.from.earliest() <= day).map(|vacancy| Stretch {
        from: vacancy.from,
        to: vacancy.to,
        days: length(vacancy.from, vacancy.to),
        holders: 0,
    });
    let overlaps = found.overlaps.iter().map(|overlap| Stretch {
        from: overlap.from,
        to: overlap.to,
        days: length(overlap.from, overlap.to),
        holders: overlap.persons.len() as u32,
    });
    Ok(PostPage {
        id,
        organisation_id: post.organisation,
        organisation: view.organisation_name_on(post, day),
        title: title_on(post, day).to_owned(),
        ended_on: post.ended_on,
        former: post.former.clone(),
        events: crate::life::of_post(view, id),
        authorised,
        headship: post.headship,
        rank: post.rank,
        standing: post.standing,
        filled,
        vacant: authorised.map_or(0, |seats| seats.saturating_sub(filled)),
        over: authorised.map_or(0, |seats| filled.saturating_sub(seats)),
        vacancies: vacancies.collect(),
        overlaps: overlaps.collect(),
        holders: found.tenures.iter().map(|holding| view.line(holding.tenure, day)).collect(),
    })
}
