//! 停止: a long paper tells how far it is read, and what is stopped leaves nothing on the desk.

#![allow(clippy::unwrap_used)] // what a test prepares holds, or the test fails

use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use renmian_api::types::*;
use renmian_api::{Home, Session};
use renmian_sample::{Chance, any_paper};

const TASK: &str = "long";

fn begun(folder: &std::path::Path) -> Session {
    let session = Session::new(Home::at(folder));
    let path = folder.join("a.renmian").display().to_string();
    session.create_register(CreateRegister { path, place: "青云县".into(), keeper: "组织部".into() }).unwrap();
    session
}

fn long(papers: u64) -> ReadFile {
    let text: String = (0..papers).map(|seed| any_paper(&mut Chance::new(seed)).text + "\n\n").collect();
    ReadFile { name: "公报.txt".into(), content: STANDARD.encode(text), groups: false, task: Some(TASK.into()) }
}

#[test]
fn a_long_paper_tells_how_far_it_is_read_stops_at_once_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let session = begun(folder.path());
    let file = long(1500);
    std::thread::scope(|scope| {
        let reading = scope.spawn(|| session.read_file(file));
        let mut told = Progress::default();
        while told.of != Steps::Characters || told.done == 0 {
            assert!(!reading.is_finished(), "read before it could be asked after");
            std::thread::yield_now();
            told = session.progress(TaskName { task: TASK.into() }).unwrap();
        }
        assert!(told.running && told.done < told.total, "{told:?}");
        let stopped = Instant::now();
        session.cancel(TaskName { task: TASK.into() }).unwrap();
        let answer = reading.join().unwrap();
        assert_eq!(answer.unwrap_err().code, "stopped");
        assert!(stopped.elapsed() < Duration::from_secs(1), "{:?}", stopped.elapsed());
    });
    assert!(session.desk(Nothing {}).unwrap().drafts.is_empty());
    assert!(!session.progress(TaskName { task: TASK.into() }).unwrap().running);
}

#[test]
fn a_gazette_lies_on_the_desk_paper_by_paper_each_with_its_own_text() {
    let folder = tempfile::tempdir().unwrap();
    let session = begun(folder.path());
    let answer = session.read_file(long(40)).unwrap();
    assert!(answer.drafts.len() > 30);
    assert_eq!(answer.drafts, session.desk(Nothing {}).unwrap().drafts, "the answer is what lies there");
    for line in &answer.drafts {
        let sheet = session.draft(DraftRef { id: line.id }).unwrap();
        let number = line.number.clone().unwrap_or_default();
        let plain =
            |text: &str| text.replace(['[', '(', '（', '【', '〔'], "[").replace([']', ')', '）', '】', '〕'], "]");
        assert!(plain(&sheet.draft.text).contains(&plain(&number)), "{number} is in its own text");
        assert_eq!(sheet.draft.file.as_deref(), Some("公报.txt"));
    }
}
