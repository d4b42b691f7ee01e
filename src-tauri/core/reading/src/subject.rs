//! What the title of a paper says it is about: appointments, a leading group, or something that appoints nobody.

use renmian_domain::{Item, ItemKind};

use crate::layout::{Glyph, ends, find, tight};
use crate::lexicon::verbs::Verb;
use crate::lexicon::{Words, words};

/// What a title says of its paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Announced {
    /// Appointments and dismissals.
    Personnel,
    /// A leading group.
    Group,
    /// Something else: rules, plans, notices before an appointment.
    Other,
    /// No title: a report or a fragment.
    Nothing,
}

/// 关于调整县教育局局长的通知: what is adjusted is a post.
fn adjusts_post(title: &[Glyph]) -> bool {
    let Some(at) = ["调整", "更换"].iter().find_map(|word| find(title, 0, word).map(|at| at + 2)) else {
        return false;
    };
    let end = ["的决定", "的通知", "的批复"].iter().find_map(|tail| find(title, at, tail)).unwrap_or(title.len());
    crate::post::is_post(&title[at..end])
}

pub(crate) fn announced(title: &[Glyph]) -> Announced {
    let adjusts = adjusts_post(title);
    let title = &tight(title)[..];
    let has = |words: &Words| words.within(title);
    if title.is_empty() {
        return Announced::Nothing;
    }
    let other = words![
        "离任审计",
        "经济责任审计",
        "审计的通知",
        "巡察的通知",
        "公示",
        "办法",
        "规定",
        "条例",
        "方案",
        "规则",
        "招聘",
        "选拔",
        "遴选",
        "竞聘",
        "表彰",
        "分工",
        "纪要",
        "印发",
        "招考",
        "细则",
        "处分",
        "工作的通知",
        "问题的通知",
        "事项的通知",
        "请示",
        "议案",
        "建议",
        "报告",
        "征求",
        "培训",
        "考察",
        "总结",
        "关于召开",
        "签到",
        "参会",
        "与会",
        "出席",
        "列席",
        "关于举办",
    ];
    // 竞聘结果及聘任: what was competed for is given.
    let outcome = has(words!["竞聘", "选拔"])
        && has(words!["聘任", "任命", "任职", "任免", "结果", "上岗人员", "名单"])
        && !has(words!["公示", "方案", "办法", "工作的"]);
    // 关于干部任免事项的通知 gives the decisions themselves; 关于做好任免工作的通知 does not.
    let issued =
        has(words!["同志任职", "同志任免", "同志职务任免", "任免名单", "任职名单", "免职名单", "聘任名单", "任命名单"])
            && !has(words!["公示", "请示", "办法"]);
    let issued = issued
        || has(words!["名单的通知"])
            && has(words!["书记", "队长", "队员", "负责人", "干部", "委员"])
            && has(words!["印发", "公布", "下发"])
            && !has(words!["公示", "请示", "办法", "考察", "后备", "拟", "推荐", "候选", "参加", "培训"]);
    let matters = issued
        || has(words!["任免事项", "任职事项", "免职事项", "任免职事项", "聘任事项", "任命事项", "人事事项"])
            && !has(words!["公示", "请示", "报告", "办法"])
        || has(words!["任职等事项", "任免等事项", "免职等事项", "职务等事项"])
            && !has(words!["公示", "请示", "报告", "办法"]);
    // 关于提请任命甲职务的议案 puts forward.
    let bill = is_bill(title);
    // 关于给予甲撤职处分的决定 takes the post away.
    let struck = has(words!["撤职", "撤销"]) && has(words!["处分的决定", "处分决定"]);
    // 第六次社员代表大会选举结果报告 gives what was voted.
    let voted =
        has(words!["选举结果报告", "选举结果的报告", "选举情况报告", "选举情况的报告"]) && !has(words!["请示", "办法"]);
    // 优秀校长名单, 授予…称号: an honour is no post.
    // The presidium of a session sits for its days: no office.
    if has(words!["主席团"])
        && has(words!["名单"])
        && has(words!["次会议", "代表大会"])
        && !has(words!["选举", "当选", "协会", "联合会"])
    {
        return Announced::Other;
    }
    let honours = has(words!["优秀", "先进", "标兵", "模范", "获奖", "称号", "荣誉", "表扬"])
        && !has(words!["任", "免", "聘", "挂职", "选派", "选举", "职务"]);
    if honours || has(other) && !outcome && !matters && !struck && !voted && !bill {
        return Announced::Other;
    }
    let groups = words![
        "领导小组",
        "指挥部",
        "工作专班",
        "联席会议",
        "组成人员",
        "委员会成员",
        "议事协调机构",
        "工作组",
        "筹备组",
        "调查组",
        "委员会的",
        "领导机构",
        "工作委员会",
        "专班",
        "协调小组",
        "理事会",
        "分队",
        "小组的",
        "工作队",
        "专家组",
        "委的",
        "文明委",
        "安委会",
        "委员会成员",
    ];
    if has(groups)
        && has(words!["成立", "调整", "设立", "组建", "充实", "建立", "公布", "更换"])
        && !has(words!["职务", "任免", "任职", "免职", "内设机构"])
    {
        return Announced::Group;
    }
    let personnel = words![
        "上岗人员名单",
        "派驻",
        "人选",
        "河长",
        "网格长",
        "改选",
        "换届结果",
        "换届情况",
        "推选",
        "竞聘结果",
        "任职",
        "任免",
        "任命",
        "任用",
        "免职",
        "免去",
        "聘任",
        "解聘",
        "聘用",
        "聘免",
        "续聘",
        "聘请",
        "职务",
        "职级",
        "挂职",
        "选派",
        "转正",
        "正式任",
        "退休",
        "辞去",
        "辞职",
        "当选",
        "选举",
        "补选",
        "罢免",
        "撤销",
        "代理",
        "公告",
        "主席令",
        "政府令",
        "国务院令",
        "任命书",
        "聘书",
        "选举结果",
        "命令",
        "人事令",
        "任职令",
        "委任",
        "名单",
        "负责人",
        "同志",
        "人事",
        "干部",
        "班子",
        "增补",
        "提名",
        "推荐",
        "委派",
        "人员调整",
        "免任",
        "晋升",
        "等级",
        "入额",
        "警衔",
        "衔级",
        "任免职",
        "任、免",
        "轮岗",
        "交流任职",
        "岗位交流",
        "撤职",
        "文件的更正",
        "更正",
    ];
    if adjusts || has(personnel) {
        return Announced::Personnel;
    }
    Announced::Other
}

