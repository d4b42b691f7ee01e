//! One goes and another comes: a clause, or a row of a table, that says both. All persons invented.

use renmian_reading::{Options, read};

/// Reads a paper and compares name, kind, unit and title of all items, all of them certain.
fn holds(title: &str, body: &str, wanted: &[&str]) {
    let text =
        format!("{title}\n青云办〔2022〕8号\n\n各乡镇人民政府：\n{body}\n\n青云县人民政府办公室\n2022年8月25日\n");
    let papers = read(&text, &Options::default());
    let items: Vec<String> = papers
        .iter()
        .flat_map(|paper| &paper.items)
        .map(|item| {
            let kind = serde_json::to_value(item.kind).unwrap_or_default();
            let unit = item.post.organisation.as_deref().unwrap_or("-");
            format!("{} {} {unit}/{}", item.person.name, kind.as_str().unwrap_or_default(), item.post.title)
        })
        .collect();
    assert_eq!(items, wanted, "{text}");
    assert!(papers.iter().flat_map(|paper| &paper.items).all(|item| item.certain), "{text}");
}

#[test]
fn a_post_passes_from_one_to_another() {
    holds(
        "青云县人民政府办公室关于调整部分县级河长的通知",
        "一、白水河县级河长由陈景川调整为沈秋月（女）；\n二、青云渠县级河长由史　湘变更为贝晓天。",
        &[
            "陈景川 dismiss 白水河/县级河长",
            "沈秋月 appoint 白水河/县级河长",
            "史湘 dismiss 青云渠/县级河长",
            "贝晓天 appoint 青云渠/县级河长",
        ],
    );
}

#[test]
fn one_takes_over_from_another() {
    holds(
        "青云县人民政府办公室关于调整县防汛抗旱指挥部成员的通知",
        "对县防汛抗旱指挥部成员作如下调整：应天长接替曾立言任指挥长；由古道勤接替车乾任副指挥长、办公室主任。",
        &[
            "应天长 appoint 县防汛抗旱指挥部/指挥长",
            "曾立言 dismiss 县防汛抗旱指挥部/指挥长",
            "古道勤 appoint 县防汛抗旱指挥部/副指挥长",
            "古道勤 appoint 县防汛抗旱指挥部/办公室主任",
            "车乾 dismiss 县防汛抗旱指挥部/副指挥长",
            "车乾 dismiss 县防汛抗旱指挥部/办公室主任",
        ],
    );
    holds(
        "青云县人民政府办公室关于王建国等同志职务任免的通知",
        "王建国同志不再担任县水利局局长职务，由李雪同志接任。",
        &["王建国 dismiss 县水利局/局长", "李雪 appoint 县水利局/局长"],
    );
}

#[test]
fn a_table_says_who_comes_and_who_goes() {
    holds(
        "青云县人民政府办公室关于调整内设机构负责人的通知",
        "对部分干部调整如下：\n科室  职务  现任  原任\n文秘科  科长  王建国  李 雪\n督查科  科长  沈秋月（女）  ——",
        &["王建国 appoint 文秘科/科长", "李雪 dismiss 文秘科/科长", "沈秋月 appoint 督查科/科长"],
    );
}

#[test]
fn a_table_of_one_cell_a_line_may_begin_with_the_unit() {
    holds(
        "青云县人民政府办公室关于聘任科室负责人的通知",
        "决定聘任下列同志，名单如下：\n科室\n姓名\n职务\n文秘科\n王建国\n科长\n督查科\n费 免\n副科长(试用期一年)",
        &["王建国 appoint 文秘科/科长", "费免 appoint 督查科/副科长"],
    );
}

#[test]
fn a_group_has_its_leaders_whatever_post_they_hold_elsewhere() {
    holds(
        "青云县人民政府办公室关于成立事故调查组的通知",
        "成立青云县事故调查组。调查组由县应急管理局局长王建国任组长，县公安局副局长李雪、县总工会副主席沈秋月任副组长。",
        &["王建国 appoint 事故调查组/组长", "李雪 appoint 事故调查组/副组长", "沈秋月 appoint 事故调查组/副组长"],
    );
}
