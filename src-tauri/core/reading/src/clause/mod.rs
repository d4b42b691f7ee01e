//! The grammar of a clause: a verb, the persons and the posts that it governs. Hand-written descent over one sentence;
//! a clause either parses whole or not at all.

mod hold;
mod lead;
mod posted;
mod strip;
mod succeeded;

use std::cell::OnceCell;

use self::hold::{carried, held_before, hold};
use self::lead::{elected_are, governed, lead, surnamed};
use self::posted::{changed_to, composed, introduced, placed, posted_by, through, told_of};
pub(crate) use self::posted::{leads_founded, led_body};
use self::strip::{accept, strip};
use self::succeeded::{follows, gives_up, handed_over, leaves_present, passed_on, takes_over};
use crate::layout::{Glyph, any, ends, find, has, plain};
use crate::lexicon::verbs::{self, Verb};
use crate::lexicon::{Words, words};
use crate::marks::{Marks, bracket_before_end};
use crate::name::{Who, persons_at};
use crate::post::{Before, Seat, is_whole_post, posts};
use crate::sheet::Sheet;

/// What a sentence has said so far, for the clauses that lean on it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sentence {
    /// Who was spoken of last, and where that began.
    pub subject: Vec<Who>,
    pub subject_at: usize,
    /// The verb that goes on to govern what is listed behind it.
    pub lead: Option<Verb>,
    /// The verb that appointed last, for 乙为… behind an inner 免去其….
    pub opened: Option<Verb>,
    /// Something of it that decides was not read: the posts behind may belong to what stood there.
    pub unread: bool,
    /// From a phrase at its beginning: 自2023年3月1日起.
    pub ahead: Marks,
}

/// The persons that are named from a place on, looked for once, however many forms of clause ask for them.
pub(crate) struct Named<'r> {
    run: &'r [Glyph],
    place: usize,
    found: OnceCell<Option<(Vec<Who>, usize)>>,
}

impl<'r> Named<'r> {
    fn at(run: &'r [Glyph], place: usize) -> Self {
        Self { run, place, found: OnceCell::new() }
    }

    /// The persons and the place after them.
    fn people(&self) -> Option<&(Vec<Who>, usize)> {
        self.found.get_or_init(|| persons_at(self.run, self.place)).as_ref()
    }
}

/// The persons that are named from this place on, or 你, whom the letter addresses.
fn people_at(named: &Named, sheet: &Sheet) -> Option<(Vec<Who>, usize)> {
    let (run, place) = (named.run, named.place);
    if let Some(addressee) = &sheet.addressee
        && let Some((_, next)) = any(run, place, words!["你同志", "您", "你"])
    {
        return Some((vec![addressee.clone()], next));
    }
    named.people().cloned()
}

/// A clause that was read.
pub(crate) struct Clause {
    /// Where it begins, its subject included, and the place after it.
    pub from: usize,
    pub to: usize,
    pub verb: Verb,
    pub persons: Vec<Who>,
    pub seats: Vec<Seat>,
    /// Whether nothing in it had to be guessed.
    pub sure: bool,
    /// What the guess rests on.
    pub basis: Option<&'static str>,
    /// From words inside the clause.
    pub marks: Marks,
}

/// What was found at a place.
pub(crate) enum Found {
    /// A whole clause.
    Clause(Box<Clause>),
    /// Two clauses in one: one goes and another comes.
    Both(Box<Clause>, Box<Clause>),
    /// A heading: the verb governs what follows, up to the next heading.
    Heading(Verb, usize),
    /// 任命下列同志为…: names follow.
    Roll(Verb, Vec<Seat>, usize),
    /// Persons without a verb yet; the place after them.
    Subject(Vec<Who>, usize),
}

/// Words that may stand before a verb and change nothing.
static BEFORE_VERB: Words = Words::of(&[
    "通过了关于",
    "通过关于",
    "关于",
    "和关于",
    "现决定",
    "会议决定",
    "会议同意",
    "同时决定",
    "并决定",
    "经协商",
    "协商",
    "一致同意",
    "一致通过",
    "决定",
    "同时",
    "另外",
    "此外",
    "并且",
    "还",
    "并",
    "且",
    "现",
    "兹",
    "特",
    "依法",
    "按规定",
    "按有关规定",
    "按照规定",
    "按照有关规定",
    "依照规定",
    "依照有关规定",
    "按程序",
    "按照程序",
    "按相关规定",
    "同意",
    "准予",
    "批准",
    "等额",
    "差额",
    "直接",
    "分别",
    "会议",
    "其中",
    "另",
]);

