//! Posts: where the unit ends and the title begins, and which unit a title without one takes.
//! The unit is the longest part that names a body; a committee inside a unit stays in the title.

mod cut;

use std::borrow::Cow;

use self::cut::{Cut, cut};
pub(crate) use self::cut::{is_bare_title, is_post, is_rank, is_unit, is_whole_post};

use crate::layout::{Glyph, any, ends, has, printed, tight};
use crate::lexicon::titles::{self, COMMITTEE_BARE, JUDICIAL, PLACE_COMMITTEE_BARE, WITHOUT_UNIT};
use crate::lexicon::units::{self, PLACE_COMMITTEES};
use crate::lexicon::words;
use crate::marks::{Marks, bracket_before_end};

/// A post as a clause gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seat {
    /// The unit, its own or taken from the post before it.
    pub unit: Option<String>,
    /// The title.
    pub title: String,
    /// From the brackets behind the post.
    pub marks: Marks,
    /// Whether the split rests on the lexicon alone.
    pub sure: bool,
    /// 人选, 候选人: the person is put forward for it.
    pub proposed: bool,
}

/// The unit of the post before, and the committee in that post's title.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Before {
    unit: Option<Vec<Glyph>>,
    committee: Option<Vec<Glyph>>,
    /// The court whose division the unit is, where the division stands without its court.
    court: Option<Vec<Glyph>>,
    /// Where the unit ends was a guess.
    guessed: bool,
    /// It comes from the clause before, which speaks of somebody else.
    carried: bool,
    /// And a verb of its own stands before the post that takes it.
    renewed: bool,
}

impl Before {
    /// A unit that the text names beforehand.
    pub fn unit(run: &[Glyph]) -> Self {
        Self { unit: Some(run.to_vec()), ..Self::default() }
    }

    /// The political conference that a committee belongs to: 撤销其委员资格 speaks of the conference.
    pub fn conference(mut self) -> Self {
        if let Some(unit) = &self.unit {
            let conference = ["全国政协", "全国委员会", "委员会"].iter().find_map(|word| {
                let at = crate::layout::find(unit, 0, word)?;
                Some(at + word.chars().count())
            });
            let political =
                crate::layout::find(unit, 0, "政协").is_some() || crate::layout::find(unit, 0, "政治协商").is_some();
            if let Some(end) = conference.filter(|_| political) {
                self.unit = Some(unit[..end].to_vec());
            }
        }
        self
    }

    /// Of the clause that ends here, for the one that follows.
    pub fn carried(self) -> Self {
        Self { carried: true, ..self }
    }

    /// For a clause that begins with a verb of its own.
    pub fn renewed(self) -> Self {
        Self { renewed: self.carried, ..self }
    }

    /// The unit of the post read last.
    pub fn into_unit(self) -> Option<Vec<Glyph>> {
        self.unit
    }

    /// Whether a unit is known.
    pub fn is_known(&self) -> bool {
        self.unit.is_some()
    }
}

/// Reads a list of posts. `before` carries the unit from post to post and on to the next list.
/// `None` where a part of the list is no post.
pub(crate) fn posts(run: &[Glyph], before: &mut Before) -> Option<Vec<Seat>> {
    let mut seats = Vec::new();
    for (part, concurrent) in parts(run) {
        let (run, mut marks) = without_brackets(part);
        marks.concurrent |= concurrent;
        if let Some(several) = several_units(run) {
            // 县林业局、县水利局副局长: the title is of each of them.
            for whole in several {
                let mut seat = seat(&whole, marks.clone(), before)?;
                seat.sure = false;
                seats.push(seat);
            }
            continue;
        }
        seats.push(seat(run, marks, before)?);
        let further = seats.last().and_then(|seat| seat.marks.further.clone());
        if let Some(further) = further {
            let (run, mut marks) = without_brackets(&further);
            marks.concurrent = true;
            seats.push(seat(run, marks, before)?);
        }
    }
    (!seats.is_empty()).then_some(seats)
}

/// Several whole bodies before one title, each put together with it.
fn several_units(run: &[Glyph]) -> Option<Vec<Vec<Glyph>>> {
    run.iter().any(|glyph| glyph.c == '、').then_some(())?;
    let cut = cut(run)?;
    let units: Vec<&[Glyph]> = run[..cut.unit].split(|glyph| glyph.c == '、').collect();
    let whole = units.len() > 1 && units.iter().all(|unit| unit.len() >= 2 && is_unit(unit));
    if whole {
        return Some(units.iter().map(|unit| [unit, &run[cut.unit..]].concat()).collect());
    }
    // 东湖、西湖派出所: the last one's ending is of all of them.
    let (last, others) = units.split_last()?;
    let shared = units::endings().longest(last).filter(|length| *length >= 2 && last.len() > *length)?;
    let ending = &last[last.len() - shared..];
    let alike = others.iter().all(|unit| (2..=6).contains(&unit.len()) && !titles::heads().end(unit));
    alike.then(|| {
        let others = others.iter().map(|unit| [unit, ending, &run[cut.unit..]].concat());
        others.chain([[last, &run[cut.unit..]].concat()]).collect()
    })
}

