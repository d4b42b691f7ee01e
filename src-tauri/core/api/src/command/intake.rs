//! 期初 in: a roster kept elsewhere becomes opening entries, all of them by one act.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use renmian_domain::{
    Choice, Draft, DraftItem, Item, ItemKind, Meant, PartialDate, Person, PersonId, Post, Resolution, Span, Subject,
};
use renmian_forms::roster::RosterEntry;
use renmian_rules::{PrintedPost, Register, is_rank};
use renmian_store::{OpeningEntry, Operation, Setting};

use crate::ApiError;
use crate::incoming::{self, Remembered};
use crate::lookup::person_card;
use crate::session::{Open, Session};
use crate::types::*;
use crate::view::View;

impl Session {
    pub fn roster_file(&self, request: LookIntoRoster) -> Result<RosterFileSheet, ApiError> {
        let remembered = self.with(remembered)?;
        incoming::look(&request, &remembered)
    }

    pub fn import_roster(&self, request: ImportRoster) -> Result<ImportAnswer, ApiError> {
        let now = self.now();
        self.with(|open| {
            let remembered = remembered(open)?;
            let rows = incoming::rows(&request.file, request.layout.as_ref(), &remembered)?;
            let held_on = request.held_on.or(rows.as_of).map_or(now.today, PartialDate::latest);
            let view = open.view(None)?;
            let intake = Intake::of(&view, &rows.entries, &request.persons, held_on);
            let answer = intake.answer(&view, rows.left, now.today)?;
            if !request.try_only && answer.recorded > 0 {
                let said = newly_said(&remembered, &rows.said, request.layout.is_some());
                let operation = Operation::RecordOpenings { entries: intake.entries(), resolution: intake.resolution };
                let (moment, actor) = (now.moment, self.actor());
                open.register.together(|register| {
                    if let Some(said) = said {
                        register.transact(Operation::Set(Setting::RosterColumns(said)), moment, actor)?;
                    }
                    register.transact(operation, moment, actor)
                })?;
            }
            Ok(answer)
        })
    }
}

/// What the clerk said of columns by their titles.
pub(super) fn remembered(open: &mut Open) -> Result<Remembered, ApiError> {
    let kept = open.register.roster_columns()?;
    Ok(serde_json::from_str(&kept).unwrap_or_default())
}

/// What is to be remembered from now on, where the clerk says anything new.
fn newly_said(before: &Remembered, said: &Remembered, by_clerk: bool) -> Option<String> {
    let mut all = before.clone();
    all.extend(said.iter().map(|(title, column)| (title.clone(), *column)));
    (by_clerk && all != *before).then(|| serde_json::to_string(&all).ok()).flatten()
}

/// One post of one row.
struct Piece<'a> {
    entry: &'a RosterEntry,
    post: PrintedPost,
}

/// The rows of a roster against the register: what will be recorded, and whom it means.
struct Intake<'a> {
    held_on: NaiveDate,
    pieces: Vec<Piece<'a>>,
    resolution: Resolution,
    known: u32,
    left: Vec<LeftRow>,
    namesakes: Vec<(u32, Vec<PersonId>, Option<PersonId>)>,
    all: &'a [RosterEntry],
}