/// Reads what begins at this place of the sentence.
pub(crate) fn at(run: &[Glyph], place: usize, sheet: &Sheet, sentence: &Sentence) -> Option<Found> {
    let mut place = place;
    let start = place;
    let mut tries = 0;
    // 并按有关规定免去其…: how it is done is nobody's name.
    let mut behind = place;
    while let Some((_, next)) = BEFORE_VERB.at(run, behind) {
        behind = next;
    }
    if behind > place + 1 && verbs::at(&verbs::STRIPPING, run, behind).is_some_and(|(verb, _)| verb.strong) {
        place = behind;
    }
    loop {
        if let Some(found) = one(run, place, start, sheet, sentence) {
            return Some(found);
        }
        match BEFORE_VERB.at(run, place) {
            Some((_, next)) if tries < 4 => place = next,
            _ => return None,
        }
        tries += 1;
    }
}

fn one(run: &[Glyph], place: usize, start: usize, sheet: &Sheet, sentence: &Sentence) -> Option<Found> {
    let named = Named::at(run, place);
    accept(run, place, start, sheet)
        .or_else(|| strip(run, place, start, sheet, sentence))
        .or_else(|| handed_over(run, place, start, sheet))
        .or_else(|| takes_over(run, place, start, sheet))
        .or_else(|| follows(run, place, start, sheet, sentence))
        .or_else(|| gives_up(run, place, start, sheet))
        .or_else(|| leaves_present(run, place, sheet, sentence))
        .or_else(|| passed_on(run, place, start, sheet))
        .or_else(|| lead(run, place, start, sheet, true))
        .or_else(|| hold(&named, start, sheet, sentence))
        .or_else(|| held_before(run, place, start, sheet))
        .or_else(|| carried(run, place, sheet, sentence))
        .or_else(|| surnamed(&named, start, sheet, sentence))
        .or_else(|| lead(run, place, start, sheet, false))
        .or_else(|| elected_are(run, place, start, sheet))
        .or_else(|| composed(run, place, start))
        .or_else(|| through(run, place, start, sheet))
        .or_else(|| posted_by(run, place, start, sheet))
        .or_else(|| introduced(&named, start, sheet, sentence))
        .or_else(|| changed_to(run, place, start, sheet))
        .or_else(|| told_of(run, place))
        .or_else(|| placed(run, place, start, sheet))
        .or_else(|| governed(&named, start, sheet, sentence))
}

/// Where the posts end that begin at this place: at the clause's end, at 职务, or where another clause begins.
fn posts_end(run: &[Glyph], from: usize) -> usize {
    let mut depth = 0;
    for place in from..run.len() {
        match run[place].c {
            '（' | '〔' => depth += 1,
            '）' | '〕' => depth -= 1,
            '，' | '；' | '。' | '：' | '！' if depth <= 0 => return place,
            '、' if depth <= 0 && begins_clause(run, place + 1) => return place,
            '、' if depth <= 0
                && any(run, place + 1, words!["任期", "试用期", "聘期", "任职时间", "聘任期"]).is_some() =>
            {
                return place;
            }
            '职' if depth <= 0 && place > from && job_ends(run, place) => return place,
            '资' if depth <= 0 && place > from && has(run, place, "资格") && !has(run, place, "资格审查") => {
                return place;
            }
            '一' if depth <= 0 && place > from && has(run, place, "一职") => return place,
            '的' if depth <= 0
                && any(run, place, words!["的请求", "的辞职", "的决定", "的职务", "的职级", "的处分"]).is_some() =>
            {
                return place;
            }
            '请' if depth <= 0 && any(run, place, words!["请求"]).is_some() => return place,
            '等' if depth <= 0 && any(run, place, words!["等职务", "等职", "等级"]).is_some() => return place,
            '处' if depth <= 0 && place > from && has(run, place, "处分") => return place,
            '并' if depth <= 0 && place > from && begins_clause(run, place + 1) => return place,
            // …副主任任命乙为…, where no mark was printed
            _ if depth <= 0 && place > from + 2 && begins_unmarked(run, from, place) => return place,
            _ => {}
        }
    }
    run.len()
}

/// Whether a verb that is never but operative begins behind a whole post.
fn begins_unmarked(run: &[Glyph], from: usize, place: usize) -> bool {
    let verb = verbs::at(&verbs::LEADING, run, place).or_else(|| verbs::at(&verbs::STRIPPING, run, place));
    verb.is_some_and(|(verb, next)| verb.strong && next > place + 1) && is_whole_post(&run[from..place])
}

/// 职务, 职级, and 职 by itself at the end of a clause.
fn job_ends(run: &[Glyph], place: usize) -> bool {
    any(run, place, words!["职务", "职级"]).is_some() && !has(run, place, "职务犯罪")
        || run.get(place + 1).is_none_or(|glyph| matches!(glyph.c, '，' | '；' | '。' | '（'))
}

