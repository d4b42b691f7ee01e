//! What a title tells by itself: a headship (正职), a rank (职级), its seniority in a roster.
//!
//! These are first guesses for a new post and for posts of one standing; the register's own fields win.

/// 正职: whether the title heads its organisation. Heads of a part (纪检组组长、办公室主任) and of a leading group
/// (组长、召集人), which a person may hold beside any other, do not count.
pub fn is_headship(title: &str) -> bool {
    let title = bare(title);
    HEADSHIPS.contains(&title.as_str())
}

/// 职级: whether the title is a rank, held by a person and no seat of an organisation (Provisions on ranks running
/// parallel to posts, 2019: 巡视员、调研员、主任科员、科员 in grades; police, judges and prosecutors in their own).
pub fn is_rank(title: &str) -> bool {
    let title = bare(title);
    let (graded, base) = match title.split_once('级') {
        Some((grade, base)) if !grade.is_empty() && grade.chars().all(|c| "一二三四五六七八九十".contains(c)) => {
            (true, base)
        }
        Some(_) | None => (false, title.as_str()),
    };
    let base_ranks: &[&str] = &["巡视员", "副巡视员", "调研员", "副调研员", "主任科员", "副主任科员", "科员", "办事员"];
    let graded_ranks: &[&str] = &[
        "警长",
        "高级警长",
        "警员",
        "警监",
        "警督",
        "警司",
        "法官",
        "高级法官",
        "大法官",
        "检察官",
        "高级检察官",
        "大检察官",
        "法官助理",
        "检察官助理",
        "书记员",
        "主管",
        "总监",
        "主任",
        "职员",
        "管理岗",
        "执法员",
        "高级主办",
        "主办",
        "行政执法员",
        "警务技术主任",
        "警务技术主管",
        "警务技术员",
        "消防长",
        "高级消防长",
    ];
    base_ranks.contains(&base) || (graded && graded_ranks.contains(&base))
}

/// The place of a title among the titles of one organisation, smaller first: the Party's secretary before the head,
/// deputies after both, then members, then heads of parts, then ranks. Used where the standing of posts is equal.
pub fn title_seniority(title: &str) -> u32 {
    let title = bare(title);
    if is_rank(&title) {
        return 900;
    }
    let party = ["党委", "党组", "党工委", "工委", "党总支", "党支部"];
    if let Some(office) = party.iter().find_map(|body| title.strip_prefix(body)) {
        return match office {
            "书记" => 100,
            "第一书记" => 90,
            "常务副书记" => 290,
            "专职副书记" => 310,
            "副书记" => 300,
            "常委" => 480,
            "委员" | "成员" => 500,
            _ => 600,
        };
    }
    match title.as_str() {
        "书记" => 110,
        "第一书记" => 105,
        "副书记" => 305,
        "常委" => 485,
        "政治委员" | "政委" | "教导员" | "指导员" => 250,
        "秘书长" => 450,
        "副秘书长" => 460,
        "纪委书记" | "纪工委书记" | "纪检组长" | "纪检组组长" | "纪检监察组组长" | "监察专员" => {
            470
        }
        "委员" | "成员" | "董事" | "监事" => 700,
        _ if is_headship(&title) || matches!(title.as_str(), "组长" | "召集人" | "指挥长" | "总指挥" | "负责人") => {
            200
        }
        _ if title.starts_with("常务副") || title.starts_with("第一副") => 390,
        _ if title.starts_with('副') => 400,
        _ if title.starts_with('总') => 550,
        _ if title.contains('副') => 660,
        _ if title.ends_with(['长', '任', '记', '席']) => 650,
        _ => 800,
    }
}

/// The title without a bracket behind it (副局长（正科级）) and without marks of acting.
fn bare(title: &str) -> String {
    let title: String = title.chars().filter(|c| !c.is_whitespace()).collect();
    let title = match title.find(['（', '(', '〔', '[']) {
        Some(0) | None => title.as_str(),
        Some(at) => &title[..at],
    };
    title
        .strip_prefix("代理")
        .or_else(|| title.strip_prefix('代').filter(|rest| is_office(rest)))
        .unwrap_or(title)
        .to_owned()
}

/// 代 begins both 代县长 (acting) and 代表 (a deputy to a congress).
fn is_office(rest: &str) -> bool {
    HEADSHIPS.contains(&rest)
}

const HEADSHIPS: &[&str] = &[
    "书记",
    "党委书记",
    "党组书记",
    "党工委书记",
    "工委书记",
    "党总支书记",
    "党支部书记",
    "总支书记",
    "支部书记",
    "主席",
    "总理",
    "委员长",
    "省长",
    "自治区主席",
    "市长",
    "州长",
    "盟长",
    "县长",
    "区长",
    "旗长",
    "镇长",
    "乡长",
    "街道办事处主任",
    "主任",
    "主任委员",
    "部长",
    "厅长",
    "司长",
    "局长",
    "署长",
    "审计长",
    "关长",
    "处长",
    "科长",
    "股长",
    "所长",
    "站长",
    "院长",
    "校长",
    "园长",
    "馆长",
    "台长",
    "社长",
    "团长",
    "场长",
    "厂长",
    "矿长",
    "店长",
    "行长",
    "会长",
    "理事长",
    "董事长",
    "监事会主席",
    "总经理",
    "经理",
    "总裁",
    "队长",
    "大队长",
    "中队长",
    "支队长",
    "总队长",
    "检察长",
    "庭长",
    "总编辑",
    "总干事",
    "专员",
    "行署专员",
    "警务处处长",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headship_leads_an_organisation_and_not_a_part_of_it() {
        for title in ["局长", "代县长", "代理检察长", "党组书记", "主任", "董事长", "局长（正科级）", "院 长"]
        {
            assert!(is_headship(title), "{title} heads its organisation");
        }
        for title in
            ["副局长", "常务副主任", "纪检组组长", "办公室主任", "组长", "党组成员", "一级主任科员", "代表", "副书记"]
        {
            assert!(!is_headship(title), "{title} does not");
        }
    }

    #[test]
    fn a_rank_is_no_seat() {
        for title in [
            "一级主任科员",
            "四级调研员",
            "二级巡视员",
            "主任科员",
            "副主任科员",
            "四级高级警长",
            "三级高级法官",
            "科员",
            "二级警长",
            "一级科员",
            "三级主任科员（试用期一年）",
            "五级职员",
        ] {
            assert!(is_rank(title), "{title} is a rank");
        }
        for title in ["主任", "副主任", "审判员", "检察员", "高级工程师", "书记员", "局长", "总工程师", "委员"]
        {
            assert!(!is_rank(title), "{title} is none");
        }
    }

    #[test]
    fn titles_of_one_organisation_stand_in_the_order_of_rosters() {
        let order = [
            "党组书记",
            "局长",
            "党组副书记",
            "常务副局长",
            "副局长",
            "纪检监察组组长",
            "党组成员",
            "总工程师",
            "办公室主任",
            "办公室副主任",
            "委员",
            "一级主任科员",
        ];
        let mut sorted = order.to_vec();
        sorted.reverse();
        sorted.sort_by_key(|title| title_seniority(title));
        assert_eq!(sorted, order);
    }
}
