//! Heads of titles and the words that stand before them. 副局长 is the modifier 副 before the head 局长.

use std::sync::OnceLock;

use super::{Endings, Words};
use crate::layout::Glyph;

/// Words that end a title and name an office.
const HEADS: &str = "
书记 第一书记 总书记 常委 执委 委员 常务委员 候补委员 成员 主任委员 主席 会长 理事长 理事 监事长 监事 董事长 董事 独立董事 职工董事
外部董事 执行董事 职工监事 法定代表人 董事会秘书 总裁 总经理 经理 总监 财务总监
主任 主任医师 主任督学 督学 总督学 书记长 秘书长 秘书 参事 参谋长 参谋 顾问 政委 政治委员 政治协理员 协理员 教导员 指导员
校（院）长 院（校）长 部长 司长 局长 厅长 处长 科长 股长 室长 院长 校长 园长 所长 站长 队长 支队长 大队长 中队长 总队长 分队长 组长 段长 厂长 矿长 场长
社长 馆长 行长 署长 庭长 检察长 审计长 台长 总台长 库长 店长 船长 镇长 乡长 县长 区长 市长 省长 州长 盟长 旗长 村长 总长
总理 国务委员 委员长 首相 大使 特命全权大使 总领事 领事 公使 参赞 代表 常驻代表 特派员 专员 行政长官 司法长官
审判员 检察员 人民陪审员 陪审员 人民监督员 书记员 执行员 法官 检察官 审判长 仲裁员 督察长 督察员 督察专员 监察专员 巡察专员 巡视专员
召集人 总召集人 联络员 负责人 牵头人 干事 干事长 总干事 指挥长 指挥 总指挥 主编 总编辑 总编 编辑 编委
主任会计师 主任工程师 主任经济师 主任设计师 主任编辑 主任记者 主任播音员 总工程师 总会计师 总经济师 总农艺师 总畜牧师 总兽医师 总统计师 总规划师 总建筑师 总设计师 总审计师 总法律顾问 总药师 总飞行师 总农经师
安全总监 首席信息官 首席风险官 首席运营官 首席技术官 首席营销官 首席投资官 首席审计官 首席法务官 首席风控官 首席数据官 风险官 首席专家 首席代表 合规官 首席合规官 工程师 会计师 经济师 农艺师 统计师 审计师 药师 护士长 总护士长 医师 教师 教授 研究员
科员 办事员 主任科员 副主任科员 调研员 副调研员 巡视员 副巡视员 警长 高级警长 警员 警务专员 学科带头人 教研员 辅导员 班主任
管理员 组织员 纪检员 监察员 检查员 稽查员 稽察特派员 宣传委员 组织委员 统战委员 纪律检查委员 武装部长 人武部长 总监理
工作队员 队员 驻村干部 特约研究员 检察官助理 法官助理 部长助理 厅长助理 司长助理 处长助理 区长助理 州长助理 镇长助理 乡长助理 省长助理 主席助理 会长助理 检察长助理 书记助理 社长助理 台长助理 站长助理 馆长助理 园长助理 队长助理 支队长助理 大队长助理 厂长助理 矿长助理 经理助理 秘书长助理 理事长助理 署长助理 所长助理 助理 行长助理 院长助理 校长助理 总裁助理 局长助理 董事长助理 总经理助理 主任助理 市长助理 县长助理
纪检组长 纪检监察组长 主任检察官 主任法官 技术负责人 首席科学家 专职委员 专职副书记 专职常委 站务长 关长 税务长 消防长 团长 政治教导员
监狱长 分监区长 监区长 看守长 军长 师长 旅长 连长 排长 营长 班长 司令员 司令 副官 教育长 教务长 总务长 学监 董秘 首席安全官 首席质量官 首席战略官 首席信贷官 首席审批官 主管 领班 掌门 轮值主席 发言人 新闻发言人 侍从 馆员 干部
副职 正职 主委 校董 侍郎 片长 楼长 网格长 河长 湖长 渠长 塘长 沟长 段长 库长 山长 巷长 林长 田长 街长 路长 链长 社区民警 老师 总账会计 会计 出纳 工作人员 审计员 联络官 事务官 首席记者
文书 防疫员 水管员 护河员 护路员 管水员 信息员 宣传员 保洁员 巡护员 监督员 评审员 观察员 指导员 特派员 调解员 调查员 农技员 植保员 消防员 安监员 监测员 气象员 测报员 巡查员 督查员 巡逻员
值班员 操作员 检验员 维修员 电工 焊工 培训师 评估师 设计师 策划师 规划师 建造师 监理工程师 造价师 分析师 网格员 文秘 文员 财务员 报账员 出纳员 记账员 核算员 统计员 档案员 安全员 质检员 技术员 材料员 资料员 保管员 采购员 计划员 劳资员 化验员 调度员 调度长 值班长 业务员 协管员 护林员 保育员 驾驶员
播音员 主持人 教练员 教练 讲师 助教 记者 主任记者 编审 译审 政工师 兽医师 畜牧师 技师 护师 护士 主治医师 主管护师 主任护师 主管药师 主任药师 主管技师 主任技师 研究馆员 项目经理 项目总工
总工 总辅导员 大队辅导员 工长 民警 经纪人 轮机长 总会长 荣誉会长 小组长 社工 讲解员 指导老师
司务长 主审官 审查员 审评员 馆务委员 部务委员 理事会理事 首席执行官 首席财务官 总代表 特使 特别代表 事务特使 问题特使 气候变化事务特使 国际贸易谈判代表 国际贸易谈判副代表 谈判代表 谈判副代表 总督察 督导员 督导 专干 专员助理
";