/// The posts of a list: cut at 、 and at 兼 behind a title. A part that ends in no title belongs to the next one.
fn parts(run: &[Glyph]) -> Vec<(&[Glyph], bool)> {
    let mut parts = Vec::new();
    let (mut from, mut depth, mut concurrent) = (0, 0, false);
    let mut place = 0;
    while place < run.len() {
        match run[place].c {
            '（' | '〔' => depth += 1,
            '）' | '〕' => depth -= 1,
            '、' if depth <= 0 && is_post(&run[from..place]) => {
                parts.push((&run[from..place], concurrent));
                (from, concurrent) = (place + 1, false);
                if let Some((_, next)) = any(run, from, words!["兼任", "兼"]) {
                    (from, concurrent) = (next, true);
                    place = next - 1;
                }
            }
            '兼' if depth <= 0 && place > from && is_post(&run[from..place]) && is_post(&run[place + 1..]) => {
                parts.push((&run[from..place], concurrent));
                let next = any(run, place, words!["兼任", "兼"]).map_or(place + 1, |(_, next)| next);
                (from, concurrent) = (next, true);
                place = next - 1;
            }
            '和' | '及' | '并' | '暨'
                if depth <= 0
                    && place > from
                    && titles::heads().end(&run[from..place])
                    && cut(strip(&run[place + 1..])).is_some_and(|cut| cut.sure)
                    && cut(&run[from..place]).is_some_and(|cut| cut.sure) =>
            {
                parts.push((&run[from..place], concurrent));
                (from, concurrent) = (place + 1, false);
            }
            _ => {}
        }
        place += 1;
    }
    if from < run.len() {
        parts.push((&run[from..], concurrent));
    }
    parts
}

/// The first post of the run only.
fn strip(run: &[Glyph]) -> &[Glyph] {
    let end = run.iter().position(|glyph| glyph.c == '、').unwrap_or(run.len());
    &run[..end]
}

fn without_brackets(part: &[Glyph]) -> (&[Glyph], Marks) {
    let mut run = part;
    let mut marks = Marks::default();
    while let Some((inside, open)) = bracket_before_end(run) {
        if open == 0 {
            break;
        }
        marks.take(&Marks::bracket(inside));
        run = &run[..open];
    }
    if ends(run, "并主持工作") {
        marks.notes.push("主持工作".to_owned());
        run = &run[..run.len() - 5];
    }
    (run, marks)
}

fn seat(run: &[Glyph], mut marks: Marks, before: &mut Before) -> Option<Seat> {
    let mut run = run;
    for (word, length) in [("代理", 2), ("代", 1)] {
        // 代县长 is the headship, acting; 代表 is a title of its own.
        if has(run, 0, word) && cut(&run[length..]).is_some_and(|cut| cut.unit == 0 && cut.sure) && !has(run, 0, "代表")
        {
            marks.acting = true;
            run = &run[length..];
            break;
        }
    }
    let cut = cut(run)?;
    let mut title = &run[cut.unit..];
    // 某县人民政府代理县长, 县司法局代局长: the headship, acting; 代理审判员 and 代表 are titles of their own.
    if cut.unit > 0
        && let Some((_, from)) = any(title, 0, words!["代理", "代"]).filter(|_| !has(title, 0, "代表"))
        && !JUDICIAL.are(&tight(title))
        && is_bare_title(&title[from..])
    {
        marks.acting = true;
        title = &title[from..];
    }
    let word = printed(title);
    if cut.unit > 0 {
        let unit = &run[..cut.unit];
        let unit = if ends(unit, "的") { &unit[..unit.len() - 1] } else { unit };
        // 为公司监事、监事会主席: the board is the company's.
        let board = ["监事会", "董事会"].iter().any(|board| ends(unit, board) && unit.len() == 3);
        let of = before.unit.as_ref().filter(|of| board && words!["公司", "集团", "银行"].end(of).is_some());
        let unit = of.map_or(Cow::Borrowed(unit), |of| Cow::Owned([of, unit].concat()));
        let unit = &unit[..];
        let committee = cut.committee.map(|(from, to)| run[from..to].to_vec());
        // 县税务局党委委员、纪检组组长: the group is the bureau's.
        if let Some(whole) = before.unit.as_ref().filter(|_| words!["纪检组", "纪检监察组"].are(&tight(unit))) {
            return Some(Seat { unit: Some(printed(whole)), title: printed(run), marks, sure: true, proposed: false });
        }
        // …法院审判委员会委员、民事审判第一庭庭长、审判员: the judge is the court's.
        before.court = ends(unit, "庭").then(|| before.court.take().or(before.unit.take())).flatten();
        before.unit = Some(unit.to_vec());
        before.guessed = !cut.sure;
        (before.carried, before.renewed) = (false, false);
        before.committee = committee;
        return Some(Seat { unit: Some(printed(unit)), title: word, marks, sure: cut.sure, proposed: false });
    }
    // 免去…支队长职务，任调研员: a rank of the old kind, without its level.
    let rank = cut.rank || titles::ranks_of_old(title);
    if rank || WITHOUT_UNIT.contains(&word.as_str()) {
        return Some(Seat { unit: None, title: word, marks, sure: true, proposed: false });
    }
    Some(inherit(word, cut, marks, before, title))
}

