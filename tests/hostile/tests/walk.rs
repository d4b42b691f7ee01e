//! A quick walk over the seeds and a thousand changes to them, in every form. The fuzzers in `tests/fuzz` go
//! further; this is what each change to the code must pass.

use renmian_forms::text_of;
use renmian_hostile::change::changed;
use renmian_hostile::claims::{self, small_limits};
use renmian_hostile::{inside, seeds, words};
use renmian_reading::{Options, read};

#[test]
fn the_seeds_are_sound() {
    for (form, bytes) in seeds::papers() {
        let paper = text_of("", &bytes, &small_limits());
        assert!(paper.is_ok_and(|paper| !paper.text.is_empty()), "the seed in the form {form} is read");
    }
    for input in inside::seeds() {
        let (part, bytes) = inside::whole(&input).expect("an input is not empty");
        if !part.is_roster() {
            assert!(text_of("", &bytes, &small_limits()).is_ok(), "the file around {part:?} is sound");
        }
    }
    let texts = seeds::texts();
    let orders = texts.iter().filter(|text| !read(text, &Options::default()).is_empty()).count();
    assert!(orders * 10 >= texts.len() * 9, "{orders} of {} texts are orders", texts.len());
    assert!(texts.iter().take(20).all(|text| words::text(&words::spelt(text)) == plain(text)), "words spell a text");
}

/// The text without characters past the first plane, which words cannot spell.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if u32::from(c) > 0xFFFF && !words::WORDS.iter().any(|word| word.contains(c)) { '一' } else { c })
        .collect()
}

#[test]
fn changed_texts_are_read() {
    for (number, text) in (0..).zip(seeds::texts().into_iter().step_by(5)) {
        for seed in 0..3 {
            claims::reading(&String::from_utf8_lossy(&changed(text.as_bytes(), number * 1000 + seed)));
            claims::reading(&words::text(&changed(&words::spelt(&text), number * 1000 + 500 + seed)));
        }
    }
}

#[test]
fn changed_files_give_text_or_an_error() {
    for (number, (_, bytes)) in (0..).zip(seeds::papers()) {
        for seed in 0..40 {
            claims::paper("", &changed(&bytes, number * 1000 + seed));
        }
    }
}

#[test]
fn changed_parts_of_sound_files_give_text_or_an_error() {
    for (number, input) in (0..).zip(inside::seeds()) {
        for seed in 0..10 {
            let mut changed = changed(&input[1..], number * 1000 + seed);
            changed.insert(0, input[0]);
            claims::inside(&changed);
        }
    }
}

#[test]
fn changed_rosters_give_rows_or_an_error() {
    for (number, (_, bytes)) in (0..).zip(seeds::rosters()) {
        for seed in 0..100 {
            claims::roster("", &changed(&bytes, number * 1000 + seed));
        }
    }
}
