//! 花名册 out.

use renmian_forms::roster::{Column, ColumnKind, RosterRow as SheetRow, RosterSheet};

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
