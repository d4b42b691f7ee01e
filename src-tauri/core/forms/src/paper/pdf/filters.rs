//! How the streams of a PDF are packed, undone within a bound. Filters of pictures are none of ours.

use std::io::Read;

use super::object::{Dict, Object};
use crate::error::FormError;

/// Undoes one filter; never more than `most` bytes come out.
pub(super) fn undo(filter: &str, bytes: &[u8], parameters: &Dict, most: u64) -> Result<Vec<u8>, FormError> {
    let unpacked = match filter {
        "FlateDecode" | "Fl" => inflate(bytes, most)?,
        "LZWDecode" | "LZW" => {
            let early = parameters.get("EarlyChange").and_then(Object::integer) != Some(0);
            lzw(bytes, early, most)?
        }
        "ASCIIHexDecode" | "AHx" => hex(bytes),
        "ASCII85Decode" | "A85" => base85(bytes),
        "RunLengthDecode" | "RL" => run_length(bytes, most)?,
        "Crypt" => bytes.to_vec(),
        _ => return Err(FormError::FormUnknown),
    };
    // 2 is the prediction of TIFF, which only pictures use.
    let predicted = parameters.get("Predictor").and_then(Object::integer).is_some_and(|kind| kind >= 10);
    Ok(if predicted { unpredict(&unpacked, parameters) } else { unpacked })
}

/// Whether the filter packs pictures, which are not unpacked here.
pub(super) fn packs_picture(filter: &str) -> bool {
    matches!(filter, "DCTDecode" | "DCT" | "JPXDecode" | "CCITTFaxDecode" | "CCF" | "JBIG2Decode")
}

fn inflate(bytes: &[u8], most: u64) -> Result<Vec<u8>, FormError> {
    let mut out = Vec::new();
    // A stream that breaks off gives what came before.
    let _ = flate2::read::ZlibDecoder::new(bytes).take(most + 1).read_to_end(&mut out);
    if out.is_empty() && bytes.len() > 2 {
        let _ = flate2::read::DeflateDecoder::new(&bytes[2..]).take(most + 1).read_to_end(&mut out);
    }
    if out.len() as u64 > most { Err(FormError::BeyondLimits) } else { Ok(out) }
}

fn lzw(bytes: &[u8], early: bool, most: u64) -> Result<Vec<u8>, FormError> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut out: Vec<u8> = Vec::new();
    // Each entry is a stretch of what came out already.
    let mut table: Vec<(usize, usize)> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    let (mut bits, mut count) = (0_u32, 0_u32);
    let mut width = 9;
    for byte in bytes {
        bits = (bits << 8) | u32::from(*byte);
        count += 8;
        if count < width {
            continue;
        }
        count -= width;
        let code = (bits >> count) as usize;
        bits &= (1 << count) - 1;
        if code == END {
            break;
        }
        if code == CLEAR {
            table.clear();
            last = None;
            width = 9;
            continue;
        }
        let start = out.len();
        if code < 256 {
            out.push(code as u8);
        } else if let Some((from, length)) = table.get(code - 258).copied() {
            out.extend_from_within(from..from + length);
        } else if let Some((from, length)) = last {
            out.extend_from_within(from..from + length);
            out.push(out[from]);
        } else {
            break;
        }
        if let Some((from, length)) = last
            && table.len() < 4096 - 258
        {
            table.push((from, length + 1));
        }
        last = Some((start, out.len() - start));
        if out.len() as u64 > most {
            return Err(FormError::BeyondLimits);
        }
        let next = table.len() + 258 + usize::from(early);
        width = match next {
            0..=511 => 9,
            512..=1023 => 10,
            1024..=2047 => 11,
            _ => 12,
        };
    }
    Ok(out)
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    let digits = bytes.iter().take_while(|byte| **byte != b'>').filter_map(|byte| char::from(*byte).to_digit(16));
    let digits: Vec<u32> = digits.collect();
    digits.chunks(2).map(|pair| (pair[0] * 16 + pair.get(1).copied().unwrap_or(0)) as u8).collect()
}

