//! The operators of a page as far as they place text: matrices, fonts, strings, and forms that are drawn inside.
//! Pictures and lines are passed over.

use std::collections::HashMap;
use std::rc::Rc;

use super::file::File;
use super::font::Font;
use super::object::{Dict, Object, Parser, is_blank};
use crate::error::FormError;
use crate::paper::layout::Glyph;
use crate::paper::ruling::Rule;

/// Operators of the whole file that are carried out.
const OPERATORS: usize = 30_000_000;
/// Forms of the whole file that are drawn, and how deep one inside another.
const FORMS: usize = 30_000;
const FORM_DEPTH: usize = 12;
/// Fonts that are read, counting again those that stand inside their page.
const FONTS: usize = 50_000;
/// Characters of one page.
const PAGE_GLYPHS: usize = 500_000;
/// Lines of one page; with more of them it is a drawing.
const PAGE_RULES: usize = 8_000;

/// A matrix of the format: a b c d e f.
type Matrix = [f64; 6];
const UNMOVED: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

fn times(m: &Matrix, n: &Matrix) -> Matrix {
    [
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    ]
}

/// A character where the page places it, with the direction of its line.
struct Placed {
    text: String,
    x: f64,
    y: f64,
    width: f64,
    size: f64,
    direction: (f64, f64),
}

/// What a page holds: characters, and lines by their two ends.
#[derive(Default)]
struct Held {
    placed: Vec<Placed>,
    rules: Vec<[(f64, f64); 2]>,
}

/// What is kept when the state is saved.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    character_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// Reads the pages of one file; fonts and budgets are shared by all of them.
pub(super) struct PageReader<'f, 'a> {
    file: &'f File<'a>,
    fonts: HashMap<u32, Rc<Font>>,
    operators: usize,
    forms: usize,
    font_reads: usize,
    depth: usize,
    /// Forms that are being drawn.
    drawing: Vec<u32>,
    /// Glyphs whose meaning the file does not say.
    pub unknown: usize,
    /// Pictures that were met.
    pub pictures: usize,
}

impl<'f, 'a> PageReader<'f, 'a> {
    pub fn new(file: &'f File<'a>, depth: usize) -> Self {
        Self {
            file,
            fonts: HashMap::new(),
            operators: OPERATORS,
            forms: FORMS,
            font_reads: FONTS,
            depth: depth.min(100),
            drawing: Vec::new(),
            unknown: 0,
            pictures: 0,
        }
    }

