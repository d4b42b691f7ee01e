//! Lists, tables and letters: what stands above a line gives it its verb, its body or its title. All persons invented.

mod shared;

use renmian_reading::{Options, read};

use self::shared::said;

/// Reads a paper and compares name, kind, unit and title of all items.
fn holds(text: &str, wanted: &[&str]) {
    let items: Vec<String> = read(text, &Options::default()).iter().flat_map(|paper| &paper.items).map(said).collect();
    assert_eq!(items, wanted, "{text}");
}

#[test]
fn bodies_stand_above_titles_and_names() {
    holds(
        "关于聘任王建国等同志职务的通知\n青一中〔2022〕8号\n\n各处室：\n经学校党委会研究，决定聘任下列同志职务，聘期三年：\n党政办\n主任：王建国\n副主任：李 雪\n教务处\n副主任：周海涛  孙 丽（女）\n\n青云县第一中学\n2022年8月25日\n",
        &[
            "王建国 appoint 党政办/主任",
            "李雪 appoint 党政办/副主任",
            "周海涛 appoint 教务处/副主任",
            "孙丽 appoint 教务处/副主任",
        ],
    );
}

#[test]
fn an_election_names_its_body_in_its_title() {
    holds(
        "中共青云县白岩镇委员会\n关于白岩镇妇女联合会选举结果的批复\n白委〔2021〕12号\n\n镇妇联：\n经研究，同意选举结果。\n主  席：罗 敏\n副主席：沈秋月、史 湘 云\n\n中共青云县白岩镇委员会\n2021年4月6日\n",
        &[
            "罗敏 elect 白岩镇妇女联合会/主席",
            "沈秋月 elect 白岩镇妇女联合会/副主席",
            "史湘云 elect 白岩镇妇女联合会/副主席",
        ],
    );
}

#[test]
fn a_table_without_rules_may_have_empty_cells() {
    holds(
        "青云县财政局\n关于科室负责人任免的通知\n青财〔2022〕14号\n各科室：\n经局党组研究决定：\n姓名    任职          免职\n沈知远  预算股股长    国库股股长\n李 雪   国库股股长\n方圆                  预算股副股长\n\n青云县财政局\n2022年6月28日\n",
        &[
            "沈知远 appoint 预算股/股长",
            "沈知远 dismiss 国库股/股长",
            "李雪 appoint 国库股/股长",
            "方圆 dismiss 预算股/副股长",
        ],
    );
}

#[test]
fn a_letter_speaks_to_the_person() {
    holds(
        "中共青云县委组织部\n关于田野同志任职的通知\n\n田野同志：\n    经县委研究，决定任命你为县水利局副局长，免去你县审计局办公室主任职务。\n\n中共青云县委组织部\n2022年3月30日\n",
        &["田野 appoint 县水利局/副局长", "田野 dismiss 县审计局办公室/主任"],
    );
}

#[test]
fn a_decision_that_is_withdrawn_appoints_nobody() {
    holds(
        "青云县人民政府关于撤销沈知远任职决定的通知\n青政发〔2022〕15号\n各乡镇人民政府：\n县人民政府研究，决定撤销关于任命沈知远为县水利局局长的决定。\n青云县人民政府\n2022年4月8日\n",
        &[],
    );
}

/// An order of the county of Qingyun with these lines as its body.
fn order(body: &str) -> String {
    format!(
        "青云县人民政府\n关于王建国等同志任免职的通知\n青政人〔2022〕8号\n\n县政府各部门：\n{body}\n\n青云县人民政府\n2022年8月25日\n"
    )
}

#[test]
fn a_heading_that_is_nothing_but_its_verb_governs_the_lines_below() {
    holds(
        &order(
            "经研究，决定：\n【任命】\n王建国　县水利局局长\n（二）解聘人员：\n李 雪　县文化馆副馆长\n表三：辞职\n周海涛　县财政局副局长",
        ),
        &["王建国 appoint 县水利局/局长", "李雪 dismiss 县文化馆/副馆长", "周海涛 accept_resignation 县财政局/副局长"],
    );
}

#[test]
fn a_unit_before_a_colon_gives_itself_to_what_stands_behind() {
    holds(
        &order(
            "经研究，决定任命：\n一、县第一中学：王建国　高级教师；李 雪（女）　一级教师；\n第二支部：书记周海涛，委员孙丽（女）、方圆\n县水利局：罗敏同志任局长，免去其副局长职务。\n（四）木材厂\n沈知远同志任厂长；免去江流同志厂长职务。",
        ),
        &[
            "王建国 appoint 县第一中学/高级教师",
            "李雪 appoint 县第一中学/一级教师",
            "周海涛 appoint 第二支部/书记",
            "孙丽 appoint 第二支部/委员",
            "方圆 appoint 第二支部/委员",
            "罗敏 appoint 县水利局/局长",
            "罗敏 dismiss 县水利局/副局长",
            "沈知远 appoint 木材厂/厂长",
            "江流 dismiss 木材厂/厂长",
        ],
    );
}

