//! An original laid out for the system's program: under a name of our own, by what it holds, for this user alone.

#![allow(clippy::unwrap_used)] // what a test prepares holds, or the test fails

use renmian_api::types::*;
use renmian_api::{Home, Session};

const PAPER: &str = "青云县人民政府\n关于陈国栋同志任职的通知\n\n青政人〔2015〕1号\n\n　　陈国栋同志任县审计局局长。\n\n青云县人民政府\n2015年2月28日\n";

fn entered(name: &str, bytes: &[u8]) -> (tempfile::TempDir, Session, OrderQuery) {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::new(Home::at(folder.path()));
    let path = folder.path().join("a.renmian").display().to_string();
    session.create_register(CreateRegister { path, place: "青云县".into(), keeper: String::new() }).unwrap();
    assert_eq!(session.enter(name, bytes, true).unwrap().recorded.len(), 1);
    let order = session.orders(OrdersQuery::default()).unwrap().rows[0].id;
    (folder, session, OrderQuery { id: order, known_at: None })
}

#[test]
fn it_lies_under_a_name_of_our_own_and_is_gone_with_the_program() {
    // Whatever the file was called: the system goes by the ending, and this one is of what the file holds.
    for name in ["通知.txt", "通知.sh", "a.exe", "../../.bashrc"] {
        let (_folder, session, order) = entered(name, PAPER.as_bytes());
        let path = session.lay_out_original(order.clone()).unwrap();
        assert_eq!(path.file_name().unwrap(), "原件1.txt", "{name}");
        assert_eq!(std::fs::read(&path).unwrap(), PAPER.as_bytes());
        let folder = path.parent().unwrap().to_owned();
        assert!(folder.starts_with(std::env::temp_dir()), "{}", folder.display());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!((mode(&folder), mode(&path)), (0o700, 0o400), "for this user alone, and only to be looked at");
        }
        assert_ne!(session.lay_out_original(order).unwrap(), path, "one that is open already stays as it is");
        session.clear_laid_out();
        assert!(!folder.exists());
    }
}

#[test]
fn a_web_page_is_kept_and_not_opened() {
    let page = format!("<html><body><script>1</script><pre>{PAPER}</pre></body></html>");
    let (_folder, session, order) = entered("通知.html", page.as_bytes());
    assert_eq!(session.lay_out_original(order.clone()).unwrap_err().code, "original-kind");
    assert!(session.original(order).is_ok(), "it is saved as before");
}
