//! The same answers for a person at the terminal: columns that line up, dates as clerks write them.

use renmian_api::minute;
use renmian_api::types::*;
use renmian_domain::say::{Language, say};
use renmian_domain::{ItemKind, PartialDate};

use crate::contract::{cause, concern};
use crate::persons::called;

/// Columns that line up; a Chinese character is two wide.
pub fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0))
        .collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width_of_column) in row.iter().zip(&widths) {
            line += cell;
            line += &" ".repeat(width_of_column - width(cell) + 2);
        }
        text += line.trim_end();
        text += "\n";
    }
    text
}

fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// A date in a table; `不详` where it is not known.
pub fn date(date: Option<PartialDate>) -> String {
    date.map_or_else(|| "不详".to_owned(), PartialDate::dotted)
}

/// Since when, or no later than which day.
fn since(start: Option<PartialDate>, no_later_than: Option<PartialDate>) -> String {
    match (start, no_later_than) {
        (None, Some(held)) => format!("不晚于{}", held.dotted()),
        (start, _) => date(start),
    }
}

/// A tenure's flags in words.
pub fn flags(line: &TenureLine) -> String {
    let mut words = Vec::new();
    if line.concurrent {
        words.push("兼".to_owned());
    }
    if line.acting {
        words.push("代".to_owned());
    }
    if line.secondment {
        words.push("挂职".to_owned());
    }
    if let Some(ends) = line.probation_ends.filter(|_| line.confirmed_on.is_none()) {
        words.push(format!("试用期至{}", ends.dotted()));
    }
    if line.opening {
        words.push("期初".to_owned());
    }
    words.join("、")
}

fn stretch(line: &TenureLine) -> String {
    let end = match (line.ended, line.end) {
        (false, _) => "至今".to_owned(),
        (true, end) => date(end),
    };
    format!("{} — {end}", since(line.start, line.no_later_than))
}

fn papers(line: &TenureLine) -> String {
    let number = |link: &Option<PaperLink>| link.as_ref().map(|link| link.number.clone());
    let mut words = Vec::new();
    if let Some(order) = number(&line.start_order) {
        words.push(format!("任：{order}"));
    }
    if let Some(order) = number(&line.end_order).or_else(|| line.end_paper.clone()) {
        words.push(format!("{}：{order}", cause(line.end_cause)));
    } else if line.ended && line.end_cause.is_some() {
        words.push(cause(line.end_cause));
    }
    for name in &line.given_up {
        words.push(format!("{}前为{}", name.until.dotted(), name.name));
    }
    words.join("  ")
}

/// 任职简历.
pub fn person(page: &PersonPage) -> String {
    let mut text = format!("{}（编号{}）", page.name, page.id.0);
    let also = (!page.other_names.is_empty()).then(|| format!("又名{}", page.other_names.join("、")));
    for word in
        [also, page.ethnicity.clone(), page.birth.map(|birth| format!("{}生", birth.dotted()))].into_iter().flatten()
    {
        text += &format!("，{word}");
    }
    text += "\n";
    let rows: Vec<Vec<String>> = page
        .tenures
        .iter()
        .map(|line| {
            let post = format!("{}{}", line.organisation.clone().unwrap_or_default(), line.title);
            vec![format!("  {}", stretch(line)), post, flags(line), papers(line)]
        })
        .collect();
    text + &table(&rows)
}

/// What is recorded of a person, entry by entry, each with the number by which `split` takes it.
pub fn entries(of: &PersonEntries) -> String {
    let row = |line: &EntryLine| {
        let what = match line.what {
            EntryWhat::Item(item) => kind(item).to_owned(),
            EntryWhat::Opening => "期初".to_owned(),
            EntryWhat::Ending(why) => cause(Some(why)),
        };
        let paper = line.order.as_ref().map(|order| order.number.clone()).or_else(|| line.paper.clone());
        vec![
            format!("  {}", called(line.entry)),
            since(line.on, line.held_on),
            what,
            line.post.clone().unwrap_or_else(|| "全部职务".to_owned()),
            paper.unwrap_or_default(),
            line.printed
                .clone()
                .filter(|name| *name != of.name)
                .map(|name| format!("文中写作{name}"))
                .unwrap_or_default(),
        ]
    };
    table(&of.entries.iter().map(row).collect::<Vec<_>>())
}

/// What was known when of a person's tenures: a line for each act that changed what was said.
pub fn told(of: &PersonTold) -> String {
    let mut text = String::new();
    for tenure in &of.tenures {
        text += &format!("  {}{}\n", tenure.post, if tenure.stands { "" } else { "（现已无此记载）" });
        let row = |moment: &ToldMoment| {
            let said = moment.said.as_ref().map_or_else(|| "不再记载".to_owned(), terms);
            vec![format!("    {}", minute(&moment.act.at)), said, moment.act.summary.clone()]
        };
        text += &table(&tenure.moments.iter().map(row).collect::<Vec<_>>());
    }
    text
}

fn terms(said: &ToldTerms) -> String {
    let end = if said.ended { date(said.end) } else { "至今".to_owned() };
    let mut words = format!("{} — {end}", since(said.start, said.no_later_than));
    if let Some(ends) = said.probation_ends.filter(|_| said.confirmed_on.is_none()) {
        words += &format!("，试用期至{}", ends.dotted());
    }
    words
}

/// What falls due.
pub fn due(found: &DueList) -> String {
    let what = |what: Due| match what {
        Due::Probation => "试用期满",
        Due::Term => "任期届满",
        Due::Secondment => "挂职期满",
    };
    let row = |line: &DueLine| {
        let overdue = if line.overdue { "已过期" } else { "" };
        vec![line.on.dotted(), what(line.what).to_owned(), line.name.clone(), line.post.clone(), overdue.to_owned()]
    };
    let head = format!("截至{}，{}天之内：{}项\n", found.on.sentence(), found.within, found.rows.len());
    head + &table(&found.rows.iter().map(row).collect::<Vec<_>>())
}

