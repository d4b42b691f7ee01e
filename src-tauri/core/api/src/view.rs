//! The register as it stood at one moment, with the ways through it that the screens need: by person, by post, by
//! order. Read only; made anew after each act.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use renmian_domain::{
    EntryRef, Facts, FormerName, History, ItemId, OrderHead, OrderId, OrganisationId, OrganisationRecord, PartialDate,
    PersonId, PersonRecord, PostId, PostRecord, RecordedItem, Span, Tenure,
};

use renmian_rules::names::person_key;
use renmian_rules::{StandingOrder, given_up, name_on, names_of_person, naming_day, parent_on, title_on};

use crate::ApiError;
use crate::types::{PaperLink, TenureLine};

/// Facts and history of one moment.
pub struct View {
    /// What is recorded.
    pub facts: Arc<Facts>,
    /// What follows.
    pub history: Arc<History>,
    persons: HashMap<PersonId, usize>,
    organisations: HashMap<OrganisationId, usize>,
    posts: HashMap<PostId, usize>,
    orders: HashMap<OrderId, usize>,
    items: HashMap<ItemId, usize>,
    of_order: HashMap<OrderId, Vec<usize>>,
    of_person: HashMap<PersonId, Vec<usize>>,
    of_post: HashMap<PostId, Vec<usize>>,
    standing: StandingOrder,
    /// Made when it is first asked for: not every view is asked who else has a name.
    named: OnceLock<HashMap<String, Vec<PersonId>>>,
}

impl View {
    /// The ways through these facts and their history.
    pub fn new(facts: Arc<Facts>, history: Arc<History>) -> Self {
        let mut of_order: HashMap<OrderId, Vec<usize>> = HashMap::new();
        for (place, item) in facts.items.iter().enumerate() {
            of_order.entry(item.order).or_default().push(place);
        }
        let mut of_person: HashMap<PersonId, Vec<usize>> = HashMap::new();
        let mut of_post: HashMap<PostId, Vec<usize>> = HashMap::new();
        for (place, tenure) in history.tenures.iter().enumerate() {
            of_person.entry(tenure.person).or_default().push(place);
            of_post.entry(tenure.post).or_default().push(place);
        }
        Self {
            persons: facts.persons.iter().enumerate().map(|(place, row)| (row.id, place)).collect(),
            organisations: facts.organisations.iter().enumerate().map(|(place, row)| (row.id, place)).collect(),
            posts: facts.posts.iter().enumerate().map(|(place, row)| (row.id, place)).collect(),
            orders: facts.orders.iter().enumerate().map(|(place, row)| (row.id, place)).collect(),
            items: facts.items.iter().enumerate().map(|(place, row)| (row.id, place)).collect(),
            of_order,
            of_person,
            of_post,
            standing: StandingOrder::of(&facts),
            named: OnceLock::new(),
            facts,
            history,
        }
    }

    /// The person, if the register knew them then; of a record that was merged the one that goes on.
    pub fn person(&self, id: PersonId) -> Result<&PersonRecord, ApiError> {
        self.persons
            .get(&self.facts.person_meant(id))
            .map(|place| &self.facts.persons[*place])
            .ok_or_else(|| ApiError::refused("person-unknown"))
    }

    /// The persons of that name, former names and other ways of writing it included.
    pub fn persons_named(&self, name: &str) -> &[PersonId] {
        let named = self.named.get_or_init(|| {
            let mut named: HashMap<String, Vec<PersonId>> = HashMap::new();
            for person in &self.facts.persons {
                for name in names_of_person(person) {
                    let of_name = named.entry(person_key(name)).or_default();
                    if of_name.last() != Some(&person.id) {
                        of_name.push(person.id);
                    }
                }
            }
            named
        });
        named.get(&person_key(name)).map_or(&[], Vec::as_slice)
    }

    /// Others whom a paper may mean by a name of this person.
    pub fn namesakes(&self, person: &PersonRecord) -> Vec<PersonId> {
        let named = names_of_person(person).flat_map(|name| self.persons_named(name));
        let mut others: Vec<PersonId> = named.copied().filter(|id| *id != person.id).collect();
        others.sort();
        others.dedup();
        others
    }

    /// The organisation, if the register knew it then.
    pub fn organisation(&self, id: OrganisationId) -> Result<&OrganisationRecord, ApiError> {
        self.organisations
            .get(&id)
            .map(|place| &self.facts.organisations[*place])
            .ok_or_else(|| ApiError::refused("organisation-unknown"))
    }

    /// The post, if the register knew it then.
    pub fn post(&self, id: PostId) -> Result<&PostRecord, ApiError> {
        self.posts.get(&id).map(|place| &self.facts.posts[*place]).ok_or_else(|| ApiError::refused("post-unknown"))
    }

