//! Whatever text comes in: no panic, every span inside the text, and every item's clause holds the person's name.

use proptest::prelude::*;
use renmian_reading::{Options, read};

/// Pieces that papers are made of, so that arbitrary strings reach the grammar and not only the layout.
const PIECES: [&str; 74] = [
    "任命",
    "免去",
    "任",
    "免",
    "聘任",
    "不再担任",
    "兼任",
    "接受",
    "辞去",
    "提名",
    "补选",
    "选举",
    "当选为",
    "撤销",
    "为",
    "的",
    "职务",
    "同志",
    "（女）",
    "（",
    "）",
    "〔2021〕",
    "5号",
    "，",
    "。",
    "；",
    "：",
    "、",
    "\n",
    "\n\n",
    "\r\n",
    "　",
    " ",
    "\t",
    "|",
    "关于",
    "通知",
    "决定",
    "经县委研究决定",
    "县水利局",
    "局长",
    "副局长",
    "党组成员",
    "党委书记",
    "县委",
    "城关镇党委",
    "委员",
    "常委",
    "张三",
    "欧阳明远",
    "阿依·古丽",
    "李四",
    "王 五",
    "以上同志",
    "试用期一年",
    "任职时间从2021年4月起计算",
    "自2022年5月1日起",
    "2021年4月8日",
    "二〇二一年五月",
    "组长：",
    "成员：",
    "领导小组",
    "成立",
    "由",
    "其",
    "一、",
    "（一）",
    "1.",
    "序号\t姓名\t任职\t免职",
    "1\t张三\t科长\t——",
    "人民法院",
    "审判员",
    "一级主任科员",
    "主席令",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => ".{0,6}",
        1 => "[\\u{4e00}-\\u{9fff}]{1,5}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_a_panic_and_every_span_lies_in_it(text in text(), groups in any::<bool>()) {
        let chars: Vec<char> = text.chars().collect();
        for paper in read(&text, &Options { groups, known: None }) {
            prop_assert!(paper.extent.start <= paper.extent.end && paper.extent.end <= chars.len());
            for item in &paper.items {
                let span = item.source;
                prop_assert!(span.start < span.end && span.end <= chars.len(), "{span:?} of {}", chars.len());
                let clause: String = chars[span.start..span.end].iter().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '\u{feff}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}')).collect();
                prop_assert!(clause.contains(&item.person.name), "{clause:?} holds {:?}", item.person.name);
                prop_assert!(!item.post.title.is_empty(), "a post has a title");
            }
            for finding in &paper.findings {
                let span = finding.source.unwrap_or(renmian_domain::Span::new(0, 0));
                prop_assert!(span.start <= span.end && span.end <= chars.len());
                prop_assert!(finding.item.is_none_or(|item| item < paper.items.len()));
            }
        }
    }
}

#[test]
fn a_finding_goes_with_its_item_where_a_report_carries_several_decisions() {
    let text = "县委、县政府近日发布一批人事任免\n中共溪口县委决定：贺启明同志任溪口县水利局党组书记。\n溪口县人民政府决定：任命余静怡为溪口县财政局副局长；任命余静怡为溪口县财政局副局长。\n";
    let papers = read(text, &Options::default());
    assert_eq!(papers.len(), 2, "each decision is a paper");
    for paper in &papers {
        for finding in &paper.findings {
            let item = finding.item.map(|item| &paper.items[item]);
            assert!(item.is_none_or(|item| Some(item.source) == finding.source), "{finding:?} is of {item:?}");
        }
    }
    let twice = |paper: &renmian_domain::Paper| {
        paper.findings.iter().any(|finding| finding.code == renmian_domain::FindingCode::ItemTwice)
    };
    assert!(!twice(&papers[0]) && twice(&papers[1]), "the item stands twice in the second");
}
