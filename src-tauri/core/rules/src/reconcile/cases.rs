//! Rows of a roster against a register, and the differences written out.

use renmian_domain::{DifferenceKind, Facts, Gender, OrderId, PersonRecord, Subject};

use super::{RosterLine, reconcile};
use crate::posts::posts_of_text;
use crate::register::Register;
use crate::sample::{add, county, exact};
use crate::tenure::derive;

/// A row: `周青 县财政局 局长 [女] [since]`, `-` for no unit of its own.
fn line(register: &Register<'_>, row: u32, text: &str) -> RosterLine {
    let words: Vec<&str> = text.split_whitespace().collect();
    RosterLine {
        row,
        name: words[0].to_owned(),
        gender: [("女", Gender::Female), ("男", Gender::Male)]
            .into_iter()
            .find(|(word, _)| words.contains(word))
            .map(|found| found.1),
        birth: words.iter().find_map(|word| word.strip_prefix("born")).map(|date| date.parse().unwrap()),
        posts: posts_of_text(register, Some(words[1]).filter(|unit| *unit != "-"), words[2], None),
        since: words.iter().find_map(|word| word.strip_prefix("since")).map(|date| date.parse().unwrap()),
    }
}

/// The differences as lines: kind, name, row, post by the register, person; `absent` where the unit is.
fn found(facts: &Facts, lines: &[&str]) -> Vec<String> {
    let history = derive(facts);
    let register = Register::of(facts);
    let lines: Vec<RosterLine> = (1..).zip(lines).map(|(row, text)| line(&register, row, text)).collect();
    reconcile(facts, &history, &lines, exact("2023-03-31"))
        .differences
        .iter()
        .map(|found| {
            let row = found.row.map_or_else(|| "-".to_owned(), |row| row.to_string());
            let here = found.here.map_or_else(|| "-".to_owned(), |tenure| tenure.post.0.to_string());
            let who = found.person.map_or_else(|| format!("{}?", found.namesakes.len()), |person| person.0.to_string());
            let absent = if found.unit_absent { " absent" } else { "" };
            format!("{} {} {row} {here} {who}{absent}", found.kind.key(), found.name)
        })
        .collect()
}

/// 周青 heads 县财政局 since 2019-05-06, 杨盛 is its deputy since 2020-01 and of its Party group, both 李和 of 县公安局.
fn register() -> Facts {
    let mut facts = county();
    for (line, person, post) in [
        ("1 2019-05-06 appoint", 1, 1),
        ("held 2021-12-31 since 2020-01", 2, 2),
        ("held 2021-12-31", 2, 8),
        ("2 2020-01-01 appoint", 1, 7),
        ("3 2020-01-01 appoint", 3, 3),
        ("4 2021-01-01 appoint", 5, 5),
    ] {
        add(&mut facts, line, person, post);
    }
    facts
}

const OWN: [&str; 5] = [
    "周青 县财政局 局长 since2019-05-06",
    "杨盛 县财政局 副局长 since2020-01",
    "杨盛 县财政局 总会计师",
    "李和 县公安局 局长 since2020-01-01",
    "陈川 白岩镇人民政府 镇长 since2021-01-01",
];

#[test]
fn a_roster_that_agrees_differs_in_nothing() {
    assert_eq!(found(&register(), &OWN), [""; 0]);
}

#[test]
fn other_ways_of_writing_are_no_differences() {
    let written = [
        "周青 - 青云县财政局局长 since2019-05",
        "杨　盛 青云县财政局 副局长、总会计师 since2020",
        "李和 公安局 局长",
        "陈小川 白岩镇人民政府 镇长 since2021-01",
    ];
    let mut facts = register();
    facts.organisations[2].other_names.push("公安局".to_owned());
    let written = [&written[..1], &["杨盛 青云县财政局 副局长、总会计师 since2020"], &written[2..]].concat();
    assert_eq!(found(&facts, &written), [""; 0], "short and former names, joined cells, dates that say less");
}