fn base85(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut group: Vec<u32> = Vec::with_capacity(5);
    let flush = |group: &mut Vec<u32>, out: &mut Vec<u8>| {
        let count = group.len();
        if count < 2 {
            return;
        }
        group.resize(5, 84);
        let value = group.iter().fold(0_u32, |value, digit| value.wrapping_mul(85).wrapping_add(*digit));
        out.extend_from_slice(&value.to_be_bytes()[..count - 1]);
        group.clear();
    };
    for byte in bytes {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => out.extend_from_slice(&[0; 4]),
            b'!'..=b'u' => {
                group.push(u32::from(byte - b'!'));
                if group.len() == 5 {
                    flush(&mut group, &mut out);
                }
            }
            _ => {}
        }
    }
    flush(&mut group, &mut out);
    out
}

fn run_length(bytes: &[u8], most: u64) -> Result<Vec<u8>, FormError> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(length) = bytes.get(at).copied() {
        at += 1;
        match length {
            128 => break,
            0..=127 => {
                let end = (at + usize::from(length) + 1).min(bytes.len());
                out.extend_from_slice(&bytes[at.min(end)..end]);
                at = end;
            }
            _ => {
                let Some(byte) = bytes.get(at) else {
                    break;
                };
                out.extend(std::iter::repeat_n(*byte, 257 - usize::from(length)));
                at += 1;
            }
        }
        if out.len() as u64 > most {
            return Err(FormError::BeyondLimits);
        }
    }
    Ok(out)
}

/// Undoes the prediction of PNG, row by row.
fn unpredict(bytes: &[u8], parameters: &Dict) -> Vec<u8> {
    let of =
        |key: &str, or: i64| parameters.get(key).and_then(Object::integer).unwrap_or(or).clamp(1, 1 << 20) as usize;
    let bits = of("Colors", 1).saturating_mul(of("BitsPerComponent", 8));
    let row_bytes = bits.saturating_mul(of("Columns", 1)).div_ceil(8).min(1 << 24);
    let pixel = bits.div_ceil(8).min(row_bytes);
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0_u8; row_bytes];
    for row in bytes.chunks(row_bytes + 1) {
        let (kind, row) = (row[0], &row[1..]);
        let mut line = vec![0_u8; row_bytes];
        for (at, byte) in row.iter().enumerate() {
            let left = if at >= pixel { line[at - pixel] } else { 0 };
            let corner = if at >= pixel { above[at - pixel] } else { 0 };
            let guess = match kind {
                1 => left,
                2 => above[at],
                3 => ((u16::from(left) + u16::from(above[at])) / 2) as u8,
                4 => paeth(left, above[at], corner),
                _ => 0,
            };
            line[at] = byte.wrapping_add(guess);
        }
        out.extend_from_slice(&line[..row.len()]);
        above = line;
    }
    out
}

fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(above) - i16::from(corner);
    let far = |value: u8| (guess - i16::from(value)).abs();
    if far(left) <= far(above) && far(left) <= far(corner) {
        left
    } else if far(above) <= far(corner) {
        above
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_filter_is_undone() {
        let plain = |filter: &str, bytes: &[u8]| undo(filter, bytes, &Dict::new(), 1 << 20).unwrap();
        assert_eq!(plain("AHx", b"4a 4B4>"), b"JK@");
        assert_eq!(plain("A85", b"87cURD]i,\"Ebo80~>"), b"Hello World!");
        assert_eq!(plain("RL", &[2, b'a', b'b', b'c', 254, b'x', 128]), b"abcxxx");
        assert_eq!(
            plain("LZW", &[0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]),
            [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]
        );
        assert_eq!(undo("RL", &[129, 0, 129, 0], &Dict::new(), 100), Err(FormError::BeyondLimits));
        let up =
            Dict::from([("Predictor".to_owned(), Object::Number(12.0)), ("Columns".to_owned(), Object::Number(2.0))]);
        assert_eq!(undo("AHx", b"020102 020201", &up, 100).unwrap(), [1, 2, 3, 3]);
    }
}
