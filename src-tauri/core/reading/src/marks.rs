//! What stands in brackets behind a name or a post, and in a clause of its own behind it: gender, nationality, 兼,
//! probation, term and day. What no field holds is kept as a note.

use renmian_domain::{Gender, PartialDate};

use crate::date::{date_at, months_at};
use crate::layout::{Glyph, any, ends, has, plain, printed};
use crate::lexicon::names::NATIONALITIES;
use crate::lexicon::{Words, words};

/// The marks of a name, a post or a clause.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    pub gender: Option<Gender>,
    pub ethnicity: Option<String>,
    pub concurrent: bool,
    pub acting: bool,
    pub secondment: bool,
    pub probation: Option<u32>,
    pub term: Option<u32>,
    pub effective: Option<PartialDate>,
    /// 分别: the first person takes the first post, the second the second.
    pub in_turn: bool,
    pub notes: Vec<String>,
    /// A further post inside the bracket: （兼幼儿园园长）.
    pub further: Option<Vec<Glyph>>,
}

impl Marks {
    /// Takes over what the other has and this one lacks.
    pub fn take(&mut self, other: &Marks) {
        self.gender = self.gender.or(other.gender);
        if self.ethnicity.is_none() {
            self.ethnicity.clone_from(&other.ethnicity);
        }
        self.concurrent |= other.concurrent;
        self.acting |= other.acting;
        self.secondment |= other.secondment;
        self.probation = self.probation.or(other.probation);
        self.term = self.term.or(other.term);
        self.effective = self.effective.or(other.effective);
        for note in &other.notes {
            if !self.notes.contains(note) {
                self.notes.push(note.clone());
            }
        }
        if self.further.is_none() {
            self.further.clone_from(&other.further);
        }
    }

    /// Reads the inside of a bracket.
    pub fn bracket(inside: &[Glyph]) -> Self {
        let mut marks = Self::default();
        for piece in inside.split(|glyph| matches!(glyph.c, '，' | '、' | '；' | '。' | ' ' | '/')) {
            if !piece.is_empty() {
                marks.piece(piece);
            }
        }
        marks
    }

    /// Whether anything in it is a mark of a person or a post, and not a note.
    pub fn says_of_person(&self) -> bool {
        *self != Self { notes: self.notes.clone(), ..Self::default() }
    }

    fn piece(&mut self, piece: &[Glyph]) {
        let word = plain(piece);
        // （按姓氏笔画为序） says nothing of anybody.
        if ["为序", "排序", "排列"].iter().any(|tail| word.ends_with(tail)) {
            return;
        }
        match word.as_str() {
            "女" | "女性" | "女士" => self.gender = Some(Gender::Female),
            "男" | "男性" | "先生" => self.gender = Some(Gender::Male),
            "兼" | "兼职" | "兼任" => self.concurrent = true,
            "代" | "代理" => self.acting = true,
            "挂职" | "挂任" | "挂职锻炼" => self.secondment = true,
            _ if ["挂职至", "挂职到", "挂任至"].iter().any(|until| word.starts_with(until)) => {
                self.secondment = true;
                self.notes.push(printed(piece));
            }
            _ if NATIONALITIES.contains(&word.as_str()) => self.ethnicity = Some(word),
            _ if start_told(piece).is_some() => self.effective = start_told(piece),
            _ if self.duration(piece).is_some_and(|end| end == piece.len()) => {}
            _ => {
                let further = any(piece, 0, words!["兼任", "兼"]).map(|(_, from)| from);
                match further {
                    Some(from) if from < piece.len() => self.further = Some(piece[from..].to_vec()),
                    _ => self.notes.push(printed(piece)),
                }
            }
        }
    }

    /// A stretch such as 试用期一年, 聘期三年, 挂职两年, 任职时间从2020年6月起计算 at the start of the run: takes the mark
    /// and gives the place after it. `None` where the run begins otherwise.
    pub fn duration(&mut self, run: &[Glyph]) -> Option<usize> {
        let mut at = 0;
        if let Some((_, next)) = any(run, at, words!["均", "其中", "其"]) {
            at = next;
        }
        // 续聘期两年, 返聘期一年
        if any(run, at, words!["续聘期", "返聘期", "续聘任期", "续任期"]).is_some() {
            at += 1;
        }
        if let Some((_, next)) = any(
            run,
            at,
            words!["任职试用期为", "任职试用期", "试用期限为", "试用期限", "试用期为", "试用期均为", "试用期", "试用"],
        ) {
            let (months, end) = months_at(run, skip(run, next, words!["：", "为", "（"]))?;
            self.probation = Some(months);
            return Some(self.since(run, end));
        }
        if let Some((_, next)) = any(
            run,
            at,
            words!["挂职时间为", "挂职时间", "挂职期限为", "挂职期限", "挂职期为", "挂职期", "挂职锻炼", "挂职"],
        ) {
            let (months, end) = months_at(run, skip(run, next, words!["：", "，时间为", "，时间", "，为期", "为期"]))?;
            self.secondment = true;
            self.term = Some(months);
            return Some(self.since(run, end));
        }
        let terms = words![
            "驻村时间为",
            "驻村时间",
            "驻村期限",
            "服务期限",
            "服务期",
            "任期为",
            "任期",
            "聘期为",
            "聘期",
            "聘用期限为",
            "聘用期限",
            "聘任期限为",
            "聘任期限",
            "聘任期为",
            "聘任期",
            "任职期限为",
            "任职期限",
            "期限为",
            "期限",
            "时间为",
            "时间",
            "为期",
        ];
        if let Some((_, next)) = any(run, at, terms) {
            let next = skip(run, next, words!["：", "均为"]);
            if let Some((months, end)) = months_at(run, next) {
                self.term = Some(months);
                return Some(self.since(run, end));
            }
        }
        None
    }

