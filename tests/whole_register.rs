//! Laws of a whole register, on the invented county's fifteen years: the history does not depend on the order of
//! entry, deriving again gives the same rows, and the file proves itself sound.

use std::collections::BTreeSet;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use renmian_domain::{ConcernKind, FindingCode, Item, ItemKind, PersonId, PostId};
use renmian_sample::{Chance, County, county};
use renmian_tests::county::{Entered, enter};

fn by_date(county: &County) -> Vec<usize> {
    (0..county.papers.len()).collect()
}

fn shuffled(county: &County, seed: u64) -> Vec<usize> {
    let mut order = by_date(county);
    let mut chance = Chance::new(seed);
    for place in (1..order.len()).rev() {
        order.swap(place, chance.below(place + 1));
    }
    order
}

fn entered(order: &[usize]) -> Entered {
    enter(&COUNTY, order).unwrap_or_else(|error| panic!("the county can be entered: {error}"))
}

/// The county of the sample register.
static COUNTY: LazyLock<County> = LazyLock::new(|| county(2023));
/// Entering it takes seconds: the tests share one register by date and one in no order at all.
static BY_DATE: LazyLock<Mutex<Entered>> = LazyLock::new(|| Mutex::new(entered(&by_date(&COUNTY))));
static SHUFFLED: LazyLock<Mutex<Entered>> = LazyLock::new(|| Mutex::new(entered(&shuffled(&COUNTY, 7))));

fn shared(register: &Mutex<Entered>) -> MutexGuard<'_, Entered> {
    register.lock().unwrap_or_else(PoisonError::into_inner)
}

#[test]
fn any_order_of_entry_gives_the_same_careers() {
    let right = shared(&BY_DATE).careers().unwrap();
    assert!(right.len() >= 300, "only {} people have a career", right.len());
    let backwards: Vec<usize> = by_date(&COUNTY).into_iter().rev().collect();
    for other in [shared(&SHUFFLED).careers().unwrap(), entered(&backwards).careers().unwrap()] {
        for (who, career) in &right {
            let name = &COUNTY.people[*who].name;
            assert_eq!(other.get(who), Some(career), "the career of {name} depends on the order of entry");
        }
        assert_eq!(other.len(), right.len());
    }
}

#[test]
fn deriving_again_gives_the_same_rows_and_the_file_is_sound() {
    let mut entered = shared(&SHUFFLED);
    let before = entered.register.history(None).unwrap();
    assert!(before.tenures.len() > 900, "{} tenures", before.tenures.len());
    let facts = entered.register.facts(None).unwrap();
    assert_eq!(renmian_rules::derive(&facts), *before, "a fresh derivation gives other tenures");
    entered.register.rederive().unwrap();
    assert_eq!(entered.register.history(None).unwrap(), before, "deriving again gives other rows");
    let began = Instant::now();
    let verification = entered.register.verify().unwrap();
    eprintln!(
        "{} acts, {} rows verified in {:.1} s",
        verification.acts,
        verification.rows,
        began.elapsed().as_secs_f64()
    );
    assert_eq!(verification.faults, Vec::new(), "the register is sound");
}

#[test]
fn the_countys_papers_by_date_ask_the_clerk_and_let_the_self_check_find_only_what_they_should() {
    let entered = shared(&BY_DATE);
    let shown = &entered.findings;
    for code in [FindingCode::PersonNew, FindingCode::DismissalWithoutTenure, FindingCode::NumberGap] {
        assert!(shown.contains_key(&code), "{code:?} was never shown: {shown:?}");
    }
    for code in [
        FindingCode::OrganisationSimilar,
        FindingCode::PostFull,
        FindingCode::NumberUsed,
        FindingCode::OrderKnown,
        FindingCode::ItemTwice,
        FindingCode::EarlierChange,
        FindingCode::ConfirmWithoutTenure,
        FindingCode::OrganisationEnded,
    ] {
        assert_eq!(shown.get(&code), None, "{code:?} in a county that is in order: {shown:?}");
    }
    assert_eq!(shown.get(&FindingCode::AlreadyHolds), Some(&renewals()), "only who is engaged again holds the post");
    let groups =
        COUNTY.papers.iter().flat_map(|paper| &paper.paper.items).filter(|item| item.post.title == "组长").count();
    assert_eq!(
        shown.get(&FindingCode::OrganisationNew),
        Some(&groups),
        "only the leading groups are new units: {shown:?}"
    );
    the_self_check_invents_nothing(&entered);
    let history = entered.register.history(None).unwrap();
    let unknown = history.tenures.iter().filter(|tenure| tenure.start.is_none()).count();
    assert!(unknown >= 20, "{unknown} tenures began before the register");
}