    /// The characters and the lines of a page, in the frame of its main direction of writing.
    pub fn read(&mut self, page: &Dict) -> Result<(Vec<Glyph>, Vec<Rule>), FormError> {
        let mut content = Vec::new();
        let contents = page.get("Contents").cloned().unwrap_or(Object::Null);
        let parts = match self.file.resolve(&contents) {
            Object::Array(parts) => parts,
            _ => vec![contents],
        };
        for part in &parts {
            if let Some((_, bytes)) = self.file.stream(part) {
                content.extend_from_slice(&bytes);
                content.push(b'\n');
            }
            if self.file.exhausted.get() {
                return Err(FormError::BeyondLimits);
            }
        }
        let resources = self.file.get(page, "Resources").dict().cloned().unwrap_or_default();
        let mut held = Held::default();
        let state = State {
            matrix: UNMOVED,
            font: None,
            size: 0.0,
            character_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        self.run(&content, &resources, state, FORM_DEPTH, &mut held)?;
        if self.file.exhausted.get() {
            return Err(FormError::BeyondLimits);
        }
        Ok(upright(held))
    }

    fn run(
        &mut self,
        content: &[u8],
        resources: &Dict,
        state: State,
        depth: usize,
        held: &mut Held,
    ) -> Result<(), FormError> {
        let mut saved: Vec<State> = Vec::new();
        let mut state = state;
        let (mut text, mut line) = (UNMOVED, UNMOVED);
        let mut operands: Vec<Object> = Vec::new();
        // The path that is being drawn, and where its pen is.
        let mut path: Vec<[(f64, f64); 2]> = Vec::new();
        let mut pen = (0.0, 0.0);
        let mut parser = Parser::new(content, 0, self.depth);
        loop {
            parser.refresh();
            let operator = match parser.object() {
                Some(Object::Word(word)) => word,
                Some(object) => {
                    // No operator takes so many; what stands there is broken.
                    if operands.len() >= 64 {
                        operands.clear();
                    }
                    operands.push(object);
                    continue;
                }
                None => return Ok(()),
            };
            self.operators = self.operators.checked_sub(1).ok_or(FormError::BeyondLimits)?;
            let number = |at: usize| operands.get(at).and_then(Object::number).unwrap_or(0.0);
            let matrix = || [number(0), number(1), number(2), number(3), number(4), number(5)];
            let shift = |line: &Matrix, x: f64, y: f64| times(&[1.0, 0.0, 0.0, 1.0, x, y], line);
            match operator.as_slice() {
                b"q" if saved.len() < 512 => saved.push(state.clone()),
                b"Q" => state = saved.pop().unwrap_or(state),
                b"cm" => state.matrix = times(&matrix(), &state.matrix),
                b"m" => pen = moved(&state.matrix, number(0), number(1)),
                b"l" => {
                    let to = moved(&state.matrix, number(0), number(1));
                    if path.len() < PAGE_RULES {
                        path.push([pen, to]);
                    }
                    pen = to;
                }
                b"re" if path.len() < PAGE_RULES => {
                    let (x, y, right, top) = (number(0), number(1), number(0) + number(2), number(1) + number(3));
                    let corner = |x, y| moved(&state.matrix, x, y);
                    let corners = [corner(x, y), corner(right, y), corner(right, top), corner(x, top)];
                    path.extend((0..4).map(|at| [corners[at], corners[(at + 1) % 4]]));
                }
                b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" => {
                    let left = PAGE_RULES.saturating_sub(held.rules.len());
                    held.rules.extend(path.drain(..).take(left));
                    path.clear();
                }
                b"n" => path.clear(),
                b"BT" => (text, line) = (UNMOVED, UNMOVED),
                b"Tf" => {
                    let name = operands.first().and_then(Object::name).unwrap_or_default().to_owned();
                    state.size = number(1);
                    state.font = self.font(resources, &name)?;
                }
                b"Tc" => state.character_space = number(0),
                b"Tw" => state.word_space = number(0),
                b"Tz" => state.stretch = number(0) / 100.0,
                b"TL" => state.leading = number(0),
                b"Ts" => state.rise = number(0),
                b"Tm" => (text, line) = (matrix(), matrix()),
                b"Td" | b"TD" => {
                    if operator == b"TD" {
                        state.leading = -number(1);
                    }
                    line = shift(&line, number(0), number(1));
                    text = line;
                }
                b"T*" | b"'" | b"\"" => {
                    if operator == b"\"" {
                        state.word_space = number(0);
                        state.character_space = number(1);
                    }
                    line = shift(&line, 0.0, -state.leading);
                    text = line;
                    if let Some(Object::String(bytes)) = operands.last() {
                        self.show(&state, &mut text, bytes, held)?;
                    }
                }
                b"Tj" => {
                    if let Some(Object::String(bytes)) = operands.last() {
                        self.show(&state, &mut text, bytes, held)?;
                    }
                }
                b"TJ" => {
                    for item in operands.last().and_then(Object::array).unwrap_or_default() {
                        match item {
                            Object::String(bytes) => self.show(&state, &mut text, bytes, held)?,
                            Object::Number(back) => {
                                text = shift(&text, -back / 1000.0 * state.size * state.stretch, 0.0);
                            }
                            _ => {}
                        }
                    }
                }
                b"Do" => {
                    let name = operands.first().and_then(Object::name).unwrap_or_default().to_owned();
                    self.draw(resources, &name, &state, depth, held)?;
                }
                b"ID" => {
                    self.pictures += 1;
                    parser.at = end_of_picture(content, parser.at);
                }
                _ => {}
            }
            operands.clear();
        }
    }

    fn font(&mut self, resources: &Dict, name: &str) -> Result<Option<Rc<Font>>, FormError> {
        let fonts = self.file.get(resources, "Font");
        let Some(object) = fonts.dict().and_then(|fonts| fonts.get(name)) else {
            return Ok(None);
        };
        if let Object::Reference(number) = object
            && let Some(font) = self.fonts.get(number)
        {
            return Ok(Some(Rc::clone(font)));
        }
        self.font_reads = self.font_reads.checked_sub(1).ok_or(FormError::BeyondLimits)?;
        let Object::Dict(dict) = self.file.resolve(object) else {
            return Ok(None);
        };
        let font = Rc::new(Font::read(self.file, &dict));
        if let Object::Reference(number) = object {
            self.fonts.insert(*number, Rc::clone(&font));
        }
        Ok(Some(font))
    }

