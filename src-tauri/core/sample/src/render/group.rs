//! Papers that set up a leading group or change its members.

use renmian_domain::ItemKind;

use super::Writer;

impl Writer<'_> {
    /// 关于成立某领导小组的通知. The group is the organisation of every post; a member's own post is its note.
    pub(super) fn group(&mut self) {
        let message = self.message;
        let changes = &message.changes;
        let group = changes
            .iter()
            .flat_map(|change| change.takes.iter().chain(&change.leaves))
            .find_map(|office| office.post.organisation.clone())
            .unwrap_or_default();
        let changing = changes.iter().any(|change| !change.leaves.is_empty());
        let verb = if changing { "调整" } else { "成立" };
        self.head(&format!("关于{verb}{group}{}的通知", if changing { "组成人员" } else { "" }));
        let short = message.issuer.short.clone();
        self.decided_by = Some(short.clone());
        if changing {
            self.say(&format!("因人事变动，经{short}研究，决定对{group}组成人员予以调整："));
        } else {
            self.say(&format!("为加强组织领导，经{short}研究，决定成立{group}。现将组成人员通知如下："));
        }
        for title in ["组长", "副组长", "成员"] {
            let of_title = changes
                .iter()
                .enumerate()
                .filter(|(_, change)| change.takes.first().is_some_and(|office| office.post.title == title));
            for (n, (at, change)) in of_title.enumerate() {
                let label = match title {
                    "组长" => "组　　长：",
                    "副组长" => "副组长：",
                    _ => "成　　员：",
                };
                let title_span = if n == 0 {
                    self.page.put("　　");
                    self.page.mark(label)
                } else {
                    self.page.put(if title == "副组长" { "　　　　　　" } else { "　　　　　　　" });
                    self.titles.last().copied().unwrap_or(renmian_domain::Span::new(0, 0))
                };
                let sentence = self.begin_sentence();
                let names = self.names(&change.people, false);
                self.page.put(&names);
                if let Some(own) = change.takes.first().and_then(|office| office.note.as_deref()) {
                    self.page.put(&format!("　{own}"));
                }
                self.expect(at, change, change.taking, &change.takes, &[title_span]);
                self.end_sentence(sentence);
                self.page.line();
            }
        }
        for (at, change) in changes.iter().enumerate() {
            if !change.leaves.is_empty() {
                let start = self.paragraph();
                let sentence = self.begin_sentence();
                let names = self.names(&change.people, true);
                self.page.put(&format!("{names}不再担任"));
                let leaves = change.leaves.clone();
                let titles: Vec<_> = leaves.iter().map(|office| self.page.mark(&office.post.title)).collect();
                self.page.put("职务。");
                self.expect(at, change, ItemKind::Dismiss, &leaves, &titles);
                self.end_sentence(sentence);
                self.end_paragraph(start);
            }
        }
        self.sign();
    }
}
