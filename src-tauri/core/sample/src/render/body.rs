//! Notices of governments, party committees and bureaus that appoint and dismiss in sentences or under headings.

use renmian_domain::{ItemKind, PartialDate};

use super::{Writer, marked};
use crate::message::{Change, Office, Voice};
use crate::style::{Form, months};

impl Writer<'_> {
    pub(super) fn notice(&mut self) {
        let about = self.about();
        self.head(&about);
        if self.message.changes.iter().all(|change| change.taking == ItemKind::Confirm) {
            self.confirmations();
        } else {
            match self.style.form {
                Form::PersonFirst | Form::VerbFirst | Form::Engaged => self.sentences(),
                Form::Headed => self.headed(),
                Form::Columns => self.columns(),
                Form::Table => self.table(),
                Form::PostFirst => self.posts_first(),
            }
            self.footers();
        }
        if self.chance.percent(25) {
            let words = self.chance.pick(&["特此通知。", "请按有关规定办理任免手续。"]);
            self.say(words);
        }
        self.sign();
    }

    fn about(&mut self) -> String {
        let changes = &self.message.changes;
        let names: Vec<String> =
            changes.iter().flat_map(|change| &change.people).map(|person| self.name(person)).collect();
        let takes = changes.iter().any(|change| !change.takes.is_empty());
        let leaves = changes.iter().any(|change| !change.leaves.is_empty());
        let confirms = changes.iter().all(|change| change.taking == ItemKind::Confirm);
        let what = match (takes, leaves, self.style.form) {
            _ if confirms => "试用期满正式任职",
            (true, true, Form::Engaged) => "职务聘任、解聘",
            (true, false, Form::Engaged) => "聘任职务",
            (false, _, Form::Engaged) => "解聘",
            (true, true, _) => self.chance.pick(&["职务任免", "任免职", "职务任免"]),
            (true, false, _) => self.chance.pick(&["任职", "职务任命"]),
            (false, _, _) => self.chance.pick(&["免职", "免去职务"]),
        };
        let who = match names.first() {
            Some(first) if names.len() == 1 => format!("{first}同志"),
            Some(first) => format!("{first}等同志"),
            None => String::new(),
        };
        format!("关于{who}{what}的通知")
    }

    /// 经县人民政府研究决定, with the body and the day where the paper prints them.
    pub(super) fn resolved(&mut self) -> String {
        let short = self.message.issuer.short.clone();
        let day = self.message.decided_on.map(|day| PartialDate::day(day).sentence());
        self.decided_by = Some(short.clone());
        let government = self.message.issuer.voice == Voice::Government;
        match (day, self.chance.below(5)) {
            (Some(day), 0 | 1) if government => {
                let session = self.chance.between(3, 60);
                format!("经{day}{short}第{session}次常务会议研究，决定")
            }
            (Some(day), 0 | 1) => format!("{short}{day}研究决定"),
            (Some(day), 2) => format!("经{short}{day}研究，决定"),
            (Some(day), 3) => format!("经{short}{day}会议研究决定"),
            (Some(day), _) => format!("{short}{day}研究决定"),
            (None, 0) => format!("经{short}研究，决定"),
            (None, 1) => format!("经{short}研究决定"),
            (None, 2) => format!("{short}决定"),
            (None, 3) => format!("因工作需要，{short}研究决定"),
            (None, _) => {
                self.decided_by = None;
                "经研究，决定".to_owned()
            }
        }
    }

    fn sentences(&mut self) {
        let intro = self.resolved();
        let changes = &self.message.changes;
        let running = self.style.running;
        let mut start = self.paragraph();
        self.page.put(&intro);
        if running {
            self.page.put("，");
        } else {
            self.page.put("：");
            self.end_paragraph(start);
        }
        for (at, change) in changes.iter().enumerate() {
            if !running {
                start = self.paragraph();
                let count = self.style.count(at);
                self.page.put(&count);
            }
            let sentence = self.begin_sentence();
            self.sentence(at, change);
            self.page.put(if at + 1 == changes.len() { "。" } else { "；" });
            self.end_sentence(sentence);
            if !running {
                self.end_paragraph(start);
            }
        }
        if running {
            self.end_paragraph(start);
        }
    }

    fn sentence(&mut self, at: usize, change: &Change) {
        let comrade = self.style.comrade || self.style.form == Form::PersonFirst;
        let names = self.names(&change.people, comrade);
        if change.takes.is_empty() {
            self.leaving_alone(at, change, &names);
            return;
        }
        let concurrent = change.takes.iter().all(|office| office.concurrent);
        let acting = change.takes.iter().all(|office| office.acting);
        match self.style.form {
            Form::VerbFirst => self.page.put(&format!("任命{names}为")),
            Form::Engaged => self.page.put(&format!("聘任{names}为")),
            Form::PersonFirst | Form::Headed | Form::Columns | Form::Table | Form::PostFirst => {
                let verb = match (acting, concurrent, change.secondment) {
                    (true, _, _) => "代理",
                    (_, true, _) => "兼任",
                    (_, _, true) if change.term.is_none() => "挂职任",
                    _ => "任",
                };
                self.page.put(&format!("{names}{}{verb}", self.style.pause));
            }
        }
        let said_by_verb = self.style.form == Form::PersonFirst;
        self.take(at, change, said_by_verb && !acting && concurrent, said_by_verb);
        if said_by_verb && acting {
            self.page.put("职务");
        }
        if let Some(from) = change.effective.filter(|_| !self.common_effective()) {
            self.page.put(&format!("，任职时间从{}起计算", from.sentence()));
        }
        if !change.nominates.is_empty() {
            self.page.put("，提名为");
            let titles = self.offices(&change.nominates);
            self.page.put("候选人");
            self.expect(at, change, ItemKind::Nominate, &change.nominates, &titles);
        }
        if !change.leaves.is_empty() {
            let no_longer = self.style.no_longer && self.style.form == Form::PersonFirst;
            let verb = match (self.style.form == Form::Engaged, no_longer) {
                (true, _) => "，解聘其",
                (false, true) => "，不再担任",
                (false, false) => "，免去其",
            };
            self.page.put(verb);
            let titles = self.offices(&change.leaves);
            self.page.put("职务");
            self.expect(at, change, change.leaving, &change.leaves, &titles);
        }
    }

    /// The posts taken, with the bracket behind the last that holds for all.
    fn take(&mut self, at: usize, change: &Change, concurrent_said: bool, acting_said: bool) {
        let offices = marked(&change.takes, concurrent_said, acting_said);
        let titles = self.offices(&offices);
        let mut brackets = self.conditions(change);
        // A secondment without its months is said by the verb, or by a bracket.
        let bare = change.secondment && change.term.is_none();
        if bare && self.style.form == Form::PersonFirst {
            brackets.retain(|words| words != "挂职");
        }
        if !brackets.is_empty() {
            let inside = brackets.join("，");
            // A running sentence says it between commas as often as in a bracket.
            let sentence = matches!(self.style.form, Form::PersonFirst | Form::VerbFirst | Form::Engaged);
            let words = if sentence && !bare && self.chance.percent(40) {
                format!("，{inside}")
            } else {
                self.style.bracket(&inside)
            };
            self.page.put(&words);
        }
        self.expect(at, change, change.taking, &change.takes, &titles);
    }

    fn leaving_alone(&mut self, at: usize, change: &Change, names: &str) {
        let last = if self.style.no_longer && self.style.form == Form::PersonFirst && !change.secondment {
            self.page.put(&format!("{names}{}不再担任", self.style.pause));
            "职务"
        } else {
            let verb = if self.style.form == Form::Engaged { "解聘" } else { "免去" };
            // Behind a bare name the unit would begin anywhere: 免去卢飞区财政局….
            let bare = !names.ends_with(['）', ')']) && !names.ends_with("同志");
            let of = match (change.secondment, self.style.possessive || bare) {
                (true, _) => "挂任的",
                (false, true) => "的",
                (false, false) => "",
            };
            self.page.put(&format!("{verb}{names}{of}"));
            "职务"
        };
        let titles = self.offices(&change.leaves);
        self.page.put(last);
        if let Some(reason) = &change.reason {
            self.page.put(&format!("，{reason}"));
        }
        self.expect(at, change, change.leaving, &change.leaves, &titles);
    }

    /// 任命： and 免去： with a line each.
    fn headed(&mut self) {
        let intro = self.resolved();
        self.say(&format!("{intro}："));
        self.headed_lists(["任命", "免去"]);
    }

    /// Lists under two headings; the sentences under them leave the verb to the heading.
    pub(super) fn headed_lists(&mut self, headings: [&str; 2]) {
        let changes = &self.message.changes;
        let numbered = self.chance.percent(40);
        let mut section = 0;
        for (leaving, heading) in headings.into_iter().enumerate() {
            let leaving = leaving == 1;
            let of_kind: Vec<(usize, &Change)> = changes
                .iter()
                .enumerate()
                .filter(|(_, change)| match leaving {
                    true => !change.leaves.is_empty() && change.leaving == ItemKind::Dismiss,
                    false => !change.takes.is_empty(),
                })
                .collect();
            if of_kind.is_empty() {
                continue;
            }
            let words = if numbered {
                section += 1;
                format!("{}、{heading}", crate::style::chinese(section))
            } else {
                format!("{heading}：")
            };
            self.say(&words);
            let last = of_kind.len() - 1;
            for (n, (at, change)) in of_kind.into_iter().enumerate() {
                let start = self.paragraph();
                let sentence = self.begin_sentence();
                let names = self.names(&change.people, self.style.comrade);
                if leaving {
                    self.page.put(&format!("{names}的"));
                    let titles = self.offices(&change.leaves);
                    self.page.put("职务");
                    self.expect(at, change, change.leaving, &change.leaves, &titles);
                } else {
                    self.page.put(&format!("{names}为"));
                    self.take(at, change, false, false);
                }
                self.page.put(if n == last { "。" } else { "；" });
                self.end_sentence(sentence);
                self.end_paragraph(start);
            }
        }
    }

    /// 某局副局长：甲, and sentences for who leaves.
    fn posts_first(&mut self) {
        let intro = self.resolved().replace("，决定", "决定");
        let changes = &self.message.changes;
        if changes.iter().any(|change| !change.takes.is_empty()) {
            self.say(&format!("{intro}，下列同志任职如下："));
            for (at, change) in changes.iter().enumerate() {
                for office in &change.takes {
                    let start = self.paragraph();
                    let sentence = self.begin_sentence();
                    let titles = self.offices(&[Office { note: None, ..office.clone() }]);
                    let names: Vec<String> = change
                        .people
                        .iter()
                        .map(|person| format!("{}{}", self.name(person), self.marks_with(person, change, office)))
                        .collect();
                    self.page.put(&format!("：{}", names.join("、")));
                    self.expect(at, change, change.taking, std::slice::from_ref(office), &titles);
                    self.end_sentence(sentence);
                    self.end_paragraph(start);
                }
            }
        }
        let leaving: Vec<(usize, &Change)> =
            changes.iter().enumerate().filter(|(_, change)| !change.leaves.is_empty()).collect();
        let (first, last) = if changes.iter().any(|change| !change.takes.is_empty()) {
            ("免去".to_owned(), leaving.len())
        } else {
            (format!("{intro}，免去"), leaving.len())
        };
        for (n, (at, change)) in leaving.into_iter().enumerate() {
            let start = self.paragraph();
            self.page.put(if n == 0 { first.trim_end_matches("免去") } else { "" });
            let sentence = self.begin_sentence();
            let names = self.names(&change.people, self.style.comrade);
            let of = if self.style.comrade { "" } else { "的" };
            self.page.put(&format!("免去{names}{of}"));
            let titles = self.offices(&change.leaves);
            self.page.put(if n + 1 == last { "职务。" } else { "职务；" });
            self.expect(at, change, change.leaving, &change.leaves, &titles);
            self.end_sentence(sentence);
            self.end_paragraph(start);
        }
    }

    /// 试用期满正式任职.
    fn confirmations(&mut self) {
        let listed = self.chance.percent(40);
        let intro = self.resolved();
        let changes = &self.message.changes;
        let words = if listed {
            format!("下列同志试用期满，经考核合格，{}正式任职：", intro.replace("因工作需要，", "").replace('，', ""))
        } else {
            format!("{}{intro}：", self.chance.pick(&["", "经考核合格，", "试用期满考核合格，"]))
        };
        self.say(&words);
        for (at, change) in changes.iter().enumerate() {
            let start = self.paragraph();
            let sentence = self.begin_sentence();
            let names = self.names(&change.people, true);
            let verb = match (listed, self.chance.below(3)) {
                (true, _) => "任",
                (false, 0) => "试用期满，正式任",
                (false, 1) => "试用期满，任",
                (false, _) => "正式任",
            };
            self.page.put(&format!("{names}{verb}"));
            let titles = self.offices(&change.takes);
            if let Some(from) = change.effective {
                self.page.put(&format!("，任职时间从{}起计算", from.sentence()));
            }
            self.expect(at, change, ItemKind::Confirm, &change.takes, &titles);
            self.page.put(if at + 1 == changes.len() { "。" } else { "；" });
            self.end_sentence(sentence);
            self.end_paragraph(start);
        }
    }

    fn taking(&self) -> impl Iterator<Item = &Change> {
        self.message.changes.iter().filter(|change| !change.takes.is_empty())
    }

    /// Whether one sentence at the end says it of all who take a post.
    fn common<T: PartialEq>(&self, of: impl Fn(&Change) -> Option<T>) -> bool {
        let mut all = self.taking().map(of);
        let first = all.next().flatten();
        self.style.common_footer && first.is_some() && all.all(|other| other == first)
    }

    pub(super) fn common_probation(&self) -> bool {
        self.common(|change| change.probation)
    }

    pub(super) fn common_term(&self) -> bool {
        self.common(|change| change.term.filter(|_| !change.secondment))
    }

    pub(super) fn common_effective(&self) -> bool {
        self.common(|change| change.effective)
    }

    /// What is said of all at the end.
    fn footers(&mut self) {
        let Some(first) = self.taking().next().cloned() else { return };
        if let Some(probation) = first.probation.filter(|_| self.common_probation()) {
            let who = self.chance.pick(&["以上同志", "上述同志", "以上任职人员", "上述人员"]);
            self.say(&format!("{who}试用期{}。", months(probation)));
        }
        if let Some(term) = first.term.filter(|_| self.common_term()) {
            let who = self.chance.pick(&["以上人员", "上述人员", "以上同志"]);
            self.say(&format!("{who}聘期{}。", months(term)));
        }
        if let Some(from) = first.effective.filter(|_| self.common_effective()) {
            let who = self.chance.pick(&["以上同志", "上述同志"]);
            self.say(&format!("{who}任职时间从{}起计算。", from.sentence()));
        }
    }
}
