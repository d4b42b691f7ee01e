//! OFD (GB/T 33190) to text: a package of XML whose pages place every character. Lines are rebuilt from the places;
//! signatures are said to be there, and not verified.

use std::collections::HashMap;

use super::layout::{Glyph, Pages};
use super::ruling::Rule;
use super::{PaperForm, PaperNote, PaperText};
use crate::error::FormError;
use crate::limits::Limits;
use crate::package::Package;
use crate::xml::{Element, Mark, Next, walk};

/// Characters of one page.
const PAGE_GLYPHS: usize = 500_000;
/// Lines of one page; with more of them it is a drawing.
const PAGE_RULES: usize = 8_000;

/// The text of all documents in the package.
pub(super) fn text(mut package: Package<'_>, limits: &Limits) -> Result<PaperText, FormError> {
    let entry = Entry::read(&mut package, limits)?;
    let mut pages = Pages::default();
    let mut left = limits.pages;
    let mut characters = 0;
    for root in &entry.roots {
        let document = Document::read(&mut package, root, limits)?;
        for place in &document.pages {
            left = left.checked_sub(1).ok_or(FormError::BeyondLimits)?;
            let mut page = Page::default();
            page.read_part(&mut package, place, limits)?;
            for template in std::mem::take(&mut page.templates) {
                if let Some(place) = document.templates.get(&template) {
                    page.read_part(&mut package, place, limits)?;
                }
            }
            characters += page.glyphs.len();
            if characters > limits.text_chars {
                return Err(FormError::BeyondLimits);
            }
            pages.add(page.glyphs, &page.rules);
        }
    }
    if pages.is_empty() {
        return Err(if left == limits.pages { FormError::Damaged } else { FormError::Scanned });
    }
    let mut notes = Vec::new();
    if pages.blank_pages() > 0 {
        notes.push(PaperNote::PagesWithoutText { count: pages.blank_pages() });
    }
    if entry.signed || package.names().any(|name| name.contains("/signs/")) {
        notes.push(PaperNote::Signed);
    }
    Ok(PaperText { text: pages.text(), form: PaperForm::Ofd, encoding: None, notes })
}

/// What the entry of the package names.
#[derive(Default)]
struct Entry {
    roots: Vec<String>,
    signed: bool,
}

impl Entry {
    fn read(package: &mut Package<'_>, limits: &Limits) -> Result<Self, FormError> {
        let part = package.part("OFD.xml")?.ok_or(FormError::Damaged)?;
        let mut entry = Self::default();
        let mut inside = String::new();
        let mut encrypted = false;
        walk(&part, limits, |mark| {
            match mark {
                Mark::Open(element) => {
                    encrypted |= element.name == "Encryptions";
                    entry.signed |= element.name == "Signatures";
                    inside = element.name.to_owned();
                    if inside == "DocRoot" {
                        entry.roots.push(String::new());
                    }
                }
                Mark::Text(text) if inside == "DocRoot" => {
                    if let Some(root) = entry.roots.last_mut() {
                        root.push_str(text.trim());
                    }
                }
                Mark::Text(_) => {}
                Mark::Close(_) => inside.clear(),
            }
            Ok(Next::Enter)
        })?;
        if encrypted { Err(FormError::Encrypted) } else { Ok(entry) }
    }
}

/// Where the pages of a document and their templates stand.
#[derive(Default)]
struct Document {
    pages: Vec<String>,
    templates: HashMap<String, String>,
}

impl Document {
    fn read(package: &mut Package<'_>, root: &str, limits: &Limits) -> Result<Self, FormError> {
        let part = package.part(root)?.ok_or(FormError::Damaged)?;
        let folder = root.trim_start_matches('/').rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let mut document = Self::default();
        walk(&part, limits, |mark| {
            if let Mark::Open(element) = mark
                && matches!(element.name, "Page" | "TemplatePage")
                && let Some(place) = element.attribute("BaseLoc")
            {
                let place = beside(&folder, &place);
                if element.name == "Page" {
                    document.pages.push(place);
                } else {
                    document.templates.insert(element.attribute("ID").unwrap_or_default(), place);
                }
                if document.pages.len() > limits.pages {
                    return Err(FormError::BeyondLimits);
                }
            }
            Ok(Next::Enter)
        })?;
        Ok(document)
    }
}

/// A place named in a part of this folder: from the top of the package where it begins with a slash.
fn beside(folder: &str, place: &str) -> String {
    if place.starts_with('/') || folder.is_empty() { place.to_owned() } else { format!("{folder}/{place}") }
}

/// How a text object stands on its page.
#[derive(Debug, Clone, Copy)]
struct Frame {
    /// The corner of its box.
    corner: (f64, f64),
    matrix: [f64; 6],
    size: f64,
    stretch: f64,
}

impl Frame {
    fn of(element: &Element<'_, '_>) -> Self {
        let numbers = |name: &str| numbers(&element.attribute(name).unwrap_or_default());
        let boundary = numbers("Boundary");
        let one = |name: &str| numbers(name).first().copied();
        Self {
            corner: (boundary.first().copied().unwrap_or(0.0), boundary.get(1).copied().unwrap_or(0.0)),
            matrix: numbers("CTM").try_into().unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]),
            size: one("Size").unwrap_or(0.0),
            stretch: one("HScale").filter(|scale| *scale > 0.0).unwrap_or(1.0),
        }
    }

    /// Where a place of the object lies on the page.
    fn moved(&self, x: f64, y: f64) -> (f64, f64) {
        let m = self.matrix;
        (self.corner.0 + m[0] * x + m[2] * y + m[4], self.corner.1 + m[1] * x + m[3] * y + m[5])
    }
}

