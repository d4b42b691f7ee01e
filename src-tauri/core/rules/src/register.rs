//! The facts made ready for looking up: persons by name, organisations by key, posts by organisation and title.

use std::collections::{HashMap, HashSet};

use renmian_domain::{
    Draft, Facts, OrganisationId, OrganisationRecord, PartialDate, PersonId, PersonRecord, PostId, PostRecord,
};

use crate::names::{
    Characters, OrganisationKey, Places, name_on, names_similar, person_key, title_key, title_on, titles_similar,
};

/// Looks up what the facts know. Built once for a resolution or a check; borrows the facts.
pub struct Register<'a> {
    /// The facts it was built from.
    pub facts: &'a Facts,
    /// The places whose bodies its papers print without their names.
    pub places: Places,
    persons: HashMap<PersonId, &'a PersonRecord>,
    by_name: HashMap<String, Vec<&'a PersonRecord>>,
    organisations: HashMap<OrganisationId, &'a OrganisationRecord>,
    keys: Vec<(OrganisationKey, Characters, &'a OrganisationRecord)>,
    by_key: HashMap<OrganisationKey, Vec<&'a OrganisationRecord>>,
    posts: HashMap<PostId, &'a PostRecord>,
    by_title: HashMap<(Option<OrganisationId>, String), Vec<&'a PostRecord>>,
    of_organisation: HashMap<Option<OrganisationId>, Vec<&'a PostRecord>>,
}

impl<'a> Register<'a> {
    /// Makes the facts ready.
    pub fn of(facts: &'a Facts) -> Self {
        Self::with(facts, None)
    }

    /// Makes the facts ready for a draft, whose issuer may be the first to name the place.
    pub fn for_draft(facts: &'a Facts, draft: &Draft) -> Self {
        Self::with(facts, draft.issuer.as_deref())
    }

    fn with(facts: &'a Facts, issuer: Option<&str>) -> Self {
        let issuers = facts.orders.iter().filter_map(|order| order.issuer.as_deref()).chain(issuer);
        let mut register = Self {
            facts,
            places: Places::of(&facts.place, issuers),
            persons: facts.persons.iter().map(|person| (person.id, person)).collect(),
            by_name: HashMap::new(),
            organisations: facts.organisations.iter().map(|organisation| (organisation.id, organisation)).collect(),
            keys: Vec::new(),
            by_key: HashMap::new(),
            posts: facts.posts.iter().map(|post| (post.id, post)).collect(),
            by_title: HashMap::new(),
            of_organisation: HashMap::new(),
        };
        for person in &facts.persons {
            let mut keys: Vec<String> = names_of_person(person).map(|name| person_key(name)).collect();
            keys.sort();
            keys.dedup();
            for key in keys {
                register.by_name.entry(key).or_default().push(person);
            }
        }
        for organisation in &facts.organisations {
            for name in names_of(organisation) {
                let key = OrganisationKey::of(name, &register.places);
                let known = register.by_key.entry(key.clone()).or_default();
                if !known.iter().any(|other| other.id == organisation.id) {
                    known.push(organisation);
                    let characters = Characters::of(key.as_str());
                    register.keys.push((key, characters, organisation));
                }
            }
        }
        for post in &facts.posts {
            for title in std::iter::once(&post.title).chain(post.former.iter().map(|former| &former.name)) {
                let titled = register.by_title.entry((post.organisation, title_key(title))).or_default();
                if !titled.iter().any(|other| other.id == post.id) {
                    titled.push(post);
                }
            }
            register.of_organisation.entry(post.organisation).or_default().push(post);
        }
        register
    }

    /// What a printed name of an organisation shares with its other printings.
    pub fn key(&self, name: &str) -> OrganisationKey {
        OrganisationKey::of(name, &self.places)
    }