#[test]
fn names_may_stand_before_the_post_that_closes_them() {
    holds(
        &order("任命：\n王建国　　　李 雪（女）\n周海涛　　　欧阳飞燕\n为青云县人民法院人民陪审员，任期五年。"),
        &[
            "王建国 appoint 青云县人民法院/人民陪审员",
            "李雪 appoint 青云县人民法院/人民陪审员",
            "周海涛 appoint 青云县人民法院/人民陪审员",
            "欧阳飞燕 appoint 青云县人民法院/人民陪审员",
        ],
    );
}

#[test]
fn a_blank_parts_name_and_post() {
    holds(
        &order("免去 国 栋 景区综合执法大队大队长职务。\n免去原生产部经理陶一民职务。"),
        &["国栋 dismiss 景区综合执法大队/大队长", "陶一民 dismiss 生产部/经理"],
    );
}

#[test]
fn the_titles_of_a_list_take_the_unit_of_the_title_above_them() {
    holds(
        "青云县第十六届人民代表大会第一次会议公告\n\n青云县第十六届人民代表大会第一次会议于2022年1月16日选出：\n\n青云县人民政府县长：\n王建国\n副县长（2名，按姓氏笔画为序）：\n李 雪（女）　　周海涛\n现予公告。\n\n青云县第十六届人民代表大会第一次会议主席团\n2022年1月16日\n",
        &["王建国 elect 青云县人民政府/县长", "李雪 elect 青云县人民政府/副县长", "周海涛 elect 青云县人民政府/副县长"],
    );
}

#[test]
fn a_group_is_named_as_the_text_names_it_in_full() {
    holds(
        "青云县人民政府\n关于调整县防汛指挥部成员的通知\n青政发〔2022〕9号\n\n各乡镇：\n现将青云县防汛指挥部组成人员调整如下：\n一、指挥部\n指挥长：王建国（县长）\n二、成员\n　　　　李 雪（县水利局局长）\n　　　　周海涛（县财政局局长）\n\n青云县人民政府\n2022年5月5日\n",
        &[
            "王建国 appoint 青云县防汛指挥部/指挥长",
            "李雪 appoint 青云县防汛指挥部/成员",
            "周海涛 appoint 青云县防汛指挥部/成员",
        ],
    );
}

#[test]
fn a_row_without_its_unit_takes_that_of_the_row_above() {
    holds(
        &order(
            "经研究，聘任：\n办公室　　主　任　王建国\n　　　　　副主任　李 雪（女）\n护 理 部　　主任　孙二（女）\n信贷科　　科　长　卜算",
        ),
        &[
            "王建国 appoint 办公室/主任",
            "李雪 appoint 办公室/副主任",
            "孙二 appoint 护理部/主任",
            "卜算 appoint 信贷科/科长",
        ],
    );
}

#[test]
fn posts_right_before_names_are_read_and_nobody_fills_a_vacancy() {
    holds(
        "青云县水利局\n关于调整内设机构负责人的通知\n青水〔2022〕9号\n\n各科室：\n经研究，对内设机构负责人调整如下：\n综合处处长王建国（兼），副处长李雪；\n征迁处处长暂缺，副处长史起主持工作。\n\n青云县水利局\n2022年5月5日\n",
        &["王建国 appoint 综合处/处长", "李雪 appoint 综合处/副处长", "史起 appoint 征迁处/副处长"],
    );
}

#[test]
fn votes_are_no_part_of_a_name() {
    holds(
        "青溪镇老虎沟村第十二届村民委员会选举结果公告\n\n现公布当选人员：\n主任：王建国，得1003票\n委员：李雪（女），得901票；周海涛，得890票\n\n老虎沟村村民选举委员会\n2021年1月9日\n",
        &[
            "王建国 elect 青溪镇老虎沟村第十二届村民委员会/主任",
            "李雪 elect 青溪镇老虎沟村第十二届村民委员会/委员",
            "周海涛 elect 青溪镇老虎沟村第十二届村民委员会/委员",
        ],
    );
}

