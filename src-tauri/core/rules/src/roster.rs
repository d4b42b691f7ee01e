//! Who holds what on a day, and the order in which a roster lists it.
//!
//! Rule 2: a tenure is `[start, end)`. Rule 9: a date by the month is not its first day; where one day must be
//! compared with it, the month is taken from the first day that it can mean, for starts and for ends alike, so that
//! two tenures that meet in one month never both hold and never both lack a day.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use renmian_domain::{Facts, History, OrganisationId, OrganisationRecord, PartialDate, PersonId, PostId, Tenure};

use crate::names::parent_on;
use crate::titles::title_seniority;

/// Whether the tenure runs on that day. An unknown start counts as begun; an ending without a day as ended, since
/// nobody may be shown in a post that a paper has ended.
pub fn runs_on(tenure: &Tenure, day: NaiveDate) -> bool {
    let begun = tenure.start.is_none_or(|start| start.earliest() <= day);
    let left = tenure.ended && tenure.end.is_none_or(|end| end.earliest() <= day);
    begun && !left
}

/// The tenures that run on that day, in the order of the history.
pub fn on(history: &History, day: NaiveDate) -> impl Iterator<Item = &Tenure> {
    held_on(&history.tenures, day).into_iter()
}

/// Of the tenures of whole persons or whole posts those that run on that day, in their order.
///
/// One person holds one post once. A start that is not known, or known by the month or the year, lies after the end of
/// the tenure before it: until then it is that one which runs, or none.
pub fn held_on<'a>(tenures: impl IntoIterator<Item = &'a Tenure>, day: NaiveDate) -> Vec<&'a Tenure> {
    let left = |tenure: &Tenure| tenure.ended && tenure.end.is_none_or(|end| end.earliest() <= day);
    let mut not_left: Vec<&Tenure> = tenures.into_iter().filter(|tenure| !left(tenure)).collect();
    let mut first: HashMap<(PersonId, PostId), &Tenure> = HashMap::with_capacity(not_left.len());
    for tenure in &not_left {
        let kept = first.entry((tenure.person, tenure.post)).or_insert(tenure);
        if place(tenure) < place(kept) {
            *kept = tenure;
        }
    }
    not_left.retain(|tenure| {
        let kept = first.get(&(tenure.person, tenure.post));
        kept.is_some_and(|kept| std::ptr::eq(*kept, *tenure)) && runs_on(tenure, day)
    });
    not_left
}

/// The place of a tenure among those of one person in one post, which never overlap: what runs comes last; the others by
/// the last day on which they can have begun, where no start is known by the first on which they can have ended.
fn place(tenure: &Tenure) -> impl Ord + use<> {
    let (ends, shown) = (tenure.end.map(PartialDate::earliest), tenure.no_later_than.map(PartialDate::earliest));
    let over = tenure.end.map_or(NaiveDate::MAX, PartialDate::latest);
    let day = tenure.start.map_or(ends.max(shown), |start| Some(start.latest().min(over)));
    (!tenure.ended, day, tenure.start.is_some(), over)
}

/// The standing order (排序) of a register: each organisation followed by those below it, siblings by their standing;
/// in an organisation its posts by theirs, those of equal standing by the seniority of their titles.
pub struct StandingOrder {
    organisations: Vec<OrganisationId>,
    posts: Vec<PostId>,
    place_of_post: HashMap<PostId, usize>,
}

impl StandingOrder {
    /// The standing order of these facts, units under those above them now. Posts without an organisation (ranks) come
    /// last.
    pub fn of(facts: &Facts) -> Self {
        Self::under(facts, |organisation| organisation.parent)
    }

    /// The same with the units under those above them on that day.
    pub fn on(facts: &Facts, day: NaiveDate) -> Self {
        Self::under(facts, |organisation| parent_on(organisation, day))
    }

