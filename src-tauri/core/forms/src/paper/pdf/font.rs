//! The fonts of a PDF as far as reading goes: which characters a string shows, and how wide each is.

use std::collections::HashMap;

use encoding_rs::{MACINTOSH, WINDOWS_1252};

use super::cmap::{CMap, Predefined, adobe_gb1, value};
use super::file::File;
use super::object::{Dict, Object};

/// A shown code: its characters, its width in thousandths of the type size, and whether it is the one-byte blank that
/// word spacing widens.
pub(super) struct Shown {
    /// `None` where nobody can say what the glyph means.
    pub text: Option<String>,
    pub width: f64,
    pub is_blank: bool,
}

/// A font.
pub(super) struct Font {
    to_unicode: Option<CMap>,
    kind: Kind,
    widths: HashMap<u32, f64>,
    default_width: f64,
    /// Type 3 measures in its own units: what a thousandth of the type size is in them.
    unit: f64,
}

enum Kind {
    /// One byte a code; what each means where no map says so.
    Simple(Box<[Option<String>; 256]>),
    /// Codes of a predefined map or of one in the file, and whether glyph numbers are those of Adobe-GB1.
    Composite { predefined: Option<Predefined>, own: Option<CMap>, gb1: bool },
}

impl Font {
    pub fn read(file: &File<'_>, dict: &Dict) -> Self {
        let to_unicode =
            dict.get("ToUnicode").and_then(|object| file.stream(object)).map(|(_, bytes)| CMap::read(&bytes));
        let to_unicode = to_unicode.filter(CMap::has_characters);
        if file.get(dict, "Subtype").name() == Some("Type0") {
            return Self::composite(file, dict, to_unicode);
        }
        let first = file.get(dict, "FirstChar").integer().unwrap_or(0).clamp(0, 255) as u32;
        let mut widths = HashMap::new();
        if let Object::Array(listed) = file.get(dict, "Widths") {
            for (code, width) in (first..256).zip(&listed) {
                widths.insert(code, file.resolve(width).number().unwrap_or(0.0));
            }
        }
        let unit = match file.get(dict, "FontMatrix") {
            Object::Array(matrix) => matrix.first().and_then(Object::number).map_or(1.0, |a| a.abs() * 1000.0),
            _ => 1.0,
        };
        let default_width = match file.get(dict, "FontDescriptor") {
            Object::Dict(descriptor) => file.get(&descriptor, "MissingWidth").number().unwrap_or(0.0),
            _ => 500.0,
        };
        let default_width = if widths.is_empty() && default_width == 0.0 { 500.0 } else { default_width };
        Self { to_unicode, kind: Kind::Simple(simple_codes(file, dict)), widths, default_width, unit }
    }

    fn composite(file: &File<'_>, dict: &Dict, to_unicode: Option<CMap>) -> Self {
        let encoding = dict.get("Encoding").cloned().unwrap_or(Object::Null);
        let predefined = file.resolve(&encoding).name().and_then(Predefined::of_name);
        let own = file.stream(&encoding).map(|(_, bytes)| CMap::read(&bytes));
        let below = match file.get(dict, "DescendantFonts") {
            Object::Array(fonts) => fonts.first().map(|font| file.resolve(font)),
            other => Some(other),
        };
        let below = below.and_then(|font| font.dict().cloned()).unwrap_or_default();
        let collection = file.get(&below, "CIDSystemInfo");
        let ordering = collection.dict().map(|info| file.get(info, "Ordering"));
        let gb1 = ordering.and_then(|ordering| ordering.bytes().map(|name| name == b"GB1")).unwrap_or(false);
        let mut widths = HashMap::new();
        if let Object::Array(listed) = file.get(&below, "W") {
            read_widths(file, &listed, &mut widths);
        }
        let default_width = file.get(&below, "DW").number().unwrap_or(1000.0);
        Self { to_unicode, kind: Kind::Composite { predefined, own, gb1 }, widths, default_width, unit: 1.0 }
    }

    /// What a string shows, code by code.
    pub fn show(&self, bytes: &[u8]) -> Vec<Shown> {
        let mut shown = Vec::new();
        let mut rest = bytes;
        while !rest.is_empty() {
            let length = self.code_length(rest).clamp(1, rest.len());
            let (code, after) = rest.split_at(length);
            rest = after;
            shown.push(self.one(code));
        }
        shown
    }

    fn code_length(&self, bytes: &[u8]) -> usize {
        match &self.kind {
            Kind::Simple(_) => 1,
            Kind::Composite { predefined: Some(predefined), .. } => predefined.code_length(bytes),
            Kind::Composite { own, .. } => {
                let own = own.as_ref().and_then(|map| map.code_length(bytes));
                own.or_else(|| self.to_unicode.as_ref().and_then(|map| map.code_length(bytes))).unwrap_or(2)
            }
        }
    }