#[test]
fn who_signs_is_not_appointed() {
    holds(
        "青云县公安局\n命　令\n青公政令〔2020〕45号\n\n任命：\n王建国同志为治安管理支队支队长；\n免去：\n李雪（女）同志指挥中心副主任职务。\n\n青云县公安局局长　　路之信\n2020年10月15日\n",
        &["王建国 appoint 治安管理支队/支队长", "李雪 dismiss 指挥中心/副主任"],
    );
}

#[test]
fn a_bill_only_puts_forward() {
    holds(
        "青云县人民政府关于提请任命王建国同志职务的议案\n\n县人大常委会：\n提请任命：\n王建国同志为县教育局局长；\n提请免去：\n李雪同志的县教育局局长职务。\n请审议。\n\n县长：周海涛\n2021年7月2日\n",
        &["王建国 nominate 县教育局/局长"],
    );
}

#[test]
fn a_group_may_be_listed_without_colons() {
    holds(
        "青云县人民政府\n关于调整青云县食品安全委员会成员的通知\n青政发〔2022〕9号\n\n各乡镇：\n现将成员调整如下：\n主　任　　王建国　　县委副书记、县长\n副主任　　李　雪（女）　副县长\n　　　　　周海涛　　县公安局局长\n\n青云县人民政府\n2022年5月5日\n",
        &[
            "王建国 appoint 青云县食品安全委员会/主任",
            "李雪 appoint 青云县食品安全委员会/副主任",
            "周海涛 appoint 青云县食品安全委员会/副主任",
        ],
    );
}

#[test]
fn an_odd_name_among_others_loses_nobody() {
    holds(
        &order(
            "任命下列同志为青云县人民法院人民陪审员：\n王建国　　计划（女）　李　雪（女）\n董　事　　周海涛　　洛桑扎西\n任期五年。",
        ),
        &[
            "王建国 appoint 青云县人民法院/人民陪审员",
            "计划 appoint 青云县人民法院/人民陪审员",
            "李雪 appoint 青云县人民法院/人民陪审员",
            "董事 appoint 青云县人民法院/人民陪审员",
            "周海涛 appoint 青云县人民法院/人民陪审员",
            "洛桑扎西 appoint 青云县人民法院/人民陪审员",
        ],
    );
}

#[test]
fn lines_without_a_mark_at_their_end_stay_apart_and_broken_ones_join() {
    holds(
        &order(
            "任命：\n王小雨（女）、公茂林为青云县人民检察院检察员\n李大明为青云县人民检察院副检察长\n蓝海涛、师小月（女）、鄂文举、景思源、周海涛\n为青云县人民法院审判员",
        ),
        &[
            "王小雨 appoint 青云县人民检察院/检察员",
            "公茂林 appoint 青云县人民检察院/检察员",
            "李大明 appoint 青云县人民检察院/副检察长",
            "蓝海涛 appoint 青云县人民法院/审判员",
            "师小月 appoint 青云县人民法院/审判员",
            "鄂文举 appoint 青云县人民法院/审判员",
            "景思源 appoint 青云县人民法院/审判员",
            "周海涛 appoint 青云县人民法院/审判员",
        ],
    );
}

#[test]
fn a_list_takes_its_verb_from_the_title_and_a_line_tells_who_sends_whom() {
    holds(
        "青云县人民代表大会常务委员会任命名单\n（2023年8月29日青云县第十六届人民代表大会常务委员会第十三次会议通过）\n\n罗 敏（女）为青云县卫生健康局局长；\n沈秋月、高大为、任 静为青云县人民法院审判员。\n",
        &[
            "罗敏 appoint 青云县卫生健康局/局长",
            "沈秋月 appoint 青云县人民法院/审判员",
            "高大为 appoint 青云县人民法院/审判员",
            "任静 appoint 青云县人民法院/审判员",
        ],
    );
    holds(
        "中共青云县委组织部\n关于选派驻村第一书记挂职的通知\n\n青组通〔2023〕18号\n\n各乡镇党委：\n    选派以下同志到村挂职，时间两年：\n县财政局　罗敏　挂任白岩乡平弯村第一书记\n县司法局　沈秋月　挂任白岩乡上门村第一书记\n\n中共青云县委组织部\n2023年4月26日\n",
        &["罗敏 appoint 白岩乡平弯村/第一书记", "沈秋月 appoint 白岩乡上门村/第一书记"],
    );
}

