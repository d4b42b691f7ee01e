//! A paper on the clerk's desk: what was read, what the clerk changed, whom and which posts are meant.
//! Nothing here is recorded; a draft becomes an order when it is registered.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    DocumentNumber, Finding, FindingCode, Item, ItemKind, OrderId, OrganisationId, Paper, PartialDate, PersonId,
    PostId, Span, Subject,
};

/// Who or what of the register is meant by a printed name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "take", content = "id")]
pub enum Choice<Id> {
    /// By the name, where it leaves no doubt.
    #[default]
    ByName,
    /// This one, the clerk says.
    Known(Id),
    /// A new one, the clerk says, whatever it is called.
    New,
}

/// One item of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftItem {
    /// As it was read, or as the clerk has edited it.
    pub item: Item,
    /// Who is meant.
    pub person: Choice<PersonId>,
    /// Which organisation is meant. Of two items with the same printed name the first that chooses decides.
    pub organisation: Choice<OrganisationId>,
    /// Which post of it is meant.
    pub post: Choice<PostId>,
    /// For an ending without a known tenure: since when the post was held, as far as the clerk knows.
    pub held_since: Option<PartialDate>,
    /// Whether the clerk changed the item or added it.
    pub edited: bool,
}

impl From<Item> for DraftItem {
    fn from(item: Item) -> Self {
        Self {
            item,
            person: Choice::ByName,
            organisation: Choice::ByName,
            post: Choice::ByName,
            held_since: None,
            edited: false,
        }
    }
}

/// Which finding the clerk has seen and let stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FindingMark {
    /// Its code.
    pub code: FindingCode,
    /// Its item, counted from 0.
    pub item: Option<usize>,
    /// Its place in the text.
    pub source: Option<Span>,
}

impl FindingMark {
    /// Whether the mark is for this finding.
    pub fn fits(&self, finding: &Finding) -> bool {
        self.code == finding.code && self.item == finding.item && self.source == finding.source
    }
}

/// A paper on the desk. All spans count in `text`, which holds this paper alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Draft {
    /// The text of this paper.
    pub text: String,
    /// The name of the file that it came from.
    pub file: Option<String>,
    /// What it is about.
    pub subject: Subject,
    /// 发文字号.
    pub number: Option<DocumentNumber>,
    /// 标题.
    pub title: Option<String>,
    /// 发文机关.
    pub issuer: Option<String>,
    /// 成文日期.
    pub issued_on: Option<PartialDate>,
    /// 决定机关.
    pub decided_by: Option<String>,
    /// 决定日期.
    pub decided_on: Option<PartialDate>,
    /// 任免事项.
    pub items: Vec<DraftItem>,
    /// What the reading found; what the register has to say is found anew at each check.
    pub reading_findings: Vec<Finding>,
    /// Findings that the clerk has seen and let stand; also clauses marked as no appointment.
    pub accepted: Vec<FindingMark>,
    /// Where the paper is read anew because its entry in the register is wrong.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub correction: Option<Correction>,
}

/// 更正: which entry is wrong, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Correction {
    /// The entry in whose place the paper comes.
    pub order: OrderId,
    /// Why, in the clerk's words; empty until said.
    pub why: String,
}

/// A text from which paper after paper is cut. Each cut goes on from the one before, so that a gazette of thousands of
/// papers is gone through once.
#[derive(Debug, Clone)]
pub struct Cuts<'t> {
    text: &'t str,
    /// Where the last cut began, in characters and in bytes.
    at: (usize, usize),
}

impl<'t> Cuts<'t> {
    /// Nothing cut yet.
    pub fn of(text: &'t str) -> Self {
        Self { text, at: (0, 0) }
    }

    /// A stretch of the text, as far as it goes.
    pub fn cut(&mut self, span: Span) -> &'t str {
        let (characters, bytes) = if self.at.0 <= span.start { self.at } else { (0, 0) };
        let from = self.behind(bytes, span.start - characters);
        self.at = (span.start, from);
        let to = self.behind(from, span.end.saturating_sub(span.start));
        self.text.get(from..to).unwrap_or_default()
    }

    /// The byte so many characters behind another.
    fn behind(&self, from: usize, characters: usize) -> usize {
        let rest = self.text.get(from..).unwrap_or_default();
        rest.char_indices().nth(characters).map_or(self.text.len(), |(at, _)| from + at)
    }
}

impl Draft {
    /// A draft of one paper of a text, its spans counted from the paper's own start.
    pub fn of(paper: Paper, text: &mut Cuts<'_>, file: Option<&str>) -> Self {
        let base = paper.extent.start;
        let own = text.cut(paper.extent).to_owned();
        let move_back = |span: Span| Span::new(span.start.saturating_sub(base), span.end.saturating_sub(base));
        Self {
            text: own,
            file: file.map(str::to_owned),
            subject: paper.subject,
            number: paper.number,
            title: paper.title,
            issuer: paper.issuer,
            issued_on: paper.issued_on,
            decided_by: paper.decided_by,
            decided_on: paper.decided_on,
            items: paper.items.into_iter().map(|item| Item { source: move_back(item.source), ..item }.into()).collect(),
            reading_findings: paper
                .findings
                .into_iter()
                .map(|finding| Finding { source: finding.source.map(move_back), ..finding })
                .collect(),
            accepted: Vec::new(),
            correction: None,
        }
    }

    /// The day from which an item of this paper counts: its own, else the decision's, else the paper's (rule 3). The
    /// day that a confirmation names is the start of what it confirms, so it counts from its paper.
    pub fn counts_from(&self, item: &Item) -> Option<PartialDate> {
        let paper = self.decided_on.or(self.issued_on);
        if item.kind == ItemKind::Confirm { paper.or(item.effective_on) } else { item.effective_on.or(paper) }
    }
}

/// What one item will do once the order is registered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "does")]
pub enum Effect {
    /// Opens a tenure.
    Opens,
    /// Closes the tenure that has run since then.
    Closes {
        /// Since when; `None` where its start is not known.
        since: Option<PartialDate>,
    },
    /// Shows a tenure with an unknown start that ends on the day (rule 5).
    ClosesUnknown,
    /// Settles the probation of the tenure.
    Confirms {
        /// Since when; `None` where its start is not known.
        since: Option<PartialDate>,
    },
    /// Changes nothing: the post is held already, or the item only nominates.
    Nothing,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_are_cut_by_characters_in_any_order_and_as_far_as_the_text_goes() {
        let mut text = Cuts::of("任命甲。\n免去𠮷职。");
        let mut cut = |start, end| text.cut(Span::new(start, end));
        assert_eq!(cut(0, 3), "任命甲");
        assert_eq!(cut(5, 8), "免去𠮷");
        assert_eq!(cut(5, 9), "免去𠮷职");
        assert_eq!(cut(2, 4), "甲。");
        assert_eq!(cut(8, 99), "职。");
        assert_eq!(cut(99, 120), "");
        assert_eq!(cut(0, 2), "任命");
    }
}
