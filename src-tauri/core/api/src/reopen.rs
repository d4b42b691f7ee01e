//! The paper of a registered order on the desk again: as it was recorded, whom and what the clerk meant included, or
//! read anew from its text.

use renmian_domain::{Choice, Cuts, Draft, DraftItem, FindingMark, OrderId, OrderRecord, Paper};

use crate::ApiError;
use crate::enter::read;
use crate::session::Open;
use crate::source::Source;
use crate::tasks::Task;
use crate::view::View;

/// The draft of an order in force.
///
/// # Errors
/// `no-order` where its text, read anew, holds none.
pub(crate) fn draft(open: &Open, view: &View, order: OrderId, anew: bool) -> Result<Draft, ApiError> {
    let record = open.register.order(order, None)?;
    let file = open.register.originals(order)?.into_iter().next().map(|head| head.name);
    let source = Source::pasted(record.text.clone());
    let paper = same_paper(read(&source, true, Some(view), &Task::default())?, &record);
    let reread = paper.map(|paper| Draft::of(paper, &mut Cuts::of(&record.text), file.as_deref()));
    if anew {
        return reread.ok_or_else(|| ApiError::refused("no-order"));
    }
    as_recorded(open, view, record, file, reread)
}

/// Of what a text is read as, the paper that was recorded.
fn same_paper(mut papers: Vec<Paper>, record: &OrderRecord) -> Option<Paper> {
    let key = record.head.number.as_ref().map(renmian_domain::DocumentNumber::key);
    let same = papers.iter().position(|paper| paper.number.as_ref().map(|number| number.key()) == key);
    match (same, papers.len()) {
        (Some(place), _) => Some(papers.swap_remove(place)),
        (None, 1) => papers.pop(),
        (None, _) => None,
    }
}

fn as_recorded(
    open: &Open,
    view: &View,
    record: OrderRecord,
    file: Option<String>,
    reread: Option<Draft>,
) -> Result<Draft, ApiError> {
    let head = record.head;
    let findings = open.register.findings(head.id)?;
    // As they stand: whom an item means can have become another by a merging or a splitting of persons.
    let items: Vec<DraftItem> = view
        .items_of(head.id)
        .into_iter()
        .map(|row| DraftItem {
            item: row.item.clone(),
            person: Choice::Known(row.person),
            organisation: view
                .post(row.post)
                .ok()
                .and_then(|post| post.organisation)
                .map_or(Choice::ByName, Choice::Known),
            post: Choice::Known(row.post),
            held_since: view
                .facts
                .openings
                .iter()
                .find(|opening| opening.act == head.act && opening.person == row.person && opening.post == row.post)
                .and_then(|opening| opening.since),
            edited: false,
        })
        .collect();
    // What the reading says of items holds only where the clerk left them as they were read.
    let as_read = reread.as_ref().is_some_and(|draft| {
        draft.items.len() == items.len()
            && draft.items.iter().zip(&items).all(|(read, kept)| read.item.source == kept.item.source)
    });
    let said = reread.map(|draft| draft.reading_findings).unwrap_or_default();
    Ok(Draft {
        text: record.text,
        file,
        subject: head.subject,
        number: head.number,
        title: head.title,
        issuer: head.issuer,
        issued_on: head.issued_on,
        decided_by: head.decided_by,
        decided_on: head.decided_on,
        items,
        reading_findings: said.into_iter().filter(|finding| as_read || finding.item.is_none()).collect(),
        accepted: findings
            .into_iter()
            .map(|finding| FindingMark { code: finding.code, item: finding.item, source: finding.source })
            .collect(),
        correction: None,
    })
}
