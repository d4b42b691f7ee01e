//! Papers that name people in columns or in a table with a row each.

use renmian_domain::{Gender, Person};

use super::{Writer, marked};
use crate::message::{Change, Office};
use crate::style::months;

impl Writer<'_> {
    /// What stands in brackets behind a name where the line leaves no other place for it.
    pub(super) fn marks_with(&self, person: &Person, change: &Change, office: &Office) -> String {
        let mut words = Vec::new();
        if person.gender == Some(Gender::Female) {
            words.push("女".to_owned());
        }
        words.extend(person.ethnicity.clone());
        if office.concurrent {
            words.push("兼".to_owned());
        }
        if office.acting {
            words.push("代理".to_owned());
        }
        words.extend(office.note.clone());
        words.extend(self.conditions(change));
        if words.is_empty() { String::new() } else { self.style.bracket(&words.join("，")) }
    }

    pub(super) fn conditions(&self, change: &Change) -> Vec<String> {
        let mut words = Vec::new();
        if change.secondment {
            words.push(match change.term {
                Some(term) => format!("挂职{}", months(term)),
                None => "挂职".to_owned(),
            });
        }
        if let Some(probation) = change.probation.filter(|_| !self.common_probation()) {
            words.push(format!("试用期{}", months(probation)));
        }
        if let Some(term) = change.term.filter(|_| !change.secondment && !self.common_term()) {
            words.push(format!("聘期{}", months(term)));
        }
        words
    }

    /// 任　职 and 免　职 with lines of name and posts.
    pub(super) fn columns(&mut self) {
        let intro = self.resolved().replace("，决定", "决定");
        self.say(&format!("{intro}，现将任免名单公布如下："));
        let changes = &self.message.changes;
        for leaving in [false, true] {
            let of = |change: &Change| if leaving { change.leaves.clone() } else { change.takes.clone() };
            if changes.iter().all(|change| of(change).is_empty()) {
                continue;
            }
            self.page.put(if leaving { "\n免　职\n" } else { "\n任　职\n" });
            for (at, change) in changes.iter().enumerate() {
                let offices = marked(&of(change), false, false);
                if offices.is_empty() {
                    continue;
                }
                for person in &change.people {
                    let alone = Change { people: vec![person.clone()], ..change.clone() };
                    let sentence = self.begin_sentence();
                    let words = format!("{}{}　　", self.name(person), self.marks(person));
                    self.page.put(&words);
                    let titles = self.offices(&offices);
                    let conditions = if leaving { Vec::new() } else { self.conditions(change) };
                    if !conditions.is_empty() {
                        let words = self.style.bracket(&conditions.join("，"));
                        self.page.put(&words);
                    }
                    let kind = if leaving { change.leaving } else { change.taking };
                    self.expect(at, &alone, kind, &of(change), &titles);
                    self.end_sentence(sentence);
                    self.page.line();
                }
            }
        }
    }

    /// 序号 姓名 性别 任职 免职 备注, cells apart by tabs as a table's text is copied.
    pub(super) fn table(&mut self) {
        let intro = self.resolved().replace("，决定", "决定");
        self.say(&format!("{intro}，对下列同志职务进行任免："));
        self.page.put("序号\t姓名\t性别\t任职\t免职\t备注\n");
        let changes = &self.message.changes;
        let mut row = 0;
        for (at, change) in changes.iter().enumerate() {
            for person in &change.people {
                row += 1;
                let alone = Change { people: vec![person.clone()], ..change.clone() };
                let sentence = self.begin_sentence();
                let first = self.items.len();
                let gender = if person.gender == Some(Gender::Female) { "女" } else { "男" };
                let name = self.name(person);
                let ethnicity = match &person.ethnicity {
                    Some(people) => self.style.bracket(people),
                    None => String::new(),
                };
                self.page.put(&format!("{row}\t{name}{ethnicity}\t{gender}\t"));
                if change.takes.is_empty() {
                    self.page.put("——");
                } else {
                    let offices = marked(&change.takes, false, false);
                    let titles = self.offices(&offices);
                    let conditions = self.conditions(change);
                    if !conditions.is_empty() {
                        let words = self.style.bracket(&conditions.join("，"));
                        self.page.put(&words);
                    }
                    self.expect(at, &alone, change.taking, &change.takes, &titles);
                }
                self.page.put("\t");
                if change.leaves.is_empty() {
                    self.page.put("——");
                } else {
                    let titles = self.offices(&change.leaves);
                    self.expect(at, &alone, change.leaving, &change.leaves, &titles);
                }
                self.page.put(&format!("\t{}", change.reason.as_deref().unwrap_or_default()));
                self.end_sentence(sentence);
                self.page.line();
                // A column of the table says the gender of men too.
                for item in &mut self.items[first..] {
                    item.person.gender = person.gender;
                }
            }
        }
    }
}
