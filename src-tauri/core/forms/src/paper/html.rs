//! Web pages and web archives (.html, .mht) to text: tags dropped, blocks on lines, tables by rows. Nothing that a
//! page points to is fetched, no script is run.

mod archive;
mod entities;

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8};

use self::entities::push_unescaped;
use super::numbering::{chinese, letters};
use super::rows::{Nest, Spans};
use super::{PaperForm, PaperText, plain};
use crate::error::FormError;
use crate::limits::Limits;

/// Elements that begin and end a line.
const BLOCKS: [&str; 37] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "ul",
];

/// Elements whose inside is not shown as text.
const UNSHOWN: [&str; 13] = [
    "script", "style", "head", "template", "noscript", "select", "textarea", "svg", "object", "iframe", "xml", "del",
    "title",
];

/// Whether the bytes begin like a web page, or their name says so and they hold tags.
pub(super) fn is_page(name: &str, bytes: &[u8]) -> bool {
    let head: String = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).replace('\0', "").to_ascii_lowercase();
    let start = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}' || c == '\u{FFFD}');
    let begins = ["<!doctype html", "<html", "<head", "<body", "<meta", "<table", "<div", "<p>", "<p "];
    begins.iter().any(|mark| start.starts_with(mark))
        || (start.starts_with("<?xml") || start.starts_with("<!--")) && head.contains("<html")
        || (name.ends_with(".html") || name.ends_with(".htm")) && head.contains('<') && head.contains('>')
}

/// Whether the bytes begin like a web archive.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let first = head.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let is_field =
        first.split_once(':').is_some_and(|(name, _)| name.chars().all(|c| c.is_ascii_alphabetic() || c == '-'));
    is_field && head.contains("mime-version:") && head.contains("content-type:")
}

/// The text of a web archive: of the first page in it.
pub(super) fn archive_text(bytes: &[u8], limits: &Limits) -> Result<PaperText, FormError> {
    let page = archive::page(bytes, limits.depth).ok_or(FormError::Damaged)?;
    let mut paper = page_text(&page.bytes, page.charset.as_deref(), limits)?;
    paper.form = PaperForm::Mht;
    Ok(paper)
}

/// The text of a page. `charset` is what stands outside it, and counts less than the page's own bytes.
pub(super) fn page_text(bytes: &[u8], charset: Option<&str>, limits: &Limits) -> Result<PaperText, FormError> {
    let (source, encoding) = decode(bytes, charset)?;
    let mut page = Page::new(limits.depth);
    page.read(&source);
    let mut lines = page.nest.finish();
    lines.retain(|line| !super::is_page_number(line));
    // Pages are full of empty blocks; one empty line keeps parts apart.
    lines.dedup_by(|next, line| next.trim().is_empty() && line.trim().is_empty());
    Ok(PaperText { text: lines.join("\n"), form: PaperForm::Html, encoding: Some(encoding), notes: Vec::new() })
}

fn decode<'a>(bytes: &'a [u8], charset: Option<&str>) -> Result<(Cow<'a, str>, &'static str), FormError> {
    // Pages that were saved anew keep the name of their old encoding: what the bytes are counts first.
    if Encoding::for_bom(bytes).is_none() {
        if let Ok(text) = std::str::from_utf8(bytes) {
            return Ok((Cow::Borrowed(text), UTF_8.name()));
        }
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
        let stated = head.split_once("charset=").map(|(_, rest)| {
            rest.trim_start_matches(['"', '\'', ' '])
                .split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
        });
        let label = stated.and_then(|mut parts| parts.next().map(str::to_owned)).or(charset.map(str::to_owned));
        let named = label.and_then(|label| Encoding::for_label(label.as_bytes()));
        // What calls itself GB2312 is GBK or GB18030 in truth.
        let encoding = named.map(|encoding| if encoding == encoding_rs::GBK { GB18030 } else { encoding });
        if let Some(encoding) = encoding.filter(|encoding| *encoding != UTF_8) {
            let (text, _) = encoding.decode_without_bom_handling(bytes);
            return Ok((text, encoding.name()));
        }
    }
    plain::decode(bytes).map(|(text, name, _)| (Cow::Owned(text), name)).ok_or(FormError::NotText)
}

/// A list that is open, with its kind and what it has counted.
struct List {
    kind: Option<String>,
    count: u32,
}

struct Page {
    nest: Nest,
    line: String,
    /// Blanks are waiting: with a line end among them, or not.
    blank: Option<bool>,
    lists: Vec<List>,
    /// The spans of each open cell, and for each table whether a row and a cell of it are open.
    cells: Vec<Spans>,
    tables: Vec<(bool, bool)>,
    preformatted: usize,
    most_tables: usize,
    /// Elements whose end was looked for and does not come.
    endless: Vec<String>,
}

