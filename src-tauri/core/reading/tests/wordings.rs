//! The words of papers one by one, in the wordings that offices choose between. Persons and places are invented.

use renmian_domain::Item;
use renmian_reading::{Options, read};

/// An item in one line: name, kind, unit/title, then whatever marks it has.
fn line(item: &Item) -> String {
    let kind = serde_json::to_value(item.kind).unwrap_or_default();
    let unit = item.post.organisation.as_deref().unwrap_or("-");
    let mut parts = vec![
        item.person.name.clone(),
        kind.as_str().unwrap_or_default().to_owned(),
        format!("{unit}/{}", item.post.title),
    ];
    let flags = [("concurrent", item.concurrent), ("acting", item.acting), ("secondment", item.secondment)];
    parts.extend(flags.iter().filter(|(_, set)| *set).map(|(flag, _)| (*flag).to_owned()));
    parts.extend(item.probation_months.map(|months| format!("probation={months}")));
    parts.extend(item.term_months.map(|months| format!("term={months}")));
    parts.extend(item.effective_on.map(|day| format!("from={day}")));
    parts.extend((!item.certain).then(|| "guess".to_owned()));
    parts.join(" ")
}

fn holds(cases: &[(&str, &[&str])]) {
    for (clauses, wanted) in cases {
        let text = format!(
            "洪岭县人民政府\n关于调整部分干部职务的通知\n\n洪政任〔2022〕6号\n\n各乡镇人民政府，县政府各部门：\n{clauses}\n\n洪岭县人民政府\n2022年7月8日\n"
        );
        let papers = read(&text, &Options::default());
        let items: Vec<String> = papers.iter().flat_map(|paper| &paper.items).map(line).collect();
        assert_eq!(items, *wanted, "{clauses}");
    }
}

#[test]
fn a_verb_before_a_name_is_no_part_of_it() {
    holds(&[
        ("同意推荐贺丹青同志为县总商会副会长候选人。", &["贺丹青 nominate 县总商会/副会长"]),
        ("免去左思同志县纪委副书记职务，改任主任科员。", &["左思 dismiss 县纪委/副书记", "左思 appoint -/主任科员"]),
        ("停止史铁同志县林业局副局长职务。", &[]),
        ("留任石评为县文化馆馆长。", &["石评 appoint 县文化馆/馆长"]),
        ("由之理同志任县科协主席。", &["由之理 appoint 县科协/主席 guess"]),
        (
            "不再聘任晁明远为县一中校长、骆宾阳为县二中校长。",
            &["晁明远 dismiss 县一中/校长", "骆宾阳 dismiss 县二中/校长 guess"],
        ),
    ]);
}

#[test]
fn what_was_on_trial_is_confirmed_in_many_words() {
    holds(&[
        ("准予方小荷（女）县商务局副局长职务按期转正。", &["方小荷 confirm 县商务局/副局长"]),
        ("江一帆同志任县农机站站长职务试用期满，予以正式任职。", &["江一帆 confirm 县农机站/站长"]),
    ]);
}

#[test]
fn a_post_that_lapses_may_name_its_holder_behind_it() {
    holds(&[
        ("原县经贸局局长涂大川同志职务随机构撤销自然免除。", &["涂大川 dismiss 县经贸局/局长"]),
        ("免去原县经贸局局长涂大川职务。", &["涂大川 dismiss 县经贸局/局长"]),
    ]);
}

#[test]
fn a_day_is_of_its_bracket_its_clause_its_persons_or_the_paper() {
    holds(&[
        (
            "任命田雨为县交通局局长（任职时间从2022年3月1日起计算）；任命谷丰为县交通局副局长，任职时间自2022年4月起计算；任命程门立为县公路段段长。",
            &[
                "田雨 appoint 县交通局/局长 from=2022-03-01",
                "谷丰 appoint 县交通局/副局长 from=2022-04",
                "程门立 appoint 县公路段/段长",
            ],
        ),
        (
            "任命田雨为县交通局局长；\n任命谷丰为县交通局副局长。\n谷丰的任职时间从2022年4月起计算。",
            &["田雨 appoint 县交通局/局长", "谷丰 appoint 县交通局/副局长 from=2022-04"],
        ),
        (
            "自2022年8月1日起，下列人员职务作如下调整：\n田雨任县交通局局长，不再担任县公路段段长。",
            &["田雨 appoint 县交通局/局长 from=2022-08-01", "田雨 dismiss 县公路段/段长 from=2022-08-01"],
        ),
        (
            "任命田雨为县交通局局长，兼任县公路段段长，聘期三年。续聘期两年的除外。",
            &["田雨 appoint 县交通局/局长 term=36", "田雨 appoint 县公路段/段长 concurrent term=36"],
        ),
    ]);
}

#[test]
fn a_secondment_names_the_unit_to_which_it_goes() {
    holds(&[
        (
            "杜若同志到县乡村振兴局挂职，任副局长（挂职，时间一年）；选派翁同庆同志赴县委办公室挂职锻炼，任副主任，为期半年。",
            &[
                "杜若 appoint 县乡村振兴局/副局长 secondment term=12",
                "翁同庆 appoint 县委办公室/副主任 secondment term=6",
            ],
        ),
        ("任命项飞为县司法局代局长。", &["项飞 appoint 县司法局/局长 acting"]),
    ]);
}

#[test]
fn those_who_were_elected_may_stand_behind_the_post() {
    holds(&[(
        "当选县慈善总会副会长的有：巴金生、冰心雨（女）。",
        &["巴金生 elect 县慈善总会/副会长", "冰心雨 elect 县慈善总会/副会长"],
    )]);
}

#[test]
fn a_name_that_could_end_elsewhere_leaves_a_guess_and_so_does_what_follows() {
    holds(&[
        (
            "免去马海木机第二检察部主任职务，任四级高级检察官。",
            &["马海木 dismiss 机第二检察部/主任 guess", "马海木 appoint -/四级高级检察官 guess"],
        ),
        ("免去强巴云旦红崖灌区经理部经理职务。", &["强巴云 dismiss 旦红崖灌区经理部/经理 guess"]),
        (
            "买买提、古丽娜尔·买买提任县供电公司副经理；",
            &["买买提 appoint 县供电公司/副经理", "古丽娜尔·买买提 appoint 县供电公司/副经理"],
        ),
    ]);
}

#[test]
fn behind_what_was_not_read_a_bare_title_and_a_pronoun_are_guesses() {
    holds(&[(
        "温馨（女）任渡槽管理站站长，经济任一级主任科员，免去其渡槽管理站站长职务。",
        &["温馨 appoint 渡槽管理站/站长", "温馨 dismiss 渡槽管理站/站长 guess"],
    )]);
}
