//! The sheet on which a paper's reading grows: items so far, what has been learnt of names and units, and the verb of
//! the heading that is in force.

use renmian_domain::{Finding, FindingCode, Item, ItemKind, PartialDate, Person, Post, Span};

use crate::Known;
use crate::clause::Clause;
use crate::layout::{Glyph, printed, span};
use crate::learnt::{Learnt, beginnings};
use crate::lexicon::verbs::Verb;
use crate::marks::Marks;
use crate::name::Who;
use crate::post::{Before, Seat, posts};
use crate::work::Work;

/// A decision as a report tells of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Decision {
    pub issuer: Option<String>,
    pub number: Option<String>,
    pub decided_by: Option<String>,
    pub decided_on: Option<PartialDate>,
    /// The issuer is the one that published the paper; who decided is told behind.
    pub published: bool,
    /// A meeting decides, and the report is about it: later meetings that it mentions are others.
    pub met: bool,
}

/// The reading of one paper as it grows.
#[derive(Debug)]
pub(crate) struct Sheet<'k> {
    pub items: Vec<Item>,
    pub findings: Vec<Finding>,
    pub learnt: &'k Learnt,
    pub known: Option<&'k Known>,
    /// The verb of the heading in force.
    pub mode: Option<Verb>,
    /// Appointments confirm: the paper or its section speaks of those whose probation is over.
    pub confirms: bool,
    /// Of whom that was said, where they were named: nobody else is confirmed then.
    pub confirmed: Vec<String>,
    /// The whole paper confirms, by its title.
    pub confirms_all: bool,
    /// The verb of the sentence before, which goes on behind a semicolon.
    pub lead: Option<Verb>,
    /// The unit of the post read last.
    pub before: Before,
    /// The organisation of a group paper.
    pub group: Option<Vec<Glyph>>,
    /// A body whose members the text is about to name: 任命了…委员会组成人员。他们是：….
    pub roster: Option<Vec<Glyph>>,
    /// The decisions that a report tells of, each from the item at which it begins.
    pub decisions: Vec<(usize, Decision)>,
    /// The unit whose part of the paper is being read: bare titles below it are its own.
    pub part: Option<Vec<Glyph>>,
    /// What the paper says of all its appointments beforehand.
    pub ahead: Marks,
    /// The text is a news report.
    pub news: bool,
    /// The day from which everything in the paper counts.
    pub from_day: Option<PartialDate>,
    /// The place whose body issues the paper: its units begin with it.
    pub place: Option<Vec<Glyph>>,
    /// Whom a letter addresses as 你.
    pub addressee: Option<Who>,
    /// The unit that the paper addresses, where it is one: 你局 speaks of it.
    pub addressed_unit: Option<String>,
    /// Where the letter names them.
    pub addressed_at: Option<usize>,
    /// The verb that appointed last before a semicolon.
    pub opened: Option<Verb>,
    /// What the sentence before a semicolon puts forward is decided by somebody else, and what follows with it.
    pub planned: bool,
    /// The unit of the row read last, where it stood in a cell of its own.
    pub row_unit: Option<Vec<Glyph>>,
    /// Where in the text a word begins behind a blank that spreads no name.
    pub breaks: Vec<usize>,
    /// Who was spoken of last, and where in the text: 其 may stand behind the end of the sentence.
    pub spoken: Option<(Vec<Who>, usize)>,
    /// Where the clause that is written next names its person, before its own beginning.
    pub reach: Option<usize>,
    /// Posts that the rows of a table say were held until now: dismissals where the paper says that they end.
    pub held: Vec<Item>,
    /// The paper says so.
    pub ends_held: bool,
    /// A table said who leaves the posts of its rows.
    pub gone: bool,
    last_unit: Option<Vec<Glyph>>,
    work: Option<&'k Work<'k>>,
}

impl<'k> Sheet<'k> {
    pub fn new(learnt: &'k Learnt, work: &'k Work<'k>) -> Self {
        Self { known: work.options.known.as_ref(), work: Some(work), ..Self::alone(learnt) }
    }

