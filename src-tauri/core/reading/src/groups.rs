//! Leading groups: their names in titles, and those that plans and other papers set up.

use renmian_domain::{Item, Paper, Span, Subject};

use crate::head::head;
use crate::label;
use crate::layout::any;
use crate::layout::{Glyph, Line, find, has, plain, tight};
use crate::learnt::Learnt;
use crate::lexicon::words;
use crate::paper::note_uncertain;
use crate::paragraph::paragraphs;
use crate::prose::{self, Footing};
use crate::prose::{segment_end, sentences};
use crate::sections::Section;
use crate::sheet::Sheet;
use crate::subject::APPOINT;
use crate::work::Work;
use crate::wrap::Wrap;

/// What a leading group's name ends with.
pub(crate) const GROUPS: [&str; 15] = [
    "领导小组",
    "指挥部",
    "工作专班",
    "专班",
    "联席会议",
    "工作组",
    "协调小组",
    "小组",
    "委员会",
    "工作队",
    "调查组",
    "督导组",
    "协调机制",
    "专家组",
    "分队",
];

/// Whether the name is one of a leading group.
pub(crate) fn is_group_name(name: &str) -> bool {
    GROUPS.iter().any(|end| name.ends_with(end))
}

/// 成立青云市美丽农村路建设领导小组，由…任组长: where the sentence begins, and the group's name.
pub(crate) fn founded_group(run: &[Glyph]) -> Option<(usize, Vec<Glyph>)> {
    sentences(run).into_iter().find_map(|(from, to)| {
        let sentence = &run[from..to];
        let founds = ["调整充实", "成立", "组建", "设立", "建立", "调整"];
        let (_, start) =
            founds.iter().find_map(|word| find(sentence, 0, word).map(|at| (at, at + word.chars().count())))?;
        let start = any(sentence, start, words!["以", "了", "由"]).map_or(start, |(_, next)| next);
        let end = segment_end(sentence, start);
        let name = &sentence[start..end];
        let group = (3..=40).contains(&name.len()) && is_group_name(&plain(name));
        let led = ["组长", "指挥长", "总指挥", "召集人", "主任", "主席", "队长"]
            .iter()
            .any(|title| find(sentence, end, title).is_some());
        (group && led).then(|| (from + end, name.to_vec()))
    })
}

/// Leading groups that a plan or another paper sets up: each sentence that does so, and the sentences behind it.
pub(crate) fn groups_inside(text: &str, lines: &[Line], section: &Section, work: &Work, title: &[Glyph]) -> Vec<Paper> {
    let lines = &lines[section.lines.clone()];
    let all = paragraphs(text, lines, Wrap::of(text, lines));
    let learnt = Learnt::default();
    let mut sheet = Sheet::new(&learnt, work);
    let mut place = 0;
    while let Some(paragraph) = all.get(place).filter(|next| sheet.goes_on(next.run[0].at)) {
        place += 1;
        let run = tight(&paragraph.run);
        let Some((at, group)) = founded_group(&run) else { continue };
        sheet.group = Some(group.clone());
        sheet.mode = Some(APPOINT);
        prose::paragraph(&run[at..], &mut sheet, Footing::Order);
        // A list of its members may stand below.
        let mut label = None;
        while let Some(below) = all.get(place) {
            let named = label::labelled(&below.run, Some(&group), None, APPOINT, &mut sheet);
            let member = label
                .as_ref()
                .is_some_and(|open| named.is_none() && label::members(&below.run, open, false, &mut sheet));
            if named.is_none() && !member {
                break;
            }
            label = named.or(label);
            place += 1;
        }
    }
    let groups: Vec<Item> = std::mem::take(&mut sheet.items).into_iter().filter(of_a_group).collect();
    if groups.is_empty() {
        return Vec::new();
    }
    let head = head(title, &all);
    let extent = Span::new(
        lines.get(section.lines.start).map_or(0, |line| line.at),
        all.last().and_then(|paragraph| paragraph.run.last()).map_or(0, |glyph| glyph.at + 1),
    );
    let mut paper = Paper {
        subject: Subject::Group,
        number: head.number,
        issuer: head.issuer,
        title: head.title,
        issued_on: head.issued_on,
        decided_by: head.decided_by,
        decided_on: head.decided_on,
        items: groups,
        findings: Vec::new(),
        extent,
    };
    note_uncertain(&mut paper, &all);
    vec![paper]
}

/// Whether the item speaks of a group and not of a post that a plan mentions by the way.
pub(crate) fn of_a_group(item: &Item) -> bool {
    let leads = [
        "组长",
        "指挥长",
        "总指挥",
        "召集人",
        "成员",
        "主任",
        "副主任",
        "委员",
        "秘书长",
        "主席",
        "队长",
        "联络员",
        "顾问",
        "团长",
    ];
    item.kind.opens()
        && item.post.organisation.as_deref().is_some_and(is_group_name)
        && leads.iter().any(|title| item.post.title.ends_with(title))
}

/// 溪口县农村饮水安全工作领导小组 in 关于成立溪口县农村饮水安全工作领导小组的通知.
pub(crate) fn group_in_title(title: &[Glyph]) -> Option<Vec<Glyph>> {
    let verbs = [
        "调整充实",
        "成立",
        "调整",
        "设立",
        "组建",
        "充实",
        "建立",
        "明确",
        "变更",
        "增补",
        "公布新一届",
        "公布",
        "更换",
    ];
    let about = find(title, 0, "关于")?;
    let (_, from) = verbs
        .iter()
        .filter_map(|verb| find(title, about, verb).map(|at| (at, at + verb.chars().count())))
        .min_by_key(|(at, _)| *at)?;
    let tail = ["组成人员", "领导成员", "成员"].iter().find_map(|tail| find(title, from, tail));
    if let Some(tail) = tail
        && crate::post::is_unit(&title[from..tail])
        && words!["级", "各", "部分", "有关", "相关"].at(&title[from..tail], 0).is_none()
        && find(&title[from..tail], 0, "级").is_none()
    {
        return Some(title[from..tail].to_vec());
    }
    let ends_at = [
        "组成人员",
        "领导成员",
        "成员",
        "领导",
        "人员",
        "的通知",
        "的决定",
        "的批复",
        "及其",
        "有关",
        "制度",
        "工作机制",
    ];
    let groups = [
        "领导小组",
        "指挥部",
        "工作专班",
        "联席会议",
        "委员会",
        "工作组",
        "专班",
        "小组",
        "协调机制",
        "调查组",
        "工作队",
        "理事会",
        "分队",
        "专家组",
        "文明委",
        "安委会",
        "领导机构",
    ];
    let end = groups
        .iter()
        .filter_map(|word| {
            let at = (from..title.len()).rev().find(|at| has(title, *at, word))? + word.chars().count();
            let followed = at == title.len() || ends_at.iter().any(|tail| has(title, at, tail)) || has(title, at, "（");
            followed.then_some(at)
        })
        .max()?;
    let body = &title[from..end];
    let several = words!["级", "各", "部分", "有关", "相关", "等"].at(body, 0).is_some();
    (body.len() >= 3 && !several).then(|| body.to_vec())
}
