//! Fifteen years of personnel life: who fills a vacancy, who moves on, who retires. What happens is gathered as
//! drafts of papers; how they are worded is not decided here.

use chrono::{Datelike, Days, Months, NaiveDate};
use renmian_domain::{Gender, ItemKind, PartialDate, Person};

use super::SamplePerson;
use super::offices::{Draft, Paperwork};
use super::units::{By, Seat};
use crate::{Chance, names};

/// What came of it.
pub(super) struct Life {
    pub people: Vec<SamplePerson>,
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
    /// The day on which a probation began that is not settled.
    on_probation: Option<NaiveDate>,
    /// The end of a secondment.
    lent_until: Option<NaiveDate>,
    gone: bool,
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
    today: NaiveDate,
    steps: Vec<Step>,
    reformed: bool,
    opening: bool,
}

/// Lives the years.
pub(super) fn live(seats: &[Seat], chance: &mut Chance) -> Life {
    let mut county = County {
        seats,
        chance,
        members: Vec::new(),
        holders: vec![Vec::new(); seats.len()],
        today: day(2009, 1, 1),
        steps: Vec::new(),
        reformed: false,
        opening: true,
    };
    county.those_before();
    let mut paperwork = Paperwork::default();
    for year in 2009..=2023 {
        for month in 1..=12 {
            county.today = day(year, month, county.chance.between(3, 9) as u32);
            county.opening = year == 2009 && month <= 4;
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
                let settled = county.settle_probations();
                paperwork.confirmations(county.today, &settled, seats, &people, county.chance);
            }
            if (month == 5 && year % 3 == 0) || (month == 10 && year % 4 == 2) {
                let staff = county.staff();
                paperwork.group(county.today, &staff, seats, &people, county.chance);
            }
        }
    }
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
    Life { people, drafts: paperwork.drafts }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

