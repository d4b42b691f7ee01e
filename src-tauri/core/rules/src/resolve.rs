//! Whom and which posts of the register a draft means (rule 12). A name settles it only where it leaves no doubt;
//! where it does not, the clerk does, and what the clerk said of a name once holds for that name in the whole paper.

#[cfg(test)]
mod cases;

use std::collections::HashMap;

use renmian_domain::{
    Choice, Draft, DraftItem, Facts, Gender, Item, Meant, NewOrganisation, NewPerson, NewPost, OrganisationId,
    PartialDate, Person, PersonId, PersonRecord, PostId, Resolution, ResolvedItem,
};

use crate::names::{OrganisationKey, person_key, title_key};
use crate::register::Register;
use crate::titles::is_rank;

/// Says whom and which posts of the register a draft means, and what must be made new for it.
pub fn resolve(facts: &Facts, draft: &Draft) -> Resolution {
    resolve_in(&Register::for_draft(facts, draft), draft)
}

/// The same, with the facts made ready already.
pub fn resolve_in(register: &Register<'_>, draft: &Draft) -> Resolution {
    let mut work = Work::of(register, draft);
    let items = draft.items.iter().map(|item| work.item(item)).collect();
    Resolution {
        items,
        new_persons: work.new_persons,
        new_organisations: work.new_organisations.into_iter().map(|(_, new)| new).collect(),
        new_posts: work.new_posts.into_iter().map(|(_, new)| new).collect(),
    }
}

/// Where an organisation of the draft is: known, or its place among the new.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Body {
    Known(OrganisationId),
    New(usize),
    None,
}

struct Work<'a> {
    register: &'a Register<'a>,
    draft: &'a Draft,
    person_choices: HashMap<String, Choice<PersonId>>,
    organisation_choices: HashMap<OrganisationKey, Choice<OrganisationId>>,
    post_choices: HashMap<(Option<OrganisationKey>, String), Choice<PostId>>,
    new_persons: Vec<NewPerson>,
    /// The places of the new persons by the key of their name: a roster makes thousands.
    new_named: HashMap<String, Vec<usize>>,
    new_organisations: Vec<(OrganisationKey, NewOrganisation)>,
    new_posts: Vec<((Body, String), NewPost)>,
}

impl<'a> Work<'a> {
    fn of(register: &'a Register<'a>, draft: &'a Draft) -> Self {
        let mut work = Self {
            register,
            draft,
            person_choices: HashMap::new(),
            organisation_choices: HashMap::new(),
            post_choices: HashMap::new(),
            new_persons: Vec::new(),
            new_named: HashMap::new(),
            new_organisations: Vec::new(),
            new_posts: Vec::new(),
        };
        for item in &draft.items {
            let person = work.chosen_person(item);
            if person != Choice::ByName {
                work.person_choices.entry(person_key(&item.item.person.name)).or_insert(person);
            }
            let organisation = item.item.post.organisation.as_ref().map(|name| register.key(name));
            if let Some(key) = organisation.clone().filter(|_| work.chosen_organisation(item) != Choice::ByName) {
                work.organisation_choices.entry(key).or_insert(item.organisation);
            }
            if work.chosen_post(item) != Choice::ByName {
                work.post_choices.entry((organisation, title_key(&item.item.post.title))).or_insert(item.post);
            }
        }
        work
    }

    // A choice of what the register does not have (any more) is no choice.
    fn chosen_person(&self, item: &DraftItem) -> Choice<PersonId> {
        match item.person {
            // A record that was merged since stands for the one that goes on.
            Choice::Known(id) => self.register.person(id).map_or(Choice::ByName, |person| Choice::Known(person.id)),
            choice @ (Choice::ByName | Choice::New) => choice,
        }
    }

    fn chosen_organisation(&self, item: &DraftItem) -> Choice<OrganisationId> {
        match item.organisation {
            Choice::Known(id) if self.register.organisation(id).is_none() => Choice::ByName,
            choice @ (Choice::ByName | Choice::Known(_) | Choice::New) => choice,
        }
    }

    fn chosen_post(&self, item: &DraftItem) -> Choice<PostId> {
        match item.post {
            Choice::Known(id) if self.register.post(id).is_none() => Choice::ByName,
            choice @ (Choice::ByName | Choice::Known(_) | Choice::New) => choice,
        }
    }

