//! Any row of the words that papers are made of is read.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| renmian_hostile::claims::reading(&renmian_hostile::words::text(bytes)));
