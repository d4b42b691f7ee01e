//! The county's papers: numbers in their series, and the habits of each body's typists, which change over the years.

use std::collections::BTreeMap;

use chrono::Datelike;
use renmian_domain::{ItemKind, Subject};

use super::SamplePaper;
use super::offices::Draft;
use crate::Chance;
use crate::message::{Message, Voice};
use crate::render::render;
use crate::style::{Counter, DateForm, Form, Signature, Style};

/// Words every draft, by date; serials run without a gap but for a few that the county lost.
pub(super) fn write(mut drafts: Vec<Draft>, chance: &mut Chance) -> Vec<SamplePaper> {
    drafts.sort_by_key(|draft| draft.message.issued_on);
    let mut serials: BTreeMap<(String, i32), u32> = BTreeMap::new();
    let mut lost = 0;
    let mut papers = Vec::new();
    for (n, mut draft) in drafts.into_iter().enumerate() {
        if let Some((code, year, serial)) = &mut draft.message.number {
            let last = serials.entry((code.clone(), *year)).or_default();
            *last += 1;
            if lost < 2 && *last > 1 && n % 61 == 60 {
                lost += 1;
                *last += 1;
            }
            *serial = *last;
        }
        let style = habits(&draft.message, chance);
        let made = render(&draft.message, &style, chance);
        let number = match &draft.message.number {
            Some((code, year, serial)) => format!("{code}〔{year}〕{serial}号"),
            None => format!("{n:03}"),
        };
        papers.push(SamplePaper {
            file_name: number,
            who: made.origins.iter().map(|(change, _)| draft.who[*change]).collect(),
            text: made.text,
            paper: made.paper,
        });
    }
    papers
}

/// How a body's papers looked in that year.
fn habits(message: &Message, chance: &mut Chance) -> Style {
    let year = message.issued_on.year();
    let old = year < 2012;
    let form = match (message.issuer.voice, year) {
        (Voice::Government, ..=2011) => Form::Headed,
        (Voice::Government, 2012..=2018) => Form::VerbFirst,
        (Voice::Government, _) => Form::PersonFirst,
        (Voice::Bureau, _) => Form::Engaged,
        (Voice::Party, _) => Form::PersonFirst,
        (Voice::Standing | Voice::Congress, _) => Form::Headed,
    };
    // Nominations and secondments need a sentence.
    let sentence = message.changes.iter().any(|change| !change.nominates.is_empty() || change.secondment);
    let government = message.issuer.voice == Voice::Government;
    let form = if form == Form::Headed && sentence && government {
        Form::VerbFirst
    } else if form == Form::PersonFirst && !sentence && government && chance.percent(12) {
        Form::Table
    } else {
        form
    };
    let confirms = message.changes.iter().all(|change| change.taking == ItemKind::Confirm);
    Style {
        form,
        comrade: message.issuer.voice != Voice::Standing && (message.issuer.voice == Voice::Party || year >= 2019),
        possessive: matches!(form, Form::Headed | Form::VerbFirst),
        no_longer: message.issuer.voice == Voice::Party && chance.percent(8),
        running: form != Form::Table && !confirms && message.changes.len() < 4 && chance.percent(10),
        indent: "　　",
        gap: match (message.issuer.voice, year % 3) {
            (Voice::Standing | Voice::Congress, _) => "　",
            (Voice::Party, 0) => " ",
            _ if message.subject == Subject::Group => "　",
            _ => "",
        },
        pause: "",
        half_brackets: old && message.issuer.voice == Voice::Bureau,
        number_brackets: match (old, message.issuer.voice) {
            (true, Voice::Bureau) => ('[', ']'),
            (true, Voice::Government) => ('（', '）'),
            _ => ('〔', '〕'),
        },
        wide_number: false,
        ordinal: false,
        date: if year < 2013 { DateForm::Chinese } else { DateForm::Arabic },
        wrap: (year % 5 == 0 && form != Form::Table).then_some(28),
        counter: match (message.issuer.voice, year % 4) {
            (Voice::Bureau, _) => Counter::Chinese,
            (Voice::Government, 3) if form != Form::Headed => Counter::Arabic,
            _ => Counter::None,
        },
        airy: year >= 2020 && message.issuer.voice == Voice::Government,
        title_issuer: message.issuer.voice != Voice::Bureau,
        title_broken: true,
        title_bold: false,
        red_head: message.issuer.voice == Voice::Party && chance.percent(30),
        number_first: message.issuer.voice != Voice::Party,
        signature: if old && message.issuer.voice == Voice::Government {
            Signature::DateOnly
        } else {
            Signature::IssuerDate
        },
        common_footer: message.issuer.voice == Voice::Bureau || chance.percent(25),
        trailer: chance.percent(20),
    }
}
