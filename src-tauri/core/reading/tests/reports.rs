//! Reports of the press that carry a decision in full: what is around the decision, who decided, and what is only told
//! of. Persons are invented.

use renmian_domain::Paper;
use renmian_reading::{Options, read};

fn papers(text: &str) -> Vec<Paper> {
    read(text, &Options::default())
}

fn items(text: &str) -> Vec<String> {
    let said = |paper: &Paper| {
        let items = paper.items.iter().map(|item| {
            let kind = serde_json::to_value(item.kind).expect("a kind is JSON");
            let unit = item.post.organisation.as_deref().unwrap_or("-");
            let marks = [(item.concurrent, " concurrent"), (item.acting, " acting"), (!item.certain, " guess")];
            let marks: String = marks.iter().filter(|(set, _)| *set).map(|(_, mark)| *mark).collect();
            format!("{} {} {unit}/{}{marks}", item.person.name, kind.as_str().unwrap_or_default(), item.post.title)
        });
        items.collect::<Vec<_>>()
    };
    papers(text).iter().flat_map(said).collect()
}

/// Issuer and day of each paper in the text.
fn heads(text: &str) -> Vec<(Option<String>, Option<String>)> {
    papers(text).into_iter().map(|paper| (paper.issuer, paper.issued_on.map(|day| day.to_string()))).collect()
}

fn head(issuer: &str, day: Option<&str>) -> (Option<String>, Option<String>) {
    (Some(issuer.to_owned()), day.map(str::to_owned))
}

#[test]
fn headline_and_agency_are_no_part_of_the_decision() {
    for text in [
        "央视网消息（新闻联播）：本台消息：日前，中共中央决定：陆知远同志任青州省委书记。",
        "陆知远任青州省委书记\n新华社北京3月1日电（记者 田禾）日前，中共中央决定：陆知远同志任青州省委书记。",
        "青州省委主要负责同志职务调整\n2024-03-01 09:16　来源：江边新闻网\n本报讯　日前，中共中央决定：\n陆知远同志任青州省委书记。",
    ] {
        assert_eq!(items(text), ["陆知远 appoint 青州省委/书记"], "once, and from the text: {text}");
    }
}

#[test]
fn the_day_of_publication_is_the_day_of_a_report() {
    for line in [
        "2024-03-01 09:16:20　来源：江边新闻网",
        "发布时间：2024年3月1日　　稿件来源：江边新闻网　　浏览：3021次",
        "江边日报　2024年03月01日　星期五　第04版",
    ] {
        let text = format!("国务院任免国家工作人员\n{line}\n任命周正阳为水利部副部长。");
        assert_eq!(heads(&text), [head("国务院", Some("2024-03-01"))], "{line}");
    }
}

#[test]
fn who_decided_may_stand_before_the_grounds_in_the_headline_or_in_the_name_of_the_session() {
    for (text, issuer) in [
        (
            "新华社北京6月25日电　国务院依照有关规定，根据行政长官薛仲文的提名，2026年6月25日决定：任命霍启邦为保安局局长。",
            "国务院",
        ),
        ("国务院任免国家工作人员\n任命周正阳为水利部副部长；免去李明华的水利部副部长职务。", "国务院"),
        (
            "江边讯　昨日，青州市第十六届人大常委会第二次会议举行。会议经表决，决定任命周正阳为青州市水务局局长。",
            "青州市第十六届人大常委会",
        ),
        (
            "青州省第十四届人民代表大会第三次会议圆满完成各项议程，今天上午闭幕。会议选举周正阳为青州省人民政府省长。",
            "青州省第十四届人民代表大会",
        ),
        ("中央军委主席田禾签署命令，任命周正阳为西部战区司令员。", "中央军委主席"),
        (
            "江边大学召开教师干部大会。会上宣读了教育部党组关于江边大学校长任免的决定：周正阳任江边大学校长。",
            "教育部党组",
        ),
        ("据新华社电　经国务院批准，中国政府决定任命周正阳为中国政府中东问题特使。", "中国政府"),
        ("人事任免\n△国务院任命周正阳为国家知识产权局副局长。", "国务院"),
        ("央视网消息：事故发生后，国务院成立事故调查组，应急管理部副部长周正阳任组长。", "国务院"),
        ("国务院总理签署聘书\n央视网消息：国务院总理田禾近日签署聘书，聘任周正阳为国务院参事。", "国务院"),
        ("近日，教育部党组任命：\n周正阳同志任江边大学党委书记。", "教育部党组"),
        ("行政长官薛仲文今日宣布：\n委任容慧恩女士为行政会议成员。", "行政长官"),
    ] {
        assert_eq!(heads(text), [head(issuer, None)], "{text}");
    }
}

