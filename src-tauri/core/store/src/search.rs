//! One search over persons, organisations, posts and orders.
//!
//! The keys are made from the facts in memory and not kept in a table: a name that is changed is found at once under
//! the new one, nothing can go stale, and a register of ten thousand names is gone through in milliseconds.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use renmian_domain::{Facts, History, OrderId, OrganisationId, PersonId, PostId, Tenure};

use crate::spelling::{Fit, Spelling, typed};
use crate::standing::Standing;
use crate::{Register, StoreError};

/// More words than this narrow a search no further.
const WORD_LIMIT: usize = 8;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// 人员.
    Person(PersonId),
    /// 单位.
    Organisation(OrganisationId),
    /// 职务.
    Post(PostId),
    /// 文件.
    Order(OrderId),
}

/// One thing that was found, and by which words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What.
    pub found: Found,
    /// The name, title or number by which it was found: not always its present name.
    pub by: String,
}

/// How well a hit answers: whole before start before inside; then what is found by itself before what is found by
/// something else of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    through: bool,
    fit: Fit,
}

/// The keys by which the facts are found.
#[derive(Debug)]
pub(crate) struct Keys {
    act: i64,
    keys: Vec<Key>,
}

#[derive(Debug)]
struct Key {
    found: Found,
    words: String,
    spelling: Spelling,
}

impl Keys {
    fn of(act: i64, facts: &Facts) -> Self {
        let mut keys = Vec::new();
        let mut add = |found: Found, words: &str| {
            keys.push(Key { found, words: words.to_owned(), spelling: Spelling::of(words) });
        };
        for person in &facts.persons {
            for name in renmian_rules::names_of_person(person) {
                add(Found::Person(person.id), name);
            }
        }
        let mut units = BTreeMap::new();
        for unit in &facts.organisations {
            units.insert(unit.id, unit);
            for name in renmian_rules::names_of(unit) {
                add(Found::Organisation(unit.id), name);
                if let Some(full) = in_full(&facts.place, name) {
                    add(Found::Organisation(unit.id), &full);
                }
            }
        }
        for post in &facts.posts {
            // Found under every name that papers print for it, those of the past too.
            let unit = post.organisation.and_then(|id| units.get(&id));
            let units: Vec<&String> = unit.map_or_else(Vec::new, |unit| {
                std::iter::once(&unit.name).chain(unit.former.iter().map(|former| &former.name)).collect()
            });
            for title in std::iter::once(&post.title).chain(post.former.iter().map(|former| &former.name)) {
                for unit in &units {
                    add(Found::Post(post.id), &format!("{unit}{title}"));
                }
                add(Found::Post(post.id), title);
            }
        }
        Self { act, keys }
    }

    /// What each of the words finds, ranked by the word that fits worst.
    fn best_of_all(&self, words: &str, history: &History, on: Option<NaiveDate>) -> BTreeMap<Found, (Rank, &str)> {
        let mut words = words.split_whitespace();
        let mut each = |word: &str| {
            let mut best = self.best(&typed(word));
            through_posts(&mut best, history, on);
            best
        };
        let mut all = words.next().map(&mut each).unwrap_or_default();
        for word in words.take(WORD_LIMIT) {
            let next = each(word);
            all.retain(|found, _| next.contains_key(found));
            for (found, entry) in &mut all {
                if let Some(other) = next.get(found)
                    && other.0 > entry.0
                {
                    *entry = *other;
                }
            }
        }
        all
    }

    fn best(&self, text: &[char]) -> BTreeMap<Found, (Rank, &str)> {
        let mut best: BTreeMap<Found, (Rank, &str)> = BTreeMap::new();
        for key in &self.keys {
            if let Some(fit) = key.spelling.fit(text) {
                keep(&mut best, key.found, Rank { through: false, fit }, &key.words);
            }
        }
        best
    }
}

/// Papers print 县财政局 and 青云县财政局 for one unit of 青云县: the longer name of the shorter.
fn in_full(place: &str, name: &str) -> Option<String> {
    let level = place.chars().last()?;
    name.starts_with(level).then(|| format!("{}{name}", place.trim_end_matches(level)))
}

