//! Findings: what the clerk is shown before an order is registered. A finding warns; the clerk decides.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Span;

/// What was found. The sentence for each stands in the catalogue under `finding.<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FindingCode {
    /// Text that decides something and was not, or not fully, understood.
    NotUnderstood,
    /// A verb of appointment or dismissal that no item accounts for.
    VerbUnaccounted,
    /// An item that was read by a guess.
    Uncertain,
    /// The title names persons whom the items lack.
    NameOnlyInTitle,
    /// The paper's own count (任12人、免9人) differs from what was read.
    CountMismatch,
    /// The paper has no number, no date or no issuer.
    HeadIncomplete,
    /// The person is not in the register yet.
    PersonNew,
    /// More than one person of this name is known, or one whom the text speaks against.
    PersonNamesake,
    /// Nobody was asked: of a name that the register knows, taken to be the known person.
    PersonTaken,
    /// Nobody was asked: of a name that the register knows, taken to be somebody else.
    PersonSeparate,
    /// The organisation is not in the register yet.
    OrganisationNew,
    /// Not known, but nearly the same as one that is.
    OrganisationSimilar,
    /// The organisation is known, the post is not.
    PostNew,
    /// Not known, but nearly the same as one that is.
    PostSimilar,
    /// A dismissal of a post that the person is not known to hold.
    DismissalWithoutTenure,
    /// The tenure ended that very day by another paper already.
    AlreadyEnded,
    /// A confirmation of a post that the person is not known to hold.
    ConfirmWithoutTenure,
    /// The person holds the post already.
    AlreadyHolds,
    /// More holders than seats after this order.
    PostFull,
    /// A second headship without 兼.
    SecondHeadship,
    /// The number was used before by another paper.
    NumberUsed,
    /// The number leaves a gap in the year's series.
    NumberGap,
    /// The paper is in the register already.
    OrderKnown,
    /// The day lies before an earlier change of the same tenure.
    EarlierChange,
    /// The day from which the item counts is not known.
    DayUnknown,
    /// The organisation no longer exists on that day.
    OrganisationEnded,
    /// The post no longer exists on that day.
    PostEnded,
    /// The same person, post and effect stand twice in the order.
    ItemTwice,
    /// The character is from a private area of the code table and may show as another elsewhere.
    RareCharacter,
}

/// How much a finding asks of the clerk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Good to know: a person, unit or post that will be made.
    Notice,
    /// To be looked at.
    Look,
    /// To be settled before the order can be registered: who is meant is not known.
    Settle,
}

impl FindingCode {
    /// How much it asks of the clerk.
    pub fn weight(self) -> Weight {
        match self {
            Self::PersonNew | Self::OrganisationNew | Self::PostNew | Self::NumberGap | Self::RareCharacter => {
                Weight::Notice
            }
            Self::PersonNamesake | Self::OrderKnown => Weight::Settle,
            Self::NotUnderstood
            | Self::VerbUnaccounted
            | Self::Uncertain
            | Self::NameOnlyInTitle
            | Self::CountMismatch
            | Self::HeadIncomplete
            | Self::PersonTaken
            | Self::PersonSeparate
            | Self::OrganisationSimilar
            | Self::PostSimilar
            | Self::DismissalWithoutTenure
            | Self::AlreadyEnded
            | Self::ConfirmWithoutTenure
            | Self::AlreadyHolds
            | Self::PostFull
            | Self::SecondHeadship
            | Self::NumberUsed
            | Self::EarlierChange
            | Self::DayUnknown
            | Self::OrganisationEnded
            | Self::PostEnded
            | Self::ItemTwice => Weight::Look,
        }
    }

    /// The code as it is written in JSON and as a key of the catalogue.
    pub fn key(self) -> String {
        // A unit variant always serialises to its name.
        serde_json::to_value(self).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

/// One finding: what, where in the text, of which item, and the words that its sentence needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// What was found.
    pub code: FindingCode,
    /// Where in the text; `None` where it speaks of the register and not of a place in the text.
    pub source: Option<Span>,
    /// Which item of the paper, counted from 0.
    pub item: Option<usize>,
    /// The words for its sentence: `{name}` in the catalogue stands for `data["name"]`.
    pub data: BTreeMap<String, String>,
}

impl Finding {
    /// A finding without place, item or words.
    pub fn new(code: FindingCode) -> Self {
        Self { code, source: None, item: None, data: BTreeMap::new() }
    }

    /// At this place of the text.
    pub fn at(mut self, source: Span) -> Self {
        self.source = Some(source);
        self
    }

    /// Of this item, counted from 0.
    pub fn of(mut self, item: usize) -> Self {
        self.item = Some(item);
        self
    }

    /// With a word for its sentence.
    pub fn with(mut self, key: &str, value: impl Into<String>) -> Self {
        self.data.insert(key.to_owned(), value.into());
        self
    }
}