/// Units in their standing order, those below a unit set in.
pub fn organisations(shown: &Organisations) -> String {
    let row = |line: &OrganisationLine| {
        let ended = line.ended_on.map(|day| format!("（{}撤销）", day.dotted())).unwrap_or_default();
        vec![
            format!("{}{}{ended}", "  ".repeat(line.depth as usize), line.name),
            line.kind.clone().unwrap_or_default(),
            format!("职务{}个", line.posts),
            format!("在任{}人次", line.holders),
        ]
    };
    table(&shown.rows.iter().map(row).collect::<Vec<_>>())
}

/// 历任.
pub fn post(page: &PostPage) -> String {
    let mut text = format!("{}{}", page.organisation.clone().unwrap_or_default(), page.title);
    if let Some(authorised) = page.authorised {
        text += &format!("（核定{authorised}职，实有{}人）", page.filled);
    }
    text += "\n";
    let rows: Vec<Vec<String>> = page
        .holders
        .iter()
        .map(|line| vec![format!("  {}", stretch(line)), line.name.clone(), flags(line), papers(line)])
        .collect();
    text + &table(&rows)
}

/// 花名册.
pub fn roster(roster: &Roster) -> String {
    let mut rows = vec![["单位", "职务", "姓名", "任现职时间", "任职文号"].map(str::to_owned).to_vec()];
    rows.extend(roster.rows.iter().map(|row| {
        vec![
            row.organisation.clone().unwrap_or_default(),
            row.title.clone(),
            row.name.clone(),
            since(row.since, row.no_later_than),
            row.order.clone().unwrap_or_default(),
        ]
    }));
    format!("{}（截至{}）\n{}", roster.heading, roster.on.sentence(), table(&rows))
}

/// How much differs, in a sentence.
pub fn differences_count(found: &Differences) -> String {
    format!(
        "截至{}：一致{}条，不同{}处，未比对{}行",
        found.on.sentence(),
        found.same,
        found.rows.len(),
        found.left.len()
    )
}

/// 对账: a difference a line, the roster's word beside the register's.
pub fn differences(found: &Differences) -> String {
    let mut rows = vec![["", "姓名", "名册", "台账"].map(str::to_owned).to_vec()];
    rows.extend(found.rows.iter().map(|row| {
        let since = |date: Option<PartialDate>| date.map(|date| format!("（{}）", date.dotted())).unwrap_or_default();
        let there = row.there.as_ref().map_or_else(String::new, |there| {
            format!("{}{}{}", there.organisation.as_deref().unwrap_or_default(), there.title, since(there.since))
        });
        let here = row.here.as_ref().map_or_else(String::new, |here| {
            format!("{}{}{}", here.organisation.as_deref().unwrap_or_default(), here.title, since(here.start))
        });
        let kind = say(Language::Chinese, &format!("difference.{}", row.kind.key()), &[].into());
        vec![kind, row.name.clone(), there, here]
    }));
    let listed = if found.rows.is_empty() { String::new() } else { table(&rows) };
    format!("{listed}{}\n", differences_count(found))
}

/// 自检: by kind, each kind with what would settle it.
pub fn check(found: &SelfCheck) -> String {
    let said = |key: &str| say(Language::Chinese, key, &[].into());
    if found.count == 0 {
        return check_count(found) + "\n";
    }
    let mut text = String::new();
    for group in &found.groups {
        let key = format!("concern.{}", group.kind.key());
        let (name, settle) = (said(&format!("{key}.name")), said(&format!("{key}.settle")));
        text += &format!("{name}（{}处）　{settle}\n", group.lines.len());
        for line in &group.lines {
            text += &format!("  {}\n", concern(group.kind, line));
        }
    }
    text
}

/// How much the self-check found, in a sentence.
pub fn check_count(found: &SelfCheck) -> String {
    let key = if found.count == 0 { "check.none" } else { "check.count" };
    let words = [("count", found.count.to_string()), ("date", found.on.sentence())];
    say(Language::Chinese, key, &words.map(|(name, word)| (name.to_owned(), word)).into())
}

/// What an item does, in a word.
pub fn kind(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Appoint => "任",
        ItemKind::Dismiss => "免",
        ItemKind::Elect => "选",
        ItemKind::Nominate => "提名",
        ItemKind::AcceptResignation => "辞",
        ItemKind::Remove => "撤",
        ItemKind::Confirm => "转正",
    }
}

/// What a check of the file says where nothing is wrong.
pub fn verified(found: &Verification) -> String {
    format!(
        "核验无误：共{}次操作，校验值{}\n末次操作：第{}号，{}\n",
        found.acts,
        found.head,
        found.head_act,
        minute(&found.head_at)
    )
}

/// The head of the chain, to be kept on paper: in groups, as it is copied by hand; and what became of one that was kept.
pub fn head(found: &Verification) -> String {
    let signs: Vec<char> = found.head.chars().collect();
    let groups: Vec<String> = signs.chunks(8).map(|group| group.iter().collect()).collect();
    let mut text = format!("第{}号操作，{}\n校验值：{}\n", found.head_act, minute(&found.head_at), groups.join(" "));
    if let Some(KeptHead::Same { act, at, since }) = &found.kept {
        let words = [("act", act.to_string()), ("at", minute(at)), ("since", since.to_string())];
        text += &say(Language::Chinese, "head.same", &words.map(|(name, word)| (name.to_owned(), word)).into());
        text += "\n";
    }
    text
}