    /// 自…起 and 自…至… behind a length of time.
    fn since(&mut self, run: &[Glyph], end: usize) -> usize {
        let mut next = end;
        if has(run, next, "，") {
            next += 1;
        }
        // 聘期三年（2019年7月1日至2022年6月30日）
        if let Some((inside, after)) = bracket_at(run, next)
            && let Some((day, to)) = date_at(inside, any(inside, 0, words!["自", "从"]).map_or(0, |(_, from)| from))
            && any(inside, to, words!["起至", "至", "到", "-", "起"]).is_some()
        {
            self.effective = Some(day);
            return after;
        }
        match start_day(run, next) {
            Some((day, end)) => {
                self.effective = Some(day);
                end
            }
            None => end,
        }
    }
}

fn skip(run: &[Glyph], at: usize, words: &Words) -> usize {
    any(run, at, words).map_or(at, |(_, next)| next)
}

/// 从2021年4月8日起计算, 自2023年7月1日至2026年6月30日, 自2020年7月计算: the day and the place after the phrase.
pub(crate) fn start_day(run: &[Glyph], at: usize) -> Option<(PartialDate, usize)> {
    let (_, next) = any(run, at, words!["均自", "均从", "自", "从", "由"])?;
    // 从试任之日（2022年1月25日）起
    let told = any(run, next, words!["试任之日", "任职之日", "聘任之日", "任命之日", "决定之日", "通过之日"]);
    let told = told.filter(|(_, open)| has(run, *open, "（")).map(|(_, open)| open + 1);
    let (day, mut end) = date_at(run, told.unwrap_or(next))?;
    if told.is_some() {
        end = any(run, end, words!["）"])?.1;
    }
    if let Some((_, to)) = any(run, end, words!["起至", "至", "到", "-"])
        && let Some((_, after)) = date_at(run, to)
    {
        end = after;
    }
    let tails = words![
        "开始计算",
        "起开始计算",
        "起计算",
        "起算起",
        "起算",
        "起计",
        "算起",
        "计算",
        "起执行",
        "执行",
        "起生效",
        "起就职",
        "起履职",
        "起到任",
        "生效",
        "起始",
        "开始",
        "起",
        "止",
    ];
    while let Some((_, after)) = any(run, end, tails) {
        end = after;
    }
    Some((day, end))
}

/// 自2022年3月1日起 and 任职时间从2022年3月1日起计算, and nothing else.
fn start_told(piece: &[Glyph]) -> Option<PartialDate> {
    let times = words!["任职时间", "任职日期", "任期", "聘期", "聘任时间", "职级时间", "生效时间", "时间"];
    let from = any(piece, 0, times).map_or(0, |(_, next)| skip(piece, next, words!["：", "均", "为"]));
    start_day(piece, from).filter(|(_, end)| *end == piece.len()).map(|(day, _)| day)
}

/// The inside of the bracket that opens at this place, and the place after it.
pub(crate) fn bracket_at(run: &[Glyph], at: usize) -> Option<(&[Glyph], usize)> {
    if !matches!(run.get(at)?.c, '（' | '〔') {
        return None;
    }
    let mut depth = 0;
    for (place, glyph) in run.iter().enumerate().skip(at).take(80) {
        match glyph.c {
            '（' | '〔' => depth += 1,
            '）' | '〕' => {
                depth -= 1;
                if depth == 0 {
                    return Some((&run[at + 1..place], place + 1));
                }
            }
            _ => {}
        }
    }
    None
}

/// The bracket with which the run ends, and the place where it opens.
pub(crate) fn bracket_before_end(run: &[Glyph]) -> Option<(&[Glyph], usize)> {
    if !(ends(run, "）") || ends(run, "〕")) {
        return None;
    }
    let mut depth = 0;
    for place in (0..run.len()).rev().take(80) {
        match run[place].c {
            '）' | '〕' => depth += 1,
            '（' | '〔' => {
                depth -= 1;
                if depth == 0 {
                    return Some((&run[place + 1..run.len() - 1], place));
                }
            }
            _ => {}
        }
    }
    None
}