#[derive(Default)]
struct Page {
    glyphs: Vec<Glyph>,
    rules: Vec<Rule>,
    /// The frame of a path that is open, and whether its data is being read.
    path: Option<(Frame, bool)>,
    templates: Vec<String>,
    frame: Option<Frame>,
    /// The stretch of text that is open: where it begins, its steps, and its characters.
    code: Option<(f64, f64, String, String, String)>,
}

impl Page {
    fn read_part(&mut self, package: &mut Package<'_>, place: &str, limits: &Limits) -> Result<(), FormError> {
        // A page that is listed and not there is an empty page.
        let Some(part) = package.part(place)? else {
            return Ok(());
        };
        walk(&part, limits, |mark| {
            match mark {
                Mark::Open(element) => self.open(&element),
                Mark::Text(text) => {
                    if let Some((.., characters)) = &mut self.code {
                        characters.push_str(text);
                    } else if let Some((frame, true)) = self.path {
                        self.draw(&frame, text);
                    }
                }
                Mark::Close("TextCode") => self.place(),
                Mark::Close("PathObject") => self.path = None,
                Mark::Close("TextObject") => self.frame = None,
                Mark::Close(_) => {}
            }
            if self.glyphs.len() > PAGE_GLYPHS { Err(FormError::BeyondLimits) } else { Ok(Next::Enter) }
        })
    }

    fn open(&mut self, element: &Element<'_, '_>) {
        match element.name {
            "Template" => self.templates.extend(element.attribute("TemplateID").filter(|_| self.templates.len() < 16)),
            "TextObject" => self.frame = Some(Frame::of(element)),
            "PathObject" => self.path = Some((Frame::of(element), false)),
            "AbbreviatedData" => {
                if let Some((_, reading)) = &mut self.path {
                    *reading = true;
                }
            }
            "TextCode" if self.frame.is_some() => {
                let one = |name: &str| numbers(&element.attribute(name).unwrap_or_default()).first().copied();
                // A place that is left out is that of the stretch before it; most writers give both.
                let steps = |name: &str| element.attribute(name).unwrap_or_default();
                let (x, y) = (one("X").unwrap_or(0.0), one("Y").unwrap_or(0.0));
                self.code = Some((x, y, steps("DeltaX"), steps("DeltaY"), String::new()));
            }
            _ => {}
        }
    }

    /// The straight lines of a path: M moves the pen, L draws, C goes back to the start; curves only move the pen.
    fn draw(&mut self, frame: &Frame, path: &str) {
        let mut words = path.split_whitespace();
        let (mut pen, mut start) = ((0.0, 0.0), (0.0, 0.0));
        while let Some(word) = words.next().filter(|_| self.rules.len() < PAGE_RULES) {
            let mut pair = || {
                let mut number = || words.next().and_then(|n| n.parse::<f64>().ok()).filter(|n| n.is_finite());
                number().zip(number()).map(|(x, y)| frame.moved(x, y))
            };
            let to = match word {
                "M" | "S" => {
                    pen = pair().unwrap_or(pen);
                    start = pen;
                    continue;
                }
                "L" => pair().unwrap_or(pen),
                "C" => start,
                "Q" => {
                    pair();
                    pen = pair().unwrap_or(pen);
                    continue;
                }
                "B" => {
                    pair();
                    pair();
                    pen = pair().unwrap_or(pen);
                    continue;
                }
                _ => continue,
            };
            let rule =
                Rule { left: pen.0.min(to.0), top: pen.1.min(to.1), right: pen.0.max(to.0), bottom: pen.1.max(to.1) };
            // Places are in millimetres.
            if rule.right - rule.left < 0.3 || rule.bottom - rule.top < 0.3 {
                self.rules.push(rule);
            }
            pen = to;
        }
    }

    fn place(&mut self) {
        let (Some(frame), Some((x, y, across, down, text))) = (self.frame, self.code.take()) else {
            return;
        };
        let count = text.chars().count();
        let (across, down) = (steps(&across, count), steps(&down, count));
        let m = frame.matrix;
        let (scale, height) = (m[0].hypot(m[1]), m[2].hypot(m[3]));
        // Text across the page is a stamp or a watermark.
        if m[0] <= 0.0 || m[1].abs() > scale * 0.05 {
            return;
        }
        let (mut x, mut y) = (x, y);
        for (at, c) in text.chars().enumerate() {
            let natural = frame.size * frame.stretch * if c.is_ascii() { 0.5 } else { 1.0 };
            let place = frame.moved(x, y);
            self.glyphs.push(Glyph {
                text: c.to_string(),
                x: place.0,
                y: place.1,
                width: natural * scale,
                size: frame.size * height,
            });
            x += across.get(at).copied().unwrap_or(if down.is_empty() { natural } else { 0.0 });
            y += down.get(at).copied().unwrap_or(0.0);
        }
    }
}

fn numbers(text: &str) -> Vec<f64> {
    text.split_whitespace().take(16).filter_map(|number| number.parse().ok().filter(|n: &f64| n.is_finite())).collect()
}

/// The steps between characters: `g 5 3.5` stands for five of 3.5. Never more than there are characters.
fn steps(text: &str, most: usize) -> Vec<f64> {
    let mut steps = Vec::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        let (count, step) = match word {
            "g" | "G" => (words.next().and_then(|n| n.parse().ok()).unwrap_or(0_usize), words.next()),
            _ => (1, Some(word)),
        };
        let step: f64 = step.and_then(|step| step.parse().ok()).unwrap_or(0.0);
        steps.extend(std::iter::repeat_n(step, count.min(most - steps.len())));
        if steps.len() == most {
            break;
        }
    }
    steps
}
