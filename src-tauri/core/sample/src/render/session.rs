//! Papers of people's congresses: lists passed in session, resignations accepted, and elections made known.

use renmian_domain::{ItemKind, PartialDate};

use super::{Writer, number};
use crate::message::{Change, Message};
use crate::style::chinese;

/// 青云县第十六届人民代表大会第三次会议.
pub(super) fn congress(message: &Message, (term, session): (u32, u32)) -> String {
    let place = message.issuer.name.trim_end_matches("人民代表大会");
    format!("{place}第{}届人民代表大会第{}次会议", chinese(term), chinese(session))
}

impl Writer<'_> {
    /// 青云县人民代表大会常务委员会任免名单.
    pub(super) fn standing(&mut self) {
        let message = self.message;
        let (term, session) = message.session.unwrap_or((1, 1));
        let place = message.issuer.name.trim_end_matches("人民代表大会常务委员会");
        let body = format!("{place}第{}届人民代表大会常务委员会", chinese(term));
        let takes = message.changes.iter().any(|change| !change.takes.is_empty());
        let leaves = message.changes.iter().any(|change| !change.leaves.is_empty());
        let list = match (takes, leaves) {
            (true, false) => "任命名单",
            (false, true) => "免职名单",
            _ => "任免名单",
        };
        let spaced: String = list.chars().flat_map(|c| [c, ' ']).collect();
        let printed = if self.chance.percent(30) { spaced.trim_end().to_owned() } else { list.to_owned() };
        self.page.put(&format!("{}\n{printed}\n", message.issuer.name));
        self.title = Some(format!("{}{list}", message.issuer.name));
        self.decided_by = Some(body.clone());
        if message.number.is_some() {
            let words = number(message, self.style);
            self.page.put(&format!("\n{words}\n"));
        }
        let day = PartialDate::day(message.issued_on).sentence();
        self.page.put(&format!("\n（{day}{body}第{}次会议通过）\n\n", chinese(session)));
        self.resignations();
        if message
            .changes
            .iter()
            .any(|change| change.leaving != ItemKind::AcceptResignation || !change.takes.is_empty())
        {
            let words = self.chance.one(&[["任命", "免去"], ["决定任命", "决定免去"]]);
            self.headed_lists(words);
        }
    }

    /// 接受甲辞去…职务, a paragraph each.
    fn resignations(&mut self) {
        for (at, change) in self.message.changes.iter().enumerate() {
            if change.leaving != ItemKind::AcceptResignation || change.leaves.is_empty() {
                continue;
            }
            let start = self.paragraph();
            let sentence = self.begin_sentence();
            self.resignation(at, change);
            self.page.put("。");
            self.end_sentence(sentence);
            self.end_paragraph(start);
        }
    }

    fn resignation(&mut self, at: usize, change: &Change) {
        let names = self.names(&change.people, self.style.comrade);
        let verb = self.chance.pick(&["接受", "决定接受", "同意"]);
        self.page.put(&format!("{verb}{names}辞去"));
        let titles = self.offices(&change.leaves);
        self.page.put("职务");
        self.expect(at, change, change.leaving, &change.leaves, &titles);
    }

    /// 某县第十六届人民代表大会第三次会议公告.
    pub(super) fn congress(&mut self) {
        let message = self.message;
        let (term, session) = message.session.unwrap_or((1, 1));
        let meeting = congress(message, (term, session));
        self.page.put(&format!("{meeting}\n公　告\n"));
        self.title = Some(format!("{meeting}公告"));
        let place = message.issuer.name.trim_end_matches("人民代表大会");
        self.decided_by = Some(format!("{place}第{}届人民代表大会", chinese(term)));
        if message.number.is_some() {
            let words = number(message, self.style);
            self.page.put(&format!("\n{words}\n"));
        }
        self.page.line();
        let day = PartialDate::day(message.issued_on).sentence();
        let elects = message.changes.iter().any(|change| !change.takes.is_empty());
        if !elects {
            self.say(&format!("{meeting}于{day}决定："));
        }
        self.resignations();
        let elected: Vec<(usize, &Change)> =
            message.changes.iter().enumerate().filter(|(_, change)| !change.takes.is_empty()).collect();
        if !elected.is_empty() {
            self.say(&format!("{meeting}于{day}选举："));
        }
        let last = elected.len().saturating_sub(1);
        for (n, (at, change)) in elected.into_iter().enumerate() {
            let start = self.paragraph();
            let sentence = self.begin_sentence();
            let names = self.names(&change.people, self.style.comrade);
            self.page.put(&format!("{names}为"));
            let titles = self.offices(&change.takes);
            self.expect(at, change, change.taking, &change.takes, &titles);
            self.page.put(if n == last { "。" } else { "；" });
            self.end_sentence(sentence);
            self.end_paragraph(start);
        }
        self.say("现予公告。");
        self.page.put(&format!("\n{meeting}主席团\n{day}\n"));
    }
}
