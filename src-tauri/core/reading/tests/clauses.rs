//! Clauses by subject: the text of an order and the items that it gives. Persons and places are invented.

use renmian_domain::Item;
use renmian_reading::{Options, read};

/// An item in one line: name, kind, unit/title, then whatever marks it has.
fn line(item: &Item) -> String {
    let json = serde_json::to_value(item).expect("an item is JSON");
    let word = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    let unit = item.post.organisation.as_deref().unwrap_or("-");
    let mut parts =
        vec![item.person.name.clone(), word(&json["kind"]).unwrap_or_default(), format!("{unit}/{}", item.post.title)];
    parts.extend(word(&json["person"]["gender"]));
    parts.extend(item.person.ethnicity.clone());
    let flags = [("concurrent", item.concurrent), ("acting", item.acting), ("secondment", item.secondment)];
    parts.extend(flags.iter().filter(|(_, set)| *set).map(|(flag, _)| (*flag).to_owned()));
    parts.extend(item.probation_months.map(|months| format!("probation={months}")));
    parts.extend(item.term_months.map(|months| format!("term={months}")));
    parts.extend(item.effective_on.map(|day| format!("from={day}")));
    parts.extend(item.note.as_ref().map(|note| format!("note={note}")));
    parts.extend((!item.certain).then(|| "guess".to_owned()));
    parts.join(" ")
}

/// Reads the clauses in an order of their own and compares all items.
fn holds(cases: &[(&str, &[&str])]) {
    for (clauses, wanted) in cases {
        let text = format!(
            "云台县人民政府\n关于调整有关同志职务的通知\n\n云政人〔2021〕7号\n\n县政府各部门：\n    县人民政府决定：\n    {clauses}\n\n云台县人民政府\n2021年6月1日\n"
        );
        let papers = read(&text, &Options::default());
        let items: Vec<String> = papers.iter().flat_map(|paper| &paper.items).map(line).collect();
        assert_eq!(items, *wanted, "{clauses}");
    }
}

/// Every verb of appointment and dismissal, and what it makes of the item.
#[test]
fn every_verb_builds_its_clause() {
    holds(&[
        ("任命周正阳为县水利局局长；", &["周正阳 appoint 县水利局/局长"]),
        ("聘任周正阳同志为县人民医院院长，聘期三年；", &["周正阳 appoint 县人民医院/院长 term=36"]),
        ("周正阳同志任县水利局局长；", &["周正阳 appoint 县水利局/局长"]),
        ("周正阳同志担任县水利局局长；", &["周正阳 appoint 县水利局/局长"]),
        ("周正阳同志兼任县红十字会会长；", &["周正阳 appoint 县红十字会/会长 concurrent"]),
        ("周正阳同志挂职任县商务局副局长，时间一年；", &["周正阳 appoint 县商务局/副局长 secondment term=12"]),
        ("周正阳代理县审计局局长职务；", &["周正阳 appoint 县审计局/局长 acting"]),
        ("周正阳同志改任四级调研员；", &["周正阳 appoint -/四级调研员"]),
        ("周正阳同志试用期满，经考核合格，任县水利局副局长；", &["周正阳 confirm 县水利局/副局长"]),
        ("周正阳同志按期转正，任县水利局副局长；", &["周正阳 confirm 县水利局/副局长"]),
        (
            "补选周正阳为云台县第十七届人民代表大会常务委员会委员；",
            &["周正阳 elect 云台县第十七届人民代表大会常务委员会/委员"],
        ),
        ("周正阳当选为云台县监察委员会主任；", &["周正阳 elect 云台县监察委员会/主任"]),
        ("委派周正阳任云台水务有限公司执行董事；", &["周正阳 appoint 云台水务有限公司/执行董事"]),
        ("增补周正阳同志为县防汛抗旱指挥部副指挥长；", &["周正阳 appoint 县防汛抗旱指挥部/副指挥长"]),
        ("免去周正阳同志的县水利局局长职务；", &["周正阳 dismiss 县水利局/局长"]),
        ("免去周正阳县水利局局长职务；", &["周正阳 dismiss 县水利局/局长"]),
        ("解聘周正阳同志县人民医院院长职务；", &["周正阳 dismiss 县人民医院/院长"]),
        ("周正阳同志不再担任县水利局局长职务；", &["周正阳 dismiss 县水利局/局长"]),
        ("周正阳同志不再兼任县红十字会会长职务；", &["周正阳 dismiss 县红十字会/会长 concurrent"]),
        ("接受周正阳辞去云台县人民政府副县长职务的请求；", &["周正阳 accept_resignation 云台县人民政府/副县长"]),
        ("同意周正阳同志辞去县妇联副主席职务；", &["周正阳 accept_resignation 县妇联/副主席"]),
        ("撤销周正阳的县水利局副局长职务；", &["周正阳 remove 县水利局/副局长"]),
        ("罢免周正阳的云台县监察委员会主任职务；", &["周正阳 remove 云台县监察委员会/主任"]),
        (
            "周正阳同志任县司法局党组书记、局长人选；",
            &["周正阳 appoint 县司法局/党组书记", "周正阳 nominate 县司法局/局长"],
        ),
        ("提名周正阳为云台县人民政府县长候选人；", &["周正阳 nominate 云台县人民政府/县长"]),
        ("周正阳同志因工作调动不再担任县水利局局长职务；", &["周正阳 dismiss 县水利局/局长"]),
        ("晋升周正阳同志为县水利局一级主任科员；", &["周正阳 appoint 县水利局/一级主任科员"]),
        ("周正阳同志由水政股副股长调任水保站站长；", &["周正阳 appoint 水保站/站长"]),
        ("周正阳调县第二中学任副校长；", &["周正阳 appoint 县第二中学/副校长"]),
        (
            "由县人民医院副院长周正阳同志代理院长职务；",
            &["周正阳 appoint 县人民医院/院长 acting note=县人民医院副院长"],
        ),
        ("明确周正阳同志为县人民法院四级高级法官；", &["周正阳 appoint 县人民法院/四级高级法官"]),
        ("不再委派周正阳担任云台水务有限公司外部董事；", &["周正阳 dismiss 云台水务有限公司/外部董事"]),
        ("周正阳同志的县水利局局长职务予以免除；", &["周正阳 dismiss 县水利局/局长"]),
        ("原任县水利局局长的周正阳同志职务同时免除；", &["周正阳 dismiss 县水利局/局长"]),
        ("接受周正阳同志因工作调动辞去县妇联副主席职务的请求；", &["周正阳 accept_resignation 县妇联/副主席"]),
        ("周正阳同志挂职期满，不再担任县商务局副局长职务；", &["周正阳 dismiss 县商务局/副局长 secondment"]),
    ]);
}

