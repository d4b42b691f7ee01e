//! A Word 2007 document to text: paragraphs, tables, text boxes, numbers, changes as accepted. Only the parts that
//! carry text are opened; pictures, headers and footers are not.

use std::collections::HashMap;

use super::numbering::{Numbering, level_of};
use super::rows::{Nest, Spans};
use super::{PaperForm, PaperNote, PaperText};
use crate::error::FormError;
use crate::limits::Limits;
use crate::package::Package;
use crate::xml::{Element, Mark, Next, walk};

/// Elements whose inside is no text of the paper: what was there before a change, what was deleted or moved away,
/// the code of a field, the reading of a ruby, the second form of an alternative, properties of other things.
const PASSED_OVER: [&str; 17] = [
    "delText",
    "delInstrText",
    "instrText",
    "moveFrom",
    "rPrChange",
    "pPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "sectPrChange",
    "sectPr",
    "sdtPr",
    "rt",
    "Fallback",
    "tblGrid",
    "ffData",
    "annotation",
];

/// The text of the document in the package.
pub(super) fn text(mut package: Package<'_>, limits: &Limits) -> Result<PaperText, FormError> {
    let main = main_part(&mut package, limits)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let document = package.part(&main)?.ok_or(FormError::Damaged)?;
    let numbering = match package.part(&format!("{folder}/numbering.xml"))? {
        Some(part) => Numbering::read(&part, limits)?,
        None => Numbering::default(),
    };
    let styles = match package.part(&format!("{folder}/styles.xml"))? {
        Some(part) => read_styles(&part, limits)?,
        None => HashMap::new(),
    };
    let mut body = Body { numbering, styles, ..Body::new(limits.text_chars) };
    body.read(&document, limits)?;
    drop(document);
    if let Some(part) = package.part(&format!("{folder}/footnotes.xml"))? {
        let before = body.chars;
        body.read(&part, limits)?;
        if body.chars > before {
            body.note(PaperNote::FootnotesAppended);
        }
    }
    let text = body.nest.finish().join("\n");
    Ok(PaperText { text, form: PaperForm::Docx, encoding: None, notes: body.notes })
}

/// The name of the part that holds the document, as the package's relations give it.
fn main_part(package: &mut Package<'_>, limits: &Limits) -> Result<String, FormError> {
    let mut main = None;
    if let Some(part) = package.part("_rels/.rels")? {
        walk(&part, limits, |mark| {
            if let Mark::Open(element) = mark
                && element.name == "Relationship"
                && element.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
            {
                main = element.attribute("Target");
            }
            Ok(Next::Enter)
        })?;
    }
    let main = main.unwrap_or_else(|| "word/document.xml".to_owned());
    Ok(main.trim_start_matches('/').to_owned())
}

/// A number and its level, as a paragraph or a style names them.
#[derive(Debug, Clone, Default)]
struct Numbered {
    number: Option<String>,
    level: Option<usize>,
}

#[derive(Debug, Default)]
struct Style {
    numbered: Numbered,
    based_on: Option<String>,
}

