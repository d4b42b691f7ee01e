//! The invented county is whole, repeats from its seed, and says where everything stands in its papers.

use std::collections::{BTreeMap, BTreeSet};

use renmian_domain::{Span, Subject};
use renmian_sample::{Chance, any_paper, county};

fn words(text: &str, span: Span) -> String {
    text.chars().skip(span.start).take(span.end - span.start).filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn a_seed_gives_the_same_county_and_another_seed_another() {
    assert_eq!(county(1), county(1));
    assert_ne!(county(1).people, county(2).people);
}

#[test]
fn the_county_is_large_enough_to_be_interesting() {
    let county = county(2023);
    assert!(county.organisations.len() >= 40, "{} units", county.organisations.len());
    assert!(county.posts.len() >= 200, "{} posts", county.posts.len());
    assert!(county.people.len() >= 300, "{} people", county.people.len());
    assert!((250..=450).contains(&county.papers.len()), "{} papers", county.papers.len());
    let years: BTreeSet<i32> =
        county.papers.iter().filter_map(|paper| paper.paper.issued_on.map(|day| day.year())).collect();
    assert!((2009..=2023).all(|year| years.contains(&year)), "a year without a paper: {years:?}");
}

#[test]
fn parents_stand_before_children_and_posts_belong_to_units() {
    let county = county(2023);
    let mut seen = BTreeSet::new();
    for unit in &county.organisations {
        assert!(unit.parent.as_ref().is_none_or(|parent| seen.contains(parent)), "{} before its parent", unit.name);
        assert!(seen.insert(unit.name.clone()), "{} twice", unit.name);
    }
    for post in &county.posts {
        assert!(seen.contains(&post.organisation), "{} {} has no unit", post.organisation, post.title);
    }
}

#[test]
fn papers_run_by_date_and_their_serials_lack_only_a_few() {
    let county = county(2023);
    assert!(county.papers.windows(2).all(|pair| pair[0].paper.issued_on <= pair[1].paper.issued_on));
    let mut last: BTreeMap<(String, i32), u32> = BTreeMap::new();
    let mut gaps = 0;
    for paper in &county.papers {
        let number = paper.paper.number.clone().expect("every paper of the county has a number");
        let (Some(code), Some(year), Some(serial)) = (number.code, number.year, number.serial) else {
            panic!("{} has no parts", number.text)
        };
        let before = last.insert((code, year), serial).unwrap_or(0);
        assert!(serial > before, "{} goes back", number.text);
        gaps += serial - before - 1;
    }
    assert!((1..=5).contains(&gaps), "{gaps} serials are missing");
}

#[test]
fn a_persons_items_say_who_it_is() {
    let county = county(2023);
    for paper in &county.papers {
        assert_eq!(paper.who.len(), paper.paper.items.len(), "{}", paper.file_name);
        for (item, who) in paper.paper.items.iter().zip(&paper.who) {
            assert_eq!(item.person.name, county.people[*who].name, "{}", paper.file_name);
        }
    }
}

#[test]
fn every_item_stands_where_the_rendering_says() {
    for seed in 0..500 {
        let made = any_paper(&mut Chance::new(seed));
        for (item, title) in made.paper.items.iter().zip(&made.titles) {
            let printed = words(&made.text, *title);
            let text = &made.text;
            assert_eq!(printed.trim_end_matches('：'), item.post.title, "title of an item in paper {seed}:\n{text}");
            // The members of a group stand behind and below their title.
            let holds = item.source.start <= title.start && title.end <= item.source.end;
            let under = made.paper.subject == Subject::Group && title.end <= item.source.start;
            assert!(holds || under, "the sentence holds the title in paper {seed}:\n{text}");
        }
    }
}

#[test]
fn whoever_held_a_post_before_the_first_paper_is_known_by_an_opening_entry() {
    let county = county(2023);
    let posts: BTreeSet<_> = county.posts.iter().map(|post| (&post.organisation, &post.title)).collect();
    assert!(county.openings.len() > 30, "{} openings", county.openings.len());
    for opening in &county.openings {
        assert!(posts.contains(&(&opening.organisation, &opening.title)), "{} {}", opening.organisation, opening.title);
        assert!(opening.since.latest() < opening.held_on, "{} since {}", opening.title, opening.since);
    }
}