impl<'a> Intake<'a> {
    fn of(view: &View, all: &'a [RosterEntry], chosen: &[RowPerson], held_on: NaiveDate) -> Self {
        let register = Register::of(&view.facts);
        let day = PartialDate::day(held_on);
        let (mut pieces, mut left) = (Vec::new(), Vec::new());
        for entry in all {
            let backwards = entry.since.is_some_and(|since| since.earliest() > held_on);
            for post in incoming::posts_of(&register, entry, day) {
                if post.organisation.is_none() && post.posts.is_empty() && !is_rank(&post.title) {
                    left.push(left_row(entry, "roster-row.unit-missing"));
                } else if backwards {
                    left.push(left_row(entry, "import.since-later"));
                } else {
                    pieces.push(Piece { entry, post });
                }
            }
        }
        left.dedup();
        let mut draft = as_draft(&pieces, day);
        let open = renmian_rules::resolve(&view.facts, &draft).items;
        let mut namesakes = Vec::new();
        decide_by_birth(view, &register, &pieces, &mut draft);
        for (place, piece) in pieces.iter().enumerate() {
            if let Some(said) = chosen.iter().find(|said| said.row == piece.entry.row) {
                draft.items[place].person = said.person;
            }
        }
        let draft = crate::enter::assume(view, draft);
        for (place, piece) in pieces.iter().enumerate() {
            let several = matches!(open.get(place).map(|meant| &meant.person), Some(Meant::Unclear(_)));
            let of_name: Vec<PersonId> =
                register.persons_named(&piece.entry.name).iter().map(|person| person.id).collect();
            let taken = match draft.items[place].person {
                Choice::Known(id) => Some(id),
                Choice::New => None,
                Choice::ByName => of_name.first().copied().filter(|_| of_name.len() == 1),
            };
            let asks = several || (!of_name.is_empty() && draft.items[place].person != Choice::ByName);
            if asks && namesakes.last().is_none_or(|(row, _, _)| *row != piece.entry.row) {
                namesakes.push((piece.entry.row, of_name, taken));
            }
        }
        let meant = renmian_rules::resolve(&view.facts, &draft).items;
        let kept: Vec<usize> =
            (0..pieces.len()).filter(|place| !crate::enter::holds(view, &meant[*place], held_on)).collect();
        let known = (pieces.len() - kept.len()) as u32;
        // Only what is kept may make new persons, units and posts.
        let draft = Draft { items: kept.iter().map(|place| draft.items[*place].clone()).collect(), ..draft };
        let mut place = 0;
        pieces.retain(|_| {
            place += 1;
            kept.contains(&(place - 1))
        });
        let mut resolution = renmian_rules::resolve(&view.facts, &draft);
        tell_apart(&mut resolution, &pieces);
        Self { held_on, pieces, resolution, known, left, namesakes, all }
    }

    fn entries(&self) -> Vec<OpeningEntry> {
        self.pieces.iter().map(|piece| opening(piece, self.held_on)).collect()
    }

    fn answer(&self, view: &View, mut left: Vec<LeftRow>, today: NaiveDate) -> Result<ImportAnswer, ApiError> {
        left.extend(self.left.iter().cloned());
        left.sort_by_key(|row| row.row);
        let doubts = self.all.iter().flat_map(|entry| {
            entry.doubts.iter().map(|doubt| LeftRow {
                row: entry.row,
                reason: "import.date-doubtful".to_owned(),
                cell: format!("{}：{}", doubt.title, doubt.text),
            })
        });
        let mut namesakes = Vec::new();
        for (row, candidates, taken) in &self.namesakes {
            let Some(entry) = self.all.iter().find(|entry| entry.row == *row) else { continue };
            let cards = candidates.iter().map(|id| person_card(view, *id, today)).collect::<Result<_, _>>()?;
            namesakes.push(NamesakeRow {
                row: *row,
                name: entry.name.clone(),
                says: says(entry),
                taken: *taken,
                candidates: cards,
            });
        }
        Ok(ImportAnswer {
            held_on: PartialDate::day(self.held_on),
            recorded: self.pieces.len() as u32,
            known: self.known,
            new_persons: self.resolution.new_persons.len() as u32,
            new_units: self.resolution.new_organisations.iter().map(|new| new.name.clone()).collect(),
            new_posts: self.resolution.new_posts.len() as u32,
            left,
            doubts: doubts.collect(),
            namesakes,
        })
    }
}

fn left_row(entry: &RosterEntry, reason: &str) -> LeftRow {
    LeftRow { row: entry.row, reason: reason.to_owned(), cell: format!("{}　{}", entry.name, says(entry)) }
}