#[test]
fn each_difference_is_listed_once() {
    let facts = register();
    let with = |at: usize, row: &'static str| {
        let mut rows = OWN.to_vec();
        rows[at] = row;
        rows
    };
    assert_eq!(found(&facts, &with(0, "周青 县财政局 局长 since2019-06")), ["different_date 周青 1 1 1"]);
    assert_eq!(
        found(&facts, &with(2, "杨盛 县财政局 总会计师 since2018")),
        ["different_date 杨盛 3 8 2"],
        "the other roster knows a start that the register lacks"
    );
    assert_eq!(found(&facts, &with(0, "周青 县财政局 党组书记 since2019-05-06")), ["different_post 周青 1 1 1"]);
    assert_eq!(found(&facts, &with(4, "陈川 县水利局 局长")), ["different_post 陈川 5 5 5"]);
    assert_eq!(
        found(&facts, &with(0, "王未 县财政局 局长 since2019-05-06")),
        ["only_here 周青 - 1 1", "only_there 王未 1 - 0?"],
        "another name in the post is two differences"
    );
    assert_eq!(found(&facts, &OWN[..4]), ["only_here 陈川 - 5 5 absent"], "nobody of the unit is in the roster");
    assert_eq!(found(&facts, &[&OWN[..], &["周青 县公安局 局长"]].concat()), ["only_there 周青 6 - 1"]);
    assert_eq!(found(&facts, &[&OWN[..], &OWN[..1]].concat()), [""; 0], "a row twice is no difference");
}

#[test]
fn a_name_never_decides_between_namesakes() {
    let mut facts = register();
    facts.persons[2].gender = Some(Gender::Male);
    facts.persons[3].gender = Some(Gender::Female);
    let with = |row: &'static str| [&OWN[..3], &[row], &OWN[4..]].concat();
    assert_eq!(found(&facts, &with("李和 县公安局 副局长 男")), ["different_post 李和 4 3 3"]);
    assert_eq!(
        found(&facts, &with("李和 县公安局 副局长 女")),
        ["only_here 李和 - 3 3", "only_there 李和 4 - 4"],
        "she is not the one who holds it"
    );
    add(&mut facts, "5 2021-01-01 appoint", 4, 4);
    assert_eq!(
        found(&facts, &with("李和 县水利局 局长")),
        ["only_here 李和 - 3 3 absent", "only_here 李和 - 4 4 absent", "only_there 李和 4 - 2?"],
        "either may be meant: neither is taken"
    );
}

#[test]
fn ranks_and_groups_count_only_where_the_roster_lists_any() {
    let mut facts = register();
    assert_eq!(found(&facts, &[&OWN[..], &["周青 县财政局 四级调研员 since2020-01-01"]].concat()), [""; 0]);
    facts.persons.push(PersonRecord { name: "何群".to_owned(), ..facts.persons[0].clone() });
    facts.persons[6].id = renmian_domain::PersonId(7);
    add(&mut facts, "8 2021-01-01 appoint", 7, 7);
    add(&mut facts, "9 2021-01-01 appoint", 5, 4);
    let group = facts.orders.iter_mut().find(|head| head.id == OrderId(6)).unwrap();
    group.subject = Subject::Group;
    assert_eq!(
        found(&facts, &[&OWN[..], &["周青 县财政局 四级调研员"]].concat()),
        ["only_here 何群 - 7 7"],
        "the roster lists ranks, and lacks his; of groups it lists none"
    );
}

#[test]
fn every_kind_has_its_name_in_both_languages() {
    use renmian_domain::say::{Language, has};
    for kind in DifferenceKind::ALL {
        for key in [format!("difference.{}", kind.key()), format!("difference.{}.settle", kind.key())] {
            for language in [Language::Chinese, Language::English] {
                assert!(has(language, &key), "{key} has its words in {language:?}");
            }
        }
    }
}
