//! Puts a message into an office's words, and says what a right reading of the paper is.

mod body;
mod group;
mod session;
mod sheet;

use renmian_domain::{DocumentNumber, Item, ItemKind, Paper, PartialDate, Person, Post, Span, Subject};

use crate::Chance;
use crate::message::{Change, Message, Office, Voice};
use crate::page::Page;
use crate::style::{self, Signature, Style};

/// A paper, what it says, and where each item's title stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The text.
    pub text: String,
    /// The right reading. An item's source is the whole sentence or line that says it.
    pub paper: Paper,
    /// For each item the printed title of its post.
    pub titles: Vec<Span>,
    /// For each item which change of the message it came from, and which person of it.
    pub origins: Vec<(usize, usize)>,
}

/// Writes the paper.
pub fn render(message: &Message, style: &Style, chance: &mut Chance) -> Rendered {
    let mut writer = Writer {
        message,
        style,
        chance,
        page: Page::default(),
        items: Vec::new(),
        titles: Vec::new(),
        origins: Vec::new(),
        title: None,
        decided_by: None,
        sentence: 0,
    };
    match message.issuer.voice {
        Voice::Standing => writer.standing(),
        Voice::Congress => writer.congress(),
        Voice::Government | Voice::Party | Voice::Bureau if message.subject == Subject::Group => writer.group(),
        Voice::Government | Voice::Party | Voice::Bureau => writer.notice(),
    }
    writer.finish()
}

struct Writer<'a> {
    message: &'a Message,
    style: &'a Style,
    chance: &'a mut Chance,
    page: Page,
    items: Vec<Item>,
    titles: Vec<Span>,
    origins: Vec<(usize, usize)>,
    title: Option<String>,
    decided_by: Option<String>,
    /// The first item of the sentence that is being written.
    sentence: usize,
}

