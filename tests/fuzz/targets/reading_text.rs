//! Any bytes, taken as text as far as they are, are read.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| renmian_hostile::claims::reading(&String::from_utf8_lossy(bytes)));
