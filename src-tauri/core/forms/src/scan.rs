//! Scanned papers: the pictures of their pages for a program that reads type (`tesseract`), and what that program
//! answers put together as text. The host starts the program; no process and no file is touched here.

mod answer;

pub use answer::{ScanText, ScanWord, scan_text};

use crate::error::FormError;
use crate::limits::Limits;
use crate::paper::pdf;

/// A clause with a word that `tesseract` is less sure of than this is never certain. Measured with its Chinese data on
/// 33 pages of printed orders (200 and 110 dots an inch, and turned, noisy, in black and white): of 8062 words 1.6 in a
/// hundred have a wrong character; from 90 up 12 of 6434; from 93 up 2 of 3593.
pub const TRUSTED_CONFIDENCE: f32 = 93.0;

/// A picture of a page, as a file in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagePicture {
    /// The page, counted from 1; a page scanned in strips has several pictures, from the top.
    pub page: usize,
    /// The ending that a file of it should have: jpg, png, tif, pnm, jp2, bmp, webp.
    pub ending: &'static str,
    /// The bytes of the file.
    pub bytes: Vec<u8>,
}

/// The pictures to be read in a scanned PDF, or the picture that the file itself is.
///
/// # Errors
/// [`FormError::FormUnknown`] where the file is neither, [`FormError::Scanned`] where its pictures are in a coding
/// that is not taken out.
pub fn page_pictures(bytes: &[u8], limits: &Limits) -> Result<Vec<PagePicture>, FormError> {
    if bytes.is_empty() {
        return Err(FormError::Empty);
    }
    if bytes.len() as u64 > limits.file_bytes {
        return Err(FormError::TooLarge { megabytes: limits.file_bytes >> 20 });
    }
    if pdf::is_pdf(bytes) {
        return pdf::pictures(bytes, limits);
    }
    let ending = picture_ending(bytes).ok_or(FormError::FormUnknown)?;
    Ok(vec![PagePicture { page: 1, ending, bytes: bytes.to_vec() }])
}

/// The usual ending of a picture's file, by its first bytes; `None` where it is no picture.
pub fn picture_ending(bytes: &[u8]) -> Option<&'static str> {
    const MARKS: [(&[u8], &str); 5] =
        [(b"\x89PNG\r\n\x1A\n", "png"), (b"\xFF\xD8\xFF", "jpg"), (b"II*\0", "tif"), (b"MM\0*", "tif"), (b"BM", "bmp")];
    let known = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, ending)| *ending);
    known.or_else(|| (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")).then_some("webp"))
}
