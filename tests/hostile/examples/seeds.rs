//! Writes the seeds into a folder, one below it for each fuzzer and form, and the dictionary of words:
//! `cargo run -p renmian-hostile --example seeds -- FOLDER`.

use std::path::PathBuf;
use std::{env, fs, io};

use renmian_hostile::{inside, seeds, words};

/// The words as libFuzzer reads a dictionary: a line each, every byte in hex.
fn dictionary() -> String {
    let hex = |word: &&str| word.bytes().map(|byte| format!("\\x{byte:02X}")).collect::<String>();
    words::WORDS.iter().map(|word| format!("\"{}\"\n", hex(word))).collect()
}

fn main() -> io::Result<()> {
    let top = PathBuf::from(env::args_os().nth(1).ok_or(io::Error::other("say which folder"))?);
    let put = |folder: &str, number: usize, ending: &str, bytes: &[u8]| {
        fs::create_dir_all(top.join(folder))?;
        fs::write(top.join(folder).join(format!("seed-{number:03}.{ending}")), bytes)
    };
    for (number, text) in seeds::texts().iter().enumerate() {
        put("reading_text", number, "txt", text.as_bytes())?;
        put("reading_words", number, "words", &words::spelt(text))?;
    }
    for (number, (form, bytes)) in seeds::papers().iter().enumerate() {
        put(&format!("paper_bytes/{form}"), number, form, bytes)?;
    }
    for (number, bytes) in inside::seeds().iter().enumerate() {
        put("inside", number, "part", bytes)?;
    }
    for (number, (form, bytes)) in seeds::rosters().iter().enumerate() {
        put("roster_bytes", number, form, bytes)?;
    }
    fs::write(top.join("words.dict"), dictionary())
}
