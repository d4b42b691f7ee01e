//! Texts made of the words that papers are made of: each byte is a word, so that every change of a byte is a change
//! that the grammar sees. Bytes of broken characters only ever test the layout.

/// The words; a byte past them stands for the two bytes behind it, as one character.
#[rustfmt::skip]
pub const WORDS: [&str; 190] = [
    "任命", "免去", "任", "免", "聘任", "解聘", "不再担任", "不再兼任", "兼任", "兼", "担任", "接受", "辞去", "辞职",
    "提名", "补选", "选举", "当选", "当选为", "撤销", "罢免", "晋升", "套转", "增补", "推荐", "代理", "代", "挂职",
    "为", "的", "职务", "资格", "同志", "等同志", "等", "其", "以上同志", "上述同志", "原任职务自然免除", "同时",
    "（女）", "（男，回族）", "（", "）", "(", ")", "〔2021〕", "[2021]", "〔", "〕", "5号", "第5号", "《", "》", "，", "。",
    "；", "：", "、", ",", ";", ":", ".", "\n", "\n\n", "\r\n", "　", " ", "\t", "|", "——", "-", "*", "#", "\u{a0}", "\u{200b}",
    "关于", "通知", "决定", "公告", "命令", "的通知", "职务任免的通知", "经县委研究决定", "经研究", "决定任命", "会议通过",
    "中共溪口县委", "中共中央", "溪口县人民政府", "县人民政府", "市人大常委会", "第九次会议", "县水利局", "市公安局",
    "交通警察大队", "办公室", "省教育厅", "溪口大学", "集团有限公司", "县委", "城关镇党委", "党组", "机关党委",
    "人民法院", "人民检察院", "审判委员会", "监察委员会", "驻法兰西共和国", "特命全权大使", "审判员", "检察员",
    "局长", "副局长", "处长", "主任", "副主任", "书记", "副书记", "党组成员", "党组书记", "委员", "常委", "董事", "总经理",
    "县长", "副县长", "校长", "院长", "总会计师", "一级主任科员", "四级调研员", "二级巡视员", "正科级", "（正科级）",
    "张三", "李四", "王 五", "赵　六", "欧阳明远", "阿依·古丽", "𠮷田", "\u{e000}某", "贺启明", "余静怡", "冯德厚",
    "试用期一年", "（试用期一年）", "任期三年", "聘期三年", "试用期满正式任职", "按期转正", "任职时间从", "起计算", "自",
    "起", "起执行", "2021年4月", "2021年4月8日", "二〇二一年五月", "二○二三年二月二十八日", "2021.04", "2021-04-08",
    "组长：", "副组长：", "成员：", "召集人：", "领导小组", "成立", "调整", "下设", "办公室主任由", "兼任主任", "由", "组成",
    "一、", "（一）", "1.", "任命：", "免去：", "序号\t姓名\t任职\t免职", "1\t张三\t科长\t——", "姓名\t职务", "附件：",
    "公示", "拟任", "抄送：", "此件公开发布", "暂缺", "负责同志",
];

/// The text that these bytes spell.
pub fn text(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut left = bytes.iter();
    while let Some(byte) = left.next() {
        match WORDS.get(usize::from(*byte)) {
            Some(word) => text.push_str(word),
            None => {
                let code = u32::from(left.next().copied().unwrap_or(0x4E)) << 8;
                text.extend(char::from_u32(code + u32::from(left.next().copied().unwrap_or_default())));
            }
        }
    }
    text
}

/// The bytes that spell a text, as far as the words reach: the longest word first, other characters as themselves.
pub fn spelt(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let longest =
            (0..=u8::MAX).zip(WORDS).filter(|(_, word)| rest.starts_with(word)).max_by_key(|(_, word)| word.len());
        if let Some((byte, word)) = longest {
            bytes.push(byte);
            rest = &rest[word.len()..];
        } else {
            let code = u16::try_from(u32::from(first)).unwrap_or(0x4E00).to_be_bytes();
            bytes.extend([u8::MAX, code[0], code[1]]);
            rest = &rest[first.len_utf8()..];
        }
    }
    bytes
}