#[test]
fn a_board_decides_by_resolutions_and_a_report_of_an_election_is_one() {
    holds(
        "青云县水务集团有限公司董事会\n第三届第七次会议决议\n\n青水董〔2020〕11号\n\n会议由董事长主持，形成如下决议：\n一、同意聘任罗敏为集团公司总经理，任期三年；\n二、同意解聘沈秋月集团公司总经理职务。\n\n青云县水务集团有限公司董事会\n2020年9月25日\n",
        &["罗敏 appoint 集团公司/总经理", "沈秋月 dismiss 集团公司/总经理"],
    );
    holds(
        "青云县供销合作社第六次社员代表大会选举结果报告\n\n青云县供销合作社理事会主任：罗敏（女）\n青云县供销合作社监事会主任：沈秋月\n\n青云县供销合作社\n2022年9月28日\n",
        &["罗敏 elect 青云县供销合作社理事会/主任", "沈秋月 elect 青云县供销合作社监事会/主任"],
    );
}

#[test]
fn a_life_that_has_ended_appoints_nobody() {
    holds(
        "本报讯　青云县人民检察院原检察长罗敏同志，因病于2023年2月11日逝世，享年83岁。\n1993年1月，青云县第八届人民代表大会第一次会议选举罗敏为青云县人民检察院检察长。\n",
        &[],
    );
}

#[test]
fn a_heading_of_one_word_heads_the_lines_below_whatever_stands_above() {
    holds(
        "青云县教育局关于部分干部任免职的通知\n青教人〔2023〕8号\n各学校：\n经研究，现将部分干部任免名单公布如下：\n任职\n韩磊 县第一中学副校长（试用期一年）\n阿依古丽（女，维吾尔族）县第二中学副校长（挂职）\n免职\n苏文谦 县第一中学副校长\n青云县教育局\n2023年3月2日\n",
        &["韩磊 appoint 县第一中学/副校长", "阿依古丽 appoint 县第二中学/副校长", "苏文谦 dismiss 县第一中学/副校长"],
    );
}

#[test]
fn an_index_that_a_page_broke_still_stands_above_its_paper() {
    let text = "索引号：QY01-0200-2022-0087\t分 类：人事信息\n发布机构：青云县人民政府办公室\t发文日期：2022年\n11月08日\n名 称：青云县人民政府关于韩磊等同志职务任免的通知\n文 号：青政任〔2022〕14号\t主题词：\n发布日期：2022年11月15日\t字号：[大中小]\n[打印] [关闭]\n青云县人民政府关于韩磊等同志\n职务任免的通知\n各乡镇人民政府：\n　　任命韩磊为县水利局副局长。\n青云县人民政府\n2022年11月8日\n";
    holds(text, &["韩磊 appoint 县水利局/副局长"]);
    let papers = read(text, &Options::default());
    assert_eq!(papers[0].number.as_ref().map(|number| number.text.as_str()), Some("青政任〔2022〕14号"));
}

#[test]
fn a_name_and_a_colon_lead_clauses_or_posts() {
    holds(
        "青云县人民政府\n关于罗敏等任免职务的通知\n\n青政任〔2020〕11号\n\n各乡镇人民政府：\n县政府决定：\n罗敏：任县水利局局长，免县水利局副局长；\n沈秋月（女）：任县审计局总审计师（试用期一年）；\n高大为：免县审计局总审计师。\n\n青云县人民政府\n2020年9月8日\n",
        &[
            "罗敏 appoint 县水利局/局长",
            "罗敏 dismiss 县水利局/副局长",
            "沈秋月 appoint 县审计局/总审计师",
            "高大为 dismiss 县审计局/总审计师",
        ],
    );
}

#[test]
fn a_paper_that_issues_a_list_of_appointments_makes_them() {
    holds(
        "青云县教育局文件\n青教人〔2024〕17号\n\n关于印发部分学校领导班子成员任免名单的通知\n\n各学校：\n　　《部分学校领导班子成员任免名单》已经县教育局党组会议讨论通过，现印发给你们。\n\n青云县教育局\n2024年8月1日\n\n部分学校领导班子成员任免名单\n姓　名\t任　何　职\t免　何　职\n委玉林\t县第二高级中学校长\t县第三初级中学校长\n罗　敏（女）\t\t县第二高级中学校长\n",
        &[
            "委玉林 appoint 县第二高级中学/校长",
            "委玉林 dismiss 县第三初级中学/校长",
            "罗敏 dismiss 县第二高级中学/校长",
        ],
    );
}

#[test]
fn units_lead_their_clauses_one_behind_the_other() {
    holds(
        "青云县第一中学文件\n青一中发〔2023〕12号\n\n关于调整聘任学校中层管理干部的通知\n\n各处室：\n经学校党总支委员会讨论通过，对学校中层管理干部作如下调整：\n（一）总务处：聘罗敏为副主任，免去闻生主任职务；\n（二）高一年级部：聘沈秋月为主任；高二年级部：聘高大为为主任。\n\n青云县第一中学\n2023年8月24日\n",
        &[
            "罗敏 appoint 总务处/副主任",
            "闻生 dismiss 总务处/主任",
            "沈秋月 appoint 高一年级部/主任",
            "高大为 appoint 高二年级部/主任",
        ],
    );
}