    /// The head of an order in force then.
    pub fn order(&self, id: OrderId) -> Option<&OrderHead> {
        self.orders.get(&id).map(|place| &self.facts.orders[*place])
    }

    /// An item in force then.
    pub fn item(&self, id: ItemId) -> Option<&RecordedItem> {
        self.items.get(&id).map(|place| &self.facts.items[*place])
    }

    /// The standing order (排序) of units and posts.
    pub fn standing(&self) -> &StandingOrder {
        &self.standing
    }

    /// The units in their standing order, under those above them on that day.
    pub fn units_on(&self, day: NaiveDate) -> Vec<&OrganisationRecord> {
        let moved = self.facts.organisations.iter().any(|row| !row.former_parents.is_empty());
        let of_day = moved.then(|| StandingOrder::on(&self.facts, day));
        let order = of_day.as_ref().unwrap_or(&self.standing);
        order.organisations().iter().filter_map(|id| self.organisation(*id).ok()).collect()
    }

    /// The items of an order in force then, in the order of the text.
    pub fn items_of(&self, order: OrderId) -> Vec<&RecordedItem> {
        let places = self.of_order.get(&order).into_iter().flatten();
        let mut items: Vec<&RecordedItem> = places.map(|place| &self.facts.items[*place]).collect();
        items.sort_by_key(|item| item.position);
        items
    }

    /// A person's tenures, earliest first.
    pub fn career(&self, id: PersonId) -> Vec<&Tenure> {
        self.sorted(self.of_person.get(&self.facts.person_meant(id)))
    }

    /// A post's tenures, earliest first.
    pub fn holders(&self, id: PostId) -> Vec<&Tenure> {
        self.sorted(self.of_post.get(&id))
    }

    fn sorted(&self, places: Option<&Vec<usize>>) -> Vec<&Tenure> {
        let mut tenures: Vec<&Tenure> =
            places.into_iter().flatten().map(|place| &self.history.tenures[*place]).collect();
        // A tenure whose start is unknown stands where its end puts it, before one that starts on that day.
        tenures.sort_by_key(|tenure| (tenure.start.or(tenure.end), tenure.start.is_some(), tenure.end, tenure.post));
        tenures
    }

    /// The name of a post's organisation.
    pub fn organisation_name(&self, post: &PostRecord) -> Option<String> {
        post.organisation.and_then(|id| self.organisation(id).ok()).map(|organisation| organisation.name.clone())
    }

    /// The name that a post's organisation bore on a day.
    pub fn organisation_name_on(&self, post: &PostRecord, day: NaiveDate) -> Option<String> {
        let unit = post.organisation.and_then(|id| self.organisation(id).ok())?;
        Some(name_on(unit, day).to_owned())
    }

    /// Unit and title in one, as both were called on a day.
    pub fn post_name_on(&self, id: PostId, day: NaiveDate) -> String {
        match self.post(id) {
            Ok(post) => self.organisation_name_on(post, day).unwrap_or_default() + title_on(post, day),
            Err(_) => String::new(),
        }
    }

    /// The names of the unit and titles of the post that were given up while the tenure ran.
    fn given_up(&self, tenure: &Tenure, on: NaiveDate) -> Vec<FormerName> {
        let Ok(post) = self.post(tenure.post) else { return Vec::new() };
        let unit = post.organisation.and_then(|id| self.organisation(id).ok());
        let of_unit = unit.map_or(&[][..], |unit| &unit.former);
        let mut names: Vec<FormerName> =
            given_up(of_unit, tenure, on).into_iter().chain(given_up(&post.former, tenure, on)).cloned().collect();
        names.sort_by_key(|name| name.until);
        names
    }

    /// The paper of what ended a tenure beside the items of orders: an order, or words.
    fn paper_beside(&self, entry: Option<EntryRef>) -> (Option<OrderId>, Option<String>) {
        let facts = &self.facts;
        match entry {
            Some(EntryRef::Ending(id)) => {
                let found = facts.endings.iter().find(|ending| ending.id == id);
                found.map_or((None, None), |ending| (ending.by, ending.by_text.clone()))
            }
            Some(EntryRef::OrganisationEvent(id)) => {
                let found = facts.organisation_events.iter().find(|event| event.id == id);
                found.map_or((None, None), |event| (event.by, event.by_text.clone()))
            }
            Some(EntryRef::PostEvent(id)) => {
                let found = facts.post_events.iter().find(|event| event.id == id);
                found.map_or((None, None), |event| (event.by, event.by_text.clone()))
            }
            Some(EntryRef::Item(_) | EntryRef::Opening(_)) | None => (None, None),
        }
    }

    /// An order as a whole, where no clause of it is meant.
    pub fn link_to(&self, id: OrderId) -> Option<PaperLink> {
        let order = self.order(id)?;
        let number = order.number.as_ref().map(|number| number.text.clone()).or_else(|| order.title.clone());
        Some(PaperLink {
            order_id: id,
            number: number.unwrap_or_default(),
            issued_on: order.issued_on,
            position: 0,
            source: Span::new(0, 0),
        })
    }