#[test]
fn what_a_session_told_of_elects_and_what_it_puts_forward_decides_nothing() {
    let elected = "民革青州省第九届委员会第一次全体会议11日举行。会议选举产生了民革青州省第九届委员会领导机构。\
                   周正阳当选民革青州省第九届委员会主任委员，李明华、田禾当选副主任委员。会议任命田禾（兼）为秘书长。";
    assert_eq!(
        items(elected),
        [
            "周正阳 elect 民革青州省第九届委员会/主任委员",
            "李明华 elect 民革青州省第九届委员会/副主任委员",
            "田禾 elect 民革青州省第九届委员会/副主任委员",
            "田禾 appoint 民革青州省第九届委员会/秘书长 concurrent",
        ]
    );
    let planned = "央视网消息：十四届全国人大常委会第六十四次委员长会议28日举行。会议决定提请常委会第二十三次会议审议。\
                   委员长会议建议，免去周正阳的国家监察委员会委员职务；任命李明华为国家监察委员会委员。";
    assert_eq!(items(planned), Vec::<String>::new());
}

#[test]
fn an_acting_head_is_acting_wherever_the_word_stands() {
    let text = "青州省人民代表大会常务委员会决定任命名单\n（2022年11月23日青州省第十三届人民代表大会常务委员会第三十四次会议通过）\n\
                任命：\n周正阳为青州省人民政府代理省长；\n李明华为青州省人民检察院代理检察员。";
    assert_eq!(
        items(text),
        ["周正阳 appoint 青州省人民政府/省长 acting", "李明华 appoint 青州省人民检察院/代理检察员"]
    );
}

#[test]
fn a_line_that_leads_to_a_list_gives_its_verb_and_its_body() {
    let text = "全国人民代表大会常务委员会任命名单\n（2028年6月27日第十五届全国人民代表大会常务委员会第三次会议通过）\n\
                任命下列人员为第七任基本法委员会组成人员：\n主　任：周正阳\n副主任：李明华（香港）　　田　禾\n";
    let body = "第七任基本法委员会";
    assert_eq!(
        items(text),
        [
            format!("周正阳 appoint {body}/主任"),
            format!("李明华 appoint {body}/副主任"),
            format!("田禾 appoint {body}/副主任"),
        ]
    );
}

#[test]
fn a_session_decides_by_the_word_itself_and_a_committee_elects_its_own_officers() {
    let text = "新华社北京3月12日电　十五届全国人大一次会议举行全体会议，表决任免案，决定周正阳、李明华为国务院副总理，田禾为国务院秘书长。";
    let wanted = ["周正阳 appoint 国务院/副总理", "李明华 appoint 国务院/副总理", "田禾 appoint 国务院/秘书长"];
    assert_eq!(items(text), wanted);
    let text =
        "民盟青州省第十次代表大会闭幕。民盟青州省第九届委员会第一次全体会议选举周正阳为主任委员，李明华为副主任委员。";
    let body = "民盟青州省第九届委员会";
    assert_eq!(items(text), [format!("周正阳 elect {body}/主任委员"), format!("李明华 elect {body}/副主任委员")]);
    let text = "江边作家协会第十届全国委员会主席、副主席名单\n（2021年12月16日江边作家协会第十届全国委员会第一次全体会议选举产生）\n\
                主　席：周正阳\n副主席（按姓氏笔画为序）：\n李明华　田　禾\n";
    let body = "江边作家协会第十届全国委员会";
    let wanted = [
        format!("周正阳 elect {body}/主席"),
        format!("李明华 elect {body}/副主席"),
        format!("田禾 elect {body}/副主席"),
    ];
    assert_eq!(items(text), wanted);
}

#[test]
fn whoever_leads_a_body_that_was_set_up_leads_that_body() {
    let text = "央视网消息：事故发生后，国务院成立事故调查组，应急管理部副部长周正阳任组长，青州省省长李明华、公安部副部长田禾任副组长。";
    let wanted =
        ["周正阳 appoint 事故调查组/组长", "李明华 appoint 事故调查组/副组长", "田禾 appoint 事故调查组/副组长"];
    assert_eq!(items(text), wanted);
}

#[test]
fn a_list_of_the_state_council_is_a_paper_whatever_blanks_spread_its_names() {
    let text = "国务院任免国家工作人员\n　　任　命：\n　　王　受　文　为商务部国际贸易谈判代表（正部长级）\n\
                \u{3000}\u{3000}俞　建　华　为　海关总署署长\n　　免　去：\n　　倪　岳　峰　的海关总署署长职务\n";
    let wanted =
        ["王受文 appoint 商务部/国际贸易谈判代表", "俞建华 appoint 海关总署/署长", "倪岳峰 dismiss 海关总署/署长"];
    assert_eq!(items(text), wanted);
    assert_eq!(heads(text), [head("国务院", None)]);
}