    fn item(&mut self, item: &DraftItem) -> ResolvedItem {
        let person = self.person(item);
        let printed = &item.item.post;
        let organisation_key = printed.organisation.as_ref().map(|name| self.register.key(name));
        let choice = match self.chosen_post(item) {
            Choice::ByName => {
                self.post_choices.get(&(organisation_key, title_key(&printed.title))).copied().unwrap_or(Choice::ByName)
            }
            chosen @ (Choice::Known(_) | Choice::New) => chosen,
        };
        if let Choice::Known(id) = choice {
            let organisation = self.register.post(id).and_then(|post| post.organisation).map(Meant::Known);
            return ResolvedItem { person, organisation, post: Meant::Known(id) };
        }
        let organisation = printed.organisation.as_ref().map(|name| self.organisation(item, name));
        let by_name = choice == Choice::ByName;
        if by_name && let Some(id) = self.rank_held(&person, &item.item) {
            let organisation = self.register.post(id).and_then(|post| post.organisation).map(Meant::Known);
            return ResolvedItem { person, organisation, post: Meant::Known(id) };
        }
        let day = self.draft.counts_from(&item.item);
        let post = self.post(organisation.as_ref(), (&printed.title, day), by_name);
        ResolvedItem { person, organisation, post }
    }

    fn person(&mut self, item: &DraftItem) -> Meant<PersonId> {
        let printed = &item.item.person;
        let choice = match self.chosen_person(item) {
            Choice::ByName => self.person_choices.get(&person_key(&printed.name)).copied().unwrap_or(Choice::ByName),
            chosen @ (Choice::Known(_) | Choice::New) => chosen,
        };
        match choice {
            Choice::Known(id) => return Meant::Known(id),
            Choice::New => return Meant::New(self.new_person(printed)),
            Choice::ByName => {}
        }
        match self.register.persons_named(&printed.name) {
            [] => Meant::New(self.new_person(printed)),
            [one] if self.speaks_against(one, printed).is_none() => Meant::Known(one.id),
            several => Meant::Unclear(self.likeliest_first(several, printed)),
        }
    }

    /// What the paper says of anybody of that name against this one.
    fn speaks_against(&self, known: &PersonRecord, printed: &Person) -> Option<Against> {
        speaks_against(known, printed.gender, printed.ethnicity.as_deref())
    }

    /// Those whom nothing speaks against, then those who have had to do with a post or a unit of this paper.
    fn likeliest_first(&self, known: &[&PersonRecord], printed: &Person) -> Vec<PersonId> {
        let key = person_key(&printed.name);
        let facts = self.register.facts;
        let of_name: Vec<&Item> = self
            .draft
            .items
            .iter()
            .map(|item| &item.item)
            .filter(|item| person_key(&item.person.name) == key)
            .collect();
        let entries = |id: PersonId| {
            let items = facts.items.iter().filter(move |item| item.person == id).map(|item| item.post);
            items.chain(facts.openings.iter().filter(move |opening| opening.person == id).map(|opening| opening.post))
        };
        let nearness = |id: PersonId| {
            let mut near = 0;
            for post in entries(id).filter_map(|post| self.register.post(post)) {
                let body = post.organisation.and_then(|id| self.register.organisation(id));
                for item in &of_name {
                    let same_body = match (&item.post.organisation, body) {
                        (Some(name), Some(body)) => {
                            self.register.organisations_named(name, None).iter().any(|known| known.id == body.id)
                        }
                        (None, None) => true,
                        (Some(_), None) | (None, Some(_)) => false,
                    };
                    let same_title = title_key(&post.title) == title_key(&item.post.title);
                    near = near.max(u8::from(same_body) * 2 + u8::from(same_body && same_title));
                }
            }
            near
        };
        let mut ids: Vec<_> = known
            .iter()
            .map(|known| {
                let against = self.speaks_against(known, printed).is_some();
                (against, std::cmp::Reverse(nearness(known.id)), known.id)
            })
            .collect();
        ids.sort();
        ids.into_iter().map(|(_, _, id)| id).collect()
    }

    /// The new person of that name; two are kept apart only where the paper itself tells them apart.
    fn new_person(&mut self, printed: &Person) -> usize {
        let key = person_key(&printed.name);
        let fits = |new: &NewPerson| {
            agree(new.gender.as_ref(), printed.gender.as_ref())
                && agree(new.ethnicity.as_ref(), printed.ethnicity.as_ref())
        };
        let named = self.new_named.entry(key).or_default();
        let at = match named.iter().copied().find(|at| fits(&self.new_persons[*at])) {
            Some(at) => at,
            None => {
                named.push(self.new_persons.len());
                self.new_persons.push(NewPerson {
                    name: printed.name.clone(),
                    gender: None,
                    ethnicity: None,
                    birth: None,
                });
                self.new_persons.len() - 1
            }
        };
        let new = &mut self.new_persons[at];
        new.gender = new.gender.or(printed.gender);
        new.ethnicity = new.ethnicity.take().or_else(|| printed.ethnicity.clone());
        at
    }

