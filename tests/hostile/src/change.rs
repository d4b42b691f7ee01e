//! Changes to bytes that follow from a number alone, so that a run that fails can be run again.

use renmian_sample::Chance;

/// Pieces that mean something in one form or another.
const PIECES: [&[u8]; 22] = [
    b"<",
    b">",
    b"&",
    b"&#x110000;",
    b"/",
    b"\"",
    b"]]>",
    b"-1",
    b"99999999999",
    b"{",
    b"}",
    b"\\",
    b"\\u-40000?",
    b"(",
    b"[",
    b"<<",
    b"1 0 R",
    b"\0",
    b"\xFF\xFF\xFF\xFF",
    b"\n",
    "任免".as_bytes(),
    "（".as_bytes(),
];

/// The bytes with some changes at places of chance: set, put in, taken out, repeated, cut off.
pub fn changed(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut chance = Chance::new(seed);
    let mut out = bytes.to_vec();
    for _ in 0..chance.between(1, 12) {
        if out.is_empty() {
            break;
        }
        let at = chance.below(out.len());
        match chance.below(12) {
            0..=3 => out[at] = u8::try_from(chance.below(256)).unwrap_or_default(),
            4..=6 => drop(out.splice(at..at, PIECES[chance.below(PIECES.len())].iter().copied())),
            7..=8 => drop(out.drain(at..(at + chance.between(1, 200)).min(out.len()))),
            9..=10 => {
                let piece = out[at..(at + chance.between(1, 60)).min(out.len())].repeat(chance.between(2, 30));
                drop(out.splice(at..at, piece));
            }
            _ if chance.percent(20) => out.truncate(at),
            _ => out[at] ^= 1 << chance.below(8),
        }
    }
    out
}