impl County<'_> {
    /// Some hold their posts since before the register's first paper: their start is not known.
    fn those_before(&mut self) {
        for seat in 0..self.seats.len() {
            if self.open(seat) && !self.seats[seat].concurrent && self.chance.percent(22) {
                let member = self.newcomer(self.seats[seat].grade);
                self.sit(member, seat);
            }
        }
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
        let probation = promoted && matches!(by, By::Government | By::Party | By::Schools | By::Health);
        if probation {
            self.members[member].on_probation = Some(self.today);
        }
        self.steps.push(Step { from, to: Some(to), promoted: probation, ..Step::of(member) });
    }

    fn leave(&mut self, member: usize, reason: Option<&'static str>) {
        let from = self.rise(member);
        self.members[member].gone = true;
        self.steps.push(Step { from, reason, ..Step::of(member) });
    }

    fn retire(&mut self) {
        for member in 0..self.members.len() {
            let one = &self.members[member];
            let limit = if one.person.gender == Some(Gender::Female) { 55 } else { 60 };
            let due = one.birth.checked_add_months(Months::new(limit * 12)).is_some_and(|day| day <= self.today);
            if due && one.seat.is_some() && one.lent_until.is_none() && !self.stepped(member) {
                self.leave(member, Some("到龄退休"));
            }
        }
        // Now and then somebody goes elsewhere.
        if !self.opening && self.chance.percent(60) {
            let seated: Vec<usize> = (0..self.members.len()).filter(|m| self.seated(*m, 24)).collect();
            if !seated.is_empty() {
                let member = self.chance.one(&seated);
                self.leave(member, Some("调离本县"));
            }
        }
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

    /// 交流轮岗: two who have long held like seats change places.
    fn rotate(&mut self) {
        if self.opening {
            return;
        }
        for _ in 0..self.chance.between(0, 2) {
            let long: Vec<usize> = (0..self.members.len())
                .filter(|m| self.seated(*m, 40))
                .filter(|m| {
                    self.members[*m].seat.is_some_and(|seat| self.track(seat) == 0 && self.seats[seat].grade >= 2)
                })
                .collect();
            if long.len() < 2 {
                return;
            }
            let one = self.chance.one(&long);
            let (seat, grade) = match self.members[one].seat {
                Some(seat) => (seat, self.seats[seat].grade),
                None => return,
            };
            let others: Vec<usize> = long
                .into_iter()
                .filter(|m| {
                    self.members[*m].seat.is_some_and(|s| {
                        self.seats[s].grade == grade && self.seats[s].organisation != self.seats[seat].organisation
                    })
                })
                .collect();
            if others.is_empty() {
                continue;
            }
            let other = self.chance.one(&others);
            let Some(other_seat) = self.members[other].seat else { continue };
            self.step(one, other_seat, false);
            self.step(other, seat, false);
        }
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

    fn fill(&mut self) {
        let mut order: Vec<usize> = (0..self.seats.len()).collect();
        order.sort_by_key(|seat| std::cmp::Reverse(self.seats[*seat].grade));
        for seat in order {
            while self.vacant(seat) && self.seats[seat].title != "县长" || self.first_leader(seat) {
                if self.seats[seat].concurrent {
                    self.beside(seat);
                    break;
                }
                if self.chance.percent(if self.opening { 30 } else { 45 }) {
                    break;
                }
                self.fill_one(seat);
            }
        }
    }

    fn first_leader(&self, seat: usize) -> bool {
        self.opening && self.seats[seat].title == "县长" && self.holders[seat].is_empty()
    }

    fn fill_one(&mut self, seat: usize) {
        let grade = self.seats[seat].grade;
        let track = self.track(seat);
        let fits = |county: &Self, m: usize, grade: u8, months: i32| {
            county.seated(m, months)
                && county.members[m].seat.is_some_and(|s| county.seats[s].grade == grade && county.track(s) == track)
        };
        let below: Vec<usize> =
            (0..self.members.len()).filter(|m| fits(self, *m, grade.saturating_sub(1), 24)).collect();
        let level: Vec<usize> = (0..self.members.len()).filter(|m| fits(self, *m, grade, 36)).collect();
        let outside = self.opening || grade == 1 || self.chance.percent(if grade == 2 { 30 } else { 8 });
        if outside {
            let member = self.newcomer(grade);
            self.step(member, seat, !self.opening && grade == 2);
        } else if !level.is_empty() && self.chance.percent(25) {
            let member = self.chance.one(&level);
            self.step(member, seat, false);
        } else if !below.is_empty() {
            // The own house comes first in two of three cases.
            let own: Vec<usize> = below
                .iter()
                .copied()
                .filter(|m| {
                    self.members[*m].seat.is_some_and(|s| self.seats[s].organisation == self.seats[seat].organisation)
                })
                .collect();
            let pool = if !own.is_empty() && self.chance.percent(66) { own } else { below };
            let member = self.chance.one(&pool);
            self.step(member, seat, true);
        } else {
            let member = self.newcomer(grade);
            self.step(member, seat, false);
        }
    }

    /// A small unit whose head is held beside a bureau's.
    fn beside(&mut self, seat: usize) {
        let heads: Vec<usize> = (0..self.members.len())
            .filter(|m| self.seated(*m, 6) && self.members[*m].beside.is_none())
            .filter(|m| self.members[*m].seat.is_some_and(|s| self.seats[s].organisation == "县商务局"))
            .collect();
        if heads.is_empty() {
            return;
        }
        let member = self.chance.one(&heads);
        self.holders[seat].push(member);
        self.members[member].beside = Some(seat);
        self.steps.push(Step { to: Some(seat), concurrent: true, ..Step::of(member) });
    }

    /// 2019年机构改革: who sat in a unit that was closed goes to the one that took it over, where a seat is free.
    fn reform(&mut self) {
        let leaving: Vec<(usize, usize)> = (0..self.members.len())
            .filter_map(|m| self.members[m].seat.filter(|s| self.seats[*s].moved_to.is_some()).map(|s| (m, s)))
            .collect();
        self.reformed = true;
        for (member, old) in leaving {
            if self.members[member].lent_until.is_some() {
                self.send_back(member);
                continue;
            }
            let target = self.seats[old].moved_to.unwrap_or_default();
            let to = (0..self.seats.len()).find(|s| {
                let seat = &self.seats[*s];
                seat.organisation == target && seat.title == self.seats[old].title && self.vacant(*s)
            });
            let to = to.or_else(|| {
                (0..self.seats.len()).find(|s| {
                    self.seats[*s].new_in_2019 && self.seats[*s].grade == self.seats[old].grade && self.vacant(*s)
                })
            });
            match to {
                Some(to) => self.step(member, to, false),
                None => self.leave(member, None),
            }
        }
    }

    /// 挂职: somebody from elsewhere sits in a free seat for a year or two.
    fn lend(&mut self) {
        let free: Vec<usize> =
            (0..self.seats.len()).filter(|s| self.vacant(*s) && self.seats[*s].title == "副局长").collect();
        for _ in 0..2 {
            if free.is_empty() {
                return;
            }
            let seat = self.chance.one(&free);
            if !self.vacant(seat) {
                continue;
            }
            let member = self.newcomer(2);
            self.sit(member, seat);
            let months = self.chance.one(&[12, 12, 24]);
            self.members[member].lent_until = self.today.checked_add_months(Months::new(months));
            self.steps.push(Step { to: Some(seat), lent_months: Some(months), ..Step::of(member) });
        }
    }

    fn lent_return(&mut self) {
        for member in 0..self.members.len() {
            let one = &self.members[member];
            if !one.gone && one.lent_until.is_some_and(|day| day <= self.today) {
                self.send_back(member);
            }
        }
    }

    fn send_back(&mut self, member: usize) {
        let from = self.rise(member);
        self.members[member].gone = true;
        self.steps.push(Step { from, was_lent: true, ..Step::of(member) });
    }

    fn leader_seat(&self) -> usize {
        self.seats.iter().position(|seat| seat.title == "县长").unwrap_or_default()
    }

    /// The head of the county resigns; another acts until the congress meets.
    fn leader_leaves(&mut self) {
        let seat = self.leader_seat();
        for member in self.holders[seat].clone() {
            let from = self.rise(member);
            self.members[member].gone = true;
            self.steps.push(Step { from, resigns: true, ..Step::of(member) });
        }
        let member = self.newcomer(4);
        self.sit(member, seat);
        self.steps.push(Step { to: Some(seat), acting: true, ..Step::of(member) });
    }

    fn leader_elected(&mut self, paperwork: &mut Paperwork) {
        let seat = self.leader_seat();
        if let Some(member) = self.holders[seat].first() {
            let person = self.members[*member].person.clone();
            paperwork.leader_elected(self.today + Days::new(8), *member, person);
        }
    }

    /// Who has passed a year of probation and sits where it began.
    fn settle_probations(&mut self) -> Vec<(usize, usize, NaiveDate)> {
        let mut settled = Vec::new();
        for (n, member) in self.members.iter_mut().enumerate() {
            let Some(since) = member.on_probation else { continue };
            let due = since.checked_add_months(Months::new(12)).is_some_and(|day| day <= self.today);
            if let (true, Some(seat)) = (due, member.seat) {
                member.on_probation = None;
                // One in ten is settled by no paper: the register shows it as due.
                if !self.chance.percent(10) {
                    settled.push((n, seat, since));
                }
            }
        }
        settled
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
