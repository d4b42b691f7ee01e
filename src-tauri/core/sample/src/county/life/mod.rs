//! Fifteen years of personnel life: who fills a vacancy, who moves on, who retires. What happens is gathered as
//! drafts of papers; how they are worded is not decided here.

mod moves;
mod terms;

use chrono::{Datelike, Months, NaiveDate};
use renmian_domain::{Gender, ItemKind, PartialDate, Person};

pub(super) use self::terms::Settled;
use super::offices::{Draft, Paperwork, posts_of};
use super::units::{By, Seat};
use super::{SampleOpening, SamplePerson};
use crate::{Chance, names};

/// What came of it.
pub(super) struct Life {
    pub people: Vec<SamplePerson>,
    /// Who held a post when the first paper was written.
    pub openings: Vec<SampleOpening>,
    pub drafts: Vec<Draft>,
}

/// Somebody, and where they are.
struct Member {
    person: Person,
    birth: NaiveDate,
    seat: Option<usize>,
    since: NaiveDate,
    /// 兼: a second seat.
    beside: Option<usize>,
    /// A probation that is not settled.
    on_probation: Option<Probation>,
    /// The end of the term for which somebody is engaged.
    engaged_until: Option<NaiveDate>,
    /// The end of a secondment.
    lent_until: Option<NaiveDate>,
    gone: bool,
}

/// A probation: the day on which it began, and the seats from which the person came.
struct Probation {
    since: NaiveDate,
    from: Vec<usize>,
}

/// One person's step in one round.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub member: usize,
    pub from: Vec<usize>,
    pub to: Option<usize>,
    pub promoted: bool,
    pub concurrent: bool,
    pub acting: bool,
    pub resigns: bool,
    pub lent_months: Option<u32>,
    pub was_lent: bool,
    pub reason: Option<&'static str>,
}

impl Step {
    pub(super) fn of(member: usize) -> Self {
        Self {
            member,
            from: Vec::new(),
            to: None,
            promoted: false,
            concurrent: false,
            acting: false,
            resigns: false,
            lent_months: None,
            was_lent: false,
            reason: None,
        }
    }
}

struct County<'a> {
    seats: &'a [Seat],
    chance: &'a mut Chance,
    members: Vec<Member>,
    holders: Vec<Vec<usize>>,
    /// Those who held a post before the first paper, and whose papers the county no longer has.
    before: Vec<(usize, usize)>,
    /// Whether a probation has been forgotten: no paper settles it.
    forgotten: bool,
    today: NaiveDate,
    steps: Vec<Step>,
    reformed: bool,
    opening: bool,
}

/// The years of which there are papers.
const FIRST_YEAR: i32 = 2009;
const LAST_YEAR: i32 = 2023;

/// 聘期 of those whom schools and hospitals engage, in months: five years in the last of the years, three before.
pub(super) fn engaged_for(year: i32) -> u32 {
    if year < LAST_YEAR { 36 } else { 60 }
}

