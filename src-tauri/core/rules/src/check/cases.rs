//! What the clerk is shown, case by case: the register's entries, the paper's items, the findings and effects.
//!
//! An entry of the register is `PERSON POST entry`; a finding is written `code item word=…`, `-` for the whole paper.

use renmian_domain::say::{Language, say};
use renmian_domain::{
    Choice, DocumentNumber, Draft, Effect, Facts, Finding, FindingCode, OrganisationId, PersonId, PostId, Span,
};

use super::check;
use crate::resolve::resolve;
use crate::sample::{add, county, day, draft, read_item};
use crate::tenure::derive;

fn facts_with(entries: &[&str]) -> Facts {
    let mut facts = county();
    for entry in entries {
        let mut words = entry.splitn(3, ' ');
        let (person, post) = (words.next().unwrap().parse().unwrap(), words.next().unwrap().parse().unwrap());
        add(&mut facts, words.next().unwrap(), person, post);
    }
    facts
}

fn checked(facts: &Facts, draft: &Draft) -> (Vec<Finding>, Vec<Effect>) {
    check(facts, &derive(facts), draft, &resolve(facts, draft))
}

fn line(finding: &Finding) -> String {
    let mut line = format!("{} {}", finding.code.key(), finding.item.map_or("-".to_owned(), |item| item.to_string()));
    for (key, word) in &finding.data {
        line += &format!(" {key}={word}");
    }
    line
}

fn findings(facts: &Facts, draft: &Draft) -> Vec<String> {
    checked(facts, draft).0.iter().map(line).collect()
}

fn effect(effect: &Effect) -> String {
    let since = |since: &Option<renmian_domain::PartialDate>| since.map_or("?".to_owned(), |day| day.to_string());
    match effect {
        Effect::Opens => "opens".to_owned(),
        Effect::Closes { since: day } => format!("closes {}", since(day)),
        Effect::ClosesUnknown => "closes unknown".to_owned(),
        Effect::Confirms { since: day } => format!("confirms {}", since(day)),
        Effect::Nothing => "nothing".to_owned(),
    }
}

/// What the case is; entries of the register; items of the paper of 2023-02-28; effects; findings.
type Case =
    (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str], &'static [&'static str]);

