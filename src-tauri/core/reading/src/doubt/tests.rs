use renmian_domain::{Person, Post, Span};

use super::*;

fn item(text: &str, name: &str, kind: ItemKind, organisation: &str, title: &str) -> Item {
    Item {
        person: Person { name: name.to_owned(), gender: None, ethnicity: None },
        kind,
        post: Post { organisation: Some(organisation.to_owned()), title: title.to_owned() },
        concurrent: false,
        acting: false,
        secondment: false,
        probation_months: None,
        term_months: None,
        effective_on: None,
        note: None,
        certain: true,
        basis: None,
        source: Span::new(0, text.chars().count()),
    }
}

fn doubted(text: &str, name: &str, kind: ItemKind, unit: &str, post: &str) -> bool {
    let run = glyphs_of(text);
    let item = item(text, name, kind, unit, post);
    let clause = Clause::of(&run, &[]);
    let said = Said::by(&item);
    organisation(&said)
        || title(&said)
        || person(&said, &clause)
        || verb(&said, &clause, false)
        || marks(&said, &clause)
}

#[test]
fn what_cannot_be_an_organisation_a_title_or_a_name_is_never_certain() {
    use ItemKind::{Appoint, Dismiss};
    for (text, name, kind, unit, post) in [
        ("由庞远同志任办公室主任", "由庞远", Appoint, "青溪县", "办公室主任"),
        ("谢石、谢安同志为乡文化站工作人员", "谢石", Dismiss, "为乡文化站", "工作人员"),
        ("石坚为乡文化站工作人员", "石坚", Dismiss, "乡文化站", "工作人员"),
        ("林浩同志 任区公安局局长", "林浩", Appoint, "任区公安局", "局长"),
        ("林浩任副院长林徽同志任建筑系主任", "林浩", Appoint, "副院长林徽同志任建筑系", "主任"),
        ("林浩任东湖、西湖派出所副所长", "林浩", Appoint, "东湖、西湖派出所", "副所长"),
        ("夏冲提名任市国资委主任", "夏冲", Appoint, "提名任市国资委", "主任"),
        ("夏冲任机关第二党支部委员会委员", "夏冲", Appoint, "机关", "第二党支部委员会委员"),
        ("夏冲任城关镇团委书记", "夏冲", Appoint, "城关镇", "团委书记"),
        ("批准辞去夏冲的县长职务", "批准", ItemKind::AcceptResignation, "青溪县", "县长"),
        ("史 湘 云（女）任县档案馆馆长", "史湘", Appoint, "县档案馆", "馆长"),
        ("免去勾思任县第三中学校长职务", "勾思", Dismiss, "任县第三中学", "校长"),
        ("免去花园社区党总支书记", "花园社", Dismiss, "区党总支", "书记"),
        ("夏冲当选县残联主席", "夏冲", Appoint, "县残联", "主席"),
        ("夏冲任县档案馆馆长，试用期一年", "夏冲", Appoint, "县档案馆", "馆长"),
        ("夏冲任县档案馆馆长，试用期壹年", "夏冲", Appoint, "县档案馆", "馆长"),
        ("夏冲任县档案馆馆长，从2018年2月起计算", "夏冲", Appoint, "县档案馆", "馆长"),
        ("夏冲同志（女）任县档案馆馆长", "夏冲", Appoint, "县档案馆", "馆长"),
    ] {
        assert!(doubted(text, name, kind, unit, post), "{name} {unit} {post} in {text}");
    }
}

#[test]
fn ordinary_items_stay_certain() {
    use ItemKind::{Appoint, Dismiss, Elect};
    for (text, name, kind, unit, post) in [
        ("任命夏　冲为县档案馆馆长", "夏冲", Appoint, "县档案馆", "馆长"),
        ("免去夏冲同志县档案馆馆长职务", "夏冲", Dismiss, "县档案馆", "馆长"),
        ("夏冲　　县档案馆馆长", "夏冲", Dismiss, "县档案馆", "馆长"),
        ("夏冲任溪口县人民法院审判委员会委员", "夏冲", Appoint, "溪口县人民法院", "审判委员会委员"),
        ("夏冲当选县残联主席", "夏冲", Elect, "县残联", "主席"),
        ("任命夏冲为全国人大常委会第三任基本法委员会主任", "夏冲", Appoint, "全国人大常委会第三任基本法委员会", "主任"),
        ("夏冲任市市场监督管理局（市知识产权局）局长", "夏冲", Appoint, "市市场监督管理局（市知识产权局）", "局长"),
        ("石家任任城区民政局局长", "石家任", Appoint, "任城区民政局", "局长"),
    ] {
        assert!(!doubted(text, name, kind, unit, post), "{name} {unit} {post} in {text}");
    }
}
