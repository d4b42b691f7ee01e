//! The page on which a paper is written: text that knows where each stretch came to stand, also after its lines
//! were broken by a layout.

use renmian_domain::Span;

/// Text under the pen. Positions count characters.
#[derive(Debug, Clone, Default)]
pub struct Page {
    text: Vec<char>,
    breakable: Vec<(usize, usize)>,
}

impl Page {
    /// Writes.
    pub fn put(&mut self, words: &str) {
        self.text.extend(words.chars());
    }

    /// Writes and says where it stands.
    pub fn mark(&mut self, words: &str) -> Span {
        let start = self.here();
        self.put(words);
        Span::new(start, self.here())
    }

    /// The place under the pen.
    pub fn here(&self) -> usize {
        self.text.len()
    }

    /// Ends the line.
    pub fn line(&mut self) {
        self.text.push('\n');
    }

    /// Lets a layout break what was written since `start`.
    pub fn breakable_since(&mut self, start: usize) {
        self.breakable.push((start, self.here()));
    }

    /// The text with every breakable stretch broken into lines of `width` Chinese characters, the first line's indent
    /// counted. Spans are moved to where their characters now stand.
    pub fn finish(self, width: Option<usize>, spans: &mut [Span]) -> String {
        let mut breaks = Vec::new();
        if let Some(width) = width {
            for (start, end) in &self.breakable {
                let mut column = 0;
                for at in *start..*end {
                    if self.text[at] == '\n' {
                        column = 0;
                        continue;
                    }
                    // No line of a paper begins with a closing mark or ends with an opening one.
                    let closes = "，。；、：）〕」』》)]】·".contains(self.text[at]);
                    let opened = at > 0 && "（(〔「《[【".contains(self.text[at - 1]);
                    if column + 1 >= width * 2 && !closes && !opened {
                        breaks.push(at);
                        column = 0;
                    }
                    // Digits and Latin letters are half as wide.
                    column += if self.text[at].is_ascii() { 1 } else { 2 };
                }
            }
            breaks.sort_unstable();
        }
        let moved = |place: usize| place + breaks.partition_point(|at| *at <= place);
        for span in spans.iter_mut() {
            // A break right behind the last character belongs to what follows.
            *span = Span::new(moved(span.start), moved(span.end.saturating_sub(1)) + 1);
        }
        let mut out = String::new();
        let mut next = breaks.iter().peekable();
        for (at, c) in self.text.iter().enumerate() {
            if next.next_if(|place| **place == at).is_some() {
                out.push('\n');
            }
            out.push(*c);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_lines_keep_every_span_on_its_words() {
        let mut page = Page::default();
        page.put("题\n");
        let start = page.here();
        page.put("　　任命");
        let mut spans = [page.mark("陈小田"), page.mark("为县水利局局长")];
        page.put("。");
        page.breakable_since(start);
        let text = page.finish(Some(6), &mut spans);
        assert_eq!(text, "题\n　　任命陈小\n田为县水利局\n局长。");
        let of = |span: Span| text.chars().skip(span.start).take(span.end - span.start).collect::<String>();
        assert_eq!((of(spans[0]), of(spans[1])), ("陈小\n田".into(), "为县水利局\n局长".into()));
    }
}