    /// A sheet that knows what the paper itself has taught, and nothing else.
    fn alone(learnt: &'k Learnt) -> Self {
        Self {
            items: Vec::new(),
            findings: Vec::new(),
            learnt,
            known: None,
            mode: None,
            lead: None,
            confirms: false,
            confirmed: Vec::new(),
            confirms_all: false,
            before: Before::default(),
            group: None,
            part: None,
            roster: None,
            decisions: Vec::new(),
            ahead: Marks::default(),
            news: false,
            from_day: None,
            place: None,
            addressee: None,
            addressed_unit: None,
            addressed_at: None,
            breaks: Vec::new(),
            row_unit: None,
            opened: None,
            planned: false,
            spoken: None,
            reach: None,
            held: Vec::new(),
            ends_held: false,
            gone: false,
            last_unit: None,
            work: None,
        }
    }

    /// The reading has come to this character; whether to go on.
    pub fn goes_on(&self, at: usize) -> bool {
        self.work.is_none_or(|work| work.goes_on(at))
    }

    /// Whether the name is known from the paper itself or from the register.
    pub fn knows_person(&self, name: &[Glyph]) -> bool {
        let name = printed(name);
        self.learnt.has_person(&name) || self.known.is_some_and(|known| known.has_person(&name))
    }

    /// Whether the run begins with a unit that is known from the paper itself or from the register.
    pub fn knows_unit_at(&self, run: &[Glyph]) -> bool {
        if self.place.as_ref().is_some_and(|place| {
            // 瀚州粮食储备有限公司 in a paper of 瀚州市
            let stem = if place.len() > 2 { &place[..place.len() - 1] } else { place };
            run.len() > place.len() && run.iter().zip(stem).all(|(glyph, known)| glyph.c == known.c)
        }) {
            return true;
        }
        self.has_learnt_unit_at(run)
    }

    /// Whether the run begins with a unit that the paper or the register names, the place of the issuer left aside.
    pub fn has_learnt_unit_at(&self, run: &[Glyph]) -> bool {
        let limit = run.len().min(40);
        let text = printed(&run[..limit]);
        self.learnt.has_unit_at(&text)
            || self.known.is_some_and(|known| beginnings(&text).any(|unit| known.has_unit(unit)))
    }

    /// Whether a blank parts the word that begins here from the one before it.
    pub fn is_broken_at(&self, at: usize) -> bool {
        self.breaks.binary_search(&at).is_ok()
    }