fn keep<'a>(best: &mut BTreeMap<Found, (Rank, &'a str)>, found: Found, rank: Rank, words: &'a str) {
    let known = best.entry(found).or_insert((rank, words));
    if rank < known.0 {
        *known = (rank, words);
    }
}

impl Register {
    /// Persons, organisations, posts and orders that answer to the words, best first, at most `limit` of each kind.
    /// Names are found in characters, pinyin, initials or a mixture; persons also by what they hold on the day, or now;
    /// of several words each must fit (`财政 李`). Orders issued by the day are found by number, title and text.
    pub fn search(
        &self,
        words: &str,
        limit: usize,
        on: Option<NaiveDate>,
        known_at: Option<DateTime<Utc>>,
    ) -> Result<Vec<Hit>, StoreError> {
        let text = typed(words);
        if text.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let (keys, history) = match known_at {
            None => {
                let present = self.present()?;
                (self.keys(present.act, &present.facts), present.history)
            }
            Some(_) => (Arc::new(Keys::of(0, &*self.facts(known_at)?)), self.history(known_at)?),
        };
        // With the blanks left out first: pinyin is typed with and without them.
        let mut best = keys.best(&text);
        through_posts(&mut best, &history, on);
        for (found, (rank, words)) in keys.best_of_all(words, &history, on) {
            keep(&mut best, found, rank, words);
        }

        let mut ranked: Vec<(Rank, Found, &str)> =
            best.into_iter().map(|(found, (rank, words))| (rank, found, words)).collect();
        ranked.sort();
        let mut room = [limit; 3];
        let mut hits = Vec::new();
        for (_, found, by) in ranked {
            let kind = match found {
                Found::Person(_) => 0,
                Found::Organisation(_) => 1,
                Found::Post(_) | Found::Order(_) => 2,
            };
            if room[kind] > 0 {
                room[kind] -= 1;
                hits.push(Hit { found, by: by.to_owned() });
            }
        }
        hits.extend(self.search_orders(words.trim(), limit, on, known_at)?);
        Ok(hits)
    }

    fn keys(&self, act: i64, facts: &Facts) -> Arc<Keys> {
        if let Some(keys) = self.keys.borrow().as_ref()
            && keys.act == act
        {
            return Arc::clone(keys);
        }
        let keys = Arc::new(Keys::of(act, facts));
        self.keys.replace(Some(Arc::clone(&keys)));
        keys
    }

    fn search_orders(
        &self,
        words: &str,
        limit: usize,
        on: Option<NaiveDate>,
        known_at: Option<DateTime<Utc>>,
    ) -> Result<Vec<Hit>, StoreError> {
        let Standing { upto, withdrawn } = Standing::at(&self.connection, known_at)?;
        let key = renmian_domain::DocumentNumber::parse(words).key();
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut statement = self.connection.prepare_cached(include_str!("search_orders.sql"))?;
        let rows = statement.query_map(
            rusqlite::named_params! {
                ":words": words, ":key": key, ":limit": limit, ":upto": upto, ":withdrawn": &*withdrawn,
                // A day known by its month or year sorts before every day in it.
                ":by": on.map(|on| on.to_string()),
            },
            |row| Ok(Hit { found: Found::Order(OrderId(row.get(0)?)), by: row.get(1)? }),
        )?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Adds the persons who hold a found post on the day, or now: typing a unit shows its people.
fn through_posts<'a>(best: &mut BTreeMap<Found, (Rank, &'a str)>, history: &History, on: Option<NaiveDate>) {
    let posts: BTreeMap<PostId, (Rank, &'a str)> = best
        .iter()
        .filter_map(|(found, entry)| match found {
            Found::Post(id) => Some((*id, *entry)),
            Found::Person(_) | Found::Organisation(_) | Found::Order(_) => None,
        })
        .collect();
    let of_found = history.tenures.iter().filter(|tenure| posts.contains_key(&tenure.post));
    let held: Vec<&Tenure> = match on {
        Some(day) => renmian_rules::held_on(of_found, day),
        None => of_found.filter(|tenure| !tenure.ended).collect(),
    };
    for tenure in held {
        if let Some((rank, words)) = posts.get(&tenure.post) {
            keep(best, Found::Person(tenure.person), Rank { through: true, ..*rank }, words);
        }
    }
}
