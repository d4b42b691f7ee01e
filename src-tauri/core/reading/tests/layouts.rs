//! Lines as life leaves them: without marks at their ends, broken where the page was full. All persons invented.

use renmian_reading::{Options, read};

fn items(text: &str) -> Vec<String> {
    read(text, &Options::default())
        .iter()
        .flat_map(|paper| &paper.items)
        .map(|item| {
            let kind = serde_json::to_value(item.kind).unwrap_or_default();
            let unit = item.post.organisation.as_deref().unwrap_or("-");
            format!("{} {} {unit}/{}", item.person.name, kind.as_str().unwrap_or_default(), item.post.title)
        })
        .collect()
}

/// An order of the county of Qingyun with these lines as its body.
fn order(body: &str) -> String {
    format!(
        "青云县人民政府\n关于王建国等同志任免职的通知\n青政人〔2022〕8号\n\n县政府各部门：\n{body}\n\n青云县人民政府\n2022年8月25日\n"
    )
}

#[test]
fn a_verb_begins_a_clause_where_no_mark_ended_the_one_before() {
    let wanted = ["王建国 appoint 县水利局/副局长", "李雪 dismiss 县财政局/副局长"];
    assert_eq!(items(&order("    任命王建国为县水利局副局长\n    免去李雪的县财政局副局长职务")), wanted);
    assert_eq!(items(&order("任命王建国为县水利局副局长免去李雪的县财政局副局长职务")), wanted);
}

#[test]
fn two_blanks_begin_a_paragraph_below_a_line_that_was_not_full() {
    let body = "    县政府决定对有关领导同志的职务作如下调整，自二〇二二年八月起执行，请各单位认真贯彻：\n    提名王建国为县供销社主任人选\n    李雪同志任县财政局副局长，试用期一年\n    以上同志请按规定办理手续";
    assert_eq!(items(&order(body)), ["王建国 nominate 县供销社/主任", "李雪 appoint 县财政局/副局长"]);
}

#[test]
fn a_name_that_the_end_of_a_full_line_broke_is_whole() {
    let body = "    县消防安全委员会办公室设在县消防救援大队，办公室主任由芮春生\n同志兼任，办公室副主任由县消防救援大队副大队长诸葛明、县水利局副局长呼\n延平担任。";
    assert!(items(&order(body)).contains(&"呼延平 appoint 办公室/副主任".to_owned()), "{:?}", items(&order(body)));
}

#[test]
fn a_report_tells_of_papers_and_is_none_of_them() {
    let text = "央视网消息（新闻联播）：十三届全国人大常委会第二十四次会议26日下午在北京人民大会堂闭幕。会议经表决，决定免去沈秋月的国家民族事务委员会主任职务\n会议表决通过了全国人大常委会代表资格审查委员会关于个别代表的代表资格的报告\n会议经表决，任命罗敏为全国人大民族委员会副主任委员\n";
    assert_eq!(items(text), ["沈秋月 dismiss 国家民族事务委员会/主任", "罗敏 appoint 全国人大民族委员会/副主任委员"]);
}

#[test]
fn a_row_that_ends_as_a_country_does_is_no_body_that_signs() {
    assert_eq!(
        items(&order("任职人员：\n县水利局局长　　　　王建国\n县财政局副局长　　　李　雪（女）")),
        ["王建国 appoint 县水利局/局长", "李雪 appoint 县财政局/副局长"]
    );
}

#[test]
fn a_unit_with_a_colon_gives_the_clauses_below_their_unit() {
    assert_eq!(
        items(&order("县水利局：\n任命王建国为局长；\n免去李雪的副局长职务。\n县财政局：\n任命沈秋月为副局长。")),
        ["王建国 appoint 县水利局/局长", "李雪 dismiss 县水利局/副局长", "沈秋月 appoint 县财政局/副局长"]
    );
}

#[test]
fn the_last_of_those_dismissed_may_have_no_mark_behind_the_name() {
    assert_eq!(
        items(&order("免去：\n王建国、李雪县水利局副局长职务；\n沈秋月县审计局局长职务。")),
        ["王建国 dismiss 县水利局/副局长", "李雪 dismiss 县水利局/副局长", "沈秋月 dismiss 县审计局/局长"]
    );
}

#[test]
fn a_row_may_begin_with_its_verb() {
    assert_eq!(
        items(&order("任命\t王建国\t县水利局局长\n任命\t李雪\t县财政局副局长\n免去\t沈秋月\t县审计局副局长")),
        ["王建国 appoint 县水利局/局长", "李雪 appoint 县财政局/副局长", "沈秋月 dismiss 县审计局/副局长"]
    );
}
