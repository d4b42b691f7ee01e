//! Any bytes, as the file of a paper.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| renmian_hostile::claims::paper("", bytes));
