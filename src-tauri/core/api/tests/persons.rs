//! People as the window asks for them: former names and variant characters lead to them, two records are merged and one
//! is split with what changes told before, and what was known when is told.

#![allow(clippy::unwrap_used)] // what a test prepares holds, or the test fails

use chrono::DateTime;
use renmian_api::types::*;
use renmian_api::{Home, Now, Session};
use renmian_domain::{EntryRef, PersonId, PersonMeant};

fn noon() -> Now {
    let moment = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
    Now { moment, today: moment.date_naive() }
}

const FIRST: &str = "青云县人民政府\n关于陈峰等同志任职的通知\n青政人〔2021〕1号\n各乡镇人民政府，县政府各部门：\n　　经研究决定：\n　　\
    陈峰同志任县审计局副局长；\n　　林晓燕同志任县教育局副局长。\n青云县人民政府\n2021年2月28日\n";

const SECOND: &str = "青云县人民政府\n关于林小燕等同志职务任免的通知\n青政人〔2023〕1号\n各乡镇人民政府，县政府各部门：\n　　经研究决定：\n　　\
    陈峯同志任县财政局局长，免去其县审计局副局长职务；\n　　免去林小燕同志的县教育局副局长职务。\n青云县人民政府\n2023年2月28日\n";

fn begun(papers: &[&str]) -> (tempfile::TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::with_clock(Home::at(folder.path()), noon, "王会");
    let path = folder.path().join("register.renmian").display().to_string();
    session.create_register(CreateRegister { path, place: "青云县".to_owned(), keeper: String::new() }).unwrap();
    for paper in papers {
        assert_eq!(session.enter("a.txt", paper.as_bytes(), true).unwrap().recorded.len(), 1);
    }
    (folder, session)
}

fn person(session: &Session, id: i64) -> PersonPage {
    session.person(PersonQuery { id: PersonId(id), at: At::default() }).unwrap()
}

/// The persons whom the search box finds.
fn found(session: &Session, query: &str) -> Vec<i64> {
    let hits =
        session.search(Search { query: query.to_owned(), limit: 9, at: At::default() }).unwrap().hits.into_iter();
    hits.filter_map(|hit| match hit.target {
        HitTarget::Person(id) => Some(id.0),
        HitTarget::Organisation(_) | HitTarget::Post(_) | HitTarget::Order(_) | HitTarget::Draft(_) => None,
    })
    .collect()
}

fn renamed(session: &Session, id: i64, name: &str, others: &[&str]) -> PersonPage {
    let page = person(session, id);
    let describe = DescribePerson {
        id: page.id,
        name: name.to_owned(),
        other_names: others.iter().map(|name| (*name).to_owned()).collect(),
        gender: page.gender,
        ethnicity: page.ethnicity,
        birth: page.birth,
        note: page.note,
    };
    session.describe_person(describe).unwrap()
}

#[test]
fn variant_characters_are_one_name_at_entry_in_search_and_on_the_page() {
    let (_folder, session) = begun(&[FIRST, SECOND]);
    let page = person(&session, 1);
    assert_eq!((page.name.as_str(), page.tenures.len()), ("陈峰", 2), "陈峯 of the second paper is 陈峰 of the first");
    for typed in ["陈峰", "陳峰", "陈峯", "陳峯", "chenfeng", "陈f"] {
        assert_eq!(found(&session, typed), [1], "{typed}");
    }
    let order = session.order_numbered("青政人〔2023〕1号", None).unwrap();
    assert_eq!(
        (order.items[0].name.as_str(), order.items[0].person_id),
        ("陈峯", page.id),
        "the order as it is printed"
    );
}

#[test]
fn a_name_that_was_given_up_still_leads_to_the_person() {
    let (_folder, session) = begun(&[FIRST]);
    let page = renamed(&session, 2, "林燕", &["林小燕", "林燕"]);
    assert_eq!(
        (page.name.as_str(), page.other_names.as_slice()),
        ("林燕", &["林晓燕", "林小燕"].map(str::to_owned)[..])
    );
    for name in ["林燕", "林晓燕", "林小燕"] {
        assert_eq!(found(&session, name), [2], "{name}");
    }
    session.enter("b.txt", SECOND.as_bytes(), true).unwrap();
    let page = person(&session, 2);
    assert!(page.tenures[0].ended, "a paper under a former name means the person");
    assert_eq!(renamed(&session, 2, "林晓燕", &[]).other_names, ["林小燕", "林燕"], "and back again");
    assert!(session.verify(Verify::default()).unwrap().sound);
}

