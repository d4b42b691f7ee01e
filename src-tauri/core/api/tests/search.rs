//! The search box under a day and under an earlier register: what was so then is what it answers.

#![allow(clippy::unwrap_used)] // what a test prepares holds, or the test fails

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::DateTime;
use renmian_api::types::*;
use renmian_api::{Home, Now, Session};
use renmian_domain::{OrganisationChange, OrganisationId, PartialDate, TenureChoice};

const FIRST: &str = "青云县人民政府\n关于陈国栋等同志职务任免的通知\n\n青政人〔2015〕1号\n\n　　陈国栋同志任县旅游局局长。\n\n青云县人民政府\n2015年2月28日\n";
const SECOND: &str = "青云县人民政府\n关于陈国栋等同志职务任免的通知\n\n青政人〔2020〕1号\n\n　　陈国栋同志任县审计局局长，免去其县文化和旅游局局长职务；\n　　林晓燕同志任县文化和旅游局局长。\n\n青云县人民政府\n2020年3月1日\n";

fn day(text: &str) -> PartialDate {
    text.parse().unwrap()
}

/// Every look at the clock is a minute after the one before.
fn a_minute_later() -> Now {
    static MINUTES: AtomicI64 = AtomicI64::new(0);
    let minutes = MINUTES.fetch_add(1, Ordering::Relaxed);
    let moment = DateTime::from_timestamp(1_700_000_000 + minutes * 60, 0).unwrap();
    Now { moment, today: moment.date_naive() }
}

fn register() -> (tempfile::TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::with_clock(Home::at(folder.path()), a_minute_later, "某人");
    let path = folder.path().join("a.renmian").display().to_string();
    session.create_register(CreateRegister { path, place: "青云县".into(), keeper: String::new() }).unwrap();
    session.enter("a.txt", FIRST.as_bytes(), true).unwrap();
    let rename = OrganisationChange::Rename {
        organisation: OrganisationId(1),
        former: None,
        name: "县文化和旅游局".into(),
        tenures: TenureChoice::RunOn,
    };
    let paper = renmian_domain::EventPaper { on: day("2019-03-31"), by: None, by_text: None, why: None };
    session.change_organisation(ChangeOrganisation { what: rename, paper }).unwrap();
    session.enter("b.txt", SECOND.as_bytes(), true).unwrap();
    (folder, session)
}

fn hits(session: &Session, query: &str, on: Option<&str>, known_at: Option<String>) -> Vec<(String, String)> {
    let at = At { on: on.map(day), known_at };
    let answer = session.search(Search { query: query.into(), limit: 9, at }).unwrap();
    let no_paper = answer.hits.into_iter().filter(|hit| !matches!(hit.target, HitTarget::Order(_)));
    no_paper.map(|hit| (hit.title, hit.detail)).collect()
}

fn pair(title: &str, detail: &str) -> (String, String) {
    (title.to_owned(), detail.to_owned())
}

#[test]
fn the_answer_says_what_was_held_on_the_day_by_the_names_of_the_day() {
    let (_folder, session) = register();
    for (on, held) in [
        (Some("2014-12-31"), ""),
        (Some("2018-01-01"), "县旅游局局长"),
        (Some("2019-12-31"), "县文化和旅游局局长"),
        (None, "县审计局局长"),
    ] {
        assert_eq!(hits(&session, "cgd", on, None), [pair("陈国栋", held)], "on {on:?}");
    }
    // By the name of the time and by the later one alike, shown as it was called then, with who held it.
    for words in ["县旅游局局长", "县文化和旅游局局长"] {
        assert!(hits(&session, words, Some("2018-01-01"), None).contains(&pair("县旅游局局长", "陈国栋")), "{words}");
        assert!(hits(&session, words, None, None).contains(&pair("县文化和旅游局局长", "林晓燕")), "{words}");
    }
    assert!(hits(&session, "县旅游局", Some("2018-01-01"), None).contains(&pair("县旅游局", "")));
    assert!(hits(&session, "县旅游局", None, None).contains(&pair("县文化和旅游局", "")));
}

#[test]
fn an_earlier_register_finds_only_what_it_had() {
    let (_folder, session) = register();
    let journal = session.journal(JournalQuery { limit: 9, ..JournalQuery::default() }).unwrap();
    let first = journal.acts.iter().map(|row| row.at.clone()).min();
    assert_eq!(hits(&session, "linxiaoyan", None, first.clone()), []);
    assert_eq!(hits(&session, "linxiaoyan", None, None).len(), 1);
}