#[test]
fn a_person_may_be_called_by_the_office_before_the_verb() {
    let text = "江边县人民政府办公室关于调整江边县防汛领导小组组成人员的通知\n江政办〔2020〕11号\n各乡镇：\n\
                县政府决定调整领导小组组成人员：周正阳副县长任组长，县水利局局长李明华任副组长。小组办公室主任由李明华兼任。\n\
                江边县人民政府办公室\n2020年5月11日\n";
    let group = "江边县防汛领导小组";
    assert_eq!(
        items(text),
        [
            format!("周正阳 appoint {group}/组长"),
            format!("李明华 appoint {group}/副组长"),
            format!("李明华 appoint {group}/办公室主任 concurrent"),
        ]
    );
}

#[test]
fn a_title_whose_unit_was_guessed_leaves_the_next_one_a_guess() {
    let text = "央视网消息：会议选举周正阳为江边沙龙主席，李明华为副主席。";
    assert!(items(text).iter().all(|item| item.ends_with("guess")), "{:?}", items(text));
}

#[test]
fn the_result_of_an_election_is_of_the_body_that_met() {
    let text = "江边残疾人联合会第八届主席团第一次全体会议选举结果\n（2023年9月19日）\n主　席：周正阳\n副主席：李明华、田　禾\n";
    let body = "江边残疾人联合会第八届主席团";
    let wanted = [
        format!("周正阳 elect {body}/主席"),
        format!("李明华 elect {body}/副主席"),
        format!("田禾 elect {body}/副主席"),
    ];
    assert_eq!(items(text), wanted);
}

#[test]
fn the_unit_that_a_paper_addresses_is_meant_by_your_bureau_and_never_certain() {
    let text = "江边市委组织部\n关于周正阳同志任职的通知\n江组任〔2023〕45号\n市交通运输局党组：\n\
                市委2023年6月1日决定：\n周正阳同志任你局党组成员、副局长。\n江边市委组织部\n2023年6月5日\n";
    let wanted = ["周正阳 appoint 市交通运输局/党组成员 guess", "周正阳 appoint 市交通运输局/副局长 guess"];
    assert_eq!(items(text), wanted);
}

#[test]
fn a_post_that_is_adjusted_makes_an_order_of_its_paper() {
    let text = "中共江边市委关于调整市委宣传部部长的决定\n市委决定：周正阳任市委宣传部部长，李明华不再担任市委宣传部部长职务。\n";
    assert_eq!(items(text), ["周正阳 appoint 市委宣传部/部长", "李明华 dismiss 市委宣传部/部长"]);
}

#[test]
fn plenary_sessions_fill_seats_elect_with_all_votes_and_appoint_by_vote() {
    for (text, wanted) in [
        (
            "央视网消息：某党第二十届中央委员会第三次全体会议举行。全会决定递补中央委员会候补委员周正阳、李明华为中央委员会委员。",
            vec!["周正阳 appoint 中央委员会/委员 guess", "李明华 appoint 中央委员会/委员 guess"],
        ),
        (
            "央视网消息：十五届全国人大一次会议举行全体会议。会议选举产生新一届国家机构领导人员。周正阳全票当选国家监察委员会主任。",
            vec!["周正阳 elect 国家监察委员会/主任"],
        ),
        (
            "央视网消息：十五届全国人大常委会第九次会议闭幕。会议表决任命周正阳为全国人大外事委员会副主任委员。",
            vec!["周正阳 appoint 全国人大外事委员会/副主任委员"],
        ),
    ] {
        assert_eq!(items(text), wanted, "{text}");
    }
    let text = "央视网消息：民建十二届一中全会8日在京举行。会议选举周正阳为民建中央主席。";
    assert_eq!(heads(text), [head("民建十二届一中全会", None)]);
    let text = "某党江边县第十四届委员会第一次全体会议公报\n（2021年9月24日某党江边县第十四届委员会第一次全体会议通过）\n\
                某党江边县第十四届委员会第一次全体会议于2021年9月24日举行。全会选举周正阳为江边县委书记。";
    assert_eq!(heads(text), [head("某党江边县第十四届委员会", Some("2021-09-24"))]);
}

#[test]
fn an_honour_is_no_post_and_a_resignation_may_stand_under_its_heading() {
    let text = "关于公布2023年全省优秀校长、优秀班主任名单的通知\n江教〔2023〕18号\n各市教育局：\n现将名单公布如下：\n\
                优秀校长：\n周正阳　江边市第一中学校长\n优秀班主任：\n李明华　江边市第三中学教师\n江边省教育厅\n2023年9月1日\n";
    assert_eq!(items(text), Vec::<String>::new());
    let text = "江边省第十四届人大常委会第八次会议表决通过的人事任免名单\n免去：\n周正阳的江边省人民政府副省长职务\n接受：\n\
                李明华的江边省人民政府副省长职务的辞职请求\n";
    let unit = "江边省人民政府";
    let wanted = [format!("周正阳 dismiss {unit}/副省长"), format!("李明华 accept_resignation {unit}/副省长")];
    assert_eq!(items(text), wanted);
}

