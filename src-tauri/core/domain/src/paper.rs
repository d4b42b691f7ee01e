//! A paper as it was read: its head, its items, and what needs the clerk's eye.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{DocumentNumber, Finding, Item, PartialDate};

/// A stretch of a text in Unicode characters from its start, end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Span {
    /// The first character.
    pub start: usize,
    /// The character after the last.
    pub end: usize,
}

impl Span {
    /// From `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Whether the two share a character.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// What a paper is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// Appointments and dismissals.
    Personnel,
    /// 成立、调整 of a leading group or the like: its members are items, the group their organisation.
    Group,
}

/// One order as it was read from a text. All spans count in that text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Paper {
    /// What it is about.
    pub subject: Subject,
    /// 发文字号.
    pub number: Option<DocumentNumber>,
    /// 发文机关.
    pub issuer: Option<String>,
    /// 标题, on one line.
    pub title: Option<String>,
    /// 成文日期.
    pub issued_on: Option<PartialDate>,
    /// 决定机关, without the number of its session.
    pub decided_by: Option<String>,
    /// 决定日期.
    pub decided_on: Option<PartialDate>,
    /// 任免事项 in the order of the text.
    pub items: Vec<Item>,
    /// What needs the clerk's eye.
    pub findings: Vec<Finding>,
    /// Where the paper stands in the text, head and signature included.
    pub extent: Span,
}