/// Whether a body of this kind has such a title; what says nothing of the body fits all.
fn fits(title: &str, unit: &[Glyph]) -> bool {
    const OF: [(&str, &[&str]); 4] = [
        ("检察长", &["检察院", "分院"]),
        ("审计长", &["审计署", "审计厅", "审计局"]),
        ("关长", &["海关"]),
        ("行长", &["行"]),
    ];
    OF.iter()
        .find(|(head, _)| title.ends_with(head))
        .is_none_or(|(_, bodies)| bodies.iter().any(|body| ends(unit, body)))
}

/// A title without a unit of its own takes the unit of the post before it.
fn inherit(word: String, cut: Cut, marks: Marks, before: &mut Before, title: &[Glyph]) -> Seat {
    let Some(unit) = before.unit.clone() else {
        return Seat { unit: None, title: word, marks, sure: false, proposed: false };
    };
    // 任命甲为海关关长，乙为检察长: no customs house has one.
    let fitting = cut.sure && fits(&word, &unit);
    if before.carried && !fitting {
        return Seat { unit: None, title: word, marks, sure: false, proposed: false };
    }
    // …公司监事会主席、监事: the member is the company's.
    let board = [("董事", "董事会"), ("监事", "监事会")]
        .iter()
        .find(|(member, board)| word.ends_with(member) && ends(&unit, board) && unit.len() > 3);
    if let Some((_, board)) = board {
        let company = &unit[..unit.len() - board.chars().count()];
        return Seat { unit: Some(printed(company)), title: word, marks, sure: true, proposed: false };
    }
    if JUDICIAL.are(&tight(title)) {
        let court = [Some(&unit), before.court.as_ref()].into_iter().flatten().find_map(|unit| {
            // 省人民检察院铁路运输分院 is a procuratorate of its own.
            ["分院", "法院", "检察院", "本院"].iter().find_map(|court| {
                let at = (0..unit.len()).rev().find(|at| has(unit, *at, court))?;
                Some(&unit[..at + court.chars().count()])
            })
        });
        if let Some(court) = court {
            return Seat { unit: Some(printed(court)), title: word, marks, sure: true, proposed: false };
        }
    }
    if COMMITTEE_BARE.contains(&word.as_str())
        && let Some(committee) = &before.committee
        && !ends(committee, "委员会")
    {
        return Seat {
            unit: Some(printed(&unit)),
            title: printed(committee) + &word,
            marks,
            sure: true,
            proposed: false,
        };
    }
    let own_committee = cut.committee.is_some();
    // 县委 is the committee of the county: a 副县长 behind it is the county's.
    let committee = unit.len() >= 2 && ends(&unit, "委") && "省市县区州旗盟".contains(unit[unit.len() - 2].c);
    // 省委委员、常委、秘书长: the committee has a secretariat of its own.
    if committee && matches!(word.as_str(), "秘书长" | "副秘书长") {
        return Seat { unit: Some(printed(&unit)), title: word, marks, sure: true, proposed: false };
    }
    if committee && !COMMITTEE_BARE.contains(&word.as_str()) {
        let place = printed(&unit[..unit.len() - 1]);
        return Seat { unit: Some(place), title: word, marks, sure: false, proposed: false };
    }
    let place = PLACE_COMMITTEES.iter().find(|word| {
        let length = word.chars().count();
        ends(&unit, word) && units::is_place(&unit[..unit.len() - length])
    });
    if let Some(place) = place
        && (own_committee || !COMMITTEE_BARE.contains(&word.as_str()) && !PLACE_COMMITTEE_BARE.contains(&word.as_str()))
    {
        let place = &unit[..unit.len() - place.chars().count()];
        return Seat { unit: Some(printed(place)), title: word, marks, sure: own_committee, proposed: false };
    }
    if own_committee && !ends(title, "委员会委员") {
        // 公司党委宣传部部长、机关党委副书记: the second belongs to the company, not to its department.
        if let Some(at) = crate::layout::find(&unit, 1, "党委") {
            return Seat { unit: Some(printed(&unit[..at])), title: word, marks, sure: true, proposed: false };
        }
    }
    // 常务委员会 elects no 书记 of its own: which body is meant stays open.
    // 任命甲为警察局局长，…；任命乙为廉政专员: only a deputy or a member is likely to be of the same body.
    let same = !before.renewed
        || title.first().is_some_and(|glyph| glyph.c == '副')
        || words!["秘书长", "委员", "成员", "常委", "书记", "董事", "监事", "理事"].end(title).is_some();
    let sure =
        fitting && same && !(before.guessed || ends(&unit, "常务委员会") && matches!(word.as_str(), "书记" | "副书记"));
    before.committee = cut.committee.map(|(from, to)| title[from - cut.unit..to - cut.unit].to_vec());
    Seat { unit: Some(printed(&unit)), title: word, marks, sure, proposed: false }
}