    fn one(&self, code: &[u8]) -> Shown {
        let number = value(code);
        let stated = self.to_unicode.as_ref().and_then(|map| map.character(code.len(), number));
        // Maps that give a blank or nothing for a glyph that shows are as good as none.
        let stated = stated.filter(|text| !text.is_empty() && !text.contains('\u{FFFD}'));
        let (text, glyph) = match &self.kind {
            Kind::Simple(codes) => {
                let own = codes.get(number as usize).cloned().flatten();
                (stated.or(own), number)
            }
            Kind::Composite { predefined, own, gb1 } => {
                let glyph = own.as_ref().and_then(|map| map.glyph(code.len(), number)).unwrap_or(number);
                let by_name = || predefined.and_then(|predefined| predefined.character(code));
                let by_glyph = || {
                    (*gb1 && predefined.is_none_or(|p| p == Predefined::Identity)).then(|| adobe_gb1(glyph)).flatten()
                };
                (stated.or_else(by_name).or_else(by_glyph), glyph)
            }
        };
        let by_code = match &self.kind {
            // Widths go by glyph, and in maps of characters the glyph is not known here.
            Kind::Composite { predefined: Some(Predefined::Utf16 | Predefined::Encoded(_)), .. } => {
                let narrow = text.as_deref().is_some_and(|text| text.is_ascii());
                Some(if narrow { self.default_width / 2.0 } else { self.default_width })
            }
            _ => self.widths.get(&glyph).copied(),
        };
        let width = by_code.unwrap_or(self.default_width) * self.unit;
        Shown { text, width, is_blank: code == b" " }
    }
}

/// `c [w1 w2 …]` and `first last w`, one after another.
fn read_widths(file: &File<'_>, listed: &[Object], widths: &mut HashMap<u32, f64>) {
    let mut at = 0;
    while let Some(first) = listed.get(at).map(|o| file.resolve(o)).and_then(|o| o.integer()) {
        let first = first.clamp(0, 0xFFFF) as u32;
        match listed.get(at + 1).map(|o| file.resolve(o)) {
            Some(Object::Array(each)) => {
                for (glyph, width) in (first..=0xFFFF).zip(&each) {
                    widths.insert(glyph, file.resolve(width).number().unwrap_or(0.0));
                }
                at += 2;
            }
            Some(Object::Number(last)) => {
                let width = listed.get(at + 2).map(|o| file.resolve(o)).and_then(|o| o.number()).unwrap_or(0.0);
                for glyph in first..=(last as i64).clamp(0, 0xFFFF) as u32 {
                    widths.insert(glyph, width);
                }
                at += 3;
            }
            _ => break,
        }
        if widths.len() > 0xFFFF && at > 0x40000 {
            break;
        }
    }
}

fn simple_codes(file: &File<'_>, dict: &Dict) -> Box<[Option<String>; 256]> {
    let mut codes: Box<[Option<String>; 256]> = Box::new([const { None }; 256]);
    let encoding = file.get(dict, "Encoding");
    let base = match &encoding {
        Object::Name(name) => Some(name.clone()),
        Object::Dict(dict) => file.get(dict, "BaseEncoding").name().map(str::to_owned),
        _ => None,
    };
    let table = if base.as_deref() == Some("MacRomanEncoding") { MACINTOSH } else { WINDOWS_1252 };
    for (code, slot) in (0..=255_u8).zip(codes.iter_mut()) {
        let (text, broken) = table.decode_without_bom_handling(std::slice::from_ref(&code));
        *slot = (code >= 32 && !broken).then(|| text.into_owned());
    }
    if let Object::Dict(dict) = &encoding
        && let Object::Array(differences) = file.get(dict, "Differences")
    {
        let mut code = 0_usize;
        for entry in &differences {
            match file.resolve(entry) {
                Object::Number(number) => code = number as usize,
                Object::Name(name) => {
                    if let Some(slot) = codes.get_mut(code) {
                        *slot = glyph_name(&name);
                    }
                    code += 1;
                }
                _ => {}
            }
        }
    }
    codes
}

/// The character that a glyph's name stands for: uni4EFB, u20BB7, a single letter, and the common names.
fn glyph_name(name: &str) -> Option<String> {
    const NAMES: [(&str, &str); 42] = [
        ("space", " "),
        ("zero", "0"),
        ("one", "1"),
        ("two", "2"),
        ("three", "3"),
        ("four", "4"),
        ("five", "5"),
        ("six", "6"),
        ("seven", "7"),
        ("eight", "8"),
        ("nine", "9"),
        ("period", "."),
        ("comma", ","),
        ("colon", ":"),
        ("semicolon", ";"),
        ("hyphen", "-"),
        ("minus", "-"),
        ("endash", "–"),
        ("emdash", "—"),
        ("parenleft", "("),
        ("parenright", ")"),
        ("bracketleft", "["),
        ("bracketright", "]"),
        ("slash", "/"),
        ("quotedblleft", "“"),
        ("quotedblright", "”"),
        ("quoteleft", "‘"),
        ("quoteright", "’"),
        ("quotesingle", "'"),
        ("quotedbl", "\""),
        ("periodcentered", "·"),
        ("middot", "·"),
        ("bullet", "•"),
        ("percent", "%"),
        ("ampersand", "&"),
        ("plus", "+"),
        ("equal", "="),
        ("less", "<"),
        ("greater", ">"),
        ("asterisk", "*"),
        ("underscore", "_"),
        ("ellipsis", "…"),
    ];
    let name = name.split('.').next().filter(|part| !part.is_empty())?;
    if let Some((_, text)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some((*text).to_owned());
    }
    if name.chars().count() == 1 {
        return Some(name.to_owned());
    }
    let hex = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    let hex = hex.get(..4).filter(|_| name.starts_with("uni")).unwrap_or(hex);
    u32::from_str_radix(hex, 16).ok().and_then(char::from_u32).map(String::from)
}
