//! Any deeds: lines for the clerk, over a few people and posts, with days close together so that they meet.

use std::collections::BTreeSet;

use proptest::prelude::*;

/// The posts that the register knows from the start, each by its first name.
pub const POSTS: [(&str, &str); 4] =
    [("县财政局", "局长"), ("县财政局", "副局长"), ("县审计局", "局长"), ("县统计局", "总统计师")];

pub const PEOPLE: [&str; 3] = ["周青", "吕和", "施敏"];

/// Days that are known to the day.
pub const EXACT: &[&str] =
    &["2019-01-31", "2019-03-15", "2019-03-16", "2019-03-31", "2019-12-01", "2020-02-29", "2020-06-01", "2021-05-06"];
/// Days of which some are known to the month or the year only.
pub const ROUGH: &[&str] = &[
    "2019-01-31",
    "2019-03-15",
    "2019-03-16",
    "2019-03",
    "2019-03-31",
    "2019",
    "2020-02-29",
    "2020-06",
    "2020-06-01",
    "2021",
];
/// How well the days of the deeds are known.
pub type Days = &'static [&'static str];

/// Starts may be known to the month or the year.
const STARTS: [&str; 6] = ["2018-05", "2018", "2019-03", "2019-01-31", "2019", "2017-07-01"];

fn any_day(days: Days) -> impl Strategy<Value = &'static str> {
    prop::sample::select(days)
}

fn who() -> impl Strategy<Value = &'static str> {
    prop::sample::select(PEOPLE.to_vec())
}

fn post() -> impl Strategy<Value = (&'static str, &'static str)> {
    // Two of the posts are met more often, so that their entries meet.
    prop_oneof![3 => Just(POSTS[0]), 2 => Just(POSTS[2]), 2 => prop::sample::select(POSTS.to_vec())]
}

fn item(days: Days) -> impl Strategy<Value = String> {
    let gives = prop_oneof![
        4 => Just("appoint".to_owned()), 1 => Just("elect term60".to_owned()), 1 => Just("appoint acting".to_owned()),
        1 => Just("appoint probation12".to_owned()), 1 => Just("appoint concurrent".to_owned()),
        1 => prop::sample::select(vec!["2019-03", "2019", "2019-03-15"]).prop_map(|day| format!("appoint from{day}")),
    ];
    let takes = prop_oneof![
        4 => Just("dismiss".to_owned()), 1 => Just("accept_resignation".to_owned()), 1 => Just("remove".to_owned()),
        1 => any_day(days).prop_map(|day| format!("dismiss from{day}")),
        1 => prop::sample::select(vec!["2018-05", "2017-07-01"]).prop_map(|since| format!("dismiss since{since}")),
    ];
    let kind = prop_oneof![5 => gives, 4 => takes, 1 => Just("confirm".to_owned())];
    (who(), post(), kind).prop_map(|(who, (unit, title), kind)| {
        let (kind, flags) = kind.split_once(' ').unwrap_or((&kind, ""));
        format!("{who} {kind} {unit} {title} {flags}")
    })
}

/// `2019-03-15 [decided…] | item | item`: what stands behind an order's serial.
pub fn paper(days: Days) -> impl Strategy<Value = String> {
    let decided = prop_oneof![3 => Just(String::new()), 1 => any_day(days).prop_map(|day| format!(" decided{day}"))];
    (any_day(days), decided, prop::collection::vec(item(days), 1..4))
        .prop_map(|(issued, decided, items)| format!("{issued}{decided} | {}", items.join(" | ")))
}

fn opening() -> impl Strategy<Value = String> {
    let since = prop_oneof![1 => Just(String::new()), 2 => prop::sample::select(STARTS.to_vec()).prop_map(|day| format!(" since{day}"))];
    (any_day(EXACT), who(), post(), since)
        .prop_map(|(day, who, (unit, title), since)| format!("held {day} {who} {unit} {title}{since}"))
}

