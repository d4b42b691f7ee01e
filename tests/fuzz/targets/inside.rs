//! Any part, put into a file that is whole outside.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| renmian_hostile::claims::inside(bytes));