#[test]
fn a_group_is_changed_title_by_title_or_listed_in_a_table() {
    holds(
        "中共青云县委办公室\n关于调整县委乡村振兴工作领导小组组成人员的通知\n青委办〔2022〕9号\n\n各乡镇党委：\n因人员变动，调整如下：组长调整为罗敏同志，副组长调整为沈秋月、高大为（女）同志，其他成员不变。\n\n中共青云县委办公室\n2022年2月14日\n",
        &[
            "罗敏 appoint 县委乡村振兴工作领导小组/组长",
            "沈秋月 appoint 县委乡村振兴工作领导小组/副组长",
            "高大为 appoint 县委乡村振兴工作领导小组/副组长",
        ],
    );
    holds(
        "青云县人民政府办公室\n关于成立县重点项目攻坚指挥部的通知\n青政办〔2024〕15号\n\n各有关单位：\n　　决定成立县重点项目攻坚指挥部。组成人员名单如下：\n\n职务\t姓名\t工作单位及职务\n指挥长\t罗　敏\t县委常委、副县长\n成员\t沈秋月\t县财政局局长\n\n青云县人民政府办公室\n2024年3月11日\n",
        &["罗敏 appoint 县重点项目攻坚指挥部/指挥长", "沈秋月 appoint 县重点项目攻坚指挥部/成员"],
    );
}

#[test]
fn what_somebody_is_by_now_stands_between_commas() {
    holds(
        "中共青云县委组织部\n关于选派科技副乡镇长的通知\n\n青组函〔2023〕62号\n\n各乡镇党委：\n　　决定选派以下2名同志到乡镇挂职，挂职时间一年：\n　　罗敏（女，壮族），省农业科学院助理研究员，挂任柳河乡人民政府副乡长；\n　　沈秋月，省林业勘察设计院工程师，挂任白沙镇党委委员、白沙镇人民政府副镇长。\n\n中共青云县委组织部\n2023年8月28日\n",
        &[
            "罗敏 appoint 柳河乡人民政府/副乡长",
            "沈秋月 appoint 白沙镇党委/委员",
            "沈秋月 appoint 白沙镇人民政府/副镇长",
        ],
    );
}

#[test]
fn how_it_is_done_is_nobodys_name_and_a_meeting_appoints_nobody() {
    holds(
        "中共青云县委\n关于免去罗敏同志职务的决定\n\n青委干〔2023〕88号\n\n中共白岩镇委员会：\n　　县委研究决定：\n　　免去罗敏同志的白岩镇党委书记职务，并按有关规定免去其白岩镇人大主席职务。\n\n中共青云县委\n2023年6月30日\n",
        &["罗敏 dismiss 白岩镇党委/书记", "罗敏 dismiss 白岩镇人大/主席"],
    );
    holds(
        "中共青云县委办公室\n关于召开全县干部大会的通知\n\n青委办〔2021〕33号\n\n各乡镇党委：\n　　经县委研究，定于2021年8月6日召开全县干部大会，宣布市委关于县委主要领导职务调整的决定。会务组组长由县委办公室副主任罗敏同志担任。\n\n中共青云县委办公室\n2021年8月5日\n",
        &[],
    );
}

#[test]
fn titles_stand_above_their_names_in_a_list_of_those_elected() {
    holds(
        "政协青云县第十三届委员会主席、副主席、常务委员名单\n（2023年1月13日政协青云县第十三届委员会第一次会议选举产生）\n\n主　席\n辛怀远\n\n副主席（2名）\n罗　敏　　沈秋月（女，回族）\n\n常务委员（4名，按姓氏笔画为序）\n丁向东　　田免成　　白　云（女）　　高大为\n",
        &[
            "辛怀远 elect 政协青云县第十三届委员会/主席",
            "罗敏 elect 政协青云县第十三届委员会/副主席",
            "沈秋月 elect 政协青云县第十三届委员会/副主席",
            "丁向东 elect 政协青云县第十三届委员会/常务委员",
            "田免成 elect 政协青云县第十三届委员会/常务委员",
            "白云 elect 政协青云县第十三届委员会/常务委员",
            "高大为 elect 政协青云县第十三届委员会/常务委员",
        ],
    );
}

