//! 更正, 撤销文件, 恢复 and taking back as the window asks for them: what would change is told before, and kept after.

#![allow(clippy::unwrap_used)] // what a test prepares holds, or the test fails

use chrono::DateTime;
use renmian_api::types::*;
use renmian_api::{Home, Now, Session};
use renmian_domain::OrderState;

fn noon() -> Now {
    let moment = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
    Now { moment, today: moment.date_naive() }
}

const PAPER: &str = "青云县人民政府\n关于陈国栋等同志职务任免的通知\n青政人〔2023〕1号\n各乡镇人民政府，县政府各部门：\n　　经研究决定：\n　　\
    陈国栋同志任县财政局局长；\n　　林晓燕同志任县教育局副局长。\n青云县人民政府\n2023年2月28日\n";

/// A register with one order, and its folder.
fn begun() -> (tempfile::TempDir, Session, OrderPage) {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::with_clock(Home::at(folder.path()), noon, "王会");
    let path = folder.path().join("register.renmian").display().to_string();
    session.create_register(CreateRegister { path, place: "青云县".to_owned(), keeper: String::new() }).unwrap();
    let read = session.read_text(ReadText { text: PAPER.to_owned(), groups: false }).unwrap();
    let recorded = session.record_draft(DraftRef { id: read.drafts[0].id }).unwrap();
    let page = session.order(OrderQuery { id: recorded.order_id, known_at: None }).unwrap();
    (folder, session, page)
}

fn told(answer: &PreviewAnswer) -> Vec<String> {
    let line = |sign: &str, tenure: &TenureLine| format!("{sign}{}{}", tenure.name, tenure.title);
    let appear = answer.appear.iter().map(|tenure| line("+", tenure));
    let vanish = answer.vanish.iter().map(|tenure| line("-", tenure));
    let present = answer.present.iter().map(|one| format!("{}: {:?} → {:?}", one.name, one.before, one.after));
    appear.chain(vanish).chain(present).collect()
}

#[test]
fn a_wrong_name_is_corrected_from_the_paper_as_it_was_recorded() {
    let (_folder, session, page) = begun();
    let order = page.line.id;
    let id = session.open_correction(OpenCorrection { order, anew: false }).unwrap().id;
    let again = session.open_correction(OpenCorrection { order, anew: false }).unwrap().id;
    assert_eq!(id, again, "a correction that lies on the desk is opened again");
    assert!(session.desk(Nothing {}).unwrap().drafts[0].correction);

    let sheet = session.draft(DraftRef { id }).unwrap();
    assert_eq!(sheet.draft.items.len(), 2);
    assert!(sheet.recordable, "checked as if its entry were not there: {:?}", sheet.findings);
    let unchanged = session.preview(Preview::Record { draft: id }).unwrap();
    assert_eq!(unchanged, PreviewAnswer::default(), "the same paper again changes nothing");

    let mut draft = sheet.draft;
    draft.items[0].item.person.name = "陈国梁".to_owned();
    draft.items[0].person = renmian_domain::Choice::ByName;
    session.save_draft(SaveDraft { id, draft: draft.clone() }).unwrap();
    let changes = told(&session.preview(Preview::Record { draft: id }).unwrap());
    assert_eq!(
        changes,
        ["+陈国梁局长", "-陈国栋局长", "陈国栋: [\"县财政局局长\"] → []", "陈国梁: [] → [\"县财政局局长\"]"]
    );
    assert_eq!(session.order(OrderQuery { id: order, known_at: None }).unwrap(), page, "a look keeps nothing");
    assert_eq!(session.record_draft(DraftRef { id }).unwrap_err().code, "why-missing");

    draft.correction.as_mut().unwrap().why = "姓名录错".to_owned();
    session.save_draft(SaveDraft { id, draft }).unwrap();
    let new = session.record_draft(DraftRef { id }).unwrap().order_id;
    let old = session.order(OrderQuery { id: order, known_at: None }).unwrap();
    assert_eq!(old.line.state, OrderState::Corrected);
    assert_eq!(old.states[0].by.as_ref().unwrap().id, new, "the old entry leads to the new one");
    assert_eq!((old.states[0].actor.as_str(), old.states[0].why.as_deref()), ("王会", Some("姓名录错")));
    let now = session.order(OrderQuery { id: new, known_at: None }).unwrap();
    assert_eq!(now.supersedes[0].order.id, order, "and the new one to the old");
    assert!(session.desk(Nothing {}).unwrap().drafts.is_empty());
}

