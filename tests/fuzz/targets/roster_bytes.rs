//! Any bytes, as the file of a roster.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| renmian_hostile::claims::roster("", bytes));
