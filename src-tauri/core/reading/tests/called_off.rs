//! A long reading tells how far it has come, and is called off between two sentences.

use std::cell::{Cell, RefCell};

use renmian_reading::{Options, read, read_while};
use renmian_sample::{Chance, any_paper};

fn gazette() -> String {
    (0..30).map(|seed| any_paper(&mut Chance::new(seed)).text + "\n\n").collect()
}

#[test]
fn what_is_told_grows_from_the_first_character_to_nearly_the_last_and_changes_nothing() {
    let text = gazette();
    let told = RefCell::new(Vec::new());
    let papers = read_while(&text, &Options::default(), &|read| {
        told.borrow_mut().push(read);
        true
    });
    assert_eq!(papers, Some(read(&text, &Options::default())), "whoever watches reads the same");
    let (told, length) = (told.into_inner(), text.chars().count());
    assert!(told.is_sorted(), "never less than before");
    assert!(
        told.last().is_some_and(|last| *last > length * 9 / 10 && *last <= length),
        "{:?} of {length}",
        told.last()
    );
    let widest = told.windows(2).map(|pair| pair[1] - pair[0]).max();
    assert!(widest.is_some_and(|widest| widest < length / 10), "in small steps, not {widest:?} of {length}");
}

#[test]
fn called_off_at_any_question_it_gives_nothing_and_soon_asks_no_more() {
    let text = gazette();
    let questions = Cell::new(0);
    let count = |_: usize| {
        questions.set(questions.get() + 1);
        true
    };
    read_while(&text, &Options::default(), &count);
    let all = questions.get();
    for last in (0..all).step_by(all / 50 + 1) {
        questions.set(0);
        let off = read_while(&text, &Options::default(), &|_| {
            questions.set(questions.get() + 1);
            questions.get() <= last
        });
        assert_eq!(off, None, "called off at question {last} of {all}");
        assert_eq!(questions.get(), last + 1, "it is not asked again whether to go on");
    }
}

#[test]
fn one_endless_line_is_called_off_too() {
    let line = format!(
        "溪口县人民政府\n关于贺启明等同志职务任免的通知\n\n　　{}\n",
        "任命贺启明为溪口县水利局局长；".repeat(500)
    );
    let asked = Cell::new(0);
    let off = read_while(&line, &Options::default(), &|read| {
        asked.set(asked.get() + 1);
        read < 2000
    });
    assert_eq!(off, None);
    assert!(asked.get() > 100, "asked within the line: {} times", asked.get());
}
