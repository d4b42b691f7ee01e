//! The pictures of scanned pages, as files that any program for pictures opens: JPEG as it lies in the PDF, faxed
//! pages in a TIFF, plain dots as PNM. Nothing is decoded here.

use super::file::{Coding, File};
use super::object::{Dict, Object};
use crate::error::FormError;
use crate::limits::Limits;
use crate::scan::PagePicture;

/// A picture smaller than this share of the page's largest one is a seal or a line, not the page.
const SHARE: i64 = 5;

/// The pictures of the pages, in order; a page of several strips gives each of them.
pub(crate) fn pictures(bytes: &[u8], limits: &Limits) -> Result<Vec<PagePicture>, FormError> {
    let file = File::open(bytes, limits)?;
    let mut found = Vec::new();
    for (page, at) in file.pages(limits.pages)?.iter().zip(1..) {
        let resources = file.get(page, "Resources").dict().cloned().unwrap_or_default();
        let mut objects = Vec::new();
        gather(&file, &resources, 4, &mut objects);
        let largest = objects.iter().map(|(area, _)| *area).max().unwrap_or(0);
        for (_, object) in objects.iter().filter(|(area, _)| area.saturating_mul(SHARE) >= largest) {
            if let Some((ending, bytes)) = file.picture(object).and_then(|picture| as_file(&file, picture)) {
                found.push(PagePicture { page: at, ending, bytes });
            }
            if file.exhausted.get() {
                return Err(FormError::BeyondLimits);
            }
        }
    }
    if found.is_empty() { Err(FormError::Scanned) } else { Ok(found) }
}

/// The pictures among the resources, with the number of their dots; those inside forms as well.
fn gather(file: &File<'_>, resources: &Dict, depth: usize, found: &mut Vec<(i64, Object)>) {
    let Object::Dict(objects) = file.get(resources, "XObject") else {
        return;
    };
    let mut names: Vec<&String> = objects.keys().collect();
    names.sort_unstable();
    for object in names.into_iter().filter_map(|name| objects.get(name)).take(200) {
        let Object::Dict(dict) = file.resolve(object) else {
            continue;
        };
        match file.get(&dict, "Subtype").name() {
            Some("Image") => {
                let side = |key| file.get(&dict, key).integer().unwrap_or(0).clamp(0, 1 << 20);
                found.push((side("Width") * side("Height"), object.clone()));
            }
            Some("Form") if depth > 0 && found.len() < 200 => {
                if let Object::Dict(inner) = file.get(&dict, "Resources") {
                    gather(file, &inner, depth - 1, found);
                }
            }
            _ => {}
        }
    }
}

type Picture = (Dict, Vec<u8>, Option<Coding>);

fn as_file(file: &File<'_>, (dict, bytes, packed): Picture) -> Option<(&'static str, Vec<u8>)> {
    let side =
        |key| file.get(&dict, key).integer().and_then(|n| u32::try_from(n).ok()).filter(|n| (1..=60_000).contains(n));
    let (width, height) = (side("Width")?, side("Height")?);
    match packed {
        Some((filter, _)) if matches!(filter.as_str(), "DCTDecode" | "DCT") => Some(("jpg", bytes)),
        Some((filter, _)) if filter == "JPXDecode" => Some(("jp2", bytes)),
        Some((filter, parameters)) if matches!(filter.as_str(), "CCITTFaxDecode" | "CCF") => {
            let of = |key: &str| file.get(&parameters, key);
            let black_is_1 = of("BlackIs1") == Object::Bool(true);
            let width = of("Columns").integer().and_then(|n| u32::try_from(n).ok()).unwrap_or(1728).min(60_000);
            Some(("tif", fax(&bytes, width, height, of("K").integer().unwrap_or(0), black_is_1)))
        }
        // The coding of JBIG2 needs a decoder of its own.
        Some(_) => None,
        None => plain(file, &dict, bytes, width, height).map(|bytes| ("pnm", bytes)),
    }
}