    /// The person of that row, or of the record that it was merged into.
    pub fn person(&self, id: PersonId) -> Option<&'a PersonRecord> {
        self.persons.get(&self.facts.person_meant(id)).copied()
    }

    /// The organisation of that row.
    pub fn organisation(&self, id: OrganisationId) -> Option<&'a OrganisationRecord> {
        self.organisations.get(&id).copied()
    }

    /// The post of that row.
    pub fn post(&self, id: PostId) -> Option<&'a PostRecord> {
        self.posts.get(&id).copied()
    }

    /// Everybody of that name, former names included.
    pub fn persons_named(&self, name: &str) -> &[&'a PersonRecord] {
        self.by_name.get(&person_key(name)).map_or(&[], Vec::as_slice)
    }

    /// The organisations that a printed name means, the likeliest first: those that exist on the day, of exactly that
    /// name on that day, then by standing.
    pub fn organisations_named(&self, name: &str, day: Option<PartialDate>) -> Vec<&'a OrganisationRecord> {
        let mut found = self.by_key.get(&self.key(name)).cloned().unwrap_or_default();
        found.sort_by_key(|known| {
            let gone = known.ended_on.is_some_and(|end| day.is_none_or(|day| end.earliest() <= day.earliest()));
            let not_yet =
                day.is_some_and(|day| known.founded_on.is_some_and(|founded| founded.earliest() > day.latest()));
            let of_day = day.map_or(known.name.as_str(), |day| name_on(known, day.earliest()));
            let otherwise = of_day != name && known.name != name;
            // Two may claim the name of that day: the one that gave it up later bore it then.
            let gave_up = day.is_some() && of_day == name && known.name != name;
            let unnamed = !names_of(known).any(|other| other == name);
            (gone || not_yet, of_day != name, !gave_up, otherwise, unnamed, known.standing, known.id)
        });
        found
    }

    /// Organisations whose names are nearly the same as one that is not known, the nearest in length first.
    pub fn organisations_like(&self, name: &str) -> Vec<&'a OrganisationRecord> {
        let key = self.key(name);
        let characters = Characters::of(key.as_str());
        let near = self.keys.iter().filter(|(_, theirs, _)| characters.near(*theirs));
        nearest(&key, near.map(|(other, _, known)| (other, *known)))
    }

    /// The organisation whose name a longer name begins with, the longest first.
    pub fn parent_of(&self, name: &str) -> Option<&'a OrganisationRecord> {
        let key = self.key(name);
        // A name's own beginnings are looked up, longest first, rather than all organisations.
        let ends: Vec<usize> = key.as_str().char_indices().map(|(at, _)| at).skip(2).collect();
        ends.into_iter().rev().find_map(|end| {
            let front = key.front(end);
            let known = self.by_key.get(&front)?;
            known.iter().min_by_key(|known| (known.ended_on.is_some(), known.standing, known.id)).copied()
        })
    }

    /// The posts of an organisation under that title.
    pub fn posts_titled(&self, organisation: Option<OrganisationId>, title: &str) -> &[&'a PostRecord] {
        self.by_title.get(&(organisation, title_key(title))).map_or(&[], Vec::as_slice)
    }

    /// The same, the likeliest on the day first: those that exist on it, of exactly that title on that day, then by
    /// standing. A post that has lost its title to another is meant by the papers of its time.
    pub fn posts_titled_on(
        &self,
        organisation: Option<OrganisationId>,
        title: &str,
        day: Option<PartialDate>,
    ) -> Vec<&'a PostRecord> {
        let mut found = self.posts_titled(organisation, title).to_vec();
        found.sort_by_key(|known| {
            let gone = known.ended_on.is_some_and(|end| day.is_none_or(|day| end.earliest() <= day.earliest()));
            let of_day = day.map_or(known.title.as_str(), |day| title_on(known, day.earliest()));
            let another = title_key(of_day) != title_key(title);
            // Two may claim the title of that day: the one that gave it up later bore it then.
            let gave_up = day.is_some() && title_key(&known.title) != title_key(title);
            (gone, another, !gave_up, of_day != title, known.standing, known.id)
        });
        found
    }

    /// Posts of the organisation whose titles are nearly the same.
    pub fn posts_like(&self, organisation: Option<OrganisationId>, title: &str) -> Vec<&'a PostRecord> {
        let key = title_key(title);
        let posts = self.of_organisation.get(&organisation).map_or(&[][..], Vec::as_slice);
        posts.iter().copied().filter(|post| titles_similar(&key, &title_key(&post.title))).collect()
    }

    /// A post as sentences name it: 县财政局局长.
    pub fn post_name(&self, id: PostId) -> String {
        self.post(id).map_or_else(String::new, |post| {
            let organisation = post.organisation.and_then(|id| self.organisation(id));
            format!("{}{}", organisation.map_or("", |organisation| organisation.name.as_str()), post.title)
        })
    }
}

