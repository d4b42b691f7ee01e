//! Whom and what printed names mean in a small county, case by case.

use renmian_domain::{Choice, DraftItem, Facts, Gender, Meant, OrganisationId, PersonId, PostId, Resolution};

use super::resolve;
use crate::sample::{add, county, draft};

/// `person organisation post` of each item: a row's id, `new` and its place, or the candidates.
fn lines(resolution: &Resolution) -> Vec<String> {
    fn meant<Id: Copy>(meant: &Meant<Id>, number: fn(Id) -> i64) -> String {
        match meant {
            Meant::Known(id) => number(*id).to_string(),
            Meant::New(at) => format!("new{at}"),
            Meant::Unclear(ids) => {
                let ids: Vec<String> = ids.iter().map(|id| number(*id).to_string()).collect();
                format!("?{}", ids.join("/"))
            }
        }
    }
    let items = resolution.items.iter().map(|item| {
        let organisation = item.organisation.as_ref().map_or("-".to_owned(), |it| meant(it, |id| id.0));
        format!("{} {organisation} {}", meant(&item.person, |id| id.0), meant(&item.post, |id| id.0))
    });
    items.collect()
}

fn meant_in(facts: &Facts, items: &[&str]) -> Vec<String> {
    lines(&resolve(facts, &draft(items)))
}

#[test]
fn names_as_printed_find_what_the_register_knows() {
    for (item, meant) in [
        ("周青 appoint 县财政局 局长", "1 2 1"),
        ("周青 appoint 青云县财政局 局长", "1 2 1"),
        ("陈小川 appoint 县财政局 副局长", "5 2 2"),
        ("买买提•艾力 appoint 县公安局 局长", "6 3 3"),
        ("周青 appoint 县农业局 局长", "1 7 new0"),
        ("周青 appoint 青云县白岩镇人民政府 镇长", "1 5 5"),
        ("王新 appoint 县水利局 局长", "new0 new0 new0"),
        ("周青 appoint 县财政局 局长（正科级）", "1 2 new0"),
        ("周青 appoint - 一级主任科员", "1 - new0"),
        ("李和 appoint 县财政局 局长", "?3/4 2 1"),
    ] {
        assert_eq!(meant_in(&county(), &[item]), [meant], "{item}");
    }
}

#[test]
fn a_name_never_decides_between_two_and_the_likeliest_stands_first() {
    let mut facts = county();
    add(&mut facts, "1 2020-01-01 appoint", 4, 2);
    assert_eq!(
        meant_in(&facts, &["李和 dismiss 县财政局 副局长", "李和 appoint 县公安局 局长"]),
        ["?4/3 2 2", "?4/3 3 3"],
        "rule 12: even the only one who holds the post is not taken without the clerk"
    );
}

#[test]
fn what_the_paper_says_of_a_name_may_speak_against_the_only_one_known() {
    for (item, meant) in [
        ("周青 appoint 县财政局 局长 男", "1 2 1"),
        ("周青 appoint 县财政局 局长 女", "?1 2 1"),
        ("杨盛 appoint 县财政局 局长 苗族", "2 2 1"),
        ("杨盛 appoint 县财政局 局长 回族", "?2 2 1"),
        ("杨盛 appoint 县财政局 局长 女", "2 2 1"),
    ] {
        assert_eq!(meant_in(&county(), &[item]), [meant], "{item}");
    }
}

#[test]
fn a_choice_for_one_item_holds_for_the_name_in_the_whole_paper() {
    let mut draft =
        draft(&["李和 dismiss 县财政局 副局长", "李和 appoint 县公安局 局长", "李和 appoint 县水利局 局长"]);
    draft.items[1].person = Choice::Known(PersonId(3));
    assert_eq!(lines(&resolve(&county(), &draft)), ["3 2 2", "3 3 3", "3 new0 new0"]);
    draft.items[2].person = Choice::New;
    assert_eq!(lines(&resolve(&county(), &draft)), ["3 2 2", "3 3 3", "new0 new0 new0"], "unless it chooses itself");
    draft.items[1].person = Choice::Known(PersonId(99));
    draft.items[2].person = Choice::ByName;
    assert_eq!(
        lines(&resolve(&county(), &draft)),
        ["?3/4 2 2", "?3/4 3 3", "?3/4 new0 new0"],
        "a row that is not there is no choice"
    );
}