/// A faxed page in the frame of a TIFF, whose tags say how it is coded.
fn fax(bytes: &[u8], width: u32, height: u32, k: i64, black_is_1: bool) -> Vec<u8> {
    const SHORT: u16 = 3;
    const LONG: u16 = 4;
    let (compression, options) = if k < 0 { (4, 0) } else { (3, u32::from(k > 0)) };
    let tags: [(u16, u16, u32); 9] = [
        (256, LONG, width),
        (257, LONG, height),
        (258, SHORT, 1),
        (259, SHORT, compression),
        // Which of the two signs is white.
        (262, SHORT, u32::from(black_is_1)),
        (273, LONG, 8 + 2 + 9 * 12 + 4),
        (278, LONG, height),
        (279, LONG, u32::try_from(bytes.len()).unwrap_or(u32::MAX)),
        (292, LONG, options),
    ];
    let mut file = b"II*\0\x08\0\0\0".to_vec();
    file.extend((tags.len() as u16).to_le_bytes());
    for (tag, kind, value) in tags {
        file.extend(tag.to_le_bytes());
        file.extend(kind.to_le_bytes());
        file.extend(1_u32.to_le_bytes());
        file.extend(value.to_le_bytes());
    }
    file.extend([0; 4]);
    file.extend(bytes);
    file
}

/// Dots without a filter: grey, colours, or one bit each.
fn plain(file: &File<'_>, dict: &Dict, bytes: Vec<u8>, width: u32, height: u32) -> Option<Vec<u8>> {
    let bits = match file.get(dict, "ImageMask") {
        Object::Bool(true) => 1,
        _ => file.get(dict, "BitsPerComponent").integer().unwrap_or(8),
    };
    let space = file.get(dict, "ColorSpace");
    let (colours, palette) = match &space {
        Object::Name(name) if name == "DeviceRGB" || name == "CalRGB" => (3, None),
        Object::Array(parts) => match parts.first().map(|part| file.resolve(part)).as_ref().and_then(Object::name) {
            Some("ICCBased") => {
                let profile = parts.get(1).map(|part| file.resolve(part));
                let count = profile.as_ref().and_then(Object::dict).map(|dict| file.get(dict, "N").integer());
                (count.flatten().unwrap_or(1), None)
            }
            Some("CalRGB" | "Lab") => (3, None),
            Some("Indexed" | "I") => {
                let table = parts.get(3)?;
                let table = file.stream(table).map(|(_, bytes)| bytes);
                let table = table.or_else(|| file.resolve(parts.get(3)?).bytes().map(<[u8]>::to_vec))?;
                (1, Some(table))
            }
            _ => (1, None),
        },
        _ => (1, None),
    };
    let (columns, rows) = (width as usize, height as usize);
    let mut dots = match (bits, colours) {
        (8, 1 | 3) => bytes,
        // A bit of a PDF is white where it is set, a bit of PNM is black.
        (1, 1) => bytes.iter().map(|byte| !byte).collect(),
        _ => return None,
    };
    let mut head = format!(
        "P{}\n{width} {height}\n",
        if bits == 1 {
            4
        } else if colours == 3 {
            6
        } else {
            5
        }
    );
    let mut length = if bits == 1 { columns.div_ceil(8) * rows } else { columns * rows * colours as usize };
    if let Some(palette) = palette.filter(|_| bits == 8) {
        let colour = |dot: &u8| {
            let at = usize::from(*dot) * 3;
            [0, 1, 2].map(|part| palette.get(at + part).copied().unwrap_or(0))
        };
        // Three times what was counted when it was unpacked, and no more.
        dots = dots.iter().take(length).flat_map(colour).collect();
        head = format!("P6\n{width} {height}\n");
        length *= 3;
    }
    if bits == 8 {
        head.push_str("255\n");
    }
    // A page that breaks off is filled up with white.
    if dots.len() < length / 2 {
        return None;
    }
    dots.resize(length, if bits == 1 { 0 } else { 255 });
    Some([head.into_bytes(), dots].concat())
}
