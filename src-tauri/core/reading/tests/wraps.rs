//! How a paper was set and copied says nothing of what it decides. All persons invented.

mod shared;

use renmian_reading::{Options, read};

use self::shared::said;

/// Reads a paper and compares name, kind, unit and title of all items, all of them certain.
fn holds(text: &str, wanted: &[&str]) {
    let papers = read(text, &Options::default());
    let items: Vec<String> = papers
        .iter()
        .flat_map(|paper| &paper.items)
        .map(|item| said(item) + if item.certain { "" } else { " guess" })
        .collect();
    assert_eq!(items, wanted, "{text}");
}

#[test]
fn lines_broken_at_one_width_are_put_together_wherever_they_break() {
    holds(
        "青云县人民政府\n关于周正阳等同志职务任免的通知\n\n青政任〔2022〕5号\n\n各乡镇人民政府，县直各单位：\n    经县人民政府研究，决定：\n    任命周正阳为县水利局局长；李明\n华（女）为县自然资源局副局长、县不\n动产登记中心主任，试用期一年；免去\n沈知远县住房和城乡建设局副局\n长职务。\n\n青云县人民政府\n2022年3月1日\n",
        &[
            "周正阳 appoint 县水利局/局长",
            "李明华 appoint 县自然资源局/副局长",
            "李明华 appoint 县不动产登记中心/主任",
            "沈知远 dismiss 县住房和城乡建设局/副局长",
        ],
    );
}

#[test]
fn members_and_labels_of_a_list_break_too() {
    holds(
        "青云县人民政府办公室\n关于成立县森林防火指挥部的通知\n\n青政办〔2022〕5号\n\n各乡镇人民政府：\n　　经县政府同意，决定成立县森林防\n火指挥部。现将组成人员通知如下：\n　　指挥长：周正阳　副县长\n　　副指挥长：李明华　县住房和城乡\n建设局局长\n　　成　　员：沈知远　县水利局总工\n程师\n　　　　　　方　圆　县财政局副局长\n\n青云县人民政府办公室\n2022年3月1日\n",
        &[
            "周正阳 appoint 县森林防火指挥部/指挥长",
            "李明华 appoint 县森林防火指挥部/副指挥长",
            "沈知远 appoint 县森林防火指挥部/成员",
            "方圆 appoint 县森林防火指挥部/成员",
        ],
    );
}

#[test]
fn blanks_inside_words_say_nothing_of_names() {
    holds(
        "青云县 人民政 府\n关于周正阳 等同 志职务任 免的通知\n\n青政任〔2022〕5号\n\n各乡镇 人民政府，县直各单 位：\n经县人民 政府研 究，决 定：\n任 命周正 阳同 志为县水 利局局 长；\n免 去李明华同 志县财 政局副局 长职 务；\n沈知 远任县审计 局局长，不 再担任县统计局 副局长职务。\n\n青云县人民政府\n2022年3月1日\n",
        &[
            "周正阳 appoint 县水利局/局长",
            "李明华 dismiss 县财政局/副局长",
            "沈知远 appoint 县审计局/局长",
            "沈知远 dismiss 县统计局/副局长",
        ],
    );
}