/// Unit and post of a row, and what tells the person apart.
fn says(entry: &RosterEntry) -> String {
    let birth = entry.birth.map(|birth| format!("　{}", birth.dotted())).unwrap_or_default();
    format!("{}{}{birth}", entry.unit.as_deref().unwrap_or_default(), entry.post)
}

/// Where the row and the register both know the birth, it says who is meant before anything else does.
fn decide_by_birth(view: &View, register: &Register<'_>, pieces: &[Piece<'_>], draft: &mut Draft) {
    for (piece, item) in pieces.iter().zip(&mut draft.items) {
        let Some(birth) = piece.entry.birth else { continue };
        let of_name = register.persons_named(&piece.entry.name);
        let known = |id: PersonId| view.person(id).ok().and_then(|person| person.birth);
        let agree = |other: PartialDate| birth.earliest() <= other.latest() && other.earliest() <= birth.latest();
        let mut same = of_name.iter().filter(|person| known(person.id).is_some_and(agree));
        match (same.next(), same.next()) {
            (Some(one), None) => item.person = Choice::Known(one.id),
            (None, None) if !of_name.is_empty() && of_name.iter().all(|person| known(person.id).is_some()) => {
                item.person = Choice::New;
            }
            _ => {}
        }
    }
}

/// New people of one name whose births differ are several, and each new one keeps the birth that the row gives.
fn tell_apart(resolution: &mut Resolution, pieces: &[Piece<'_>]) {
    let mut of_birth: BTreeMap<(usize, PartialDate), usize> = BTreeMap::new();
    for (item, piece) in resolution.items.iter_mut().zip(pieces) {
        let (Meant::New(place), Some(birth)) = (&item.person, piece.entry.birth) else { continue };
        let place = *place;
        let own = *of_birth.entry((place, birth)).or_insert_with(|| {
            let new = &mut resolution.new_persons[place];
            if new.birth.is_none() {
                new.birth = Some(birth);
                return place;
            }
            let twin = renmian_domain::NewPerson { birth: Some(birth), ..new.clone() };
            resolution.new_persons.push(twin);
            resolution.new_persons.len() - 1
        });
        item.person = Meant::New(own);
    }
}

fn opening(piece: &Piece<'_>, held_on: NaiveDate) -> OpeningEntry {
    let note = piece.entry.note.as_deref().unwrap_or_default();
    OpeningEntry {
        held_on,
        since: piece.entry.since,
        by: piece.entry.order.clone(),
        concurrent: piece.post.concurrent || note.contains('兼'),
        acting: piece.post.acting || note.split(['；', '，', '、', ';', ',']).any(|word| word.trim() == "代"),
        secondment: note.contains("挂职"),
    }
}

/// The rows as items of a draft, so that persons, units and posts are found by the same rules as in a paper.
fn as_draft(pieces: &[Piece<'_>], day: PartialDate) -> Draft {
    let items = pieces.iter().map(|piece| {
        let entry = piece.entry;
        let item = Item {
            person: Person { name: entry.name.clone(), gender: entry.gender, ethnicity: entry.ethnicity.clone() },
            kind: ItemKind::Appoint,
            post: Post { organisation: piece.post.organisation.clone(), title: piece.post.title.clone() },
            concurrent: false,
            acting: false,
            secondment: false,
            probation_months: None,
            term_months: None,
            effective_on: entry.since,
            note: None,
            certain: true,
            basis: None,
            source: Span::new(0, 0),
        };
        DraftItem { post: piece.post.posts.first().map_or(Choice::ByName, |id| Choice::Known(*id)), ..item.into() }
    });
    Draft {
        text: String::new(),
        file: None,
        subject: Subject::Personnel,
        number: None,
        title: None,
        issuer: None,
        issued_on: Some(day),
        decided_by: None,
        decided_on: None,
        items: items.collect(),
        reading_findings: Vec::new(),
        accepted: Vec::new(),
        correction: None,
    }
}