    fn organisation(&mut self, item: &DraftItem, name: &str) -> Meant<OrganisationId> {
        let key = self.register.key(name);
        let choice = self.organisation_choices.get(&key).copied().unwrap_or(Choice::ByName);
        match choice {
            Choice::Known(id) => return Meant::Known(id),
            Choice::New => {}
            Choice::ByName => {
                let day = self.draft.counts_from(&item.item);
                if let Some(known) = self.register.organisations_named(name, day).first() {
                    return Meant::Known(known.id);
                }
            }
        }
        let at = self.new_organisations.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            let parent = self.register.parent_of(name).map(|parent| parent.id);
            self.new_organisations.push((key, NewOrganisation { name: name.to_owned(), parent }));
            self.new_organisations.len() - 1
        });
        Meant::New(at)
    }

    fn post(
        &mut self,
        organisation: Option<&Meant<OrganisationId>>,
        (title, day): (&str, Option<PartialDate>),
        by_name: bool,
    ) -> Meant<PostId> {
        let body = match organisation {
            None => Body::None,
            Some(Meant::Known(id)) => Body::Known(*id),
            Some(Meant::New(at)) => Body::New(*at),
            Some(Meant::Unclear(ids)) => ids.first().map_or(Body::None, |id| Body::Known(*id)),
        };
        let known = match body {
            Body::Known(id) => self.register.posts_titled_on(Some(id), title, day),
            Body::None => self.register.posts_titled_on(None, title, day),
            Body::New(_) => Vec::new(),
        };
        if by_name && let Some(post) = known.first() {
            return Meant::Known(post.id);
        }
        let key = (body, title_key(title));
        let at = self.new_posts.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            self.new_posts.push((key, NewPost { organisation: organisation.cloned(), title: title.to_owned() }));
            self.new_posts.len() - 1
        });
        Meant::New(at)
    }

    /// A rank is held by a person, whatever unit the paper prints with it: an ending or a confirmation means the one
    /// that the person was given, where there is just one of that title.
    fn rank_held(&self, person: &Meant<PersonId>, item: &Item) -> Option<PostId> {
        let Meant::Known(person) = person else { return None };
        if item.kind.opens() || !is_rank(&item.post.title) {
            return None;
        }
        let title = title_key(&item.post.title);
        let facts = self.register.facts;
        let given = facts.items.iter().filter(|known| known.person == *person && known.item.kind.opens());
        let held = facts.openings.iter().filter(|opening| opening.person == *person);
        let mut posts: Vec<PostId> = given.map(|known| known.post).chain(held.map(|opening| opening.post)).collect();
        posts.retain(|post| self.register.post(*post).is_some_and(|post| title_key(&post.title) == title));
        posts.sort();
        posts.dedup();
        match posts[..] {
            [one] => Some(one),
            _ => None,
        }
    }
}

/// What in a paper speaks against its naming a person of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// 性别 differs.
    Gender,
    /// 民族 differs.
    Ethnicity,
}

/// What a gender and an ethnicity behind a printed name say against a known person.
pub fn speaks_against(known: &PersonRecord, gender: Option<Gender>, ethnicity: Option<&str>) -> Option<Against> {
    if !agree(known.gender.as_ref(), gender.as_ref()) {
        return Some(Against::Gender);
    }
    // 土家 and 土家族 are one.
    let bare = |name: &str| name.strip_suffix('族').unwrap_or(name).to_owned();
    let (known, printed) = (known.ethnicity.as_deref().map(bare), ethnicity.map(bare));
    (!agree(known.as_ref(), printed.as_ref())).then_some(Against::Ethnicity)
}

/// Whether nothing known of two records says that they are of two persons.
pub fn may_be_one(one: &PersonRecord, other: &PersonRecord) -> bool {
    speaks_against(one, other.gender, other.ethnicity.as_deref()).is_none() && births_agree(one, other)
}

/// Whether two dates of birth can be one; a year and a month within it can.
pub fn births_agree(one: &PersonRecord, other: &PersonRecord) -> bool {
    match (one.birth, other.birth) {
        (Some(a), Some(b)) => a.earliest() <= b.latest() && b.earliest() <= a.latest(),
        (Some(_), None) | (None, Some(_) | None) => true,
    }
}

/// Two that are not both known do not speak against each other.
fn agree<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
    one.is_none() || other.is_none() || one == other
}
