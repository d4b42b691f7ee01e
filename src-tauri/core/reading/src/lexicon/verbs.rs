//! The verbs that appoint and dismiss, by the way a clause is built around them.

use renmian_domain::ItemKind::{self, AcceptResignation, Appoint, Confirm, Dismiss, Elect, Nominate, Remove};

use super::{Beginnings, Letters, Words};
use crate::layout::{First, Glyph, has};

/// A verb and what it says of every item that it governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verb {
    /// The word.
    pub word: &'static str,
    /// What it does.
    pub kind: ItemKind,
    /// 兼任, 不再兼任.
    pub concurrent: bool,
    /// 代理.
    pub acting: bool,
    /// 挂职任.
    pub secondment: bool,
    /// Whether it is never anything but operative: 任命 is, 任 is not.
    pub strong: bool,
}

const fn verb(word: &'static str, kind: ItemKind) -> Verb {
    Verb { word, kind, concurrent: false, acting: false, secondment: false, strong: true }
}

const fn weak(word: &'static str, kind: ItemKind) -> Verb {
    Verb { strong: false, ..verb(word, kind) }
}

const fn concurrent(word: &'static str, kind: ItemKind) -> Verb {
    Verb { concurrent: true, strong: false, ..verb(word, kind) }
}

const fn acting(word: &'static str, kind: ItemKind) -> Verb {
    Verb { acting: true, strong: false, ..verb(word, kind) }
}

const fn secondment(word: &'static str, kind: ItemKind) -> Verb {
    Verb { secondment: true, strong: false, ..verb(word, kind) }
}

/// Verbs that stand at one place of a clause.
pub(crate) struct Verbs {
    beginnings: Beginnings,
    verbs: &'static [Verb],
}

impl Verbs {
    const fn of(verbs: &'static [Verb]) -> Self {
        let mut beginnings = Beginnings::NONE;
        let mut place = 0;
        while place < verbs.len() {
            beginnings = beginnings.with(verbs[place].word);
            place += 1;
        }
        Self { beginnings, verbs }
    }

    /// The characters with which they begin.
    pub const fn firsts(&self) -> Letters {
        self.beginnings.firsts
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &'static Verb> {
        self.verbs.iter()
    }
}

/// Before the persons, with 为 or 任 behind them: 任命甲为…, 委派甲任…. Longer words first.
pub(crate) static LEADING: Verbs = Verbs::of(&[
    verb("决定任命", Appoint),
    verb("批准任命", Appoint),
    verb("续聘任", Appoint),
    verb("重新聘任", Appoint),
    verb("选举产生", Elect),
    verb("等额选举", Elect),
    verb("任命", Appoint),
    verb("聘任", Appoint),
    verb("续聘用", Appoint),
    verb("聘用", Appoint),
    verb("返聘", Appoint),
    verb("续聘", Appoint),
    verb("聘请", Appoint),
    verb("委任", Appoint),
    verb("委派", Appoint),
    verb("选派", Appoint),
    verb("派任", Appoint),
    verb("增补", Appoint),
    verb("增派", Appoint),
    verb("替补", Appoint),
    verb("递补", Appoint),
    verb("补充", Appoint),
    verb("增加", Appoint),
    verb("调整", Appoint),
    verb("提名", Nominate),
    verb("推荐", Nominate),
    verb("补选", Elect),
    verb("增选", Elect),
    verb("选举", Elect),
    verb("推选", Elect),
    verb("推举", Elect),
    verb("公推", Elect),
    verb("改选", Elect),
    weak("决定", Appoint),
    weak("同意", Appoint),
    weak("指定", Appoint),
    weak("指派", Appoint),
    weak("明确", Appoint),
    weak("留任", Appoint),
    weak("评定", Appoint),
    weak("核定", Appoint),
    weak("确定", Appoint),
    weak("安排", Appoint),
    weak("同意", Appoint),
    weak("批准", Appoint),
    weak("晋升", Appoint),
    weak("套转", Appoint),
    weak("提任", Appoint),
    weak("提拔", Appoint),
    weak("抽调", Appoint),
    weak("调", Appoint),
    weak("派", Appoint),
    weak("聘", Appoint),
    weak("任", Appoint),
]);

/// Before persons and posts alike: 免去甲的…职务.
pub(crate) static STRIPPING: Verbs = Verbs::of(&[
    verb("决定免去", Dismiss),
    verb("批准免去", Dismiss),
    verb("不再委派", Dismiss),
    verb("不再聘任", Dismiss),
    verb("不再续聘", Dismiss),
    verb("不再聘用", Dismiss),
    verb("不再聘请", Dismiss),
    verb("不再任命", Dismiss),
    verb("不再安排", Dismiss),
    verb("免去", Dismiss),
    verb("免除", Dismiss),
    verb("卸免", Dismiss),
    verb("解聘", Dismiss),
    verb("解除", Dismiss),
    verb("撤销", Remove),
    verb("撤消", Remove),
    verb("撤去", Remove),
    verb("罢免", Remove),
    verb("接受", AcceptResignation),
    weak("免", Dismiss),
]);

