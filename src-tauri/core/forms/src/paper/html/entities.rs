//! Character references of HTML that Chinese pages use. One that is not known stays as it is written.

use crate::xml::reference;

const NAMED: [(&str, char); 26] = [
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", '\u{3000}'),
    ("thinsp", ' '),
    ("middot", '·'),
    ("bull", '•'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("hellip", '…'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lang", '〈'),
    ("rang", '〉'),
    ("times", '×'),
    ("copy", '©'),
    ("deg", '°'),
    ("yen", '¥'),
    ("sect", '§'),
    ("shy", '\u{AD}'),
    ("zwj", '\u{AD}'),
    ("zwnj", '\u{AD}'),
    ("lrm", '\u{AD}'),
];

/// Longest reference that is looked for, in bytes.
const LONGEST: usize = 12;

/// Appends the text with its references resolved.
pub(super) fn push_unescaped(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain(&rest[..at], out);
        rest = &rest[at + 1..];
        let numeric = |c: char| c.is_ascii_alphanumeric() || c == '#';
        let end = rest.find(|c| !numeric(c)).unwrap_or(rest.len());
        let name = &rest[..end];
        let found = if end > LONGEST { None } else { reference(name).or_else(|| named(name)) };
        match found {
            Some('\u{A0}') => out.push(' '),
            Some(c) => out.push(c),
            None => {
                out.push('&');
                continue;
            }
        }
        rest = rest[end..].strip_prefix(';').unwrap_or(&rest[end..]);
    }
    plain(rest, out);
}

fn plain(text: &str, out: &mut String) {
    out.extend(text.chars().map(|c| if c == '\u{A0}' { ' ' } else { c }));
}

fn named(name: &str) -> Option<char> {
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c)
}