fn read_styles(part: &[u8], limits: &Limits) -> Result<HashMap<String, Style>, FormError> {
    let mut styles: HashMap<String, Style> = HashMap::new();
    let mut current = None;
    walk(part, limits, |mark| {
        if let Mark::Open(element) = mark {
            match element.name {
                "style" => {
                    let id = element.attribute("styleId").unwrap_or_default();
                    styles.insert(id.clone(), Style::default());
                    current = Some(id);
                }
                "basedOn" | "numId" | "ilvl" => {
                    if let Some(style) = current.as_ref().and_then(|id| styles.get_mut(id)) {
                        match element.name {
                            "basedOn" => style.based_on = element.attribute("val"),
                            "numId" => style.numbered.number = element.attribute("val"),
                            _ => style.numbered.level = Some(level_of(element.attribute("val"))),
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(Next::Enter)
    })?;
    Ok(styles)
}

#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    numbered: Numbered,
    in_properties: bool,
    /// Its mark is deleted: it runs on into the next one.
    joins_next: bool,
    run_hidden: bool,
    in_run_properties: bool,
}

/// What is gathered on the way through a part. Lines go to the innermost holder: a cell, a text box, or the page.
struct Body {
    numbering: Numbering,
    styles: HashMap<String, Style>,
    paragraphs: Vec<Paragraph>,
    nest: Nest,
    /// How each open cell stands in its table.
    cells: Vec<Spans>,
    in_row_properties: bool,
    carried: String,
    chars: usize,
    most_chars: usize,
    notes: Vec<PaperNote>,
}

impl Body {
    fn new(most_chars: usize) -> Self {
        Self {
            numbering: Numbering::default(),
            styles: HashMap::new(),
            paragraphs: Vec::new(),
            nest: Nest::new(),
            cells: Vec::new(),
            in_row_properties: false,
            carried: String::new(),
            chars: 0,
            most_chars,
            notes: Vec::new(),
        }
    }

    fn note(&mut self, note: PaperNote) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    fn read(&mut self, part: &[u8], limits: &Limits) -> Result<(), FormError> {
        let mut in_text = false;
        walk(part, limits, |mark| {
            match mark {
                Mark::Open(element) => {
                    in_text = element.name == "t";
                    return Ok(self.open(&element));
                }
                Mark::Close(name) => {
                    in_text = false;
                    self.close(name);
                }
                Mark::Text(text) if in_text => self.put(text)?,
                Mark::Text(_) => {}
            }
            Ok(Next::Enter)
        })
    }

    fn put(&mut self, text: &str) -> Result<(), FormError> {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return Ok(());
        };
        if paragraph.run_hidden {
            self.note(PaperNote::HiddenLeftOut);
            return Ok(());
        }
        self.chars += text.chars().count();
        if self.chars > self.most_chars {
            return Err(FormError::BeyondLimits);
        }
        paragraph.text.push_str(text);
        Ok(())
    }

    fn push(&mut self, c: char) {
        if let Some(paragraph) = self.paragraphs.last_mut().filter(|p| !p.in_properties && !p.run_hidden) {
            paragraph.text.push(c);
        }
    }

    fn open(&mut self, element: &Element<'_, '_>) -> Next {
        if PASSED_OVER.contains(&element.name) {
            if matches!(element.name, "moveFrom" | "delText") {
                self.note(PaperNote::ChangesAccepted);
            }
            return Next::Skip;
        }
        let in_properties = self.paragraphs.last().is_some_and(|p| p.in_properties);
        match element.name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "pPr" | "rPr" | "pStyle" | "numId" | "ilvl" | "vanish" | "r" => self.property(element),
            "ins" | "moveTo" => self.note(PaperNote::ChangesAccepted),
            "del" => {
                self.note(PaperNote::ChangesAccepted);
                if self.in_row_properties {
                    self.nest.drop_row();
                } else if let Some(paragraph) = self.paragraphs.last_mut().filter(|p| p.in_properties) {
                    paragraph.joins_next = true;
                }
                return Next::Skip;
            }
            // Tab stops of the properties carry the same name as the character.
            "tab" | "ptab" if !in_properties => self.push('\t'),
            "br" | "cr" => self.push('\n'),
            "noBreakHyphen" => self.push('-'),
            "sym" => {
                let code = element.attribute("char").and_then(|hex| u32::from_str_radix(&hex, 16).ok());
                // Signs of symbol fonts stand in the private area and mean nothing outside their font.
                if let Some(c) = code.filter(|code| !(0xF000..=0xF8FF).contains(code)).and_then(char::from_u32) {
                    self.push(c);
                }
            }
            "footnote" | "endnote" if element.attribute("type").is_some() => return Next::Skip,
            "tbl" => self.nest.open_table(),
            "tr" => self.nest.open_row(),
            "trPr" => self.in_row_properties = true,
            "tc" => {
                self.cells.push(Spans::default());
                self.nest.open_holder();
            }
            "gridSpan" => {
                if let Some(cell) = self.cells.last_mut() {
                    cell.columns = element.attribute("val").and_then(|count| count.parse().ok()).unwrap_or(1);
                }
            }
            "vMerge" => {
                if let Some(cell) = self.cells.last_mut() {
                    cell.continues = element.attribute("val").is_none_or(|value| value == "continue");
                }
            }
            "txbxContent" => self.nest.open_holder(),
            _ => {}
        }
        Next::Enter
    }

    fn property(&mut self, element: &Element<'_, '_>) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        match element.name {
            "pPr" => paragraph.in_properties = true,
            "r" => paragraph.run_hidden = false,
            "rPr" => paragraph.in_run_properties = true,
            "vanish" if !paragraph.in_properties && paragraph.in_run_properties => {
                paragraph.run_hidden = element.is_on();
            }
            "pStyle" => paragraph.style = element.attribute("val"),
            "numId" if paragraph.in_properties => paragraph.numbered.number = element.attribute("val"),
            "ilvl" if paragraph.in_properties => paragraph.numbered.level = Some(level_of(element.attribute("val"))),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "pPr" | "rPr" | "r" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    match name {
                        "pPr" => paragraph.in_properties = false,
                        "rPr" => paragraph.in_run_properties = false,
                        _ => paragraph.run_hidden = false,
                    }
                }
            }
            "trPr" => self.in_row_properties = false,
            "p" => self.close_paragraph(),
            "tbl" => self.nest.close_table(),
            "tc" => {
                let spans = self.cells.pop().unwrap_or_default();
                self.nest.close_cell(spans);
            }
            "tr" => self.nest.close_row(),
            "txbxContent" => {
                // A text box stands at its anchor's paragraph and is read before the rest of it.
                let lines = self.nest.close_holder();
                self.nest.emit(lines);
            }
            _ => {}
        }
    }

    fn close_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else {
            return;
        };
        let text = std::mem::take(&mut self.carried) + &paragraph.text;
        if paragraph.joins_next {
            self.carried = text;
            return;
        }
        // An empty paragraph shows its number in Word, and counts; it is no clause and gets none here.
        let number = self.number_of(&paragraph).filter(|_| !text.trim().is_empty());
        self.nest.emit(vec![number.unwrap_or_default() + &text]);
    }

    fn number_of(&mut self, paragraph: &Paragraph) -> Option<String> {
        let mut numbered = paragraph.numbered.clone();
        let mut style = paragraph.style.clone();
        // A chain of styles that runs in a circle ends after as many steps as Word allows.
        for _ in 0..16 {
            let Some(found) = style.as_ref().and_then(|id| self.styles.get(id)) else {
                break;
            };
            numbered.number = numbered.number.or_else(|| found.numbered.number.clone());
            numbered.level = numbered.level.or(found.numbered.level);
            style = found.based_on.clone();
        }
        let number = numbered.number.filter(|number| number != "0")?;
        self.numbering.next(&number, numbered.level.unwrap_or(0))
    }
}