#[test]
fn an_order_is_revoked_by_a_paper_in_words_reinstated_and_each_is_in_the_journal() {
    let (_folder, session, page) = begun();
    let order = page.line.id;
    let changes = session.preview(Preview::Revoke { order, by: None }).unwrap();
    assert_eq!((changes.vanish.len(), changes.present.len()), (2, 2));
    let by_text = Some("青政〔2023〕9号".to_owned());
    let revoked =
        session.revoke_order(RevokeOrder { order, by: None, by_text, why: "县政府决定撤销".to_owned() });
    let revoked = revoked.unwrap();
    assert_eq!(revoked.line.state, OrderState::Revoked);
    assert_eq!(revoked.states[0].by_text.as_deref(), Some("青政〔2023〕9号"));
    assert_eq!(session.preview(Preview::Reinstate { order }).unwrap().appear.len(), 2);
    let back = session.reinstate_order(ReinstateOrder { order, why: "撤销登错了文件".to_owned() }).unwrap();
    assert_eq!((back.line.state, back.states.len()), (OrderState::Recorded, 2), "both are still told");

    let journal = session.journal(JournalQuery { limit: 2, ..JournalQuery::default() }).unwrap();
    assert_eq!((journal.acts.len(), journal.count), (2, 4));
    assert!(journal.acts.iter().all(|act| act.places[0].target == HitTarget::Order(order)), "each leads to its order");
    let found = session.journal(JournalQuery { query: "登错".to_owned(), ..JournalQuery::default() }).unwrap();
    assert_eq!(found.count, 1, "found by its reason");
}

#[test]
fn the_last_act_is_taken_back_as_it_was_seen_and_no_other() {
    let (_folder, session, page) = begun();
    let last = session.journal(JournalQuery::default()).unwrap().last.unwrap();
    assert_eq!(last.act, "record-order");
    let act = renmian_domain::ActId(last.id);
    assert_eq!(session.preview(Preview::TakeBack { taken: act }).unwrap().vanish.len(), 2);
    session.take_back(TakeBack { act, why: "录错".to_owned() }).unwrap();
    assert_eq!(session.take_back(TakeBack { act, why: "录错".to_owned() }).unwrap_err().code, "not-last");
    let journal = session.journal(JournalQuery::default()).unwrap();
    assert_eq!((journal.acts[0].takes_back, journal.acts[1].stands), (Some(last.id), false));
    assert_eq!(journal.last, None, "the beginning cannot be taken back");
    let again = journal.again.unwrap();
    session.take_back(TakeBack { act: renmian_domain::ActId(again.id), why: "撤错了".to_owned() }).unwrap();
    assert_eq!(session.order(OrderQuery { id: page.line.id, known_at: None }).unwrap(), page, "it stands again");
}

#[test]
fn the_journal_is_read_from_either_end_as_far_as_it_is_asked() {
    let (_folder, session, page) = begun();
    let order = page.line.id;
    session.revoke_order(RevokeOrder { order, by: None, by_text: None, why: "撤销".to_owned() }).unwrap();
    let ids = |oldest_first, limit| -> Vec<i64> {
        let asked = JournalQuery { oldest_first, limit, ..JournalQuery::default() };
        let journal = session.journal(asked).unwrap();
        assert_eq!(journal.count, 3, "how many there are in all is told with any part of them");
        journal.acts.into_iter().map(|act| act.id).collect()
    };
    assert_eq!(ids(false, 2), [3, 2]);
    assert_eq!(ids(true, 2), [1, 2]);
    assert_eq!(ids(true, 0), [1, 2, 3]);
    assert_eq!(ids(false, 9), [3, 2, 1]);
}