/// 其, and 为 behind an inner dismissal: the sentence before says who and what.
#[test]
fn a_clause_that_leans_on_the_one_before_is_read_with_it() {
    holds(&[
        (
            "周正阳同志任县水利局局长；免去其县审计局局长职务。林静同志任县审计局局长。",
            &["周正阳 appoint 县水利局/局长", "周正阳 dismiss 县审计局/局长", "林静 appoint 县审计局/局长"],
        ),
        (
            "任命周正阳为县水利局局长，免去其县审计局局长职务；林静为县审计局局长；",
            &["周正阳 appoint 县水利局/局长", "周正阳 dismiss 县审计局/局长", "林静 appoint 县审计局/局长"],
        ),
        (
            "任命周正阳为县水利局局长，同时兼任县河长制办公室主任；林静为县审计局局长；",
            &[
                "周正阳 appoint 县水利局/局长",
                "周正阳 appoint 县河长制办公室/主任 concurrent",
                "林静 appoint 县审计局/局长",
            ],
        ),
    ]);
}

/// Names of every shape.
#[test]
fn names_end_where_the_text_ends_them() {
    holds(&[
        (
            "欧阳修远、司马清同志任县水利局副局长；",
            &["欧阳修远 appoint 县水利局/副局长", "司马清 appoint 县水利局/副局长"],
        ),
        ("阿迪力江·托合提（维吾尔族）任县商务局副局长；", &["阿迪力江·托合提 appoint 县商务局/副局长 维吾尔族"]),
        ("任命孟和吉雅（蒙古族）为县文旅局副局长；", &["孟和吉雅 appoint 县文旅局/副局长 蒙古族"]),
        ("罗　刚同志任县水利局局长；", &["罗刚 appoint 县水利局/局长"]),
        ("任命蒋为安、徐大为为县审计局副局长；", &["蒋为安 appoint 县审计局/副局长", "徐大为 appoint 县审计局/副局长"]),
        ("任红霞同志任县医疗保障局局长；", &["任红霞 appoint 县医疗保障局/局长"]),
        (
            "任命和秀蓉（女，纳西族）、孙和平为县妇联副主席；",
            &["和秀蓉 appoint 县妇联/副主席 female 纳西族", "孙和平 appoint 县妇联/副主席"],
        ),
        (
            "周正阳、林静（女）、石磊等三名同志任县检察院检察员；",
            &["周正阳 appoint 县检察院/检察员", "林静 appoint 县检察院/检察员 female", "石磊 appoint 县检察院/检察员"],
        ),
        (
            "免去汤守正、艾长青（女）县疾病预防控制中心副主任职务；",
            &["汤守正 dismiss 县疾病预防控制中心/副主任", "艾长青 dismiss 县疾病预防控制中心/副主任 female"],
        ),
        ("聘任岑致和教授为文学院院长；", &["岑致和 appoint 文学院/院长"]),
        ("任命周正阳先生为公司总经理；", &["周正阳 appoint 公司/总经理 male"]),
        ("赵六、钱七同志分别任规划股股长、副股长；", &["赵六 appoint 规划股/股长", "钱七 appoint 规划股/副股长"]),
        ("任命𤇾𫗅为县水利局局长；", &["𤇾𫗅 appoint 县水利局/局长"]),
        ("任我行、张经纬同志任县水利局副局长；", &["任我行 appoint 县水利局/副局长", "张经纬 appoint 县水利局/副局长"]),
        (
            "第五明、其美次仁同志任县水利局副局长；",
            &["第五明 appoint 县水利局/副局长", "其美次仁 appoint 县水利局/副局长"],
        ),
    ]);
}