    fn under(facts: &Facts, above: impl Fn(&OrganisationRecord) -> Option<OrganisationId>) -> Self {
        let organisations = in_tree_order(&facts.organisations, above);
        let place: HashMap<OrganisationId, usize> =
            organisations.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        let mut posts: Vec<_> = facts.posts.iter().collect();
        posts.sort_by_cached_key(|post| {
            let body = post.organisation.and_then(|id| place.get(&id)).copied().unwrap_or(usize::MAX);
            (body, post.standing, post.rank, title_seniority(&post.title), post.title.clone(), post.id)
        });
        let posts: Vec<PostId> = posts.into_iter().map(|post| post.id).collect();
        let place_of_post = posts.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        Self { organisations, posts, place_of_post }
    }

    /// All organisations, first to last.
    pub fn organisations(&self) -> &[OrganisationId] {
        &self.organisations
    }

    /// All posts, first to last.
    pub fn posts(&self) -> &[PostId] {
        &self.posts
    }

    /// The place of a post among all, from 0; an unknown post after all.
    pub fn place(&self, post: PostId) -> usize {
        self.place_of_post.get(&post).copied().unwrap_or(usize::MAX)
    }

    /// Sorts tenures as a roster lists them: by post, in a post by how long it has been held (unknown last), then by
    /// person.
    pub fn sort(&self, tenures: &mut [&Tenure]) {
        tenures.sort_by_key(|tenure| (self.place(tenure.post), tenure.start.is_none(), tenure.start, tenure.person));
    }
}

/// Each organisation before those below it. One whose parent is unknown, or that stands above itself, is a root.
fn in_tree_order(
    organisations: &[OrganisationRecord],
    above: impl Fn(&OrganisationRecord) -> Option<OrganisationId>,
) -> Vec<OrganisationId> {
    let known: HashSet<OrganisationId> = organisations.iter().map(|organisation| organisation.id).collect();
    let mut below: HashMap<Option<OrganisationId>, Vec<&OrganisationRecord>> = HashMap::new();
    for organisation in organisations {
        below.entry(above(organisation).filter(|parent| known.contains(parent))).or_default().push(organisation);
    }
    for siblings in below.values_mut() {
        // Last first, because the walk takes them from the end.
        siblings.sort_by(|a, b| (b.standing, &b.name, b.id).cmp(&(a.standing, &a.name, a.id)));
    }
    let mut listed = Vec::with_capacity(organisations.len());
    let mut seen = HashSet::new();
    let mut waiting = below.remove(&None).unwrap_or_default();
    let mut rest: Vec<&OrganisationRecord> = organisations.iter().collect();
    rest.sort_by(|a, b| (b.standing, &b.name, b.id).cmp(&(a.standing, &a.name, a.id)));
    loop {
        while let Some(next) = waiting.pop() {
            if seen.insert(next.id) {
                listed.push(next.id);
                waiting.extend(below.remove(&Some(next.id)).unwrap_or_default());
            }
        }
        // Only a ring of parents is left over: it is entered at its first by standing.
        match rest.pop() {
            Some(next) => waiting.push(next),
            None => return listed,
        }
    }
}

#[cfg(test)]
mod tests {
    use renmian_domain::{FormerParent, OrganisationId, PostRecord};

    use super::*;
    use crate::sample::{exact, facts_of, organisation, post};
    use crate::tenure::derive;

    #[test]
    fn a_tenure_runs_from_its_first_day_up_to_its_end_day() {
        for (entries, day, runs) in [
            (&["1 2019-03-15 appoint", "2 2022-05-01 dismiss"][..], "2019-03-14", false),
            (&["1 2019-03-15 appoint", "2 2022-05-01 dismiss"], "2019-03-15", true),
            (&["1 2019-03-15 appoint", "2 2022-05-01 dismiss"], "2022-04-30", true),
            (&["1 2019-03-15 appoint", "2 2022-05-01 dismiss"], "2022-05-01", false),
            (&["1 2019-03 appoint"], "2019-02-28", false),
            (&["1 2019-03 appoint"], "2019-03-01", true),
            (&["1 2019-03-15 appoint", "2 2022 dismiss"], "2021-12-31", true),
            (&["1 2019-03-15 appoint", "2 2022 dismiss"], "2022-01-01", false),
            (&["held 2019-03-15"], "2000-01-01", true),
            (&["2 2022-05-01 dismiss"], "2010-01-01", true),
            (&["1 2019-03-15 appoint", "2 ? dismiss"], "2019-03-15", false),
        ] {
            let history = derive(&facts_of(entries));
            assert_eq!(on(&history, exact(day)).count() == 1, runs, "{entries:?} on {day}");
        }
    }