/// Words before a head that belong to the title.
const MODIFIERS: &str = "
副 正 代 代理 常务 常务副 第一 第一副 第二 执行 执行副 专职 兼职 驻会 专职副 驻会副 名誉 荣誉 首席 高级 见习 助理 总 候补 候任 轮值 业务 生产 技术 安全 行政
经营 机电 销售 财务 后勤 教学 科研 总务 教务 政教 德育 党务 政工 医疗 护理 人事 内勤 政治 法制 法治 纪检 组织 宣传 统战 武装 人武 一级 二级 三级 四级
常驻 副部级 正部级 副部长级 正厅级 副厅级 正局级 副局级 正处级 副处级 正科级 副科级 首任 第一任 第二任 第三任 第四任 第五任 第六任 第七任 第八任 第九任 第十任 分管日常工作的 主持日常工作的 负责日常工作的 主持工作的 分管 联合 共同 职务 责任 主管 特约 特邀 特聘 客座 兼任 学术 教研 备课 级部 年级 少先队 教导 正高级 副高级 主治
主办 协办 独任 委派 科技 校外 校外法治 县级 市级 省级 区级 镇级 乡级 村级 股东代表 职工代表 非独立 非职工代表
青年 妇女 女工 女职工 群工 文体 生活 经审 劳动 福利 保密 文教 治保 民兵 体卫 艺体 电教
";

/// Committees inside a unit: they stay in the title of whoever sits on them.
const COMMITTEES: &str = "
党组 党委 党总支 党支部 总支 支部 党工委 机关党委 机关党总支 机关党支部 机关纪委 直属党委 直属机关党委 分党组 党总支部 分党委 临时党委 纪委 纪工委
党小组 工会小组 团小组 团总支 团支部 团委 团工委 审判委员会 检察委员会 党委会 党支部委员会 党总支委员会 直属机关纪委 总支委员会 综合党委 联合党委 联合党支部
";

/// Ranks are held by a person and name no seat of a unit.
const RANKS: &str = "
巡视员 副巡视员 调研员 副调研员 主任科员 副主任科员 科员 办事员 高级警长 警长 警员 警务专员 高级法官 法官 高级检察官 检察官 高级主办 主办 高级主管 主管 警务技术主任
警务技术主管 警务技术总监 警务技术员 执法员 高级执法员 行政执法员 高级法官助理 法官助理 检察官助理 书记员 监察官 高级监察官 高级专务 专务 总监 翻译 研究员 级公务员
";

/// Ranks of civil servants as they were before they had levels.
static OLD_RANKS: Words =
    Words::of(&["巡视员", "副巡视员", "调研员", "副调研员", "助理调研员", "主任科员", "副主任科员", "助理巡视员"]);

/// Titles of the state that have no unit by their nature.
pub(crate) const WITHOUT_UNIT: [&str; 1] = ["国务委员"];

/// Titles of courts and procuratorates: they belong to the court itself, not to its division.
pub(crate) static JUDICIAL: Words = Words::of(&[
    "审判员",
    "检察员",
    "助理审判员",
    "助理检察员",
    "代理审判员",
    "代理检察员",
    "审判委员会委员",
    "检察委员会委员",
    "人民陪审员",
    "审判委员会专职委员",
]);

/// Bare titles of party committees: behind a committee's title they are titles of the same committee.
pub(crate) const COMMITTEE_BARE: [&str; 7] = ["书记", "副书记", "第一书记", "专职副书记", "委员", "常委", "成员"];

/// Further titles of the committee of a place, which are not named after it: 城关镇党委 has a 组织委员.
pub(crate) const PLACE_COMMITTEE_BARE: [&str; 8] =
    ["组织委员", "宣传委员", "统战委员", "纪检委员", "政法委员", "青年委员", "群工委员", "保卫委员"];

/// Whether the whole title is a rank of the old kind.
pub(crate) fn ranks_of_old(title: &[Glyph]) -> bool {
    OLD_RANKS.are(title)
}

/// Heads of titles.
pub(crate) fn heads() -> &'static Endings {
    static SET: OnceLock<Endings> = OnceLock::new();
    SET.get_or_init(|| Endings::new(HEADS.split_whitespace()))
}

/// Modifiers of titles.
pub(crate) fn modifiers() -> &'static Endings {
    static SET: OnceLock<Endings> = OnceLock::new();
    SET.get_or_init(|| Endings::new(MODIFIERS.split_whitespace()))
}

/// Committees that stay in the title.
pub(crate) fn committees() -> &'static Endings {
    static SET: OnceLock<Endings> = OnceLock::new();
    SET.get_or_init(|| Endings::new(COMMITTEES.split_whitespace()))
}

/// Ranks without their level.
pub(crate) fn ranks() -> &'static Endings {
    static SET: OnceLock<Endings> = OnceLock::new();
    SET.get_or_init(|| Endings::new(RANKS.split_whitespace()))
}