/// Where the unit ends and the title begins, and which unit a title without one takes.
#[test]
fn the_unit_is_the_longest_part_that_names_a_body() {
    holds(&[
        (
            "周正阳同志任县财政局党组成员、副局长（正科级）；",
            &["周正阳 appoint 县财政局/党组成员", "周正阳 appoint 县财政局/副局长 note=正科级"],
        ),
        ("周正阳同志任县公安局交通警察大队副大队长；", &["周正阳 appoint 县公安局交通警察大队/副大队长"]),
        (
            "任命周正阳为云台县人民法院副院长、审判委员会委员、审判员；",
            &[
                "周正阳 appoint 云台县人民法院/副院长",
                "周正阳 appoint 云台县人民法院/审判委员会委员",
                "周正阳 appoint 云台县人民法院/审判员",
            ],
        ),
        (
            "任命周正阳为云台县人民法院刑事审判庭庭长、审判员；",
            &["周正阳 appoint 云台县人民法院刑事审判庭/庭长", "周正阳 appoint 云台县人民法院/审判员"],
        ),
        ("周正阳同志任城关镇党委委员、书记；", &["周正阳 appoint 城关镇党委/委员", "周正阳 appoint 城关镇党委/书记"]),
        ("周正阳同志任一号井党委委员、书记；", &["周正阳 appoint 一号井/党委委员", "周正阳 appoint 一号井/党委书记"]),
        (
            "周正阳同志任公司党委宣传部部长、机关党委副书记；",
            &["周正阳 appoint 公司党委宣传部/部长", "周正阳 appoint 公司/机关党委副书记"],
        ),
        (
            "周正阳同志任白岩镇党委委员、纪委书记；",
            &["周正阳 appoint 白岩镇党委/委员", "周正阳 appoint 白岩镇/纪委书记"],
        ),
        ("任命周正阳为市场监管局（知识产权局）局长；", &["周正阳 appoint 市场监管局（知识产权局）/局长"]),
        ("任命周正阳为中华人民共和国驻甲国特命全权大使；", &["周正阳 appoint 中华人民共和国驻甲国/特命全权大使"]),
        (
            "聘任周正阳为集团公司总经理助理兼工程管理部部长；",
            &["周正阳 appoint 集团公司/总经理助理", "周正阳 appoint 工程管理部/部长 concurrent"],
        ),
        (
            "任命周正阳为国务委员兼国务院秘书长；",
            &["周正阳 appoint -/国务委员", "周正阳 appoint 国务院/秘书长 concurrent"],
        ),
        (
            "周正阳任双河镇中心学校副校长、总务主任；",
            &["周正阳 appoint 双河镇中心学校/副校长", "周正阳 appoint 双河镇中心学校/总务主任"],
        ),
        ("周正阳任二号井生产副矿长；", &["周正阳 appoint 二号井/生产副矿长"]),
        ("周正阳任县残联组联部部长；", &["周正阳 appoint 县残联组联部/部长"]),
        ("任命周正阳为云台公共交通有限公司监事会主席；", &["周正阳 appoint 云台公共交通有限公司监事会/主席"]),
        (
            "任命周正阳为县教育局总督学、主任督学；",
            &["周正阳 appoint 县教育局/总督学", "周正阳 appoint 县教育局/主任督学"],
        ),
    ]);
}