fn begins_clause(run: &[Glyph], place: usize) -> bool {
    let strong = |list| verbs::at(list, run, place).is_some_and(|(verb, _)| verb.strong);
    if strong(&verbs::LEADING) || strong(&verbs::STRIPPING) || any(run, place, words!["不再", "兼任", "担任"]).is_some()
    {
        return true;
    }
    // 、邓志衡为… : another person under the same verb.
    let c = |at: usize| run.get(at).map(|glyph| glyph.c);
    if !(2..=5).any(|ahead| matches!(c(place + ahead), Some('为' | '任' | '同' | '（'))) {
        return false;
    }
    persons_at(run, place).is_some_and(|(persons, end)| {
        persons.iter().all(|who| who.sure)
            && persons.len() == 1
            && (has(run, end, "为") || verbs::at(&verbs::HOLDING, run, end).is_some())
    })
}

/// Words behind the posts that belong to the clause.
fn tail_end(run: &[Glyph], from: usize) -> usize {
    let mut place = from;
    let tails = words![
        "等职务",
        "等职",
        "等级职务",
        "等级",
        "的职务",
        "职务",
        "的职级",
        "职级",
        "资格",
        "一职",
        "的辞职请求",
        "辞职请求",
        "的请求",
        "请求",
        "的处分",
        "处分",
        "的决定",
        "职",
    ];
    while let Some((_, next)) = any(run, place, tails) {
        place = next;
    }
    place
}

/// Posts from this place on, the place after them, whether all were split by the lexicon, and notes.
pub(crate) fn seats_at(run: &[Glyph], from: usize, before: &mut Before) -> Option<(Vec<Seat>, usize, bool, Marks)> {
    let end = posts_end(run, from);
    let mut body = &run[from..end];
    if body.first().is_none_or(|glyph| matches!(glyph.c, '、' | '的')) {
        return None;
    }
    let mut marks = Marks::default();
    // 副局长人选（试用期一年）
    let proposal = |run: &[Glyph]| ends(run, "候选人") || ends(run, "人选");
    if let Some((inside, open)) = bracket_before_end(body).filter(|(_, open)| proposal(&body[..*open])) {
        marks.take(&Marks::bracket(inside));
        body = &body[..open];
    }
    let proposed = proposal(body);
    for (word, note) in
        [("候选人", None), ("人选", None), ("并主持工作", Some("主持工作")), ("主持工作", Some("主持工作"))]
    {
        if ends(body, word) {
            body = &body[..body.len() - word.chars().count()];
            marks.notes.extend(note.map(str::to_owned));
        }
    }
    let mut seats = posts(body, before)?;
    if let Some(last) = seats.last_mut() {
        last.proposed = proposed;
    }
    let sure = seats.iter().all(|seat| seat.sure);
    let to = tail_end(run, end);
    let more = has(run, end, "等") && !has(run, end, "等级");
    if more {
        marks.notes.push("等职务".to_owned());
    }
    if has(run, end, "处分") || find(&run[end..to], 0, "处分").is_some() {
        marks.notes.push("处分".to_owned());
    }
    Some((seats, to, sure && !more, marks))
}

/// Whether a verb behind the posts says what becomes of the person: 省水文局工程师，挂任…. They are the present ones then.
fn held_behind(run: &[Glyph], from: usize) -> bool {
    let stop = posts_end(run, from);
    let comma = run.get(stop).is_some_and(|glyph| glyph.c == '，');
    comma && verbs::at(&verbs::HOLDING, run, stop + 1).is_some_and(|(verb, _)| verb.kind.opens() && verb.word != "兼任")
}

/// Whether the first of the posts is one in full: 大瑶冲乡党委委员、宣传委员, 公诉科科长（试用期一年）.
fn begins_with_post(run: &[Glyph]) -> bool {
    run.split(|glyph| matches!(glyph.c, '、' | '（')).next().is_some_and(is_whole_post) || is_whole_post(run)
}

/// The posts of an appointment that go on behind a comma: …副主任，县总工会主席.
pub(crate) fn more_posts(run: &[Glyph], place: usize, sheet: &Sheet) -> Option<(Vec<Seat>, usize)> {
    let end = posts_end(run, place);
    let body = &run[place..end];
    let first = body.split(|glyph| glyph.c == '、').next().unwrap_or_default();
    let first = bracket_before_end(first).map_or(first, |(_, open)| &first[..open]);
    if !is_whole_post(first)
        || plain(first).contains("任") && !plain(first).contains("主任")
        || plain(body).contains("同志")
    {
        return None;
    }
    let mut before = sheet.before.clone();
    let seats = posts(body, &mut before)?;
    Some((seats, tail_end(run, end)))
}