/// Behind the persons: 甲任…, 甲不再担任…. Longer words first.
pub(crate) static HOLDING: Verbs = Verbs::of(&[
    concurrent("不再继续兼任", Dismiss),
    weak("不再继续担任", Dismiss),
    concurrent("不再兼任", Dismiss),
    acting("不再代理", Dismiss),
    secondment("不再挂职担任", Dismiss),
    secondment("不再挂职任", Dismiss),
    secondment("不再挂任", Dismiss),
    weak("不再续聘任", Dismiss),
    weak("不再聘任为", Dismiss),
    weak("不再聘用为", Dismiss),
    weak("不再续聘为", Dismiss),
    weak("不再聘为", Dismiss),
    weak("不再续聘", Dismiss),
    weak("不再聘任", Dismiss),
    weak("自然卸任", Dismiss),
    weak("卸任", Dismiss),
    weak("不再担任", Dismiss),
    weak("不再任", Dismiss),
    concurrent("不再兼", Dismiss),
    weak("免去", Dismiss),
    weak("免除", Dismiss),
    weak("解聘", Dismiss),
    weak("免", Dismiss),
    weak("正式任命为", Confirm),
    weak("正式担任", Confirm),
    weak("正式聘任为", Confirm),
    weak("正式任", Confirm),
    weak("转正任", Confirm),
    weak("转正为", Confirm),
    secondment("挂职担任", Appoint),
    secondment("挂职任", Appoint),
    secondment("挂任", Appoint),
    secondment("挂职", Appoint),
    concurrent("兼任", Appoint),
    weak("继续担任", Appoint),
    weak("继续任", Appoint),
    weak("继任", Appoint),
    weak("留任", Appoint),
    weak("续任", Appoint),
    weak("连任", Appoint),
    weak("当选为", Elect),
    weak("当选", Elect),
    weak("任命为", Appoint),
    weak("续聘任为", Appoint),
    weak("续聘为", Appoint),
    weak("聘用为", Appoint),
    weak("聘任为", Appoint),
    weak("聘为", Appoint),
    weak("调任", Appoint),
    weak("改任", Appoint),
    weak("转任", Appoint),
    weak("升任", Appoint),
    weak("提任", Appoint),
    weak("出任", Appoint),
    weak("接任", Appoint),
    weak("交流任", Appoint),
    weak("试任", Appoint),
    weak("晋升为", Appoint),
    weak("晋升", Appoint),
    weak("晋任", Appoint),
    weak("套转为", Appoint),
    weak("评定为", Appoint),
    weak("套改为", Appoint),
    weak("确定为", Appoint),
    weak("明确为", Appoint),
    weak("增补为", Appoint),
    weak("补选为", Elect),
    weak("选举为", Elect),
    weak("推选为", Elect),
    weak("提名其担任", Nominate),
    weak("提名其任", Nominate),
    weak("提名其为", Nominate),
    weak("推荐其担任", Nominate),
    weak("推荐其任", Nominate),
    weak("推荐其为", Nominate),
    weak("建议其担任", Nominate),
    weak("建议其任", Nominate),
    weak("提名担任", Nominate),
    weak("提名任", Nominate),
    weak("提名为", Nominate),
    weak("推荐担任", Nominate),
    weak("推荐任", Nominate),
    weak("建议担任", Nominate),
    weak("建议任", Nominate),
    weak("被聘任为", Appoint),
    weak("被聘为", Appoint),
    weak("被任命为", Appoint),
    weak("获委任为", Appoint),
    weak("获任命为", Appoint),
    weak("获聘为", Appoint),
    weak("获选为", Elect),
    weak("受聘担任", Appoint),
    weak("受聘为", Appoint),
    weak("选举产生为", Elect),
    weak("推荐为", Nominate),
    weak("担任", Appoint),
    acting("代理", Appoint),
    weak("辞去", AcceptResignation),
    weak("请辞", AcceptResignation),
    weak("任", Appoint),
    concurrent("兼", Appoint),
]);

/// The verb of a list that stands at this place; longer words come first in the lists.
pub(crate) fn at(verbs: &'static Verbs, run: &[Glyph], place: usize) -> Option<(Verb, usize)> {
    if !verbs.beginnings.may_stand(run, place) {
        return None;
    }
    let first = First::of(run[place].c);
    verbs
        .verbs
        .iter()
        .find(|verb| first.begins(verb.word) && has(run, place, verb.word))
        .map(|verb| (*verb, place + verb.word.chars().count()))
}

/// Words whose presence in operative text must be accounted for.
pub(crate) static ACCOUNTED: Words = Words::of(&[
    "晋升",
    "出任",
    "任命",
    "免去",
    "聘任",
    "解聘",
    "不再担任",
    "不再兼任",
    "兼任",
    "担任",
    "当选",
    "选举",
    "补选",
    "增补",
    "撤销",
    "罢免",
    "辞去",
    "代理",
    "提名",
    "免职",
    "挂职",
    "正式任",
    "解除",
    "免除",
    "卸免",
    "免现职",
    "停止",
    "暂停",
    "推选",
    "委派",
    "不再聘",
    "不再续聘",
]);
