//! 花名册 out, 期初 in.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;
use renmian_domain::{Draft, Item, ItemKind, Person, Post, Span, Subject};
use renmian_forms::Limits;
use renmian_forms::roster::{Column, ColumnKind, RosterEntries, RosterEntry, RosterRow as SheetRow, RosterSheet};
use renmian_store::{OpeningEntry, Operation};

use crate::ApiError;
use crate::roster::{cell, heading, people, roster};
use crate::session::Session;
use crate::types::*;

impl Session {
    pub fn roster(&self, request: RosterQuery) -> Result<Roster, ApiError> {
        self.at(&request.at, |view, day| roster(view, &request, day))
    }

    pub fn export_roster(&self, request: ExportRoster) -> Result<FileAnswer, ApiError> {
        let shown = self.roster(request.query)?;
        let name = |ending: &str| format!("{} {}.{ending}", shown.heading, shown.on.dotted());
        Ok(match request.format {
            RosterFormat::Xlsx => super::file_answer(
                name("xlsx"),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                &renmian_forms::roster::to_xlsx(&sheet(&shown))?,
            ),
            RosterFormat::Csv => {
                super::file_answer(name("csv"), "text/csv", &renmian_forms::roster::to_csv(&sheet(&shown))?)
            }
            RosterFormat::Json => {
                let text = serde_json::to_vec_pretty(&shown).map_err(|_| ApiError::refused("unexpected"))?;
                super::file_answer(name("json"), "application/json", &text)
            }
        })
    }

    pub fn import_roster(&self, request: ImportRoster) -> Result<ImportAnswer, ApiError> {
        let bytes = STANDARD.decode(&request.content).map_err(|_| ApiError::usage("bad-request"))?;
        let table = renmian_forms::roster::read_table(&request.name, &bytes, &Limits::default())?;
        let rows = RosterEntries::of(&table);
        let now = self.now();
        let held = request.held_on.or(rows.as_of);
        let held_on = held.map_or(now.today, |day| day.latest());
        let mut left: Vec<LeftRow> = rows
            .unused
            .iter()
            .map(|row| LeftRow { row: row.row, reason: row.reason.key().to_owned(), cell: String::new() })
            .collect();
        self.with(|open| {
            let view = open.view(None)?;
            let all = crate::enter::assume(&view, as_draft(&rows.entries, held_on));
            let meant = renmian_rules::resolve(&view.facts, &all).items;
            let kept: Vec<usize> =
                (0..rows.entries.len()).filter(|place| !crate::enter::holds(&view, &meant[*place], held_on)).collect();
            let known = (rows.entries.len() - kept.len()) as u32;
            // Only what is kept may make new persons, units and posts.
            let draft = Draft { items: kept.iter().map(|place| all.items[*place].clone()).collect(), ..all };
            let resolution = renmian_rules::resolve(&view.facts, &draft);
            let entries: Vec<OpeningEntry> = kept.iter().map(|place| opening(&rows.entries[*place], held_on)).collect();
            for entry in &rows.entries {
                left.extend(entry.doubts.iter().map(|doubt| LeftRow {
                    row: entry.row,
                    reason: "import.date-doubtful".to_owned(),
                    cell: format!("{}：{}", doubt.title, doubt.text),
                }));
            }
            let recorded = entries.len() as u32;
            if !request.try_only && recorded > 0 {
                let operation = Operation::RecordOpenings { entries, resolution };
                open.register.transact(operation, now.moment, self.actor())?;
            }
            left.sort_by_key(|row| row.row);
            Ok(ImportAnswer { held_on: renmian_domain::PartialDate::day(held_on), recorded, known, left })
        })
    }
}

fn opening(entry: &RosterEntry, held_on: NaiveDate) -> OpeningEntry {
    let note = entry.note.as_deref().unwrap_or_default();
    OpeningEntry {
        held_on,
        since: entry.since,
        by: entry.order.clone(),
        concurrent: note.contains('兼'),
        acting: note.contains('代'),
        secondment: note.contains("挂职"),
    }
}

/// The rows as items of a draft, so that persons, units and posts are found by the same rules as in a paper.
fn as_draft(entries: &[RosterEntry], held_on: NaiveDate) -> Draft {
    let day = Some(renmian_domain::PartialDate::day(held_on));
    let items = entries.iter().map(|entry| {
        let item = Item {
            person: Person { name: entry.name.clone(), gender: entry.gender, ethnicity: entry.ethnicity.clone() },
            kind: ItemKind::Appoint,
            post: Post { organisation: entry.unit.clone(), title: entry.post.clone() },
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
        item.into()
    });
    Draft {
        text: String::new(),
        file: None,
        subject: Subject::Personnel,
        number: None,
        title: None,
        issuer: None,
        issued_on: day,
        decided_by: None,
        decided_on: None,
        items: items.collect(),
        reading_findings: Vec::new(),
        accepted: Vec::new(),
    }
}

/// The sheet of a roster, cell by cell what the screen shows.
fn sheet(shown: &Roster) -> RosterSheet {
    let columns = shown
        .columns
        .iter()
        .map(|column| {
            let kind = match column {
                RosterColumn::Serial => ColumnKind::Serial,
                RosterColumn::Organisation => ColumnKind::Unit,
                RosterColumn::Name
                | RosterColumn::Gender
                | RosterColumn::Ethnicity
                | RosterColumn::Birth
                | RosterColumn::Since
                | RosterColumn::ProbationEnds => ColumnKind::Centred,
                RosterColumn::Title | RosterColumn::Order | RosterColumn::Note => ColumnKind::Text,
            };
            Column::new(heading(*column), kind)
        })
        .collect();
    let rows = shown
        .rows
        .iter()
        .enumerate()
        .map(|(place, row)| SheetRow {
            unit: row.organisation.clone().unwrap_or_default(),
            cells: shown.columns.iter().map(|column| cell(row, *column, place + 1)).collect(),
        })
        .collect();
    RosterSheet {
        heading: shown.heading.clone(),
        as_of: format!("截至{}，共{}人{}职", shown.on.sentence(), people(&shown.rows), shown.rows.len()),
        columns,
        rows,
    }
}
