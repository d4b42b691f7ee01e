//! What `tesseract … tsv` answers for each page, as one text in which every word keeps how sure the program was.
//! Lines that only ended because the page did are joined.

use crate::error::FormError;
use crate::limits::Limits;

/// A word of a scanned text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScanWord {
    /// Where it begins in the text, in characters.
    pub start: usize,
    /// Where it ends, excluded.
    pub end: usize,
    /// How sure the program was, 0 to 100.
    pub confidence: f32,
}

/// The text of scanned pages.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ScanText {
    /// The text; lines end with `\n`.
    pub text: String,
    /// Its words, in their order.
    pub words: Vec<ScanWord>,
}

impl ScanText {
    /// The lowest confidence among the words that lie in these characters; `None` where there is no word.
    pub fn confidence(&self, start: usize, end: usize) -> Option<f32> {
        let first = self.words.partition_point(|word| word.end <= start);
        let inside = self.words[first..].iter().take_while(|word| word.start < end);
        inside.map(|word| word.confidence).min_by(f32::total_cmp)
    }

    /// Whether every word in these characters was read with at least this confidence. Where there is no word,
    /// nothing was read, and nothing is certain.
    pub fn is_certain(&self, start: usize, end: usize, least: f32) -> bool {
        self.confidence(start, end).is_some_and(|confidence| confidence >= least)
    }
}

/// A word as the program answers it: which line, where in dots, how sure, what.
struct Read<'a> {
    line: [&'a str; 3],
    left: f64,
    width: f64,
    confidence: f32,
    text: &'a str,
}

/// A line of a page.
struct Line<'a> {
    words: Vec<Read<'a>>,
    left: f64,
    right: f64,
    height: f64,
}

/// The text of all pages, from what the program answered for each.
///
/// # Errors
/// [`FormError::Damaged`] where an answer is not in the form of the program, [`FormError::Empty`] where no page has
/// a word.
pub fn scan_text(pages: &[&str], limits: &Limits) -> Result<ScanText, FormError> {
    let mut whole = Whole::default();
    for page in pages {
        let lines = lines(page)?;
        let long = |line: &&Line<'_>| line.right - line.left > line.height * 10.0;
        let left = lines.iter().filter(long).map(|line| line.left).fold(f64::MAX, f64::min);
        let right = lines.iter().filter(long).map(|line| line.right).fold(f64::MIN, f64::max);
        let mut full = whole.full;
        for line in &lines {
            let number = line.words.iter().map(|word| word.text).collect::<String>();
            if crate::paper::is_page_number(&number) {
                continue;
            }
            let takes_up = line.left < left + line.height * 0.9;
            whole.add(line, full && takes_up);
            let ended = number.ends_with(['。', '；', '：']);
            full = line.right > right - line.height * 2.8 && line.left < left + line.height * 4.5 && !ended;
        }
        whole.full = full;
        if whole.chars > limits.text_chars {
            return Err(FormError::BeyondLimits);
        }
    }
    if whole.text.words.is_empty() {
        return Err(FormError::Empty);
    }
    whole.text.text = brackets_mended(&whole.text.text);
    Ok(whole.text)
}

/// Round brackets that were taken for angle brackets (〈女）): papers have no 〈 of their own outside a title's 《》.
/// As many characters as before, so that every word keeps its place.
fn brackets_mended(text: &str) -> String {
    let (mut titles, mut mended) = (0_usize, false);
    let of_paper = |c: char| match c {
        '〈' if titles == 0 => {
            mended = true;
            '（'
        }
        '〉' | '》' | '）' | ')' if mended => {
            mended = false;
            '）'
        }
        '《' => {
            titles += 1;
            c
        }
        '》' => {
            titles = titles.saturating_sub(1);
            c
        }
        // A bracket is closed on its own line; a title left open ends there too.
        '\n' => {
            (titles, mended) = (0, false);
            c
        }
        _ => c,
    };
    text.chars().map(of_paper).collect()
}

#[derive(Default)]
struct Whole {
    text: ScanText,
    chars: usize,
    /// The last line ran to the margin, and the next one may take it up.
    full: bool,
}

impl Whole {
    fn push(&mut self, text: &str) {
        self.text.text.push_str(text);
        self.chars += text.chars().count();
    }

    fn add(&mut self, line: &Line<'_>, joined: bool) {
        if self.chars > 0 && !joined {
            self.push("\n");
        }
        let mut right: Option<f64> = None;
        for word in &line.words {
            if let Some(edge) = right {
                let gap = (word.left - edge) / line.height.max(1.0);
                let last = self.text.text.chars().next_back();
                let letters = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
                if gap > 2.4 {
                    self.push("\t");
                } else if letters(last) && letters(word.text.chars().next()) && gap > 0.2 {
                    self.push(" ");
                }
            }
            let start = self.chars;
            self.push(word.text);
            self.text.words.push(ScanWord { start, end: self.chars, confidence: word.confidence });
            right = Some(right.unwrap_or(f64::MIN).max(word.left + word.width));
        }
    }
}

/// The lines of one page, in the order in which the program read them.
fn lines(page: &str) -> Result<Vec<Line<'_>>, FormError> {
    let mut rows = page.lines();
    if !rows.next().is_some_and(|head| head.starts_with("level\t")) {
        return Err(FormError::Damaged);
    }
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut open: Option<[&str; 3]> = None;
    for row in rows {
        let fields: Vec<&str> = row.split('\t').collect();
        let [level, _, block, paragraph, line, _, left, _, width, height, confidence, text] = fields.as_slice() else {
            continue;
        };
        let number = |field: &str| field.parse::<f64>().ok().filter(|n| n.is_finite());
        let (Some(left), Some(width), Some(height)) = (number(left), number(width), number(height)) else {
            return Err(FormError::Damaged);
        };
        let place = [*block, *paragraph, *line];
        match *level {
            // The box of the line is better than those of its words.
            "4" => {
                open = Some(place);
                lines.push(Line { words: Vec::new(), left, right: left + width, height });
            }
            "5" if !text.trim().is_empty() => {
                let confidence = confidence.parse().unwrap_or(0.0_f32).clamp(0.0, 100.0);
                let word = Read { line: place, left, width, confidence, text: text.trim() };
                if open != Some(word.line) {
                    open = Some(word.line);
                    lines.push(Line { words: Vec::new(), left, right: left + width, height });
                }
                if let Some(line) = lines.last_mut() {
                    line.words.push(word);
                }
            }
            _ => {}
        }
    }
    lines.retain(|line| !line.words.is_empty());
    Ok(lines)
}