impl Page {
    fn new(most_tables: usize) -> Self {
        Self {
            nest: Nest::new(),
            line: String::new(),
            blank: None,
            lists: Vec::new(),
            cells: Vec::new(),
            tables: Vec::new(),
            preformatted: 0,
            most_tables,
            endless: Vec::new(),
        }
    }

    fn read(&mut self, source: &str) {
        let mut rest = source;
        while let Some(at) = rest.find('<') {
            self.text(&rest[..at]);
            rest = &rest[at..];
            rest = self.markup(rest);
        }
        self.text(rest);
        self.end_line();
        while !self.tables.is_empty() {
            self.close_table();
        }
    }

    /// Takes one piece of markup from the front and gives what follows it.
    fn markup<'a>(&mut self, source: &'a str) -> &'a str {
        if let Some(comment) = source.strip_prefix("<!--") {
            return comment.split_once("-->").map_or("", |(_, rest)| rest);
        }
        if source.starts_with("<!") || source.starts_with("<?") {
            return source.split_once('>').map_or("", |(_, rest)| rest);
        }
        let closing = source.starts_with("</");
        let body = &source[if closing { 2 } else { 1 }..];
        if !body.starts_with(|c: char| c.is_ascii_alphabetic()) {
            self.text("<");
            return &source[1..];
        }
        let end = end_of_tag(body);
        let (tag, rest) = (&body[..end], body.get(end + 1..).unwrap_or(""));
        let name_end = tag.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(tag.len());
        let (name, attributes) = (tag[..name_end].to_ascii_lowercase(), &tag[name_end..]);
        if closing {
            self.close(&name);
            return rest;
        }
        let empty = attributes.trim_end().ends_with('/');
        if UNSHOWN.contains(&name.as_str()) && !empty && !self.endless.contains(&name) {
            if let Some(after) = after_element(rest, &name) {
                return after;
            }
            self.endless.push(name);
            return rest;
        }
        self.open(&name, attributes);
        rest
    }

    fn open(&mut self, name: &str, attributes: &str) {
        match name {
            "br" => self.break_line(),
            "table" if self.tables.len() < self.most_tables => {
                self.end_line();
                self.nest.open_table();
                self.tables.push((false, false));
            }
            "tr" if !self.tables.is_empty() => {
                self.close_row();
                self.nest.open_row();
                self.set_open(true, false);
            }
            "td" | "th" if !self.tables.is_empty() => {
                self.close_cell();
                if !self.tables.last().is_some_and(|(row, _)| *row) {
                    self.nest.open_row();
                }
                let count = |name| attribute(attributes, name).and_then(|count| count.trim().parse::<usize>().ok());
                let columns = count("colspan").unwrap_or(1);
                let rows_below = count("rowspan").unwrap_or(1).saturating_sub(1);
                self.cells.push(Spans { columns, rows_below, continues: false });
                self.nest.open_holder();
                self.set_open(true, true);
            }
            "ol" | "ul" => {
                self.end_line();
                if self.lists.len() < self.most_tables {
                    let style = attribute(attributes, "style").unwrap_or_default();
                    let kind = style
                        .split_once("list-style-type:")
                        .map(|(_, kind)| kind.trim().split(';').next().unwrap_or_default().trim().to_owned());
                    let kind = kind.or(attribute(attributes, "type")).or((name == "ol").then(|| "1".to_owned()));
                    let start =
                        attribute(attributes, "start").and_then(|count| count.trim().parse().ok()).unwrap_or(1_u32);
                    self.lists.push(List { kind: kind.filter(|_| name == "ol"), count: start.saturating_sub(1) });
                }
            }
            "li" => {
                self.end_line();
                if let Some(list) = self.lists.last_mut() {
                    list.count = attribute(attributes, "value")
                        .and_then(|count| count.trim().parse().ok())
                        .unwrap_or(list.count.saturating_add(1));
                    self.line = list.kind.as_deref().map(|kind| item_number(list.count, kind)).unwrap_or_default();
                }
            }
            "pre" => {
                self.end_line();
                self.preformatted += 1;
            }
            // A number that was put before its text stays on its line.
            "p" | "div" if !self.lists.is_empty() && self.blank.is_none() && self.line.ends_with(['、', '.', ' ']) => {
            }
            _ if BLOCKS.contains(&name) => self.end_line(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "td" | "th" => self.close_cell(),
            "tr" => self.close_row(),
            "table" => self.close_table(),
            "ol" | "ul" => {
                self.end_line();
                self.lists.pop();
            }
            "pre" => {
                self.end_line();
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            _ if BLOCKS.contains(&name) => self.end_line(),
            _ => {}
        }
    }

    fn set_open(&mut self, row: bool, cell: bool) {
        if let Some(open) = self.tables.last_mut() {
            *open = (row, cell);
        }
    }

    fn close_cell(&mut self) {
        self.end_line();
        if self.tables.last().is_some_and(|(_, cell)| *cell) {
            let spans = self.cells.pop().unwrap_or_default();
            self.nest.close_cell(spans);
            self.set_open(true, false);
        }
    }

    fn close_row(&mut self) {
        self.close_cell();
        if self.tables.last().is_some_and(|(row, _)| *row) {
            self.nest.close_row();
            self.set_open(false, false);
        }
    }

    fn close_table(&mut self) {
        self.close_row();
        if self.tables.pop().is_some() {
            self.nest.close_table();
        }
    }

    fn break_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.blank = None;
        self.nest.emit(vec![line.trim_end().to_owned()]);
    }

    fn end_line(&mut self) {
        if self.line.trim().is_empty() {
            self.line.clear();
            self.blank = None;
        } else {
            self.break_line();
        }
    }

    fn text(&mut self, raw: &str) {
        if self.preformatted > 0 {
            for (at, line) in raw.split('\n').enumerate() {
                if at > 0 {
                    self.break_line();
                }
                push_unescaped(line.trim_end_matches('\r'), &mut self.line);
            }
            return;
        }
        let mut words = raw.split(|c: char| c.is_ascii_whitespace()).peekable();
        let mut at = 0;
        while let Some(word) = words.next() {
            if !word.is_empty() {
                let gap = self.blank.take();
                let mut plain = String::new();
                push_unescaped(word, &mut plain);
                if let Some(line_end) = gap
                    && !self.line.is_empty()
                {
                    // A line end in the source between Chinese characters is no blank of the text.
                    let wide = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
                    if !line_end || !wide(self.line.chars().next_back()) || !wide(plain.chars().next()) {
                        self.line.push(' ');
                    }
                }
                self.line.push_str(&plain);
            }
            at += word.len();
            if words.peek().is_some() {
                let line_end = raw.as_bytes().get(at) == Some(&b'\n');
                self.blank = Some(self.blank.unwrap_or(false) || line_end);
                at += 1;
            }
        }
    }
}