#[test]
fn a_second_list_below_the_names_of_the_first_is_a_paper_of_its_own() {
    let text = "中国共产党青云县第八届委员会书记、副书记名单\n\n（2021年9月27日中国共产党青云县第八届委员会第一次全体会议选举）\n\n书　　记：辛怀远\n副 书 记：罗　敏　　沈秋月（女）\n\n中国共产党青云县第八届纪律检查委员会\n书记、副书记名单\n\n（2021年9月27日中国共产党青云县第八届纪律检查委员会第一次全体会议选举，\n青云县第八届委员会第一次全体会议通过）\n\n书　　记：高大为\n";
    holds(
        text,
        &[
            "辛怀远 elect 中国共产党青云县第八届委员会/书记",
            "罗敏 elect 中国共产党青云县第八届委员会/副书记",
            "沈秋月 elect 中国共产党青云县第八届委员会/副书记",
            "高大为 elect 中国共产党青云县第八届纪律检查委员会/书记",
        ],
    );
    assert_eq!(read(text, &Options::default()).len(), 2);
}

#[test]
fn a_bare_title_below_a_post_in_full_is_of_the_same_body_and_names_may_have_any_characters() {
    holds(
        "青云县第十四届人民代表大会第一次会议公告\n第3号\n\n青云县第十四届人民代表大会第一次会议依法选出：\n\n青云县人民代表大会常务委员会主任　　　　辛怀远\n　　　　　　　　　　副主任　　罗　敏　沈秋月（女）\n\n青云县县长　　　高大为\n　　　副县长　　连海平　　原　野\n\n现予公告。\n\n青云县第十四届人民代表大会第一次会议主席团\n2023年1月15日\n",
        &[
            "辛怀远 elect 青云县人民代表大会常务委员会/主任",
            "罗敏 elect 青云县人民代表大会常务委员会/副主任",
            "沈秋月 elect 青云县人民代表大会常务委员会/副主任",
            "高大为 elect 青云县/县长",
            "连海平 elect 青云县/副县长",
            "原野 elect 青云县/副县长",
        ],
    );
    holds(
        "青云学院关于公布新一届系行政领导班子聘任的通知\n青学院人〔2019〕73号\n\n各单位：\n经校长办公会议审定，聘任以下人员：\n\n▲ 聘任\n　土木工程系　　主　任　　凡　星\n　　　　　　　　副主任　　广　平　　车可心（女）\n\n青云学院\n2019年6月28日\n",
        &["凡星 appoint 土木工程系/主任", "广平 appoint 土木工程系/副主任", "车可心 appoint 土木工程系/副主任"],
    );
}

#[test]
fn those_above_are_confirmed_and_those_below_appointed() {
    holds(
        "青云县人民政府关于罗敏等试用期满正式任职和高大为等任免职的通知\n青政任〔2018〕53号\n\n各乡镇人民政府：\n\n县政府决定：\n\n罗敏任县公安局副局长（任职时间从2017年4月算起）；\n\n沈秋月（女）任县体育局副局长（任职时间从2017年4月算起）；\n\n以上2名同志试用期满，正式任职。\n\n高大为任县教育局副局长；\n\n免去辛怀远的县教育局副局长职务。\n\n青云县人民政府\n2018年6月4日\n",
        &[
            "罗敏 confirm 县公安局/副局长",
            "沈秋月 confirm 县体育局/副局长",
            "高大为 appoint 县教育局/副局长",
            "辛怀远 dismiss 县教育局/副局长",
        ],
    );
}

#[test]
fn ranks_are_read_in_tables_and_taken_away_without_a_pronoun() {
    holds(
        "中共青云县委组织部文件\n青组职〔2022〕103号\n\n关于同意县财政局等单位公务员晋升职级的批复\n\n县财政局党组：\n    经部务会议研究，同意下列同志晋升职级（名单见下），职级任职时间从2022年11月算起。\n\n单位\t姓名\t现职级\t晋升职级\n县财政局\t罗　敏（女）\t二级主任科员\t一级主任科员\n白岩镇\t沈秋月\t一级科员\t四级主任科员\n\n    此复\n\n中共青云县委组织部\n2022年11月21日\n",
        &["罗敏 appoint 县财政局/一级主任科员", "沈秋月 appoint 白岩镇/四级主任科员"],
    );
    holds(
        "青云县人民检察院\n关于罗敏同志职级任免的通知\n青检政〔2022〕14号\n\n各部门：\n罗敏任二级主任科员，免去三级主任科员职级。\n\n青云县人民检察院\n2022年7月4日\n",
        &["罗敏 appoint -/二级主任科员", "罗敏 dismiss -/三级主任科员"],
    );
}