    fn show(&mut self, state: &State, text: &mut Matrix, bytes: &[u8], held: &mut Held) -> Result<(), FormError> {
        let Some(font) = &state.font else {
            return Ok(());
        };
        for shown in font.show(bytes) {
            let advance = shown.width / 1000.0 * state.size;
            let space = state.character_space + if shown.is_blank { state.word_space } else { 0.0 };
            let whole = times(text, &state.matrix);
            let at = times(&[1.0, 0.0, 0.0, 1.0, 0.0, state.rise], &whole);
            let length = whole[0].hypot(whole[1]);
            if let Some(characters) = &shown.text {
                if length > 0.0 && !characters.trim().is_empty() {
                    held.placed.push(Placed {
                        text: characters.clone(),
                        x: at[4],
                        y: at[5],
                        width: advance * state.stretch * length,
                        size: (state.size * whole[2].hypot(whole[3])).abs(),
                        direction: (whole[0] / length, whole[1] / length),
                    });
                }
            } else {
                self.unknown += 1;
                held.placed.push(Placed {
                    text: "\u{FFFD}".to_owned(),
                    x: at[4],
                    y: at[5],
                    width: advance * state.stretch * length,
                    size: (state.size * whole[2].hypot(whole[3])).abs(),
                    direction: if length > 0.0 { (whole[0] / length, whole[1] / length) } else { (1.0, 0.0) },
                });
            }
            if held.placed.len() > PAGE_GLYPHS {
                return Err(FormError::BeyondLimits);
            }
            *text = times(&[1.0, 0.0, 0.0, 1.0, (advance + space) * state.stretch, 0.0], text);
        }
        Ok(())
    }

    fn draw(
        &mut self,
        resources: &Dict,
        name: &str,
        state: &State,
        depth: usize,
        held: &mut Held,
    ) -> Result<(), FormError> {
        let objects = self.file.get(resources, "XObject");
        let Some(object) = objects.dict().and_then(|objects| objects.get(name)) else {
            return Ok(());
        };
        let Object::Dict(dict) = self.file.resolve(object) else {
            return Ok(());
        };
        match self.file.get(&dict, "Subtype").name() {
            Some("Form") => {}
            Some("Image") => {
                self.pictures += 1;
                return Ok(());
            }
            _ => return Ok(()),
        }
        // A form that draws itself, or too deep a nest of them, ends here.
        let Object::Reference(form) = *object else {
            return Ok(());
        };
        if depth == 0 || self.drawing.contains(&form) {
            return Ok(());
        }
        self.forms = self.forms.checked_sub(1).ok_or(FormError::BeyondLimits)?;
        let Some((dict, content)) = self.file.stream(object) else {
            return Ok(());
        };
        let mut inner = state.clone();
        if let Object::Array(matrix) = self.file.get(&dict, "Matrix") {
            let mut own = UNMOVED;
            for (slot, value) in own.iter_mut().zip(&matrix) {
                *slot = self.file.resolve(value).number().unwrap_or(*slot);
            }
            inner.matrix = times(&own, &inner.matrix);
        }
        let own = self.file.get(&dict, "Resources").dict().cloned();
        self.drawing.push(form);
        let drawn = self.run(&content, own.as_ref().unwrap_or(resources), inner, depth - 1, held);
        self.drawing.pop();
        drawn
    }
}

/// Behind the `EI` that ends a picture inside a page.
fn end_of_picture(content: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(window) = content.get(at..at + 2) {
        let before = at == 0 || is_blank(content[at - 1]);
        let after = content.get(at + 2).is_none_or(|byte| is_blank(*byte));
        if window == b"EI" && before && after {
            return at + 2;
        }
        at += 1;
    }
    content.len()
}

fn moved(matrix: &Matrix, x: f64, y: f64) -> (f64, f64) {
    (matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5])
}

/// The page turned so that most characters are written from left to right; those in other directions (stamps,
/// watermarks across the page) are left out, and lines that are neither level nor upright.
fn upright(held: Held) -> (Vec<Glyph>, Vec<Rule>) {
    const DIRECTIONS: [(f64, f64); 4] = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)];
    let along = |glyph: &Placed, d: (f64, f64)| glyph.direction.0 * d.0 + glyph.direction.1 * d.1 > 0.996;
    let main = DIRECTIONS.into_iter().rev().max_by_key(|d| held.placed.iter().filter(|glyph| along(glyph, *d)).count());
    let d = main.unwrap_or((1.0, 0.0));
    let turned = |(x, y): (f64, f64)| (x * d.0 + y * d.1, x * d.1 - y * d.0);
    let rules = held.rules.into_iter().filter_map(|[from, to]| {
        let (from, to) = (turned(from), turned(to));
        let rule =
            Rule { left: from.0.min(to.0), top: from.1.min(to.1), right: from.0.max(to.0), bottom: from.1.max(to.1) };
        let finite = [rule.left, rule.top, rule.right, rule.bottom].iter().all(|place| place.is_finite());
        (finite && (rule.right - rule.left < 1.0 || rule.bottom - rule.top < 1.0)).then_some(rule)
    });
    let rules = rules.collect();
    let glyphs = held.placed.into_iter().filter(|glyph| along(glyph, d)).map(|glyph| {
        let (x, y) = turned((glyph.x, glyph.y));
        Glyph { x, y, text: glyph.text, width: glyph.width, size: glyph.size }
    });
    (glyphs.collect(), rules)
}