#[test]
fn headings_of_their_verb_are_read_below_a_masthead_and_without_a_title() {
    for head in ["江边省人民政府公报2022年第8期\n江边省人民政府任免名单\n", ""] {
        let text = format!(
            "{head}任命：\n周正阳为省应急管理厅副厅长，试用期一年\n免去：\n李明华的省应急管理厅副厅长职务\n2022年4月15日\n"
        );
        let wanted = ["周正阳 appoint 省应急管理厅/副厅长", "李明华 dismiss 省应急管理厅/副厅长"];
        assert_eq!(items(&text), wanted, "{text}");
    }
    let text = "央视网消息：全国人大常委会28日表决通过关于接受周正阳辞去全国人大常委会委员职务的请求的决定。";
    assert_eq!(heads(text), [head("全国人大常委会", None)]);
}

#[test]
fn an_embassy_ends_before_its_head_whatever_the_country_is_called() {
    assert_eq!(
        items(
            "国家主席任免驻外大使\n新华社北京3月2日电　国家主席根据全国人民代表大会常务委员会的决定任免下列驻外大使：\n一、免去罗敏的中华人民共和国驻匈牙利特命全权大使职务；\n任命沈秋月为中华人民共和国驻匈牙利特命全权大使。\n"
        ),
        [
            "罗敏 dismiss 中华人民共和国驻匈牙利/特命全权大使 guess",
            "沈秋月 appoint 中华人民共和国驻匈牙利/特命全权大使 guess"
        ],
    );
}

#[test]
fn a_meeting_named_before_elects_those_below_it() {
    assert_eq!(
        items(
            "青云县第十七届人民代表大会第一次会议选举产生新一届县国家机关领导人员\n2022年1月12日　青云日报\n昨天下午，青云县第十七届人民代表大会第一次会议举行第三次全体会议。会议选举：\n罗敏为青云县第十七届人民代表大会常务委员会主任，\n沈秋月（女）为青云县第十七届人民代表大会常务委员会副主任；\n选举高大为为青云县人民政府县长。\n"
        ),
        [
            "罗敏 elect 青云县第十七届人民代表大会常务委员会/主任",
            "沈秋月 elect 青云县第十七届人民代表大会常务委员会/副主任",
            "高大为 elect 青云县人民政府/县长",
        ],
    );
}

#[test]
fn the_headline_may_name_in_full_who_decides() {
    let text = "青州省人民政府任免一批干部\n发布时间：2020-04-30　来源：青州省人民政府网\n\n省人民政府决定：\n任命罗敏为青州省商务厅副厅长；\n免去沈秋月的青州省商务厅副厅长职务。\n";
    assert_eq!(heads(text), [head("青州省人民政府", Some("2020-04-30"))]);
}

#[test]
fn an_office_that_appoints_names_the_body_once_and_its_officers_below() {
    let papers = read(
        "行政长官委任海岸保护咨询委员会成员\n\n　　行政长官已委任以下人士为海岸保护咨询委员会成员，任期两年，自2025年1月1日起计算：\n\n主席\n陆冠中\n\n委员\n单仲文\n麦凯琳（女）\n",
        &Options::default(),
    );
    let items: Vec<String> = papers
        .iter()
        .flat_map(|paper| &paper.items)
        .map(|item| {
            let unit = item.post.organisation.as_deref().unwrap_or("-");
            format!("{} {unit}/{} {:?}", item.person.name, item.post.title, item.term_months)
        })
        .collect();
    let wanted = [
        "陆冠中 海岸保护咨询委员会/主席 Some(24)",
        "单仲文 海岸保护咨询委员会/委员 Some(24)",
        "麦凯琳 海岸保护咨询委员会/委员 Some(24)",
    ];
    assert_eq!(items, wanted);
}

#[test]
fn numbers_of_the_last_century_have_years_of_two_digits() {
    let papers = read(
        "双沟矿务局\n\n双矿干字（85）第37号\n\n关于于德海等同志职务任免的通知\n\n各矿：\n于德海任大岭矿矿长。\n\n双沟矿务局\n1985年3月20日\n",
        &Options::default(),
    );
    let number = papers.first().and_then(|paper| paper.number.clone());
    assert_eq!(number.map(|number| (number.text, number.year)), Some(("双矿干字（85）第37号".to_owned(), Some(1985))));
}