#[test]
fn a_unit_in_heavy_brackets_heads_its_clauses() {
    holds(
        "青云高新技术产业开发区管理委员会\n关于聘任（解聘）罗敏等同志职务的通知\n青高管人〔2022〕6号\n\n各部门：\n　　管委会决定：\n　　【党政办公室】\n　　聘罗　敏为主任；\n　　【招商一局】\n　　聘沈秋月为局长，解聘其招商二局副局长职务。\n\n青云高新技术产业开发区管理委员会\n2022年3月29日\n",
        &["罗敏 appoint 党政办公室/主任", "沈秋月 appoint 招商一局/局长", "沈秋月 dismiss 招商二局/副局长"],
    );
}

#[test]
fn a_word_of_respect_makes_a_name_of_any_characters() {
    holds(
        "青云县公安局\n关于部分干部职务调整的通知\n青公政〔2022〕55号\n\n各派出所：\n经局党委会议研究决定：\n一、任职\n石文所同志任河西派出所所长。\n二、免职\n石文所同志治安管理大队副大队长职务；\n阳光同志兼任的图书信息中心主任职务。\n\n青云县公安局\n2022年9月20日\n",
        &["石文所 appoint 河西派出所/所长", "石文所 dismiss 治安管理大队/副大队长", "阳光 dismiss 图书信息中心/主任"],
    );
}

#[test]
fn county_orders_end_posts_in_many_words() {
    holds(
        "青云县人民政府\n关于罗敏等同志工作职务的通知\n青政任字〔2024〕6号\n\n各乡镇人民政府：\n县人民政府决定：\n罗敏同志任青云县水务局局长，青云县防汛抗旱服务中心主任职务同时免除；\n沈秋月同志（女）调任青云县审计局副局长，原任青云县统计局副局长职务免去；\n解除高大为同志所任青云县水务局局长职务。\n\n青云县人民政府\n2024年3月18日\n",
        &[
            "罗敏 appoint 青云县水务局/局长",
            "罗敏 dismiss 青云县防汛抗旱服务中心/主任",
            "沈秋月 appoint 青云县审计局/副局长",
            "沈秋月 dismiss 青云县统计局/副局长",
            "高大为 dismiss 青云县水务局/局长",
        ],
    );
    holds(
        "青云县人力资源和社会保障局\n关于罗敏等同志免职退休的函\n青人社函〔2020〕73号\n\n县教育局：\n现将有关同志免职退休事项函告如下：\n县交通运输局罗敏同志到达法定退休年龄，免去其县道路运输管理所副所长职务，准予退休；\n县教育局沈秋月同志（女）符合提前退休条件，免去其县教育局一级主任科员职级。\n\n青云县人力资源和社会保障局\n2020年9月11日\n",
        &["罗敏 dismiss 县道路运输管理所/副所长", "沈秋月 dismiss 县教育局/一级主任科员"],
    );
}

#[test]
fn posts_that_were_competed_for_and_rivers_have_holders() {
    holds(
        "中共青云县房产局党组\n关于中层岗位竞聘上岗结果及聘任的通知\n青房党〔2023〕15号\n\n各科室：\n现决定聘任下列同志：\n竞聘办公室主任岗位：罗敏；\n竞聘物业管理科科长岗位：沈秋月（女）。\n\n中共青云县房产局党组\n2023年11月13日\n",
        &["罗敏 appoint 办公室/主任", "沈秋月 appoint 物业管理科/科长"],
    );
    holds(
        "青云县河长制办公室\n关于调整部分县级河长的通知\n青河长办〔2023〕5号\n\n各乡镇人民政府：\n罗敏同志任汀江县级河长，不再担任白沙河县级河长；\n免去沈秋月同志汀江县级河长职务。\n\n青云县河长制办公室\n2023年4月17日\n",
        &["罗敏 appoint 汀江/县级河长", "罗敏 dismiss 白沙河/县级河长", "沈秋月 dismiss 汀江/县级河长"],
    );
}

#[test]
fn a_board_of_a_company_and_a_group_below_a_group_are_named_after_it() {
    holds(
        "青云县国有资产监督管理局\n关于委派董事、监事的通知\n青国资任〔2022〕16号\n\n青云粮食有限公司：\n委派罗敏为青云粮食有限公司监事、监事会主席。\n\n青云县国有资产监督管理局\n2022年6月6日\n",
        &["罗敏 appoint 青云粮食有限公司/监事", "罗敏 appoint 青云粮食有限公司监事会/主席"],
    );
    holds(
        "青云县中心医院文件\n青医发〔2021〕29号\n关于调整医院感染管理委员会成员的通知\n\n各科室：\n主任委员由院长罗敏担任；\n医院感染管理委员会下设感染监测小组，由感控科科长沈秋月任组长。\n\n青云县中心医院\n2021年6月10日\n",
        &["罗敏 appoint 医院感染管理委员会/主任委员", "沈秋月 appoint 感染监测小组/组长"],
    );
}