/// An event of a unit or a post, or an ending. Names that come new are of their own place in the list of deeds.
fn beside(place: usize, days: Days) -> impl Strategy<Value = String> {
    let ends = prop::sample::select(vec!["end", "wait", "reappoint"]);
    let of = prop::sample::select(vec!["县财政局", "县审计局", "县统计局"]);
    let unit = (any_day(days), of, ends, 0..6usize).prop_map(move |(day, unit, choice, what)| match what {
        0 => format!("unit {day} found {unit}"),
        1 => format!("unit {day} move {unit} 县政府办"),
        2 => format!("unit {day} merge {unit} into 县新{place}局 {choice}"),
        3 => format!("unit {day} split {unit} into 县分{place}局 {choice}"),
        4 => format!("unit {day} split {unit} into {unit} 县分{place}局 {choice}"),
        _ => format!("unit {day} abolish {unit} {}", if choice == "reappoint" { "end" } else { choice }),
    });
    let renamed = (
        any_day(days),
        prop::sample::select(vec!["县财政局", "县审计局"]),
        prop::sample::select(vec!["run_on", "reappoint"]),
    )
        .prop_map(move |(day, unit, choice)| format!("unit {day} rename {unit} 县改{place}局 {choice}"));
    let of_post = (any_day(days), post(), 0..4usize).prop_map(move |(day, (unit, title), what)| match what {
        0 => format!("post {day} rename {unit} {title} 新{place}职 run_on"),
        1 => format!("post {day} rename {unit} {title} 新{place}职 reappoint"),
        2 => format!("post {day} seats {unit} {title} {}", place % 3 + 1),
        _ => format!("post {day} abolish {unit} {title} {}", if place.is_multiple_of(2) { "end" } else { "wait" }),
    });
    let ending = (
        any_day(days),
        who(),
        prop::sample::select(vec!["retired", "died", "term_over", "probation_failed"]),
        prop::option::of(post()),
    )
        .prop_map(|(day, who, cause, post)| match post {
            Some((unit, title)) => format!("ends {day} {who} {cause} {unit} {title}"),
            None => format!("ends {day} {who} {cause}"),
        });
    prop_oneof![3 => unit, 2 => renamed, 2 => of_post, 3 => ending]
}

/// What is recorded, without corrections, revocations and undo: it can be entered in any order. Of two new names, or
/// two numbers of seats, of one day nothing but the order of entry could say which is meant, so there is one.
pub fn entries(most: usize, days: Days) -> impl Strategy<Value = Vec<String>> {
    let entry = move |place: usize| {
        prop_oneof![
            6 => paper(days).prop_map(move |paper| format!("order {} {paper}", place + 1)),
            2 => opening(),
            3 => beside(place, days),
        ]
        .boxed()
    };
    (1..=most).prop_flat_map(move |count| (0..count).map(entry).collect::<Vec<_>>()).prop_map(|mut entries| {
        let mut seen = BTreeSet::new();
        entries.retain(|entry| {
            let words: Vec<&str> = entry.split(' ').collect();
            let of = if words[0] == "post" { 5 } else { 4 };
            !matches!(words[2], "rename" | "seats") || seen.insert(words[..of].join(" "))
        });
        entries
    })
}

/// All that a clerk may do.
pub fn deeds(most: usize, days: Days) -> impl Strategy<Value = Vec<String>> {
    let deed = move |place: usize| {
        let earlier = 1..place.max(1) + 1;
        prop_oneof![
            8 => paper(days).prop_map(move |paper| format!("order {} {paper}", place + 1)),
            2 => opening(),
            4 => beside(place, days),
            2 => (earlier.clone(), paper(days)).prop_map(|(serial, paper)| format!("correct {serial} {paper}")),
            2 => earlier.clone().prop_map(|serial| format!("revoke {serial}")),
            1 => earlier.clone().prop_map(|serial| format!("reinstate {serial}")),
            1 => (who(), who()).prop_map(|(who, into)| format!("merge {who} into {into}")),
            2 => (who(), earlier.clone(), who()).prop_map(|(who, serial, to)| format!("split {who} order {serial} to {to}")),
            1 => (who(), any_day(EXACT), who()).prop_map(|(who, day, to)| format!("split {who} held {day} to {to}")),
            2 => Just("undo".to_owned()),
            1 => Just("redo".to_owned()),
        ]
        .boxed()
    };
    (1..=most).prop_flat_map(move |count| (0..count).map(deed).collect::<Vec<_>>())
}
