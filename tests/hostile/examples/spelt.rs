//! Prints the text that the bytes of a file spell: what an input of `reading_words` says.
//! `cargo run -p renmian-hostile --example spelt -- FILE`.

use std::{env, fs, io};

use renmian_hostile::words;

fn main() -> io::Result<()> {
    let file = env::args_os().nth(1).ok_or(io::Error::other("say which file"))?;
    println!("{:?}", words::text(&fs::read(file)?));
    Ok(())
}
