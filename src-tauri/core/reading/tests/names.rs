//! Names that are words, and names that the layout spreads: what stands around them says that they are names. All
//! persons invented.

mod shared;

use renmian_reading::{Options, read};

use self::shared::said;

/// Reads an order with these lines as its body and compares name, kind, unit and title of all items.
fn order_holds(body: &str, wanted: &[&str]) {
    let text = format!(
        "青云县人民政府\n关于王建国等同志任免职的通知\n青政人〔2022〕8号\n\n县政府各部门：\n{body}\n\n青云县人民政府\n2022年8月25日\n"
    );
    let items: Vec<String> = read(&text, &Options::default()).iter().flat_map(|paper| &paper.items).map(said).collect();
    assert_eq!(items, wanted, "{text}");
}

#[test]
fn what_a_blank_spreads_is_a_name_whatever_its_characters_are() {
    order_holds(
        "决定免去：\n虞　免的审计科副科长职务；\n卜　经的综合科科长职务。\n决定任命：\n由　佳（女）为县水利局副局长。",
        &["虞免 dismiss 审计科/副科长", "卜经 dismiss 综合科/科长", "由佳 appoint 县水利局/副局长"],
    );
}

#[test]
fn a_verb_may_be_a_surname() {
    order_holds("免秋生同志任县水利局副局长。", &["免秋生 appoint 县水利局/副局长"]);
    order_holds("经纬同志任县水利局副局长。", &["经纬 appoint 县水利局/副局长"]);
    order_holds("委明同志任县水利局副局长。", &["委明 appoint 县水利局/副局长"]);
}

#[test]
fn the_last_of_a_list_is_a_name_before_its_post() {
    order_holds(
        "任命高　原（女）、经纬为县水利局副局长。",
        &["高原 appoint 县水利局/副局长", "经纬 appoint 县水利局/副局长"],
    );
}

#[test]
fn a_term_of_office_ends_no_name() {
    order_holds("任命王建国为县水利局局长。王建国同志要当好新一任班长。", &["王建国 appoint 县水利局/局长"]);
}

#[test]
fn a_surname_at_the_end_of_a_line_begins_the_name_of_the_next() {
    order_holds(
        "县职业中学\n副校长：王建国（主持工作）、李雪（女）、鲍\n国华\n县第一中学\n校长：沈秋月",
        &[
            "王建国 appoint 县职业中学/副校长",
            "李雪 appoint 县职业中学/副校长",
            "鲍国华 appoint 县职业中学/副校长",
            "沈秋月 appoint 县第一中学/校长",
        ],
    );
}

#[test]
fn a_bracket_that_says_who_it_is_makes_a_name_of_a_title() {
    order_holds(
        "常委（女）任县水利局局长，免去其县水利局副局长职务。",
        &["常委 appoint 县水利局/局长", "常委 dismiss 县水利局/副局长"],
    );
    order_holds(
        "任命吴文免、林志兼、庄小芬（女）为县水利局副局长。",
        &["吴文免 appoint 县水利局/副局长", "林志兼 appoint 县水利局/副局长", "庄小芬 appoint 县水利局/副局长"],
    );
    order_holds("免去赖有为县水利局副局长职务。", &["赖有为 dismiss 县水利局/副局长"]);
}

#[test]
fn a_present_post_before_its_verb_is_none_that_is_given() {
    order_holds(
        "选派：\n鄢如松、臧可（女），省地质调查院工程师，挂任龙泉镇人民政府镇长助理。",
        &["鄢如松 appoint 龙泉镇人民政府/镇长助理", "臧可 appoint 龙泉镇人民政府/镇长助理"],
    );
    order_holds("石不转任县水利局局长。", &["石不转 appoint 县水利局/局长"]);
}
