//! One way through an XML part: no tree is kept, no entity beyond the five of XML is known, a document type is
//! refused, and depth is bounded. What the elements mean is the caller's business.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::error::FormError;
use crate::limits::Limits;

/// What the walk meets, in the order of the document.
pub(crate) enum Mark<'a, 'b> {
    /// An element begins. Answered by [`Next::Skip`], its whole inside is passed over, and its end too.
    Open(Element<'a, 'b>),
    /// An element ends; its local name.
    Close(&'a str),
    /// Text, with references resolved.
    Text(&'a str),
}

/// What to do after an element began.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// Go on inside.
    Enter,
    /// Pass over everything inside, and its end.
    Skip,
}

/// An element that begins.
pub(crate) struct Element<'a, 'b> {
    /// The name without its prefix.
    pub name: &'a str,
    start: &'a BytesStart<'b>,
}

impl Element<'_, '_> {
    /// The value of the attribute with this local name, where it has one and it is well formed.
    pub fn attribute(&self, local: &str) -> Option<String> {
        self.start
            .attributes()
            .with_checks(false)
            .flatten()
            .find(|attribute| local_name(attribute.key.0) == local)
            .map(|attribute| unescape(&attribute.value))
    }

    /// Whether an on/off property is on: present and not `0`, `false` or `off`.
    pub fn is_on(&self) -> bool {
        !matches!(self.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

fn local_name(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn unescape(value: &str) -> String {
    if !value.contains('&') {
        return value.to_owned();
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        // An & without its ; is kept as it stands.
        let Some(end) = rest.find(';').filter(|end| *end <= 12) else {
            out.push('&');
            continue;
        };
        if let Some(character) = reference(&rest[..end]) {
            out.push(character);
        }
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    out
}

/// The character behind `amp`, `#20219` or `#x4EFB`; `None` for any other name.
pub(crate) fn reference(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r'))
        }
    }
}

/// The characters of an XML part: by its mark of order, else as its first line says, else UTF-8.
pub(crate) fn characters(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, skip)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[skip..]).0;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let named = head.split("encoding=").nth(1).and_then(|rest| {
        let quote = rest.chars().next()?;
        rest[quote.len_utf8()..].split(quote).next()
    });
    let encoding = named.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    encoding.unwrap_or(encoding_rs::UTF_8).decode(bytes).0
}

/// Walks through the part and hands each mark to `visit`. Damaged markup, a document type and too great a depth are
/// errors; a part that stops early is damaged too.
pub(crate) fn walk(
    bytes: &[u8],
    limits: &Limits,
    mut visit: impl FnMut(Mark<'_, '_>) -> Result<Next, FormError>,
) -> Result<(), FormError> {
    let text = characters(bytes);
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_comments = false;
    let mut depth = 0_usize;
    let mut skipped_from: Option<usize> = None;
    loop {
        match reader.read_event().map_err(|_| FormError::Damaged)? {
            Event::Start(start) => {
                depth += 1;
                if depth > limits.depth {
                    return Err(FormError::BeyondLimits);
                }
                let name = local_name(start.name().0);
                if skipped_from.is_none() && visit(Mark::Open(Element { name, start: &start }))? == Next::Skip {
                    skipped_from = Some(depth);
                }
            }
            Event::Empty(start) => {
                let name = local_name(start.name().0);
                if skipped_from.is_none() && visit(Mark::Open(Element { name, start: &start }))? == Next::Enter {
                    visit(Mark::Close(name))?;
                }
            }
            Event::End(end) => {
                if skipped_from.is_none() {
                    visit(Mark::Close(local_name(end.name().0)))?;
                } else if skipped_from == Some(depth) {
                    skipped_from = None;
                }
                depth = depth.checked_sub(1).ok_or(FormError::Damaged)?;
            }
            Event::Text(part) if skipped_from.is_none() => {
                visit(Mark::Text(&part.xml10_content()))?;
            }
            Event::CData(part) if skipped_from.is_none() => {
                visit(Mark::Text(&part.xml10_content()))?;
            }
            Event::GeneralRef(part) if skipped_from.is_none() => {
                if let Some(character) = reference(&part) {
                    visit(Mark::Text(character.encode_utf8(&mut [0; 4])))?;
                }
            }
            // The forms read here forbid a document type; entities that grow can only be declared in one.
            Event::DocType(_) => return Err(FormError::Damaged),
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(FormError::Damaged),
            Event::Text(_)
            | Event::CData(_)
            | Event::GeneralRef(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(xml: &str) -> Result<String, FormError> {
        let mut out = String::new();
        walk(xml.as_bytes(), &Limits::default(), |mark| {
            match mark {
                Mark::Open(element) if element.name == "skip" => return Ok(Next::Skip),
                Mark::Open(_) | Mark::Close(_) => {}
                Mark::Text(part) => out.push_str(part),
            }
            Ok(Next::Enter)
        })?;
        Ok(out)
    }

    #[test]
    fn text_is_found_and_a_skipped_element_is_passed_over() {
        assert_eq!(text("<a>任<skip>x<skip>y</skip></skip>&amp;&#x514D;<b/>&other;</a>").unwrap(), "任&免");
    }

    #[test]
    fn declared_entities_and_depth_are_refused() {
        let bomb = r#"<!DOCTYPE a [<!ENTITY b "xxxxxxxx"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>"#;
        assert_eq!(text(bomb), Err(FormError::Damaged));
        let deep = format!("{}{}", "<a>".repeat(300), "</a>".repeat(300));
        assert_eq!(text(&deep), Err(FormError::BeyondLimits));
        assert_eq!(text("<a><b></a>"), Err(FormError::Damaged));
        assert_eq!(text("<a>"), Err(FormError::Damaged));
    }

    #[test]
    fn a_part_in_utf16_is_read() {
        let mut bytes = vec![0xFF, 0xFE];
        bytes.extend("<a k=\"&lt;1\">任</a>".encode_utf16().flat_map(u16::to_le_bytes));
        let mut seen = (String::new(), String::new());
        walk(&bytes, &Limits::default(), |mark| {
            match mark {
                Mark::Open(element) => seen.0 = element.attribute("k").unwrap(),
                Mark::Text(part) => seen.1.push_str(part),
                Mark::Close(_) => {}
            }
            Ok(Next::Enter)
        })
        .unwrap();
        assert_eq!(seen, ("<1".to_owned(), "任".to_owned()));
    }
}