pub(crate) const APPOINT: Verb =
    Verb { word: "任", kind: ItemKind::Appoint, concurrent: false, acting: false, secondment: false, strong: false };

/// The verb that a title gives to a list without headings: 任命名单, 免职名单.
pub(crate) fn listed_verb(title: &[Glyph]) -> Option<Verb> {
    let title = &tight(title)[..];
    let has = |words: &Words| words.within(title);
    let (appoints, dismisses) =
        (has(words!["任命", "任职", "聘任", "任用", "选派", "负责人任"]), has(words!["免职", "免去", "解聘", "免除"]));
    let elects = has(words!["选举结果", "当选", "选举", "补选", "改选", "换届结果", "换届情况", "推选"])
        && !has(words!["辞", "罢免", "任免", "免"]);
    if elects && !dismisses {
        return Some(Verb { kind: ItemKind::Elect, word: "选举", ..APPOINT });
    }
    if has(words!["任免"]) || appoints == dismisses {
        return None;
    }
    let kind = if dismisses { ItemKind::Dismiss } else { ItemKind::Appoint };
    Some(Verb { kind, ..APPOINT })
}

/// Whether the paper only puts forward: 关于提请任命甲职务的议案.
pub(crate) fn is_bill(title: &[Glyph]) -> bool {
    ends(title, "议案") && words!["任命", "任免", "免去", "任职", "职务"].within(title)
}

/// Takes 提请 and 建议 out of a line of a bill: what is left reads as the decision would.
pub(crate) fn without_motion(run: &mut Vec<Glyph>) {
    for word in ["现提请", "提请", "建议"] {
        while let Some(at) = crate::layout::find(run, 0, word) {
            run.drain(at..at + word.chars().count());
        }
    }
}

/// In a bill nobody is appointed yet, and a dismissal that is asked for ends nothing.
pub(crate) fn put_forward(items: &mut Vec<Item>) {
    items.retain(|item| !item.kind.closes());
    items.iter_mut().for_each(|item| item.kind = ItemKind::Nominate);
}