/// Where the tag ends: at its >, those inside quotes not counted. A tag that never ends takes the rest.
fn end_of_tag(body: &str) -> usize {
    let mut quote = None;
    for (at, byte) in body.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), close) if open == close => quote = None,
            // A quote that is not closed before the next tag was none.
            (Some(_), b'<') if body[..at].ends_with('>') => return at - 1,
            _ => {}
        }
    }
    body.find('>').unwrap_or(body.len())
}

/// What follows the end tag of an element whose inside is not read. A script without its end takes the rest; of
/// other elements without their end (a head, a deletion) it is `None`, and the page goes on.
fn after_element<'a>(source: &'a str, name: &str) -> Option<&'a str> {
    let mut at = 0;
    while let Some(found) = source[at..].find("</") {
        at += found + 2;
        let rest = &source[at..];
        if rest.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name)) {
            return Some(rest.split_once('>').map_or("", |(_, rest)| rest));
        }
    }
    if matches!(name, "head" | "del" | "object" | "noscript" | "svg" | "select") { None } else { Some("") }
}

/// The value of an attribute among the text of a tag, whatever its quotes.
fn attribute(attributes: &str, name: &str) -> Option<String> {
    let lower = attributes.to_ascii_lowercase();
    let mut from = 0;
    while let Some(found) = lower[from..].find(name) {
        let (begin, end) = (from + found, from + found + name.len());
        from = end;
        let starts = lower[..begin].ends_with(|c: char| c.is_ascii_whitespace() || c == '"' || c == '\'');
        let Some(value) = lower[end..].trim_start().strip_prefix('=').filter(|_| starts) else {
            continue;
        };
        let value = value.trim_start();
        let quoted = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let plain = match quoted {
            Some(quote) => value[1..].split(quote).next(),
            None => value.split(|c: char| c.is_ascii_whitespace() || c == '/').next(),
        };
        return plain.map(str::to_owned);
    }
    None
}

fn item_number(count: u32, kind: &str) -> String {
    match kind {
        "cjk-ideographic" | "simp-chinese-informal" | "cjk-decimal" | "trad-chinese-informal" => {
            format!("{}、", chinese(count))
        }
        "a" | "lower-alpha" | "lower-latin" => format!("{}. ", letters(count, b'a')),
        "upper-alpha" | "upper-latin" => format!("{}. ", letters(count, b'A')),
        "none" | "disc" | "circle" | "square" => String::new(),
        _ => format!("{count}. "),
    }
}
