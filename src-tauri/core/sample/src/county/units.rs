//! The units of 青云县 and their posts: an invented county of forty units, with those that the reform of 2019 closed.

use renmian_domain::PartialDate;

/// Who fills a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum By {
    /// 中共青云县委
    Party,
    /// 青云县人民政府
    Government,
    /// 青云县人民代表大会常务委员会
    Standing,
    /// A town's people's congress, the place of the town in [`TOWNS`].
    Town(usize),
    /// 青云县教育局
    Schools,
    /// 青云县卫生健康局
    Health,
}

/// A post as the county has it, with the posts that go with it.
#[derive(Debug, Clone)]
pub(super) struct Seat {
    pub organisation: String,
    pub title: String,
    pub by: By,
    pub authorised: u32,
    pub headship: bool,
    /// How high it is: 1 a unit's own staff, 2 the deputy of a bureau, 3 its head, 4 the county's leaders.
    pub grade: u8,
    /// Posts of the same holder: 党组书记 of a bureau's head.
    pub with: Vec<(String, String, By)>,
    /// Where the reform of 2019 moved it: the unit that took it over.
    pub moved_to: Option<&'static str>,
    /// Made by the reform of 2019.
    pub new_in_2019: bool,
    /// Held beside a main post.
    pub concurrent: bool,
}

/// A unit as the county has it.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub name: String,
    pub parent: Option<&'static str>,
    pub kind: &'static str,
    pub until: Option<PartialDate>,
}

pub(super) const TOWNS: [&str; 9] =
    ["云泉镇", "柳溪镇", "石塘镇", "枫林镇", "白鹤镇", "双桥乡", "竹山乡", "大坪乡", "桃源乡"];

/// 政府部门: name, what it is that has a chief of its own kind, where the reform moved it, made by the reform.
const BUREAUS: [(&str, &str, Option<&str>, bool); 29] = [
    ("县发展和改革局", "", None, false),
    ("县教育局", "总督学", None, false),
    ("县公安局", "", None, false),
    ("县民政局", "", None, false),
    ("县司法局", "", None, false),
    ("县财政局", "总会计师", None, false),
    ("县人力资源和社会保障局", "", None, false),
    ("县国土资源局", "", Some("县自然资源局"), false),
    ("县自然资源局", "总规划师", None, true),
    ("县住房和城乡建设局", "总工程师", None, false),
    ("县交通运输局", "总工程师", None, false),
    ("县水利局", "总工程师", None, false),
    ("县农业局", "", Some("县农业农村局"), false),
    ("县农业农村局", "总农艺师", None, true),
    ("县商务局", "", None, false),
    ("县文化体育广播电视局", "", Some("县文化和旅游局"), false),
    ("县文化和旅游局", "", None, true),
    ("县卫生局", "", Some("县卫生健康局"), false),
    ("县卫生健康局", "", None, true),
    ("县退役军人事务局", "", None, true),
    ("县安全生产监督管理局", "", Some("县应急管理局"), false),
    ("县应急管理局", "", None, true),
    ("县审计局", "总审计师", None, false),
    ("县工商行政管理局", "", Some("县市场监督管理局"), false),
    ("县市场监督管理局", "", None, true),
    ("县统计局", "总统计师", None, false),
    ("县医疗保障局", "", None, true),
    ("县林业局", "总工程师", None, false),
    ("县信访局", "", None, false),
];

/// 事业单位 and others that the government fills: name, kind, parent, head, deputies.
const OTHERS: [(&str, &str, Option<&str>, &str, u32); 10] = [
    ("县融媒体中心", "事业单位", None, "主任", 2),
    ("县政务服务中心", "事业单位", None, "主任", 2),
    ("县公路建设养护中心", "事业单位", Some("县交通运输局"), "主任", 2),
    ("县财政国库集中支付中心", "事业单位", Some("县财政局"), "主任", 2),
    ("县农业综合技术推广中心", "事业单位", None, "主任", 2),
    ("县公安局交通警察大队", "政府部门", Some("县公安局"), "大队长", 3),
    ("县公安局刑事侦查大队", "政府部门", Some("县公安局"), "大队长", 2),
    ("县档案馆", "事业单位", None, "馆长", 1),
    ("县青峰国有林场", "事业单位", Some("县林业局"), "场长", 2),
    ("县工业园区管理委员会", "派出机构", None, "主任", 2),
];