    /// Unit and title in one: `市财政局副局长`.
    pub fn post_name(&self, id: PostId) -> String {
        match self.post(id) {
            Ok(post) => self.organisation_name(post).unwrap_or_default() + &post.title,
            Err(_) => String::new(),
        }
    }

    /// The organisation and all units below it on that day, or now.
    pub fn with_below(&self, top: OrganisationId, day: Option<NaiveDate>) -> Vec<OrganisationId> {
        let parent = |row: &OrganisationRecord| day.map_or(row.parent, |day| parent_on(row, day));
        let mut found = vec![top];
        let mut next = 0;
        while let Some(above) = found.get(next).copied() {
            next += 1;
            let below = self.facts.organisations.iter().filter(|row| parent(row) == Some(above)).map(|row| row.id);
            let new: Vec<_> = below.filter(|id| !found.contains(id)).collect();
            found.extend(new);
        }
        found
    }

    /// The clause of a paper that an entry stands for.
    pub fn link(&self, entry: Option<EntryRef>) -> Option<PaperLink> {
        let EntryRef::Item(id) = entry? else { return None };
        let item = self.item(id)?;
        let order = self.order(item.order)?;
        Some(PaperLink {
            order_id: order.id,
            number: order
                .number
                .as_ref()
                .map(|number| number.text.clone())
                .or_else(|| order.title.clone())
                .unwrap_or_default(),
            issued_on: order.issued_on,
            position: item.position,
            source: item.item.source,
        })
    }

    /// A tenure with all that a page shows of it, as of a day.
    pub fn line(&self, tenure: &Tenure, on: NaiveDate) -> TenureLine {
        let person = self.person(tenure.person).ok();
        let post = self.post(tenure.post).ok();
        // An end after the day asked about is known, but on that day the post was still held.
        let ended = tenure.ended && tenure.end.is_none_or(|end| end.earliest() <= on);
        let named = naming_day(tenure, on);
        let (by, end_paper) = self.paper_beside(tenure.end_by);
        let until = tenure.end.filter(|_| ended).map_or(Some(on), PartialDate::exact);
        TenureLine {
            person_id: tenure.person,
            name: person.map(|person| person.name.clone()).unwrap_or_default(),
            gender: person.and_then(|person| person.gender),
            post_id: tenure.post,
            organisation_id: post.and_then(|post| post.organisation),
            organisation: post.and_then(|post| self.organisation_name_on(post, named)),
            title: post.map(|post| title_on(post, named).to_owned()).unwrap_or_default(),
            given_up: self.given_up(tenure, on),
            rank: post.is_some_and(|post| post.rank),
            start: tenure.start,
            no_later_than: tenure.no_later_than,
            end: tenure.end,
            ended,
            end_cause: tenure.end_cause,
            start_order: self.link(tenure.start_by),
            end_order: self.link(tenure.end_by).or_else(|| self.link_to(by?)),
            end_paper,
            opening: matches!(tenure.start_by, Some(EntryRef::Opening(_))),
            concurrent: tenure.concurrent,
            acting: tenure.acting,
            secondment: tenure.secondment,
            probation_ends: tenure.probation_ends,
            confirmed_on: tenure.confirmed_on,
            confirm_order: self.link(tenure.confirmed_by),
            term_ends: tenure.term_ends,
            days: match (tenure.start.and_then(PartialDate::exact), until) {
                (Some(start), Some(until)) if !ended || tenure.end.is_some() => Some((until - start).num_days()),
                _ => None,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenure_has_ended_only_by_the_day_asked_about() {
        let tenure = Tenure {
            person: PersonId(1),
            post: PostId(1),
            start: "2015-03-01".parse().ok(),
            no_later_than: None,
            end: "2019-05-06".parse().ok(),
            ended: true,
            start_by: None,
            end_by: None,
            end_cause: None,
            concurrent: false,
            acting: false,
            secondment: false,
            probation_ends: None,
            confirmed_by: None,
            confirmed_on: None,
            term_ends: None,
        };
        let view = View::new(Arc::default(), Arc::default());
        for (day, ended, days) in
            [("2019-05-05", false, Some(1526)), ("2019-05-06", true, Some(1527)), ("2023-03-31", true, Some(1527))]
        {
            let line = view.line(&tenure, day.parse().unwrap());
            assert_eq!((line.ended, line.days), (ended, days), "as of {day}");
            assert_eq!(line.end, tenure.end, "the end is known all the same, as of {day}");
        }
        let unknown = Tenure { end: None, ..tenure };
        let line = view.line(&unknown, "2016-01-01".parse().unwrap());
        assert_eq!((line.ended, line.days), (true, None), "an end that is not known is never taken to be later");
    }
}