/// Brackets, and sentences of their own behind a clause.
#[test]
fn brackets_and_sentences_behind_a_clause_fill_the_fields() {
    holds(&[
        (
            "任命周正阳（女，回族）为县水利局副局长（试用期一年）；",
            &["周正阳 appoint 县水利局/副局长 female 回族 probation=12"],
        ),
        ("任命周正阳为县水利局副局长，试用期六个月；", &["周正阳 appoint 县水利局/副局长 probation=6"]),
        ("任命周正阳为县大数据中心主任（兼）；", &["周正阳 appoint 县大数据中心/主任 concurrent"]),
        ("任命周正阳为县商务局副局长（挂职，时间一年）；", &["周正阳 appoint 县商务局/副局长 secondment term=12"]),
        ("周正阳任县水利局副局长（主持工作）；", &["周正阳 appoint 县水利局/副局长 note=主持工作"]),
        (
            "周正阳任畲田民族学校校长（兼畲田幼儿园园长）；",
            &["周正阳 appoint 畲田民族学校/校长", "周正阳 appoint 畲田幼儿园/园长 concurrent"],
        ),
        (
            "周正阳同志任县水利局副局长，任职时间从2021年4月8日起计算；",
            &["周正阳 appoint 县水利局/副局长 from=2021-04-08"],
        ),
        ("自2023年3月1日起，周正阳同志任县水利局副局长；", &["周正阳 appoint 县水利局/副局长 from=2023-03-01"]),
        (
            "聘任周正阳同志为县人民医院院长，聘期五年（试用期一年）；",
            &["周正阳 appoint 县人民医院/院长 probation=12 term=60"],
        ),
        (
            "任命周正阳为县水利局局长；\n任命林静（女）为县审计局局长；\n以上同志试用期一年，任职时间从二〇二一年四月起计算。",
            &[
                "周正阳 appoint 县水利局/局长 probation=12 from=2021-04",
                "林静 appoint 县审计局/局长 female probation=12 from=2021-04",
            ],
        ),
        (
            "免去石磊同志县水利局局长职务；\n任命周正阳为县水利局局长；\n上述任免自2021年5月1日起执行。",
            &["石磊 dismiss 县水利局/局长 from=2021-05-01", "周正阳 appoint 县水利局/局长 from=2021-05-01"],
        ),
        (
            "任命甘露为区教育局总督学；\n任命林静为区教育局副局长；\n首次担任领导职务的甘露同志，试用期一年。",
            &["甘露 appoint 区教育局/总督学 probation=12", "林静 appoint 区教育局/副局长"],
        ),
    ]);
}

/// Names and groups whose last or first character is a word of the grammar, and units that stand for another.
#[test]
fn a_word_of_the_grammar_may_be_part_of_a_name_or_of_a_title() {
    holds(&[
        ("任命李大为、周正阳为县水利局副局长；", &["李大为 appoint 县水利局/副局长", "周正阳 appoint 县水利局/副局长"]),
        (
            "聘任周正阳、于同志为县人民医院副院长；",
            &["周正阳 appoint 县人民医院/副院长", "于同志 appoint 县人民医院/副院长 guess"],
        ),
        (
            "周正阳同志任县税务局党委委员、纪检组组长；",
            &["周正阳 appoint 县税务局/党委委员", "周正阳 appoint 县税务局/纪检组组长"],
        ),
        ("周正阳同志任县纪委驻县税务局纪检组组长；", &["周正阳 appoint 县纪委驻县税务局纪检组/组长"]),
        (
            "周正阳同志任省委委员、常委、秘书长；",
            &["周正阳 appoint 省委/委员", "周正阳 appoint 省委/常委", "周正阳 appoint 省委/秘书长"],
        ),
        ("任命周正阳为县委党校（县行政学校）副校（院）长；", &["周正阳 appoint 县委党校（县行政学校）/副校（院）长"]),
        (
            "任命周正阳为县体育局局长助理、县足协秘书长；",
            &["周正阳 appoint 县体育局/局长助理", "周正阳 appoint 县足协/秘书长"],
        ),
    ]);
}

/// Who is confirmed, whom a term leaves out, and where a name ends that ends in a word of the grammar.
#[test]
fn what_is_said_of_some_is_not_said_of_all() {
    holds(&[
        (
            "任命罗敏为县审计局副局长，试用期一年；\n    下列人员试用期满，经考核合格，正式任职，任职时间从2020年4月起计算：\n    任命沈秋月为县水利局副局长。",
            &["罗敏 appoint 县审计局/副局长 probation=12", "沈秋月 confirm 县水利局/副局长 from=2020-04"],
        ),
        (
            "任命：\n    罗敏同志为县水利局局长；\n    沈秋月同志为县林业局副局长。\n    以上同志除罗敏同志外，试用期均为一年。",
            &["罗敏 appoint 县水利局/局长", "沈秋月 appoint 县林业局/副局长 probation=12"],
        ),
        (
            "聘任罗敏为县第二中学校长，聘期三年，其中试用期一年；",
            &["罗敏 appoint 县第二中学/校长 probation=12 term=36"],
        ),
        ("免去罗连任的县水利局局长职务；", &["罗连任 dismiss 县水利局/局长"]),
        ("免去马七十三同志的县水利局副局长职务；", &["马七十三 dismiss 县水利局/副局长"]),
    ]);
}