#[rustfmt::skip]
const CASES: &[Case] = &[
    ("an ordinary move: nothing to say",
     &["1 2 8 2020-01-01 appoint"],
     &["周青 dismiss 县财政局 副局长", "周青 appoint 县公安局 局长"],
     &["closes 2020-01-01", "opens"],
     &[]),
    ("rule 5: a dismissal without a tenure",
     &[],
     &["周青 dismiss 县财政局 局长"],
     &["closes unknown"],
     &["dismissal-without-tenure 0 name=周青 post=青云县财政局局长"]),
    ("an opening entry of unknown start is a tenure",
     &["1 1 held 2020-12-31"],
     &["周青 dismiss 县财政局 局长"],
     &["closes ?"],
     &[]),
    ("left already by a paper of that day",
     &["1 1 1 2020-01-01 appoint", "1 1 2 2023-02-28 dismiss", "5 2 8 2023-02-01 appoint"],
     &["周青 dismiss 县财政局 局长"],
     &["nothing"],
     &["already-ended 0 ended=2023.02.28 name=周青 post=青云县财政局局长"]),
    ("rule 8: holds the post already",
     &["1 1 8 2020-01 appoint"],
     &["周青 appoint 县财政局 局长"],
     &["nothing"],
     &["already-holds 0 name=周青 post=青云县财政局局长 since=2020.01"]),
    ("rule 8: holds the post since nobody knows when",
     &["1 1 held 2020-12-31"],
     &["周青 appoint 县财政局 局长"],
     &["nothing"],
     &["already-holds 0 name=周青 post=青云县财政局局长 since=word.unknown"]),
    ("acting becomes full",
     &["1 1 8 2022-12-01 appoint acting"],
     &["周青 elect 县财政局 局长"],
     &["opens"],
     &[]),
    ("confirmed after probation",
     &["1 2 8 2022-01-01 appoint probation12"],
     &["周青 confirm 县财政局 副局长"],
     &["confirms 2022-01-01"],
     &[]),
    ("confirmed without a tenure",
     &[],
     &["周青 confirm 县财政局 副局长"],
     &["confirms ?"],
     &["confirm-without-tenure 0 name=周青 post=青云县财政局副局长"]),
    ("a nomination changes nothing and is no finding",
     &[],
     &["周青 nominate 县财政局 局长"],
     &["nothing"],
     &[]),
    ("the same item twice",
     &[],
     &["周青 appoint 县财政局 局长", "周青 appoint 青云县财政局 局长"],
     &["opens", "nothing"],
     &["item-twice 1 name=周青 post=青云县财政局局长"]),
    ("the post is full",
     &["2 2 1/1 2020-01-01 appoint", "5 2 1/2 2020-01-01 appoint"],
     &["周青 appoint 县财政局 副局长"],
     &["opens"],
     &["post-full 0 authorised=2 filled=3 post=青云县财政局副局长", "number-gap - missing=2–8 number=青政人〔2023〕9号"]),
    ("rule 6: who leaves by the same paper makes room, wherever the item stands",
     &["2 1 8 2020-01-01 appoint"],
     &["周青 appoint 县财政局 局长", "杨盛 dismiss 县财政局 局长"],
     &["opens", "closes 2020-01-01"],
     &[]),
    ("a secondment takes no seat",
     &["2 1 8 2020-01-01 appoint"],
     &["周青 appoint 县财政局 局长 secondment"],
     &["opens"],
     &[]),
    ("an unknown start before anybody knew of it fills no seat",
     &["2 1 8 2024-01-01 dismiss"],
     &["周青 appoint 县财政局 局长"],
     &["opens"],
     &[]),
    ("a second headship without 兼",
     &["1 3 8 2020-01-01 appoint"],
     &["周青 appoint 县财政局 局长"],
     &["opens"],
     &["second-headship 0 name=周青 post=县公安局局长"]),
    ("兼 is written",
     &["1 3 8 2020-01-01 appoint"],
     &["周青 appoint 县财政局 局长 concurrent"],
     &["opens"],
     &[]),
    ("the first headship is left by the same paper",
     &["1 3 8 2020-01-01 appoint"],
     &["周青 appoint 县财政局 局长", "周青 dismiss 县公安局 局长"],
     &["opens", "closes 2020-01-01"],
     &[]),
    ("two headships by one paper: the later is the second",
     &[],
     &["周青 appoint 县财政局 局长", "周青 appoint 县公安局 局长"],
     &["opens", "opens"],
     &["second-headship 1 name=周青 post=青云县财政局局长"]),
    ("Party secretary and head of one bureau are one headship",
     &[],
     &["周青 appoint 县财政局 党组书记", "周青 appoint 县财政局 局长"],
     &["opens", "opens"],
     &[]),
    ("new people, units and posts are named once each; a new unit's posts come with it",
     &[],
     &["王新 appoint 县水利局 局长", "王新 appoint 县水利局 党组书记", "王新 appoint 县财政局 总工程师"],
     &["opens", "opens", "opens"],
     &["organisation-new 0 organisation=县水利局", "person-new 0 name=王新",
       "post-new 2 organisation=青云县财政局 title=总工程师"]),
    ("nearly the same unit",
     &[],
     &["周青 appoint 县公路建设养护中心 副主任"],
     &["opens"],
     &["organisation-similar 0 known=县公路建设和养护中心 organisation=县公路建设养护中心"]),
    ("nearly the same post",
     &[],
     &["周青 appoint 县财政局 副局长（正科级）"],
     &["opens"],
     &["post-similar 0 known=青云县财政局副局长 organisation=青云县财政局 title=副局长（正科级）"]),
    ("two of that name: who is meant comes before what they hold",
     &["3 2 8 2020-01-01 appoint"],
     &["李和 dismiss 县财政局 副局长", "李和 appoint 县公安局 局长"],
     &["closes unknown", "opens"],
     &["person-namesake 0 name=李和"]),
    ("one of that name, whom the paper speaks against",
     &[],
     &["周青 appoint 县公安局 局长 女"],
     &["opens"],
     &["person-namesake 0 name=周青"]),
    ("the unit is gone; leaving its posts afterwards is usual",
     &["1 6 8 2018-01-01 appoint"],
     &["周青 dismiss 县旅游局 局长", "陈川 appoint 县旅游局 局长"],
     &["closes 2018-01-01", "opens"],
     &["organisation-ended 1 ended=2019.03.31 organisation=县旅游局"]),
    ("an old appointment typed late fills the unknown start of a recorded dismissal",
     &["1 1 9 2024-01-01 dismiss"],
     &["周青 appoint 县财政局 局长 from2021-01-01"],
     &["opens"],
     &["number-used - number=青政人〔2023〕9号 order=1 title="]),
    ("a day before a recorded appointment takes its place",
     &["1 1 9 2024-01-01 appoint"],
     &["周青 appoint 县财政局 局长"],
     &["opens"],
     &["number-used - number=青政人〔2023〕9号 order=1 title=",
       "earlier-change 0 day=2023.02.28 later=2024.01.01 name=周青 post=青云县财政局局长"]),
    ("a dismissal inside a recorded tenure",
     &["1 1 8/1 2020-01-01 appoint", "1 1 7 2024-01-01 dismiss"],
     &["周青 dismiss 县财政局 局长"],
     &["closes 2020-01-01"],
     &["earlier-change 0 day=2023.02.28 later=2024.01.01 name=周青 post=青云县财政局局长"]),
    ("a dismissal before the start that is known",
     &["1 1 8 2024-01-01 appoint"],
     &["周青 dismiss 县财政局 局长"],
     &["closes unknown"],
     &["dismissal-without-tenure 0 name=周青 post=青云县财政局局长",
       "earlier-change 0 day=2023.02.28 later=2024.01.01 name=周青 post=青云县财政局局长"]),
];

