//! Names of invented people: common surnames and given characters put together by chance.

use renmian_domain::{Gender, Person};

use crate::Chance;

const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
const COMPOUND: [&str; 6] = ["欧阳", "上官", "司徒", "诸葛", "皇甫", "令狐"];
const MALE: &str = "伟强军勇杰涛斌辉刚健峰鹏飞波磊毅俊宏志建国明华文平东海林生荣光德福成龙春元兴安新民达远浩宇航凯博诚信良忠学思亮清松柏岩川泽洪昌盛永庆祥瑞";
const FEMALE: &str = "芳娜敏静丽艳娟霞秀英华玲萍红燕梅莉兰凤洁琴云莲真雪荣爱妹香月莺媛瑞凡佳嘉琼桂娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉";
const MINORITY: [(&str, &str, Gender); 14] = [
    ("阿依努尔·买买提", "维吾尔族", Gender::Female),
    ("库尔班·托合提", "维吾尔族", Gender::Male),
    ("古丽娜尔·艾山", "维吾尔族", Gender::Female),
    ("叶尔肯·哈孜", "哈萨克族", Gender::Male),
    ("巴特尔", "蒙古族", Gender::Male),
    ("乌兰其其格", "蒙古族", Gender::Female),
    ("扎西顿珠", "藏族", Gender::Male),
    ("卓玛央金", "藏族", Gender::Female),
    ("阿米尔·努尔兰", "哈萨克族", Gender::Male),
    ("玛依拉·赛力克", "哈萨克族", Gender::Female),
    ("苏日娜", "蒙古族", Gender::Female),
    ("次仁罗布", "藏族", Gender::Male),
    ("艾力·吐尔逊", "维吾尔族", Gender::Male),
    ("其木格", "蒙古族", Gender::Female),
];
const PEOPLES: [&str; 9] = ["回族", "土家族", "苗族", "满族", "壮族", "侗族", "瑶族", "彝族", "白族"];

fn character(chance: &mut Chance, of: &str) -> char {
    let count = of.chars().count();
    of.chars().nth(chance.below(count)).unwrap_or('文')
}

/// A person with a name, a gender and, where it is not 汉族, an ethnicity.
pub fn person(chance: &mut Chance) -> Person {
    let female = chance.percent(28);
    let gender = if female { Gender::Female } else { Gender::Male };
    if chance.percent(2) {
        let (name, ethnicity, gender) = chance.one(&MINORITY);
        return Person { name: name.to_owned(), gender: Some(gender), ethnicity: Some(ethnicity.to_owned()) };
    }
    let mut name = if chance.percent(3) {
        chance.pick(&COMPOUND).to_owned()
    } else {
        // The head of the list holds the commonest surnames: half of the people bear one of them.
        let common: String = SURNAMES.chars().take(24).collect();
        let pool = if chance.percent(50) { &common } else { SURNAMES };
        character(chance, pool).to_string()
    };
    let given = if female { FEMALE } else { MALE };
    let first = character(chance, given);
    name.push(first);
    if chance.percent(72) {
        let second = character(chance, given);
        if second != first || chance.percent(20) {
            name.push(second);
        }
    }
    let ethnicity = chance.percent(7).then(|| chance.pick(&PEOPLES).to_owned());
    Person { name, gender: Some(gender), ethnicity }
}