    #[test]
    fn a_rough_or_unknown_start_lies_after_the_tenure_before_it() {
        for (entries, day, held) in [
            (
                &["1 2018-05-01 appoint", "2 2019-03-15 dismiss", "held 2019-12-31 since 2019"][..],
                "2019-02-01",
                Some("2018-05-01"),
            ),
            (
                &["1 2018-05-01 appoint", "2 2019-03-15 dismiss", "held 2019-12-31 since 2019"],
                "2019-03-15",
                Some("2019"),
            ),
            (&["1 2010-01-01 appoint", "2 2013-01-01 dismiss", "3 2016-01-01 dismiss"], "2005-01-01", None),
            (
                &["1 2010-01-01 appoint", "2 2013-01-01 dismiss", "3 2016-01-01 dismiss"],
                "2011-01-01",
                Some("2010-01-01"),
            ),
            (&["1 2010-01-01 appoint", "2 2013-01-01 dismiss", "3 2016-01-01 dismiss"], "2014-01-01", Some("?")),
            (&["1 2010-01-01 dismiss", "held 2015-01-01"], "2005-01-01", Some("?")),
            (&["1 2010-01-01 dismiss", "held 2015-01-01"], "2012-01-01", Some("?")),
        ] {
            let history = derive(&facts_of(entries));
            let starts: Vec<String> = on(&history, exact(day))
                .map(|tenure| tenure.start.map_or("?".to_owned(), |start| start.to_string()))
                .collect();
            assert_eq!(starts, Vec::from_iter(held), "{entries:?} on {day}: once, or not at all");
        }
    }

    fn body(id: i64, name: &str, parent: Option<i64>, standing: i64) -> OrganisationRecord {
        OrganisationRecord { parent: parent.map(OrganisationId), standing, ..organisation(id, name) }
    }

    #[test]
    fn units_stand_under_their_parents_and_posts_in_their_order() {
        let facts = Facts {
            organisations: vec![
                body(1, "县财政局国库股", Some(2), 1),
                body(2, "县财政局", None, 20),
                body(3, "县委办公室", None, 10),
                body(4, "县财政局预算股", Some(2), 0),
                body(5, "环甲", Some(6), 30),
                body(6, "环乙", Some(5), 31),
            ],
            posts: vec![
                PostRecord { standing: 5, ..post(1, 2, "副局长") },
                PostRecord { standing: 5, ..post(2, 2, "局长") },
                PostRecord { standing: 5, ..post(3, 2, "党组书记") },
                PostRecord { standing: 1, ..post(4, 2, "四级调研员") },
                post(5, 3, "主任"),
                PostRecord { organisation: None, rank: true, ..post(6, 1, "一级科员") },
            ],
            ..Facts::default()
        };
        let order = StandingOrder::of(&facts);
        let units: Vec<i64> = order.organisations().iter().map(|id| id.0).collect();
        assert_eq!(units, [3, 2, 4, 1, 5, 6], "a ring of parents is listed too, once");
        let posts: Vec<i64> = order.posts().iter().map(|id| id.0).collect();
        assert_eq!(posts, [5, 4, 3, 2, 1, 6], "standing first, then seniority; ranks without a unit last");
        assert_eq!(order.place(PostId(99)), usize::MAX);

        let mut moved = facts.clone();
        let until = "2020-01-01".parse().unwrap();
        moved.organisations[0].former_parents = vec![FormerParent { parent: Some(OrganisationId(3)), until }];
        let on = |day: &str| -> Vec<i64> {
            StandingOrder::on(&moved, exact(day)).organisations().iter().map(|id| id.0).collect()
        };
        assert_eq!(on("2019-12-31"), [3, 1, 2, 4, 5, 6], "under the unit above of the day");
        assert_eq!(on("2020-01-01"), [3, 2, 4, 1, 5, 6]);
    }
}