#[test]
fn the_clerk_is_shown_what_each_case_calls_for() {
    let mut wrong = Vec::new();
    for (case, entries, items, effects, expected) in CASES {
        let mut facts = facts_with(entries);
        // Cases count their papers in the year of the draft's number, so that no. 8 comes just before it.
        for order in &mut facts.orders {
            let serial = order.number.as_ref().and_then(|number| number.serial).unwrap();
            order.number = Some(DocumentNumber::parse(&format!("青政人〔2023〕{serial}号")));
        }
        let (found, done) = checked(&facts, &draft(items));
        let found: Vec<String> = found.iter().map(line).collect();
        let done: Vec<String> = done.iter().map(effect).collect();
        let mut sorted = found.clone();
        sorted.sort();
        let mut right = expected.to_vec();
        right.sort();
        if sorted != right || done != *effects {
            wrong.push(format!("{case}\n  right {expected:?} {effects:?}\n  found {found:?} {done:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_finding_has_its_words_in_both_languages() {
    for (case, entries, items, _, _) in CASES {
        let facts = facts_with(entries);
        let mut paper = draft(items);
        paper.issuer = None;
        for finding in checked(&facts, &paper).0 {
            for language in [Language::Chinese, Language::English] {
                let key = format!("finding.{}", finding.code.key());
                let said = say(language, &key, &finding.data);
                assert_ne!(said, key, "{case}: {key} has a sentence");
                assert!(!said.contains(['{', '}']) && !said.contains("word."), "{case}: {said}");
            }
        }
    }
}

#[test]
fn what_the_clerk_has_settled_is_not_asked_again() {
    let mut paper = draft(&["李和 appoint 县公路建设养护中心 副主任"]);
    assert_eq!(
        findings(&county(), &paper),
        [
            "person-namesake 0 name=李和",
            "organisation-similar 0 known=县公路建设和养护中心 organisation=县公路建设养护中心"
        ],
        "the gravest first"
    );
    paper.items[0].person = Choice::Known(PersonId(3));
    paper.items[0].organisation = Choice::New;
    assert_eq!(findings(&county(), &paper), ["organisation-new 0 organisation=县公路建设养护中心"]);
    paper.items[0].person = Choice::New;
    paper.items[0].organisation = Choice::Known(OrganisationId(4));
    assert_eq!(findings(&county(), &paper), ["person-new 0 name=李和"]);
    let mut paper = draft(&["周青 appoint 县财政局 副局长（正科级）"]);
    paper.items[0].post = Choice::New;
    assert_eq!(findings(&county(), &paper), ["post-new 0 organisation=青云县财政局 title=副局长（正科级）"]);
    paper.items[0].post = Choice::Known(PostId(2));
    assert!(findings(&county(), &paper).is_empty());
}

#[test]
fn held_since_gives_a_dismissal_its_tenure() {
    let mut paper = draft(&["周青 dismiss 县财政局 局长"]);
    paper.items[0].held_since = Some(day("2018-05"));
    let (found, effects) = checked(&county(), &paper);
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(effects, [Effect::Closes { since: Some(day("2018-05")) }]);
    let (held_on, since) = super::held_before(&paper, &paper.items[0]).unwrap();
    assert_eq!((held_on.to_string().as_str(), since), ("2023-02-27", day("2018-05")));
    paper.items[0].item = read_item("周青 appoint 县财政局 局长");
    assert_eq!(super::held_before(&paper, &paper.items[0]), None, "only an ending has a before");
}

#[test]
fn the_head_is_asked_for_what_it_lacks() {
    let paper = Draft { number: None, issuer: None, issued_on: None, ..draft(&["周青 appoint 县财政局 局长"]) };
    assert_eq!(
        findings(&county(), &paper),
        [
            "head-incomplete - field=word.number key=number",
            "head-incomplete - field=word.issuer key=issuer",
            "head-incomplete - field=word.issued-on key=issued_on",
            "day-unknown 0 name=周青"
        ]
    );
}

/// A register with this paper in it, number and all.
fn with_known(lines: &[&str], number: Option<&str>) -> Facts {
    let mut facts = county();
    for (at, line) in lines.iter().enumerate() {
        add(&mut facts, &format!("9/{} 2023-02-28 appoint", at + 1), 1, 1);
        facts.items[at].item = read_item(line);
    }
    facts.orders[0].number = number.map(DocumentNumber::parse);
    facts.orders[0].issuer = Some("青云县人民政府".to_owned());
    facts.orders[0].title = Some("关于周青同志任职的通知".to_owned());
    facts
}

#[test]
fn a_paper_is_known_again_by_number_and_content() {
    let lines = ["周青 appoint 县财政局 局长", "陈川 dismiss 县财政局 局长"];
    let again = draft(&["陈川 dismiss 青云县财政局 局长", "周青 appoint 县财政局 局长"]);
    let codes = |facts: &Facts, draft: &Draft| -> Vec<FindingCode> {
        let head = |code: &FindingCode| {
            matches!(code, FindingCode::OrderKnown | FindingCode::NumberUsed | FindingCode::NumberGap)
        };
        checked(facts, draft).0.iter().map(|finding| finding.code).filter(head).collect()
    };
    let facts = with_known(&lines, Some("青政人[2023]9号"));
    assert_eq!(codes(&facts, &again), [FindingCode::OrderKnown], "other brackets, other order of items");
    let other = draft(&["周青 appoint 县财政局 局长"]);
    assert_eq!(codes(&facts, &other), [FindingCode::NumberUsed]);
    let unnumbered = Draft { number: None, ..again.clone() };
    assert_eq!(codes(&facts, &unnumbered), [FindingCode::OrderKnown], "a copy without its number");
    assert_eq!(codes(&with_known(&lines, None), &again), [FindingCode::OrderKnown]);
    let later = Draft { issued_on: Some(day("2023-03-01")), ..again.clone() };
    assert_eq!(codes(&facts, &later), [FindingCode::NumberUsed], "another day is another paper");
    let next = Draft { number: Some(DocumentNumber::parse("青政人〔2023〕11号")), ..again };
    assert_eq!(codes(&facts, &next), [FindingCode::NumberGap], "the same content under another number is another");
}

#[test]
fn a_gap_is_named_only_in_a_series_that_is_known() {
    let facts = with_known(&["周青 appoint 县财政局 局长"], Some("青政人〔2023〕4号"));
    for (number, missing) in [
        ("青政人〔2023〕5号", None),
        ("青政人〔2023〕6号", Some("5")),
        ("青政人〔2023〕9号", Some("5–8")),
        ("青政人〔2023〕2号", None),
        ("青政人〔2024〕9号", None),
        ("青组干〔2023〕9号", None),
        ("第九号", None),
    ] {
        let paper = Draft { number: Some(DocumentNumber::parse(number)), ..draft(&[]) };
        let found = checked(&facts, &paper).0;
        let gap = found.iter().find(|finding| finding.code == FindingCode::NumberGap);
        assert_eq!(gap.map(|finding| finding.data["missing"].as_str()), missing, "{number}");
    }
}

#[test]
fn a_finding_of_the_number_stands_at_the_number() {
    let facts = with_known(&["周青 appoint 县财政局 局长"], Some("青政人〔2023〕4号"));
    let found = checked(&facts, &draft(&[])).0;
    assert_eq!(found[0].source, Some(Span::new(10, 21)));
}

#[test]
fn what_the_reading_found_stands_until_the_clerk_edits_it() {
    let mut paper = draft(&["周青 appoint 县财政局 局长", "陈川 appoint 县财政局 副局长"]);
    paper.items[0].item.certain = false;
    let clause = paper.items[0].item.source;
    paper.reading_findings = vec![
        Finding::new(FindingCode::Uncertain).at(clause).of(0).with("name", "周青"),
        Finding::new(FindingCode::VerbUnaccounted).at(Span::new(104, 106)).with("verb", "任"),
        Finding::new(FindingCode::NotUnderstood).at(Span::new(130, 140)).with("text", "另有任用"),
        Finding::new(FindingCode::NameOnlyInTitle).with("name", "陈 川"),
        Finding::new(FindingCode::NameOnlyInTitle).with("name", "王新"),
        Finding::new(FindingCode::HeadIncomplete).with("field", "文号"),
    ];
    let codes = |paper: &Draft| -> Vec<String> {
        checked(&county(), paper).0.iter().map(|finding| finding.code.key()).collect()
    };
    assert_eq!(codes(&paper), ["name-only-in-title", "uncertain", "verb-unaccounted", "not-understood"]);
    paper.items[0].edited = true;
    assert_eq!(codes(&paper), ["name-only-in-title", "not-understood"], "the clerk has seen to that clause");
    paper.items[1].item.person.name = "王新".to_owned();
    paper.items[1].edited = true;
    let left = codes(&paper);
    assert!(left.contains(&"name-only-in-title".to_owned()), "now 陈川 is missing: {left:?}");
}

#[test]
fn the_papers_own_count_is_held_against_the_items_as_they_are_now() {
    let mut paper =
        draft(&["周青 appoint 县财政局 局长", "周青 appoint 县财政局 党组书记", "陈川 dismiss 县财政局 局长"]);
    let stated = |words: &str| Finding::new(FindingCode::CountMismatch).with("stated", words).with("read", "0人");
    paper.reading_findings = vec![stated("任命1人"), stated("任2人"), stated("免职1人"), stated("免3人")];
    let found = |paper: &Draft| -> Vec<String> {
        let counted = |finding: &&Finding| finding.code == FindingCode::CountMismatch;
        let words = |finding: &Finding| format!("{} {}", finding.data["stated"], finding.data["read"]);
        checked(&county(), paper).0.iter().filter(counted).map(words).collect()
    };
    assert_eq!(found(&paper), ["任2人 1人", "免3人 1人"], "persons are counted, not posts");
    paper.items[1].item.person.name = "王新".to_owned();
    assert_eq!(found(&paper), ["任命1人 2人", "免3人 1人"]);
}