/// Units and seats in their standing order.
pub(super) fn all() -> (Vec<Unit>, Vec<Seat>) {
    let mut units = Vec::new();
    let mut seats: Vec<Seat> = Vec::new();
    let reform = PartialDate::new(2019, Some(3), Some(20));
    let unit = |units: &mut Vec<Unit>, name: &str, parent, kind, until| {
        units.push(Unit { name: name.to_owned(), parent, kind, until });
    };

    unit(&mut units, "县人民政府", None, "政府机关", None);
    seats.push(seat("县人民政府", "县长", By::Standing, 1, 4).head());
    seats.push(seat("县人民政府", "副县长", By::Standing, 5, 4));
    unit(&mut units, "县人民政府办公室", Some("县人民政府"), "政府部门", None);
    seats.push(seat("县人民政府办公室", "主任", By::Standing, 1, 3).head().with("党组书记", By::Party));
    seats.push(seat("县人民政府办公室", "副主任", By::Government, 3, 2).with("党组成员", By::Party));
    for (name, head, deputies) in [
        ("县委办公室", "主任", 3),
        ("县委组织部", "常务副部长", 2),
        ("县委宣传部", "常务副部长", 2),
        ("县委统战部", "常务副部长", 1),
        ("县委政策研究室", "主任", 2),
        ("县委党校", "常务副校长", 2),
    ] {
        unit(&mut units, name, None, "党委部门", None);
        seats.push(seat(name, head, By::Party, 1, 3).head());
        let deputy = match head {
            "主任" => "副主任",
            "常务副校长" => "副校长",
            _ => "副部长",
        };
        seats.push(seat(name, deputy, By::Party, deputies, 2));
    }
    for (name, chief, moved_to, new) in BUREAUS {
        unit(&mut units, name, None, "政府部门", moved_to.and(reform));
        let mut its = vec![
            seat(name, "局长", By::Standing, 1, 3).head().with("党组书记", By::Party),
            seat(name, "副局长", By::Government, if name == "县公安局" { 3 } else { 2 }, 2).with("党组成员", By::Party),
        ];
        if !chief.is_empty() {
            its.push(seat(name, chief, By::Government, 1, 2).with("党组成员", By::Party));
        }
        for mut one in its {
            one.moved_to = moved_to;
            one.new_in_2019 = new;
            seats.push(one);
        }
    }
    for (name, kind, parent, head, deputies) in OTHERS {
        unit(&mut units, name, parent, kind, None);
        seats.push(seat(name, head, By::Government, 1, 2).head());
        seats.push(seat(name, &deputy_of(head), By::Government, deputies, 1));
    }
    unit(&mut units, "县第一中学", Some("县教育局"), "事业单位", None);
    seats.push(seat("县第一中学", "校长", By::Schools, 1, 2).head());
    seats.push(seat("县第一中学", "副校长", By::Schools, 3, 1));
    unit(&mut units, "县职业技术教育中心", Some("县教育局"), "事业单位", None);
    seats.push(seat("县职业技术教育中心", "主任", By::Schools, 1, 2).head());
    seats.push(seat("县职业技术教育中心", "副主任", By::Schools, 2, 1));
    unit(&mut units, "县人民医院", Some("县卫生健康局"), "事业单位", None);
    seats.push(seat("县人民医院", "院长", By::Health, 1, 2).head());
    seats.push(seat("县人民医院", "副院长", By::Health, 3, 1));
    unit(&mut units, "县妇幼保健院", Some("县卫生健康局"), "事业单位", None);
    seats.push(seat("县妇幼保健院", "院长", By::Health, 1, 2).head());
    seats.push(seat("县妇幼保健院", "副院长", By::Health, 2, 1));

    let works = "青云县城乡建设投资有限责任公司";
    unit(&mut units, works, None, "国有企业", None);
    seats.push(seat(works, "总经理", By::Government, 1, 2).head());
    seats.push(seat(works, "副总经理", By::Government, 2, 1));
    unit(&mut units, "青云县自来水有限责任公司", None, "国有企业", None);
    seats.push(seat("青云县自来水有限责任公司", "总经理", By::Government, 1, 2).head());
    seats.push(seat("青云县自来水有限责任公司", "副总经理", By::Government, 1, 1));

    unit(&mut units, "县人民法院", None, "审判机关", None);
    seats.push(court("县人民法院", "副院长", &["审判委员会委员"], 2, 3));
    seats.push(court("县人民法院", "审判员", &[], 6, 1));
    unit(&mut units, "县人民检察院", None, "检察机关", None);
    seats.push(court("县人民检察院", "副检察长", &["检察委员会委员"], 2, 3));
    seats.push(court("县人民检察院", "检察员", &[], 5, 1));

    for (at, town) in TOWNS.into_iter().enumerate() {
        let head = if town.ends_with('镇') { "镇长" } else { "乡长" };
        let (committee, government) = (format!("{town}党委"), format!("{town}人民政府"));
        unit(&mut units, &committee, None, "乡镇", None);
        unit(&mut units, &government, None, "乡镇", None);
        let mut secretary = seat(&committee, "书记", By::Party, 1, 3).head();
        secretary.with.push((committee.clone(), "委员".to_owned(), By::Party));
        seats.push(secretary);
        let mut mayor = seat(&government, head, By::Town(at), 1, 3).head();
        mayor.with.push((committee.clone(), "副书记".to_owned(), By::Party));
        seats.push(mayor);
        let mut deputy = seat(&government, &format!("副{head}"), By::Town(at), 2, 2);
        deputy.with.push((committee.clone(), "委员".to_owned(), By::Party));
        seats.push(deputy);
    }
    let mut hall = seat("县招商服务中心", "主任", By::Government, 1, 2).head();
    hall.concurrent = true;
    unit(&mut units, "县招商服务中心", Some("县商务局"), "事业单位", None);
    seats.push(hall);
    (units, seats)
}

fn deputy_of(head: &str) -> String {
    format!("副{head}")
}

fn seat(organisation: &str, title: &str, by: By, authorised: u32, grade: u8) -> Seat {
    Seat {
        organisation: organisation.to_owned(),
        title: title.to_owned(),
        by,
        authorised,
        headship: false,
        grade,
        with: Vec::new(),
        moved_to: None,
        new_in_2019: false,
        concurrent: false,
    }
}

fn court(organisation: &str, title: &str, with: &[&str], authorised: u32, grade: u8) -> Seat {
    let mut seat = seat(organisation, title, By::Standing, authorised, grade);
    seat.with = with.iter().map(|title| (organisation.to_owned(), (*title).to_owned(), By::Standing)).collect();
    seat
}

impl Seat {
    fn head(mut self) -> Self {
        self.headship = true;
        self
    }

    fn with(mut self, title: &str, by: By) -> Self {
        self.with.push((self.organisation.clone(), title.to_owned(), by));
        self
    }
}
