//! 登记: papers in, drafts on the desk, recording.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use renmian_domain::say::Language;
use renmian_domain::{Cuts, Draft, DraftId, Weight};
use renmian_forms::Limits;
use renmian_store::{DraftHead, Register};

use crate::ApiError;
use crate::session::{Open, Session, known};
use crate::sheet::{against, check, sheet};
use crate::source::Source;
use crate::tasks::Task;
use crate::types::*;
use crate::view::View;

impl Session {
    pub fn read_text(&self, request: ReadText) -> Result<ReadAnswer, ApiError> {
        let text = request.text.replace("\r\n", "\n").replace('\r', "\n");
        if text.trim().is_empty() {
            return Err(ApiError::refused("paper-empty"));
        }
        if text.chars().count() > Limits::default().text_chars {
            return Err(ApiError::refused("paper-beyond-limits"));
        }
        self.lay_on_desk(None, &Source::pasted(text), request.groups, &Task::default())
    }

    pub fn read_file(&self, request: ReadFile) -> Result<ReadAnswer, ApiError> {
        let bytes = STANDARD.decode(&request.content).map_err(|_| ApiError::usage("bad-request"))?;
        self.tasks.run(request.task.as_deref(), |task| {
            let source = Source::of_file(&request.name, &bytes, task)?;
            self.lay_on_desk(Some((&request.name, &bytes)), &source, request.groups, task)
        })
    }

    fn lay_on_desk(
        &self,
        original: Option<(&str, &[u8])>,
        source: &Source,
        groups: bool,
        task: &Task,
    ) -> Result<ReadAnswer, ApiError> {
        let view = self.with(|open| open.view(None))?;
        let papers = crate::enter::read(source, groups, Some(&view), task)?;
        let moment = self.now().moment;
        task.expect(Steps::Drafts, papers.len());
        let drafts = self.with(|open| {
            // All of them or, where the clerk stops the work, none.
            open.register.together(|register| {
                let (mut text, mut lines) = (Cuts::of(&source.text), Vec::new());
                for paper in papers {
                    let draft = Draft::of(paper, &mut text, original.map(|(name, _)| name));
                    let laid = register.lay_draft(draft, moment)?;
                    lines.push(draft_line(register, &view, laid)?);
                    task.step()?;
                }
                if let Some((_, bytes)) = original {
                    let ids: Vec<DraftId> = lines.iter().map(|line| line.id).collect();
                    register.keep_original(&ids, bytes)?;
                }
                Ok::<_, ApiError>(lines)
            })
        })?;
        Ok(ReadAnswer {
            drafts,
            characters: source.text.chars().count() as u32,
            notes: source.notes.iter().map(|note| note.sentence(Language::Chinese)).collect(),
        })
    }

    pub fn desk(&self, _: Nothing) -> Result<Desk, ApiError> {
        self.with(|open| {
            let view = open.view(None)?;
            Ok(Desk { drafts: desk_lines(open, &view)? })
        })
    }

    pub fn draft(&self, request: DraftRef) -> Result<DraftSheet, ApiError> {
        let today = self.now().today;
        self.with(|open| {
            let view = open.view(None)?;
            let draft = open.register.draft(request.id)?;
            let view = against(&view, &draft);
            let checked = check(&view, &draft, known(&open.register, &draft)?);
            Ok(sheet(&view, request.id, draft, &checked, today))
        })
    }

    pub fn save_draft(&self, request: SaveDraft) -> Result<DraftSheet, ApiError> {
        let moment = self.now().moment;
        self.with(|open| Ok(open.register.save_draft(request.id, &request.draft, moment)?))?;
        self.draft(DraftRef { id: request.id })
    }

    pub fn drop_draft(&self, request: DraftRef) -> Result<Desk, ApiError> {
        self.with(|open| Ok(open.register.drop_draft(request.id)?))?;
        self.desk(Nothing {})
    }

    pub fn record_draft(&self, request: DraftRef) -> Result<Recorded, ApiError> {
        let shown = self.draft(request)?;
        if !shown.recordable {
            let code = if shown.draft.items.is_empty() { "draft-empty" } else { "draft-unsettled" };
            return Err(ApiError::refused(code));
        }
        let moment = self.now().moment;
        let recorded = self.with(|open| {
            let view = open.view(None)?;
            let draft = open.register.draft(request.id)?;
            let view = against(&view, &draft);
            crate::enter::record(open, &view, request.id, draft, moment, self.actor())
        })?;
        let next = self.desk(Nothing {})?.drafts.first().map(|line| line.id);
        Ok(Recorded { next, ..recorded })
    }
}

fn desk_lines(open: &Open, view: &Arc<View>) -> Result<Vec<DraftLine>, ApiError> {
    open.register.drafts()?.into_iter().map(|head| draft_line(&open.register, view, head)).collect()
}

fn draft_line(register: &Register, view: &Arc<View>, head: DraftHead) -> Result<DraftLine, ApiError> {
    let draft = head.draft;
    let checked = check(&against(view, &draft), &draft, known(register, &draft)?);
    let waits = checked.findings.iter().filter(|finding| {
        finding.code.weight() != Weight::Notice && !draft.accepted.iter().any(|mark| mark.fits(finding))
    });
    Ok(DraftLine {
        id: head.id,
        appoints: draft.items.iter().filter(|item| item.item.kind.opens()).count() as u32,
        dismisses: draft.items.iter().filter(|item| item.item.kind.closes()).count() as u32,
        open_findings: waits.count() as u32,
        touched_at: head.updated_at,
        correction: draft.correction.is_some(),
        number: draft.number.map(|number| number.text),
        title: draft.title,
        issued_on: draft.issued_on,
        file: draft.file,
    })
}
