//! How fast a register fills and answers. Run by hand: `cargo test --release -p renmian-store --test pace -- --ignored
//! --nocapture`; the figures are printed, not asserted, since they are the machine's.

#![allow(clippy::unwrap_used)] // what a test prepares holds, or the test fails

mod support;

use std::time::Instant;

use renmian_domain::{Draft, DraftItem, ItemKind};
use renmian_store::{Access, Register};
use support::{at, desk, draft, item, record};

const PERSONS: usize = 300;
const UNITS: usize = 40;
const SURNAMES: [&str; 10] = ["李", "王", "张", "刘", "陈", "杨", "赵", "单", "吕", "仇"];
const GIVEN: [&str; 30] = [
    "洋", "会", "建国", "丽", "敏", "静", "强", "磊", "军", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀英", "霞",
    "平", "刚", "桂兰", "玉", "浩", "宇", "晨", "曦", "梓涵", "子轩", "思远", "文",
];

/// Four items, turning over all persons and units.
fn paper(serial: usize) -> Draft {
    let mut paper = draft(&format!("青政人〔{}〕{}号", 2010 + serial / 70, serial % 70 + 1), "2010-01-01", &[]);
    paper.issued_on =
        renmian_domain::PartialDate::new(2010 + (serial / 70) as i32, Some((serial % 12) as u8 + 1), Some(7));
    for line in 0..4 {
        let turn = serial * 4 + line;
        let person = turn % PERSONS;
        let kind = if (turn / PERSONS).is_multiple_of(2) { ItemKind::Appoint } else { ItemKind::Dismiss };
        let mut item = item(("", kind, "", ["局长", "副局长", "总会计师", "办公室主任"][turn / PERSONS / 2 % 4]));
        item.person.name = format!("{}{}", SURNAMES[person / 30], GIVEN[person % 30]);
        item.post.organisation =
            Some(format!("县{}局", GIVEN[turn / 2 % UNITS % 30].repeat(1 + turn / 2 % UNITS / 30)));
        paper.text += &format!("{turn}：{item:?}\n");
        paper.items.push(DraftItem::from(item));
    }
    paper
}

#[test]
#[ignore = "measures"]
fn a_thousand_orders_into_a_register_of_three_hundred_persons() {
    let mut desk = desk();
    let mut slowest = std::time::Duration::ZERO;
    let start = Instant::now();
    for serial in 0..1000 {
        // As a host does, which shows the state before while the next is recorded.
        let _shown = (desk.register.facts(None).unwrap(), desk.register.history(None).unwrap());
        let one = Instant::now();
        record(&mut desk.register, paper(serial), serial as i64 + 1).unwrap();
        slowest = slowest.max(one.elapsed());
    }
    let all = start.elapsed();
    let facts = desk.register.facts(None).unwrap();
    println!("{} persons, {} posts, {} items", facts.persons.len(), facts.posts.len(), facts.items.len());
    println!("recorded: {:?} an order, slowest {slowest:?}", all / 1000);
    println!("file: {} KB", std::fs::metadata(&desk.path).unwrap().len() / 1024);
    let mut other = support::desk();
    let start = Instant::now();
    other
        .register
        .together(|register| (0..1000).try_for_each(|serial| record(register, paper(serial), 1).map(|_| ())))
        .unwrap();
    println!("recorded together: {:?} an order", start.elapsed() / 1000);
    let path = desk.path.clone();
    let timed = |what: &str, work: &mut dyn FnMut()| {
        let start = Instant::now();
        work();
        println!("{what}: {:?}", start.elapsed());
    };
    let mut register = desk.register;
    timed("first search", &mut || drop(register.search("ly", 20, None, None).unwrap()));
    timed("next search", &mut || drop(register.search("liy", 20, None, None).unwrap()));
    timed("search in texts", &mut || drop(register.search("没有的词", 20, None, None).unwrap()));
    timed("list of orders", &mut || drop(register.orders(None, None, None).unwrap()));
    timed("facts of the past", &mut || drop(register.facts(Some(at(500))).unwrap()));
    timed("derive all again", &mut || register.rederive().unwrap());
    timed("verify", &mut || assert!(register.verify().unwrap().is_sound()));
    let copy = desk.folder.path().join("copy");
    timed("backup", &mut || register.backup(&copy, false).unwrap());
    drop(register);
    timed("open and load", &mut || {
        let register = Register::open(&path, Access::Write).unwrap();
        register.facts(None).unwrap();
        register.history(None).unwrap();
    });
}