impl Writer<'_> {
    fn finish(self) -> Rendered {
        let message = self.message;
        let mut spans: Vec<Span> = self.items.iter().map(|item| item.source).chain(self.titles).collect();
        let text = self.page.finish(self.style.wrap, &mut spans);
        let titles = spans.split_off(self.items.len());
        let items: Vec<Item> =
            self.items.into_iter().zip(spans).map(|(item, source)| Item { source, ..item }).collect();
        let session = matches!(message.issuer.voice, Voice::Standing | Voice::Congress);
        let length = text.chars().count();
        let paper = Paper {
            subject: message.subject,
            number: message.number.as_ref().map(|_| DocumentNumber::parse(&number(message, self.style))),
            issuer: Some(match message.session {
                Some(of) if message.issuer.voice == Voice::Congress => {
                    format!("{}主席团", session::congress(message, of))
                }
                _ => message.issuer.name.clone(),
            }),
            title: self.title,
            issued_on: Some(PartialDate::day(message.issued_on)),
            decided_by: self.decided_by,
            decided_on: if session { Some(message.issued_on) } else { message.decided_on }.map(PartialDate::day),
            items,
            findings: Vec::new(),
            extent: Span::new(0, length),
        };
        Rendered { text, paper, titles, origins: self.origins }
    }

    /// A name as it is printed, without its bracket.
    fn name(&self, person: &Person) -> String {
        let mut letters = person.name.chars();
        match (letters.next(), letters.next(), letters.next()) {
            (Some(first), Some(second), None) => format!("{first}{}{second}", self.style.gap),
            _ => person.name.clone(),
        }
    }

    /// The bracket behind a name: women and minorities are marked, men and 汉族 are not.
    fn marks(&self, person: &Person) -> String {
        let female = person.gender == Some(renmian_domain::Gender::Female);
        let words: Vec<&str> = female.then_some("女").into_iter().chain(person.ethnicity.as_deref()).collect();
        if words.is_empty() { String::new() } else { self.style.bracket(&words.join("，")) }
    }

    /// Several names with their brackets, with 同志 where the office says it.
    fn names(&mut self, people: &[Person], comrade: bool) -> String {
        // 刘小湘同志（女） and 刘小湘（女）同志 are both usual for one person; a list has 同志 at its end.
        let behind = comrade && people.len() == 1 && self.chance.percent(60);
        let list: Vec<String> = people
            .iter()
            .map(|person| {
                let title = if behind { "同志" } else { "" };
                format!("{}{title}{}", self.name(person), self.marks(person))
            })
            .collect();
        let end = if comrade && !behind { "同志" } else { "" };
        list.join("、") + end
    }

    fn begin_sentence(&mut self) -> usize {
        self.sentence = self.items.len();
        self.page.here()
    }

    /// All items since the sentence began get it, from `start` to here, as their source.
    fn end_sentence(&mut self, start: usize) {
        let source = Span::new(start, self.page.here());
        for item in &mut self.items[self.sentence..] {
            item.source = source;
        }
    }

    /// Notes what a right reading finds in the words just written: every person with every post.
    fn expect(&mut self, at: usize, change: &Change, kind: ItemKind, offices: &[Office], titles: &[Span]) {
        let opens = kind.opens() || kind == ItemKind::Confirm;
        for (who, person) in change.people.iter().enumerate() {
            for (office, title) in offices.iter().zip(titles) {
                self.items.push(Item {
                    person: printed(person),
                    kind,
                    post: office.post.clone(),
                    concurrent: office.concurrent,
                    acting: office.acting,
                    secondment: change.secondment && (kind.opens() || change.takes.is_empty()),
                    probation_months: if kind.opens() { change.probation } else { None },
                    term_months: if kind.opens() { change.term } else { None },
                    effective_on: if opens { change.effective } else { None },
                    note: office.note.clone(),
                    // Whether a rank behind a post is of that unit, the words leave open.
                    certain: office.post.organisation.is_some(),
                    basis: None,
                    source: Span::new(0, 0),
                });
                self.titles.push(*title);
                self.origins.push((at, who));
            }
        }
    }

    /// Posts with their units, each unit once: 县财政局党组书记、局长. Gives the place of each title.
    fn offices(&mut self, offices: &[Office]) -> Vec<Span> {
        let mut titles = Vec::new();
        let mut unit: Option<&Post> = None;
        for (n, office) in offices.iter().enumerate() {
            if n > 0 {
                self.page.put("、");
            }
            // A rank without a unit of its own has none: one of a unit is printed with it each time.
            let rank = ["调研员", "主任科员"].iter().any(|rank| office.post.title.ends_with(rank));
            if rank || unit.is_none_or(|post| post.organisation != office.post.organisation) {
                self.page.put(office.post.organisation.as_deref().unwrap_or_default());
            }
            unit = Some(&office.post);
            titles.push(self.page.mark(&office.post.title));
            if let Some(note) = &office.note {
                let words = self.style.bracket(note);
                self.page.put(&words);
            }
        }
        titles
    }

    /// Starts a paragraph of the body.
    fn paragraph(&mut self) -> usize {
        let start = self.page.here();
        self.page.put(self.style.indent);
        start
    }

    fn end_paragraph(&mut self, start: usize) {
        self.page.breakable_since(start);
        self.page.line();
        if self.style.airy {
            self.page.line();
        }
    }

    /// A paragraph of these words alone.
    fn say(&mut self, words: &str) {
        let start = self.paragraph();
        self.page.put(words);
        self.end_paragraph(start);
    }

    /// Head of a notice: red head, number and title in the office's order, addressees.
    fn head(&mut self, about: &str) {
        let (message, style) = (self.message, self.style);
        if style.red_head {
            self.page.put(&format!("{}文件\n\n", message.issuer.name));
        }
        let printed = number(message, style);
        if style.number_first && message.number.is_some() {
            self.page.put(&format!("{printed}\n\n"));
        }
        let issuer =
            if style.title_issuer || style.signature == Signature::DateOnly { &message.issuer.name } else { "" };
        let line_end = if style.title_broken && !issuer.is_empty() { "\n" } else { "" };
        let (open, close) = if style.title_bold { ("**", "**") } else { ("", "") };
        self.page.put(&format!("{open}{issuer}{line_end}{about}{close}\n"));
        self.title = Some(format!("{issuer}{about}").chars().filter(|c| !c.is_whitespace()).collect());
        if !style.number_first && message.number.is_some() {
            self.page.put(&format!("\n{printed}\n"));
        }
        self.page.line();
        if !message.issuer.addressees.is_empty() {
            self.page.put(&format!("{}：\n", message.issuer.addressees));
            if style.airy {
                self.page.line();
            }
        }
    }

    /// The signature and what offices print below it.
    fn sign(&mut self) {
        let (message, style) = (self.message, self.style);
        let day = style.day(message.issued_on);
        let name = &message.issuer.name;
        let margin = if style.indent.is_empty() { "" } else { "　　　　　　　　　　　　" };
        self.page.line();
        match style.signature {
            Signature::IssuerDate => self.page.put(&format!("{margin}{name}\n{margin}{day}\n")),
            Signature::DateIssuer => self.page.put(&format!("{margin}{day}\n{margin}{name}\n")),
            Signature::OneLine => self.page.put(&format!("{margin}{name}　{day}\n")),
            Signature::DateOnly => self.page.put(&format!("{margin}{day}\n")),
        }
        if style.trailer {
            let printed = PartialDate::day(message.issued_on).sentence();
            let words = match self.chance.below(4) {
                0 => format!(
                    "\n抄送：县委各部委，县人大常委会办公室，县政协办公室，县法院，县检察院。\n{name}办公室　　{printed}印发\n"
                ),
                1 => "\n（共印60份）\n".to_owned(),
                2 => "\n（此件主动公开）\n".to_owned(),
                _ => "\n主题词：人事　任免　通知\n".to_owned(),
            };
            self.page.put(&words);
        }
    }
}

/// The posts with 兼 and 代理 as their notes, where the verb has not said it.
fn marked(offices: &[Office], concurrent_said: bool, acting_said: bool) -> Vec<Office> {
    let mut marked = offices.to_vec();
    for office in &mut marked {
        if office.concurrent && !concurrent_said {
            office.note = Some("兼".to_owned());
        } else if office.acting && !acting_said {
            office.note = Some("代理".to_owned());
        }
    }
    marked
}

/// The person as a bracket of the usual kind tells it: men and 汉族 go unmarked.
fn printed(person: &Person) -> Person {
    let female = renmian_domain::Gender::Female;
    Person {
        name: person.name.clone(),
        gender: person.gender.filter(|gender| *gender == female),
        ethnicity: person.ethnicity.clone(),
    }
}

fn number(message: &Message, style: &Style) -> String {
    let Some((code, year, serial)) = &message.number else { return String::new() };
    let (open, close) = style.number_brackets;
    let ordinal = if style.ordinal { "第" } else { "" };
    let text = format!("{code}{open}{year}{close}{ordinal}{serial}号");
    if style.wide_number { style::wide(&text) } else { text }
}
