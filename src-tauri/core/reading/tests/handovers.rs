//! One goes and another comes: a clause, or a row of a table, that says both. All persons invented.

mod shared;

use renmian_reading::{Options, read};

use self::shared::said;

/// Reads a paper and compares name, kind, unit and title of all items, all of them certain.
fn holds(title: &str, body: &str, wanted: &[&str]) {
    let text =
        format!("{title}\n青云办〔2022〕8号\n\n各乡镇人民政府：\n{body}\n\n青云县人民政府办公室\n2022年8月25日\n");
    let papers = read(&text, &Options::default());
    let items: Vec<String> = papers.iter().flat_map(|paper| &paper.items).map(said).collect();
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

#[test]
fn a_post_may_stand_before_both_and_nobody_follows_whom_the_sentence_does_not_name() {
    holds(
        "青云县安全生产委员会关于调整县安全生产委员会组成人员的通知",
        "对县安全生产委员会组成人员作如下调整：\n副主任由沈知远接替方圆担任；\n罗敏同志接替孙丽同志的办公室主任职务；\n成员史湘云因退休，由王建国接替。",
        &[
            "沈知远 appoint 县安全生产委员会/副主任",
            "方圆 dismiss 县安全生产委员会/副主任",
            "罗敏 appoint 县安全生产委员会/办公室主任",
            "孙丽 dismiss 县安全生产委员会/办公室主任",
        ],
    );
    holds(
        "青云县人民政府办公室关于调整部分县级湖长的通知",
        "一、镜湖县级湖长由沈知远更换为方 圆；\n二、原白沙渠镇级渠长罗敏调整为孙丽同志。",
        &[
            "沈知远 dismiss 镜湖/县级湖长",
            "方圆 appoint 镜湖/县级湖长",
            "罗敏 dismiss 白沙渠/镇级渠长",
            "孙丽 appoint 白沙渠/镇级渠长",
        ],
    );
}

#[test]
fn cells_of_which_the_empty_ones_are_lost_fall_into_rows() {
    let appoints = &["周正阳 appoint 骨伤科/主任", "李明华 appoint 儿科/副主任", "方圆 appoint 儿科/护士长"];
    holds(
        "青云县人民医院关于科室负责人任命的通知",
        "决定：\n序号\n姓名\n性别\n任职科室\n职务\n备注\n1\n周正阳\n男\n骨伤科\n主任\n2\n李明华\n女\n儿科\n副主任\n试用期一年\n3\n方 圆\n女\n儿科\n护士长",
        appoints,
    );
    holds(
        "青云县人民医院关于科室负责人任命的通知",
        "决定任命：\n科室\n职务\n姓名\n骨伤科\n主任\n周正阳\n儿科\n副主任\n李明华（女，回族）\n护士长\n方 圆",
        appoints,
    );
}

#[test]
fn what_was_held_before_ends_where_the_paper_says_so() {
    let table = "姓名 原任职务 现任职务\n张平 县一中副校长 县二中校长\n李明华 县二中教务主任 县二中副校长";
    holds(
        "青云县教育局关于张平等同志任职的通知",
        &format!("局党组研究决定：\n{table}"),
        &["张平 appoint 县二中/校长", "李明华 appoint 县二中/副校长"],
    );
    holds(
        "青云县教育局关于张平等同志任职的通知",
        &format!("局党组研究决定：\n{table}\n以上人员原任职务同时免去。"),
        &[
            "张平 dismiss 县一中/副校长",
            "张平 appoint 县二中/校长",
            "李明华 dismiss 县二中/教务主任",
            "李明华 appoint 县二中/副校长",
        ],
    );
}

#[test]
fn the_post_of_the_clause_before_is_taken_up_and_given_up() {
    holds(
        "青云县人民政府办公室关于王建国等同志职务任免的通知",
        "王建国同志任县水利局局长，李雪同志不再担任该职务；\n沈秋月同志的县文化馆馆长职务由罗敏同志接任；\n周正阳任县图书馆馆长，同时免去吴江的该职务。",
        &[
            "王建国 appoint 县水利局/局长",
            "李雪 dismiss 县水利局/局长",
            "沈秋月 dismiss 县文化馆/馆长",
            "罗敏 appoint 县文化馆/馆长",
            "周正阳 appoint 县图书馆/馆长",
            "吴江 dismiss 县图书馆/馆长",
        ],
    );
}

#[test]
fn labels_say_who_joins_and_who_leaves() {
    holds(
        "青云县人民政府办公室关于调整县防汛抗旱指挥部成员的通知",
        "指挥长：李雪（接替王建国）\n成员：增加周正阳、吴江，减少田野、罗敏",
        &[
            "李雪 appoint 县防汛抗旱指挥部/指挥长",
            "王建国 dismiss 县防汛抗旱指挥部/指挥长",
            "周正阳 appoint 县防汛抗旱指挥部/成员",
            "吴江 appoint 县防汛抗旱指挥部/成员",
            "田野 dismiss 县防汛抗旱指挥部/成员",
            "罗敏 dismiss 县防汛抗旱指挥部/成员",
        ],
    );
    holds(
        "青云县人民政府办公室关于调整县防汛抗旱指挥部成员的通知",
        "一、指挥长由李雪同志担任，王建国同志不再担任。\n二、副指挥长沈秋月同志因工作调动不再担任，由罗敏同志担任。\n三、新增成员：周正阳、吴江。",
        &[
            "李雪 appoint 县防汛抗旱指挥部/指挥长",
            "王建国 dismiss 县防汛抗旱指挥部/指挥长",
            "沈秋月 dismiss 县防汛抗旱指挥部/副指挥长",
            "罗敏 appoint 县防汛抗旱指挥部/副指挥长",
            "周正阳 appoint 县防汛抗旱指挥部/成员",
            "吴江 appoint 县防汛抗旱指挥部/成员",
        ],
    );
}

#[test]
fn the_present_post_of_the_bracket_is_given_up() {
    holds(
        "青云县人民政府办公室关于王建国等同志职务任免的通知",
        "王建国（县水利局局长）任县财政局局长，免现职。",
        &["王建国 appoint 县财政局/局长", "王建国 dismiss 县水利局/局长"],
    );
}