#[test]
fn a_merging_is_told_first_and_can_be_taken_back_from_the_page() {
    let (_folder, session) = begun(&[FIRST, SECOND]);
    let (goes, stays) = (PersonId(3), PersonId(2));
    assert_eq!(person(&session, 3).name, "林小燕");
    let changes = session.plan_persons(PlanPersons::Merge { person: goes, into: stays }).unwrap();
    let told: Vec<(&str, bool)> = changes.goes.iter().map(|line| (line.title.as_str(), line.ended)).collect();
    assert_eq!(told, [("副局长", true)]);
    let present: Vec<_> =
        changes.present.iter().map(|one| (one.name.as_str(), one.before.len(), one.after.len())).collect();
    assert_eq!(present, [("林晓燕", 1, 0)], "the dismissal reaches what it ends");
    assert_eq!(changes.moved[0].after.end.unwrap().to_string(), "2023-02-28");

    let why = "文件误排".to_owned();
    let page = session.merge_persons(MergePersons { person: goes, into: stays, why }).unwrap();
    assert_eq!((page.merged[0].id, page.merged[0].name.as_str()), (goes, "林小燕"));
    assert_eq!(page.merged[0].act.why.as_deref(), Some("文件误排"));
    assert!(page.merged[0].may_take_back);
    assert_eq!(person(&session, 3), page, "the old id is answered with the one that goes on");
    assert_eq!(
        session.merge_persons(MergePersons { person: goes, into: stays, why: "再".into() }).unwrap_err().code,
        "same-person"
    );

    let told = session.person_told(PersonQuery { id: goes, at: At::default() }).unwrap();
    let moments: Vec<Vec<(i64, bool)>> = told
        .tenures
        .iter()
        .map(|one| one.moments.iter().map(|at| (at.act.id, at.said.as_ref().is_some_and(|said| said.ended))).collect())
        .collect();
    assert_eq!(moments[0], [(2, false), (4, true)], "known to have ended from the merging on: {told:?}");
    assert_eq!(told.tenures[0].post, "县教育局副局长");

    let act = renmian_domain::ActId(page.merged[0].act.id);
    session.take_back(TakeBack { act, why: "并错".to_owned() }).unwrap();
    assert_eq!(person(&session, 3).name, "林小燕");
    assert!(person(&session, 2).merged.is_empty());
}

#[test]
fn a_split_gives_both_pages_and_keeps_the_paper_as_it_is() {
    let (_folder, session) = begun(&[FIRST, SECOND]);
    let entries = session.person_entries(PersonQuery { id: PersonId(1), at: At::default() }).unwrap().entries;
    assert_eq!(
        entries.iter().map(|line| line.printed.as_deref().unwrap()).collect::<Vec<_>>(),
        ["陈峰", "陈峯", "陈峯"]
    );
    let chosen: Vec<EntryRef> = entries[1..].iter().map(|line| line.entry).collect();
    let to = PersonMeant::New { name: "陈峯".to_owned(), gender: None, ethnicity: None, birth: None, note: None };
    let plan = PlanPersons::Split { person: PersonId(1), entries: chosen.clone(), to: to.clone() };
    let changes = session.plan_persons(plan).unwrap();
    assert_eq!(changes.goes.len(), 2, "the post that was given, and one whose start is unknown");
    let present: Vec<_> =
        changes.present.iter().map(|one| (one.person_id.0, one.before.len(), one.after.len())).collect();
    assert_eq!(present, [(1, 1, 1), (4, 0, 1)]);

    let split = session
        .split_person(SplitPerson { person: PersonId(1), entries: chosen, to, why: "同音两人".to_owned() })
        .unwrap();
    assert_eq!((split.person.tenures.len(), split.other.tenures.len()), (1, 2));
    assert_eq!(split.person.namesakes[0].id, split.other.id, "namesakes by their variant characters");
    assert!(session.verify(Verify::default()).unwrap().sound);
    let nobody = SplitPerson {
        person: PersonId(1),
        entries: vec![],
        to: PersonMeant::Known { id: split.other.id },
        why: "空".into(),
    };
    assert_eq!(session.split_person(nobody).unwrap_err().code, "nothing-chosen");
}
