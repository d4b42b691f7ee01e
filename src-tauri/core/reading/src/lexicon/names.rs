//! Surnames, and characters that no name has.

use std::sync::LazyLock;

use super::{Chars, Words};
use crate::layout::Glyph;

/// Surnames of one character.
const SURNAMES: &str = "火言赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖付闫岳佟苟仝代但亓敬阳佘佴伯赏墨哈谯笪年爱仉督帅缑亢况有琴商牟伽邸邝冼覃庹谌粟银招练苑苏区晋楚郇鄢涂冒寸迟锁麦官原忻揭户门旷楼蹇辜英战初衣矫战斐库律茆位藏由訚喜皇郧揣母隋尧舍占卿岩芦肇才闪修展鹿逯镡仵呼禤危滑柘占靖鞠上官候兰芒邬昝臧檀芈洛拉郸闾秘汝苌青钦乃畅禚綦郄阿扎巨相但亓粱芃渠俸朴奉银衷竹翠延未稂矣后尉双伦冶丛牙虎过巨玉么先母逢过皋亲千单秀酒布来闭海浩卯羌肉艳才信咸操拜妥瓮佀喇撒沐刀召枚洑蒿咎种琚钊翦郅鄞隽雒颉姒粘郈郯隰麴俱栗税玄骞虢禇澹爨漕锺甯昶";

/// Surnames of two characters.
pub(crate) const COMPOUND: [&str; 60] = [
    "第五", "东里", "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛",
    "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离",
    "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷", "公良",
    "漆雕", "乐正", "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭", "南门", "羊舌",
    "微生", "梁丘", "左丘", "淳于",
];

/// Characters that stand in no name, or so seldom that a run with one of them is no name by itself.
const NEVER: &str = "的与及级部办府署该由经被已把局厅院校处室所股乡县委员职责务免聘辞届，。；：、（）〔〕“”《》/|第兼等们这那你我他她它个位名-+·";

/// Whether the run begins with a surname of two characters.
pub(crate) fn is_compound(run: &[Glyph]) -> bool {
    static SET: LazyLock<Words> = LazyLock::new(|| Words::new(&COMPOUND));
    SET.at(run, 0).is_some()
}

/// Whether the character is a surname.
pub(crate) fn is_surname(c: char) -> bool {
    static SET: LazyLock<Chars> = LazyLock::new(|| Chars::new(SURNAMES));
    SET.has(c)
}

/// Whether the character can stand in a given name.
pub(crate) fn can_stand_in_name(c: char) -> bool {
    static SET: LazyLock<Chars> = LazyLock::new(|| Chars::new(NEVER));
    !SET.has(c)
}

/// The nationalities of China, as they stand in brackets behind a name.
pub(crate) const NATIONALITIES: [&str; 56] = [
    "汉族",
    "蒙古族",
    "回族",
    "藏族",
    "维吾尔族",
    "苗族",
    "彝族",
    "壮族",
    "布依族",
    "朝鲜族",
    "满族",
    "侗族",
    "瑶族",
    "白族",
    "土家族",
    "哈尼族",
    "哈萨克族",
    "傣族",
    "黎族",
    "傈僳族",
    "佤族",
    "畲族",
    "高山族",
    "拉祜族",
    "水族",
    "东乡族",
    "纳西族",
    "景颇族",
    "柯尔克孜族",
    "土族",
    "达斡尔族",
    "仫佬族",
    "羌族",
    "布朗族",
    "撒拉族",
    "毛南族",
    "仡佬族",
    "锡伯族",
    "阿昌族",
    "普米族",
    "塔吉克族",
    "怒族",
    "乌孜别克族",
    "俄罗斯族",
    "鄂温克族",
    "德昂族",
    "保安族",
    "裕固族",
    "京族",
    "塔塔尔族",
    "独龙族",
    "鄂伦春族",
    "赫哲族",
    "门巴族",
    "珞巴族",
    "基诺族",
];

/// Words with which a phrase for unnamed persons begins: 上述同志, 有关人员.
pub(crate) static UNNAMED: LazyLock<Words> = LazyLock::new(|| {
    Words::new(&[
        "上述", "以上", "下列", "以下", "有关", "相关", "其他", "其余", "全体", "部分", "主要", "负责", "分管", "现任",
        "原任", "新任", "聘任", "任命", "正式", "不再", "试用", "任期", "任职", "按照", "根据", "同意", "公司", "集团",
        "原有", "所有", "各位", "领导", "干部", "同时",
    ])
});

/// Words that stand in no name, whatever their characters.
pub(crate) static INSIDE_NO_NAME: LazyLock<Words> = LazyLock::new(|| {
    Words::new(&[
        "自然", "命", "卸任", "按程", "依法", "同时", "单位", "其所", "关于", "接受", "会议", "此前", "追认", "撤销",
        "通过", "决定", "研究", "经理", "书记", "常务", "主任", "主席", "总监", "教授", "政府", "学校", "公司", "医院",
        "集团", "党组", "支部", "队长", "组长", "部长", "科长", "县长", "市长", "镇长", "干部", "同志", "选举", "任命",
        "任职", "中心", "全面", "正科", "工作", "退休", "候选", "先后", "到龄", "建议", "期满", "换届", "党委", "县委",
        "市委", "区委", "镇委", "省委", "增补", "补选", "推选", "推举", "协商", "委派", "选派", "聘任", "聘用", "解聘",
        "免去", "晋升", "评定", "州委", "乡党", "试用", "另有", "担任", "兼任",
    ])
});