/// How often somebody is engaged again for a post that goes on: such an appointment opens no second tenure.
fn renewals() -> usize {
    let mut held: BTreeSet<(&str, Option<&str>, &str)> = BTreeSet::new();
    let mut again = 0;
    for paper in &COUNTY.papers {
        let items = &paper.paper.items;
        // Within one paper dismissals come before appointments.
        for item in items.iter().filter(|item| item.kind.closes()) {
            held.remove(&post_of(item));
        }
        for item in items.iter().filter(|item| item.kind.opens() && !item.acting) {
            again += usize::from(!held.insert(post_of(item)));
        }
    }
    again
}

/// Who holds what, by the item.
fn post_of(item: &Item) -> (&str, Option<&str>, &str) {
    (&item.person.name, item.post.organisation.as_deref(), &item.post.title)
}

/// What the self-check finds is so by the county's own papers.
#[allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]
fn the_self_check_invents_nothing(entered: &Entered) {
    let (facts, history) = (entered.register.facts(None).unwrap(), entered.register.history(None).unwrap());
    let last = COUNTY.papers.iter().filter_map(|paper| paper.paper.issued_on).max().unwrap().latest();
    let found = renmian_rules::selfcheck(&facts, &history, &facts.superseded, last);
    assert!(!found.is_empty(), "tenures from before the register and probations under way are there to be found");
    // Everything is looked up again in the county's own papers.
    let who = |id: PersonId| (0..COUNTY.people.len()).find(|who| entered.person(*who) == Some(id)).unwrap();
    let said = |id: PersonId, post: PostId, opens: fn(ItemKind) -> bool| {
        let record = facts.posts.iter().find(|row| row.id == post).unwrap();
        let unit = facts.organisations.iter().find(|unit| Some(unit.id) == record.organisation).unwrap();
        let papers = COUNTY.papers.iter().flat_map(|paper| paper.paper.items.iter().zip(&paper.who));
        let of = papers.filter(|(item, bearer)| **bearer == who(id) && opens(item.kind));
        let short = |name: &str| name.trim_start_matches("青云").to_owned();
        of.filter(|(item, _)| {
            item.post.title == record.title
                && item.post.organisation.as_deref().is_some_and(|name| short(name) == short(&unit.name))
        })
        .count()
    };
    for concern in &found {
        match concern.kind {
            ConcernKind::DismissalWithoutTenure => {
                let (person, post) = (concern.persons[0], concern.posts[0]);
                let given = said(person, post, ItemKind::opens);
                let taken = said(person, post, ItemKind::closes);
                assert!(given < taken || given == 0, "{concern:?}: the county's papers gave the post {given} times");
            }
            ConcernKind::ProbationOverdue => {
                let confirmed = said(concern.persons[0], concern.posts[0], |kind| kind == ItemKind::Confirm);
                assert_eq!(confirmed, 0, "{concern:?}: confirmed by a paper");
            }
            ConcernKind::NumberGap => {
                let (series, missing) = (&concern.words["series"], &concern.words["missing"]);
                for serial in missing.split(['、', '–']) {
                    let number = format!("{series}{serial}号");
                    let there = COUNTY
                        .papers
                        .iter()
                        .any(|paper| paper.paper.number.as_ref().is_some_and(|known| known.text == number));
                    assert!(!there, "{number} is among the papers");
                }
            }
            ConcernKind::EndBeforeStart
            | ConcernKind::Overlap
            | ConcernKind::SecondHeadship
            | ConcernKind::OverSeats
            | ConcernKind::SamePerson
            | ConcernKind::EndedUnit
            | ConcernKind::EndedPost
            | ConcernKind::EndedPerson
            | ConcernKind::NumberTwice => panic!("the county is in order: {concern:?}"),
        }
    }
}

#[test]
fn every_appointment_opens_one_tenure_and_every_dismissal_closes_one() {
    let entered = shared(&SHUFFLED);
    let history = entered.register.history(None).unwrap();
    let starts: BTreeSet<_> = history.tenures.iter().filter_map(|tenure| tenure.start_by).collect();
    let ends: BTreeSet<_> = history.tenures.iter().filter_map(|tenure| tenure.end_by).collect();
    let items: Vec<_> = COUNTY.papers.iter().flat_map(|paper| &paper.paper.items).collect();
    let opening = items.iter().filter(|item| item.kind.opens()).count();
    let closing = items.iter().filter(|item| item.kind.closes()).count();
    let elected = items.iter().filter(|item| item.kind == ItemKind::Elect && item.post.title == "县长").count();
    assert_eq!(starts.len(), opening - renewals(), "appointments that opened no tenure");
    // The head of a county who was acting is elected: that ends the acting by itself.
    assert_eq!(ends.len(), closing + elected, "dismissals that closed no tenure");
}