/// Every name that papers print for an organisation: its present one, its other ones, those before its renamings.
pub fn names_of(organisation: &OrganisationRecord) -> impl Iterator<Item = &String> {
    std::iter::once(&organisation.name)
        .chain(&organisation.other_names)
        .chain(organisation.former.iter().map(|former| &former.name))
}

/// Every name under which papers print a person: the present one and the others.
pub fn names_of_person(person: &PersonRecord) -> impl Iterator<Item = &String> {
    std::iter::once(&person.name).chain(&person.other_names)
}

/// Those of nearly the same key, the nearest in length first, each once.
fn nearest<'a, K: std::borrow::Borrow<OrganisationKey>>(
    key: &OrganisationKey,
    others: impl Iterator<Item = (K, &'a OrganisationRecord)>,
) -> Vec<&'a OrganisationRecord> {
    let length = |key: &OrganisationKey| key.as_str().chars().count();
    let mut found: Vec<_> = others
        .filter(|(other, _)| names_similar(key.as_str(), other.borrow().as_str()))
        .map(|(other, known)| (length(other.borrow()).abs_diff(length(key)), known.ended_on.is_some(), known))
        .collect();
    found.sort_by_key(|(distance, ended, known)| (*distance, *ended, known.standing, known.id));
    let mut seen = HashSet::new();
    found.into_iter().map(|(_, _, known)| known).filter(|known| seen.insert(known.id)).collect()
}

/// Organisations of the register whose names are nearly the same, the nearest first; for remedies.
pub fn similar_organisations(facts: &Facts, name: &str) -> Vec<OrganisationId> {
    let places = Places::of(&facts.place, facts.orders.iter().filter_map(|order| order.issuer.as_deref()));
    let key = OrganisationKey::of(name, &places);
    let characters = Characters::of(name);
    let names = facts.organisations.iter().flat_map(|known| names_of(known).map(move |printed| (printed, known)));
    // Keys are made only of the few whose characters are near.
    let near = names.filter(|(printed, _)| characters.near(Characters::of(printed)));
    let others = near.map(|(printed, known)| (OrganisationKey::of(printed, &places), known));
    nearest(&key, others).into_iter().map(|known| known.id).collect()
}

/// Posts of an organisation whose titles are nearly the same; for remedies.
pub fn similar_posts(facts: &Facts, organisation: Option<OrganisationId>, title: &str) -> Vec<PostId> {
    let key = title_key(title);
    let posts = facts.posts.iter().filter(|post| post.organisation == organisation);
    posts.filter(|post| titles_similar(&key, &title_key(&post.title))).map(|post| post.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::county;

    #[test]
    fn remedies_offer_what_is_nearly_the_same() {
        let facts = county();
        let offered = |name: &str| similar_organisations(&facts, name).into_iter().map(|id| id.0).collect::<Vec<_>>();
        assert_eq!(offered("青云县公路建设养护中心"), [4], "by the key, whatever is printed before it");
        assert_eq!(offered("县农业农村委员会"), [7]);
        assert_eq!(offered("县水利局"), [0; 0]);
        let register = Register::of(&facts);
        for name in ["青云县公路建设养护中心", "县农业农村委员会", "县水利局"] {
            let like: Vec<i64> = register.organisations_like(name).iter().map(|known| known.id.0).collect();
            assert_eq!(like, offered(name), "the finding and its remedies agree on {name}");
        }
        assert_eq!(similar_posts(&facts, Some(OrganisationId(2)), "副局长（正科级）"), [PostId(2)]);
    }
}