/// Lives the years.
pub(super) fn live(seats: &[Seat], chance: &mut Chance) -> Life {
    let mut county = County {
        seats,
        chance,
        members: Vec::new(),
        holders: vec![Vec::new(); seats.len()],
        before: Vec::new(),
        forgotten: false,
        today: day(FIRST_YEAR, 1, 1),
        steps: Vec::new(),
        reformed: false,
        opening: true,
    };
    county.those_before();
    let mut paperwork = Paperwork::default();
    for year in FIRST_YEAR..=LAST_YEAR {
        for month in 1..=12 {
            county.today = day(year, month, county.chance.between(3, 9) as u32);
            county.opening = year == FIRST_YEAR && month <= 4;
            let routine = county.opening || month % 2 == 1 || county.chance.percent(15);
            let reform = year == 2019 && month == 3;
            if reform {
                county.reform();
            }
            county.lent_return();
            if routine {
                county.retire();
                county.rotate();
                county.fill();
            }
            if month == 9 {
                county.lend();
            }
            if matches!((year, month), (2011 | 2016 | 2021, 9)) {
                county.leader_leaves();
            }
            let steps = std::mem::take(&mut county.steps);
            let people: Vec<Person> = county.members.iter().map(|member| member.person.clone()).collect();
            paperwork.round(county.today, &steps, seats, &people, county.chance);
            if matches!((year, month), (2012 | 2017 | 2022, 1)) {
                county.leader_elected(&mut paperwork);
            }
            if month % 3 == 0 {
                let settled: Vec<Settled> = county.settle_probations();
                paperwork.confirmations(county.today, &settled, seats, &people, county.chance);
                let renewed = county.renew((year, month) == (LAST_YEAR, 9));
                paperwork.renewals(county.today, &renewed, seats, &people, county.chance);
            }
            if (month == 5 && year % 3 == 0) || (month == 10 && year % 4 == 2) {
                let staff = county.staff();
                paperwork.group(county.today, &staff, seats, &people, county.chance);
            }
        }
    }
    let openings = county.openings();
    let people = county
        .members
        .into_iter()
        .map(|member| SamplePerson {
            name: member.person.name,
            gender: member.person.gender.unwrap_or(Gender::Male),
            ethnicity: member.person.ethnicity.unwrap_or_else(|| "汉族".to_owned()),
            birth: PartialDate::new(member.birth.year(), Some(member.birth.month() as u8), None)
                .unwrap_or(PartialDate::day(member.birth)),
        })
        .collect();
    Life { people, openings, drafts: paperwork.drafts }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

impl County<'_> {
    /// Some hold their posts since before the register's first paper.
    fn those_before(&mut self) {
        for seat in 0..self.seats.len() {
            if self.open(seat) && !self.seats[seat].concurrent && self.chance.percent(22) {
                let member = self.newcomer(self.seats[seat].grade);
                self.sit(member, seat);
                self.before.push((member, seat));
            }
        }
    }

    /// 期初: what was known of them when the register was begun. Of two nothing was: a paper that dismisses them finds
    /// no tenure.
    fn openings(&self) -> Vec<SampleOpening> {
        let known = self.before.iter().enumerate().filter(|(place, _)| !matches!(place, 3 | 11));
        let posts =
            known.flat_map(|(_, (who, seat))| posts_of(&self.seats[*seat]).into_iter().map(|post| (*who, post)));
        posts
            .filter_map(|(who, (organisation, title, _))| {
                let year = FIRST_YEAR - 1 - (who as i32 * 7) % 5;
                let since = PartialDate::new(year, Some((who * 5 % 12) as u8 + 1), None)?;
                Some(SampleOpening { who, organisation, title, held_on: day(FIRST_YEAR, 1, 1), since })
            })
            .collect()
    }

    fn newcomer(&mut self, grade: u8) -> usize {
        let mut person = names::person(self.chance);
        // Few bear one name: each five hundredth newcomer may, the others are named anew.
        while !self.chance.percent(4) && self.members.iter().any(|member| member.person.name == person.name) {
            person = names::person(self.chance);
        }
        let age = match grade {
            1 => self.chance.between(29, 38),
            2 => self.chance.between(33, 46),
            3 => self.chance.between(39, 51),
            _ => self.chance.between(42, 50),
        };
        let birth = day(self.today.year() - age as i32, self.chance.between(1, 12) as u32, 1);
        self.members.push(Member {
            person,
            birth,
            seat: None,
            since: self.today,
            beside: None,
            on_probation: None,
            engaged_until: None,
            lent_until: None,
            gone: false,
        });
        self.members.len() - 1
    }

    /// Whether the seat's unit exists today.
    fn open(&self, seat: usize) -> bool {
        let seat = &self.seats[seat];
        if self.reformed { seat.moved_to.is_none() } else { !seat.new_in_2019 }
    }

    fn vacant(&self, seat: usize) -> bool {
        self.open(seat) && self.holders[seat].len() < self.seats[seat].authorised as usize
    }

    fn sit(&mut self, member: usize, seat: usize) {
        self.holders[seat].push(member);
        self.members[member].seat = Some(seat);
        self.members[member].since = self.today;
    }

    /// Leaves every seat; gives them.
    fn rise(&mut self, member: usize) -> Vec<usize> {
        let left: Vec<usize> =
            self.members[member].seat.take().into_iter().chain(self.members[member].beside.take()).collect();
        for seat in &left {
            self.holders[*seat].retain(|holder| *holder != member);
        }
        self.members[member].on_probation = None;
        self.members[member].engaged_until = None;
        left
    }

    fn stepped(&self, member: usize) -> bool {
        self.steps.iter().any(|step| step.member == member)
    }

    fn months_in_seat(&self, member: usize) -> i32 {
        let since = self.members[member].since;
        (self.today.year() - since.year()) * 12 + self.today.month() as i32 - since.month() as i32
    }

    /// Moves somebody, and notes it for the papers.
    fn step(&mut self, member: usize, to: usize, promoted: bool) {
        let from = self.rise(member);
        self.sit(member, to);
        let by = self.seats[to].by;
        // Whom the last year promoted would be on probation still when the papers end.
        let settles = self.today < day(LAST_YEAR - 1, 12, 1);
        let probation = promoted && settles && matches!(by, By::Government | By::Party | By::Schools | By::Health);
        if probation {
            self.members[member].on_probation = Some(Probation { since: self.today, from: from.clone() });
        } else if matches!(by, By::Schools | By::Health) {
            self.members[member].engaged_until =
                self.today.checked_add_months(Months::new(engaged_for(self.today.year())));
        }
        self.steps.push(Step { from, to: Some(to), promoted: probation, ..Step::of(member) });
    }

    fn leave(&mut self, member: usize, reason: Option<&'static str>) {
        let from = self.rise(member);
        self.members[member].gone = true;
        self.steps.push(Step { from, reason, ..Step::of(member) });
    }

    /// In a seat for so many months, not lent, not the county's head, and free to move in this round.
    fn seated(&self, member: usize, months: i32) -> bool {
        let one = &self.members[member];
        !one.gone
            && one.lent_until.is_none()
            && one.seat.is_some_and(|seat| self.seats[seat].title != "县长")
            && self.months_in_seat(member) >= months
            && !self.stepped(member)
    }

    /// Which ladder a seat stands on: 0 the offices, or a court's, a school's, a hospital's own.
    fn track(&self, seat: usize) -> u8 {
        let seat = &self.seats[seat];
        match (seat.by, seat.organisation.as_str()) {
            (By::Schools, _) => 1,
            (By::Health, _) => 2,
            (_, "县人民法院") => 3,
            (_, "县人民检察院") => 4,
            _ => 0,
        }
    }

    /// Who sits where today, heads first.
    fn staff(&self) -> Vec<(usize, usize)> {
        let mut staff: Vec<(usize, usize)> = (0..self.members.len())
            .filter_map(|m| self.members[m].seat.map(|seat| (m, seat)))
            .filter(|(_, seat)| self.seats[*seat].grade >= 2 && self.track(*seat) == 0)
            .collect();
        staff.sort_by_key(|(_, seat)| std::cmp::Reverse(self.seats[*seat].grade));
        staff
    }
}

/// What ends a post that a body elected or appointed by vote.
pub(super) fn leaving(by: By, resigns: bool) -> ItemKind {
    match by {
        By::Town(_) => ItemKind::AcceptResignation,
        By::Standing if resigns => ItemKind::AcceptResignation,
        By::Standing | By::Party | By::Government | By::Schools | By::Health => ItemKind::Dismiss,
    }
}