#[test]
fn choices_of_units_and_posts_hold_for_what_is_printed_alike() {
    let items = ["周青 appoint 县公路建设养护中心 副主任", "陈川 dismiss 县公路建设养护中心 副主任"];
    let mut paper = draft(&items);
    assert_eq!(lines(&resolve(&county(), &paper)), ["1 new0 new0", "5 new0 new0"]);
    paper.items[1].organisation = Choice::Known(OrganisationId(4));
    assert_eq!(lines(&resolve(&county(), &paper)), ["1 4 4", "5 4 4"]);
    let mut paper = draft(&["周青 appoint 县财政局 局长"]);
    paper.items[0].organisation = Choice::New;
    assert_eq!(lines(&resolve(&county(), &paper)), ["1 new0 new0"], "a second organisation of that name");
    let mut paper = draft(&["周青 appoint 县财局 局长"]);
    paper.items[0].post = Choice::Known(PostId(1));
    assert_eq!(lines(&resolve(&county(), &paper)), ["1 2 1"], "a post brings its organisation");
}

#[test]
fn what_is_new_is_made_once() {
    let paper = draft(&[
        "王新 dismiss 县水利局 副局长",
        "王 appoint 县水利局 局长",
        "王新 appoint 青云县水利局 局长 女",
        "王新 appoint 县公安局交通警察大队 大队长",
        "王新 appoint 县公安局交通警察大队城关中队 中队长 苗族",
    ]);
    let resolution = resolve(&county(), &paper);
    let names: Vec<_> = resolution.new_persons.iter().map(|person| (person.name.as_str(), person.gender)).collect();
    assert_eq!(names, [("王新", Some(Gender::Female)), ("王", None)]);
    assert_eq!(resolution.new_persons[0].ethnicity.as_deref(), Some("苗族"), "what any item says of the name is kept");
    let units: Vec<_> = resolution.new_organisations.iter().map(|unit| (unit.name.as_str(), unit.parent)).collect();
    assert_eq!(
        units,
        [
            ("县水利局", None),
            ("县公安局交通警察大队", Some(OrganisationId(3))),
            ("县公安局交通警察大队城关中队", Some(OrganisationId(3))),
        ]
    );
    let posts: Vec<_> = resolution.new_posts.iter().map(|post| post.title.as_str()).collect();
    assert_eq!(posts, ["副局长", "局长", "大队长", "中队长"]);
}

#[test]
fn two_new_people_of_one_name_are_told_apart_where_the_paper_does() {
    let resolution = resolve(&county(), &draft(&["王新 appoint 县财政局 局长 女", "王新 appoint 县公安局 局长 男"]));
    assert_eq!(resolution.new_persons.len(), 2);
}

#[test]
fn a_rank_is_left_wherever_it_was_given() {
    let mut facts = county();
    add(&mut facts, "1 2020-01-01 appoint", 1, 7);
    assert_eq!(meant_in(&facts, &["周青 dismiss - 四级调研员"]), ["1 2 7"], "the paper leaves the unit out");
    assert_eq!(meant_in(&facts, &["陈川 dismiss - 四级调研员"]), ["5 - new0"], "not somebody else's rank");
    assert_eq!(meant_in(&facts, &["周青 appoint - 四级调研员"]), ["1 - new0"], "a new rank is as printed");
}

#[test]
fn of_two_units_under_one_name_the_living_is_meant() {
    let mut facts = county();
    facts.organisations[5].name = "县文化局".to_owned();
    let mut again = facts.organisations[5].clone();
    (again.id, again.ended_on) = (OrganisationId(50), None);
    facts.organisations.push(again);
    assert_eq!(meant_in(&facts, &["周青 appoint 县文化局 局长"]), ["1 50 new0"]);
    let item = DraftItem { ..draft(&["周青 dismiss 县文化局 局长 from2018-01-01"]).items[0].clone() };
    let paper = renmian_domain::Draft { items: vec![item], ..draft(&[]) };
    assert_eq!(lines(&resolve(&facts, &paper)), ["1 6 6"], "on a day before its end the old one is as likely");
}

#[test]
fn the_issuers_name_the_place_where_the_register_is_not_set() {
    let facts = Facts { place: String::new(), ..county() };
    assert_eq!(meant_in(&facts, &["周青 appoint 县财政局 局长"]), ["1 2 1"], "by the issuer of this very paper");
    let paper = renmian_domain::Draft { issuer: None, ..draft(&["周青 appoint 县财政局 局长"]) };
    assert_eq!(lines(&resolve(&facts, &paper)), ["1 new0 new0"], "nobody says which county");
}