    /// What settles where this name ends and this post begins: the paper's other clauses, else the register.
    pub fn basis(&self, name: &[Glyph], post: &[Glyph]) -> Option<&'static str> {
        let alone = Sheet::alone(self.learnt);
        if alone.knows_person(name) || alone.knows_unit_at(post) {
            return Some("basis-paper");
        }
        (self.knows_person(name) || self.knows_unit_at(post)).then_some("basis-register")
    }

    /// The unit of the post read last, for 撤销其委员资格.
    pub fn last_seat_unit(&self) -> Option<Before> {
        self.last_unit.as_deref().map(Before::unit)
    }

    /// Writes the items of a clause: every person with every post.
    pub fn write(&mut self, clause: &Clause, run: &[Glyph], ahead: &Marks) {
        let mut source = span(&run[clause.from..clause.to]);
        if let Some(at) = self.reach.take() {
            source.start = source.start.min(at);
        }
        // What the clause said of its units holds for the next one.
        let verb = clause.verb;
        let paired = clause.persons.len() == clause.seats.len() && clause.persons.len() > 1;
        // 免去甲、乙县林业局、县水利局副局长职务: as many units as persons.
        let one_title = clause.seats.iter().all(|seat| !seat.sure && seat.title == clause.seats[0].title);
        let in_turn = paired && (clause.marks.in_turn || one_title);
        for (turn, who) in clause.persons.iter().enumerate() {
            let seats: &[Seat] = if in_turn { &clause.seats[turn..=turn] } else { &clause.seats };
            for seat in seats.iter().flat_map(|seat| self.meant(seat)).collect::<Vec<_>>() {
                let mut marks = seat.marks.clone();
                marks.take(&clause.marks);
                marks.take(ahead);
                // （试用期一年） behind the last of several posts speaks of all of them.
                if let Some(last) = clause.seats.last() {
                    marks.probation = marks.probation.or(last.marks.probation);
                    marks.term = marks.term.or(last.marks.term);
                    marks.secondment |= last.marks.secondment;
                    marks.effective = marks.effective.or(last.marks.effective);
                }
                let seat = self.in_group(self.in_only_unit(seat));
                // Whose probation begins now is no one whose probation is over.
                let confirms = self.confirms
                    && marks.probation.is_none()
                    && (self.confirmed.is_empty() || self.confirmed.contains(&who.name));
                let verb = if confirms && verb.kind == ItemKind::Appoint {
                    Verb { kind: ItemKind::Confirm, ..verb }
                } else {
                    verb
                };
                // 任…局长人选: a committee puts forward, another body appoints.
                let verb = if seat.proposed && verb.kind == ItemKind::Appoint {
                    Verb { kind: ItemKind::Nominate, ..verb }
                } else {
                    verb
                };
                // 分别 with another number of posts than of persons: who takes which is open.
                let sure = clause.sure && (in_turn || !clause.marks.in_turn);
                self.push(who, &seat, verb, marks, source, sure, clause.basis);
            }
        }
        let unit = clause.seats.iter().rev().find_map(|seat| seat.unit.clone());
        self.remember(&run[clause.from..clause.to], unit);
    }

    /// The probation of those appointed last is over: of so many persons, or of all.
    pub fn confirm_above(&mut self, persons: Option<u32>) {
        let mut seen: Vec<String> = Vec::new();
        for item in self.items.iter_mut().rev() {
            if !seen.contains(&item.person.name) {
                if persons.is_some_and(|persons| seen.len() >= persons as usize) {
                    break;
                }
                seen.push(item.person.name.clone());
            }
            if item.kind == ItemKind::Appoint && item.probation_months.is_none() {
                item.kind = ItemKind::Confirm;
            }
        }
    }

    /// A heading that is nothing but its verb: it governs the lines below.
    pub fn head(&mut self, verb: Verb) {
        self.confirms = self.confirms_all;
        self.mode = Some(verb);
        (self.lead, self.opened, self.spoken) = (None, None, None);
    }

    /// Notes who decided what follows.
    pub fn decide(&mut self, decision: Decision) {
        let at = self.items.len();
        if decision.met && self.decisions.iter().any(|(_, earlier)| earlier.met) {
            return;
        }
        let before = self.decisions.last().map(|(_, last)| last.clone()).unwrap_or_default();
        let published = before.published && self.decisions.last().is_some_and(|(last, _)| *last == at);
        let merged = Decision {
            issuer: if published { before.issuer } else { decision.issuer.or(before.issuer) },
            published: decision.published || published,
            met: decision.met,
            number: decision.number.or(before.number),
            decided_by: decision.decided_by,
            decided_on: decision.decided_on,
        };
        self.decisions.push((at, merged));
    }

    /// A title for which the paper gives no unit, in a paper that speaks of one body only: a guess.
    fn in_only_unit(&self, seat: Seat) -> Seat {
        if seat.unit.is_some() || seat.sure || self.items.len() < 2 {
            return seat;
        }
        let unit = &self.items[0].post.organisation;
        let only = self.items.iter().all(|item| item.post.organisation == *unit);
        if only { Seat { unit: unit.clone(), ..seat } } else { seat }
    }

    /// 上述两个委员会主任: the bodies named just before, as many as the text says.
    fn meant(&self, seat: &Seat) -> Vec<Seat> {
        let Some(unit) = seat.unit.as_deref() else { return vec![seat.clone()] };
        // 你局办公室 is of the bureau that the paper addresses, if it addresses one: a guess, since it is not printed.
        if let Some(own) = ["你", "贵"].iter().find_map(|word| unit.strip_prefix(word)) {
            let within: String = own.chars().skip(1).collect();
            let unit = self.addressed_unit.as_ref().map_or_else(|| unit.to_owned(), |whole| format!("{whole}{within}"));
            return vec![Seat { unit: Some(unit), sure: false, ..seat.clone() }];
        }
        let Some(rest) = ["上述", "以上", "该"].iter().find_map(|word| unit.strip_prefix(word)) else {
            return vec![seat.clone()];
        };
        let counts = [("两个", 2), ("二个", 2), ("三个", 3), ("四个", 4), ("", 1)];
        let (body, count) = counts
            .iter()
            .find_map(|(word, count)| rest.strip_prefix(word).map(|body| (body, *count)))
            .unwrap_or((rest, 1));
        let mut units: Vec<&str> = Vec::new();
        for item in self.items.iter().rev().take(24) {
            if let Some(unit) = item.post.organisation.as_deref()
                && unit.ends_with(body)
                && !body.is_empty()
                && !units.contains(&unit)
                && units.len() < count
            {
                units.push(unit);
            }
        }
        if units.len() != count {
            return vec![Seat { sure: false, ..seat.clone() }];
        }
        units.iter().rev().map(|unit| Seat { unit: Some((*unit).to_owned()), ..seat.clone() }).collect()
    }

    /// In a group paper the office is no unit of its own: its head is the group's 办公室主任.
    pub fn in_group(&self, seat: Seat) -> Seat {
        let mut seat = seat;
        if let Some(group) = &self.group
            && let Some(unit) = &seat.unit
        {
            // 领导小组办公室, 小组: the group by the end of its name.
            let whole = printed(group);
            let short = |name: &str| name.chars().count() > 1 && whole.ends_with(name);
            let office = unit.strip_suffix("办公室").is_some_and(|of| of.is_empty() || of == whole || short(of));
            // 免去甲总指挥职务 behind the office: the leaders are the group's.
            let leads = ["组长", "指挥", "指挥长", "召集人", "总指挥"].iter().any(|title| seat.title.ends_with(title));
            if office && leads {
                seat.unit = Some(printed(group));
            } else if office && seat.title == "成员" {
                seat.unit = Some(printed(group));
                seat.sure = false;
            } else if office {
                seat.title = format!("办公室{}", seat.title);
                seat.unit = Some(whole);
            } else if short(unit) {
                seat.unit = Some(whole);
            }
        }
        seat
    }

    /// Keeps the unit of the last post of a run for the posts behind it.
    fn remember(&mut self, run: &[Glyph], unit: Option<String>) {
        let Some(unit) = unit else { return };
        let length = unit.chars().count();
        let found = run
            .windows(length.max(1))
            .rposition(|window| window.iter().zip(unit.chars()).all(|(glyph, c)| glyph.printed == c));
        if let Some(at) = found {
            let unit = run[at..at + length].to_vec();
            // Read once more, so that a committee in the title is known to the next post as well.
            let mut before = Before::unit(&unit);
            let end = (at + length..run.len()).find(|at| matches!(run[*at].c, '、' | '，' | '（')).unwrap_or(run.len());
            let _ = posts(&run[at..end], &mut before);
            self.before = before.carried();
            self.last_unit = Some(unit);
        }
    }

    /// Writes one item.
    #[allow(clippy::too_many_arguments)] // one call site a form; a struct of these would only rename them
    pub fn push(
        &mut self,
        who: &Who,
        seat: &Seat,
        verb: Verb,
        marks: Marks,
        source: Span,
        sure: bool,
        basis: Option<&str>,
    ) {
        self.spoken = None;
        let opens = !verb.kind.closes();
        let mut marks = marks;
        let notes = {
            let mut notes = who.marks.notes.clone();
            notes.append(&mut marks.notes);
            notes.dedup();
            notes
        };
        let secondment = verb.secondment || marks.secondment || who.marks.secondment;
        let item = Item {
            person: Person { name: who.name.clone(), gender: who.marks.gender, ethnicity: who.marks.ethnicity.clone() },
            kind: verb.kind,
            post: Post { organisation: seat.unit.clone(), title: seat.title.clone() },
            concurrent: verb.concurrent || marks.concurrent || who.marks.concurrent,
            acting: verb.acting || marks.acting || who.marks.acting,
            secondment,
            probation_months: opens.then_some(marks.probation.or(who.marks.probation)).flatten(),
            term_months: opens.then_some(marks.term.or(who.marks.term)).flatten(),
            effective_on: opens.then_some(marks.effective.or(who.marks.effective)).flatten().or(self.from_day),
            note: (!notes.is_empty()).then(|| notes.join("，")),
            certain: sure && who.sure && seat.sure,
            basis: basis.map(str::to_owned),
            source,
        };
        self.items.push(item);
    }

    /// Puts the posts that were held until now among the items, where the paper says that they end.
    pub fn end_held(&mut self) {
        if !std::mem::take(&mut self.ends_held) {
            return;
        }
        for item in std::mem::take(&mut self.held) {
            let at = self.items.partition_point(|other| other.source.start < item.source.start);
            self.items.insert(at, item);
        }
    }

    /// Writes a finding about a stretch that decides something and was not understood.
    pub fn not_understood(&mut self, run: &[Glyph]) {
        let text: String = printed(run).chars().take(40).collect();
        self.findings.push(Finding::new(FindingCode::NotUnderstood).at(span(run)).with("text", text));
    }

    /// Writes a finding about a verb that no item accounts for.
    pub fn unaccounted(&mut self, run: &[Glyph], verb: &str) {
        self.findings.push(Finding::new(FindingCode::VerbUnaccounted).at(span(run)).with("verb", verb));
    }
}