#[test]
fn a_list_of_who_attends_appoints_nobody_and_what_stands_behind_a_comma_is_held_beside() {
    holds(
        "青云县2023年第二次干部任免工作联席会议签到名单\n\n时间：2023年4月20日上午\n出席人员：\n县委编办副主任　　　　　　　罗敏\n县司法局政工室主任　　　　　沈秋月（女）\n",
        &[],
    );
    holds(
        "中共青云县委\n关于印发《干部任免名单》的通知\n青委〔2021〕66号\n\n各乡镇党委：\n现将《干部任免名单》印发给你们。\n\n中共青云县委\n2021年8月16日\n\n干部任免名单\n\n一、任职\n罗　敏　县委统战部副部长，兼县民族宗教事务局局长\n",
        &["罗敏 appoint 县委统战部/副部长", "罗敏 appoint 县民族宗教事务局/局长"],
    );
}

#[test]
fn how_long_may_stand_in_the_bracket_of_the_heading() {
    let text = "青云县教育局\n关于校长聘任的通知\n青教人〔2022〕80号\n\n各学校：\n　　经局党组会议研究，决定聘任（聘期四年，自2022年8月1日至2026年7月31日）：\n　　罗敏同志任青云县高级中学校长。\n\n青云县教育局\n2022年7月20日\n";
    holds(text, &["罗敏 appoint 青云县高级中学/校长"]);
    assert_eq!(read(text, &Options::default())[0].items[0].term_months, Some(48));
}

#[test]
fn a_council_and_its_officers_are_read_under_counted_headings_and_sessions() {
    holds(
        "中国共产党白岩镇第十四次代表大会\n选　举　结　果　公　告\n\n中国共产党白岩镇第十四次代表大会于2021年9月26日选举产生了中国共产党白岩镇第十四届委员会。现公告如下\n\n一、中国共产党白岩镇第十四届委员会委员（4名，按姓氏笔画为序）\n罗　敏　　　沈秋月（女）　　郑常委　　　高大为\n\n二、中国共产党白岩镇第十四届委员会第一次全体会议选举结果\n书　记　　罗　敏\n\n中国共产党白岩镇第十四次代表大会主席团\n2021年9月26日\n",
        &[
            "罗敏 elect 中国共产党白岩镇第十四届委员会/委员",
            "沈秋月 elect 中国共产党白岩镇第十四届委员会/委员",
            "郑常委 elect 中国共产党白岩镇第十四届委员会/委员",
            "高大为 elect 中国共产党白岩镇第十四届委员会/委员",
            "罗敏 elect 中国共产党白岩镇第十四届委员会/书记",
        ],
    );
    holds(
        "青云县地方志学会第七届理事会理事名单\n\n（2019年11月9日第七次会员代表大会选举产生）\n\n会　长　　罗　敏\n副秘书长　方　言　　温知行\n理　事\n上官云　马　导　木　兰（女，满族）\n",
        &[
            "罗敏 elect 青云县地方志学会第七届理事会/会长",
            "方言 elect 青云县地方志学会第七届理事会/副秘书长",
            "温知行 elect 青云县地方志学会第七届理事会/副秘书长",
            "上官云 elect 青云县地方志学会第七届理事会/理事",
            "马导 elect 青云县地方志学会第七届理事会/理事",
            "木兰 elect 青云县地方志学会第七届理事会/理事",
        ],
    );
}

#[test]
fn an_empty_line_is_the_empty_cell_of_a_copied_table() {
    holds(
        "青云县人民政府关于印发县政府工作人员任免名单的通知\n青政干〔2024〕3号\n\n各乡镇人民政府：\n现将任免名单印发给你们。\n\n青云县人民政府\n2024年1月22日\n\n任免名单\n\n姓名\n任命职务\n免去职务\n备注\n罗敏\n县应急管理局局长\n县民政局局长\n\n沈秋月\n县民政局局长\n\n试用期一年\n高大为\n\n县应急管理局局长\n退休\n",
        &[
            "罗敏 appoint 县应急管理局/局长",
            "罗敏 dismiss 县民政局/局长",
            "沈秋月 appoint 县民政局/局长",
            "高大为 dismiss 县应急管理局/局长",
        ],
    );
}
