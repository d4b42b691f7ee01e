//! What the clerk sees before a draft is registered: findings, and what each item will do.
//!
//! A family of findings a module. A finding warns and the clerk decides; nothing here refuses anything.

mod head;
mod meaning;
mod outlook;
mod reading;
mod seats;
mod tenures;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod laws;

use renmian_domain::{Draft, Effect, Facts, Finding, History, Resolution, Span};

use crate::register::Register;
use outlook::Outlook;

pub use outlook::held_before;
pub(crate) use seats::surely_holds;

/// What the clerk should see before the draft is registered, in the order of the text, and what each item will do.
///
/// `history` is what follows from `facts`, `resolution` what [`crate::resolve()`] says of the draft. The effects stand
/// one for each item, as the history will show them once the order is among the facts.
pub fn check(facts: &Facts, history: &History, draft: &Draft, resolution: &Resolution) -> (Vec<Finding>, Vec<Effect>) {
    let register = Register::for_draft(facts, draft);
    check_in(&register, history, draft, resolution)
}

/// The same, with the facts made ready already.
pub fn check_in(
    register: &Register<'_>,
    history: &History,
    draft: &Draft,
    resolution: &Resolution,
) -> (Vec<Finding>, Vec<Effect>) {
    let desk = Desk { register, history, draft, resolution };
    let outlook = Outlook::of(&desk);
    let mut findings = reading::findings(draft);
    findings.extend(head::findings(&desk));
    findings.extend(meaning::findings(&desk));
    findings.extend(tenures::findings(&desk, &outlook));
    findings.extend(seats::findings(&desk, &outlook));
    sort(&mut findings, draft);
    (findings, outlook.effects)
}

/// What a check looks at.
struct Desk<'a> {
    register: &'a Register<'a>,
    history: &'a History,
    draft: &'a Draft,
    resolution: &'a Resolution,
}

impl Desk<'_> {
    /// A finding of one item, at its clause.
    fn finding_of(&self, index: usize, code: renmian_domain::FindingCode) -> Finding {
        let finding = Finding::new(code).of(index);
        match self.draft.items.get(index).map(|item| item.item.source) {
            Some(source) if source.start < source.end => finding.at(source),
            Some(_) | None => finding,
        }
    }

    /// The post of an item as sentences name it.
    fn post_name(&self, index: usize) -> String {
        if let Some(renmian_domain::Meant::Known(id)) = self.resolution.items.get(index).map(|item| &item.post) {
            return self.register.post_name(*id);
        }
        let post = self.draft.items.get(index).map(|item| &item.item.post);
        post.map_or_else(String::new, |post| {
            format!("{}{}", post.organisation.as_deref().unwrap_or_default(), post.title)
        })
    }
}

/// By place in the text (what speaks of the whole paper first), then by weight, the gravest first.
fn sort(findings: &mut [Finding], draft: &Draft) {
    let place = |finding: &Finding| -> Option<Span> {
        let of_item = || finding.item.and_then(|index| draft.items.get(index)).map(|item| item.item.source);
        finding.source.or_else(of_item)
    };
    findings
        .sort_by_key(|finding| (place(finding), std::cmp::Reverse(finding.code.weight()), finding.item, finding.code));
}
