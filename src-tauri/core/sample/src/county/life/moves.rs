//! Who fills a vacancy, who moves on, who retires, and where the reform of 2019 put whom.

use chrono::Months;
use renmian_domain::Gender;

use super::{County, Step};

impl County<'_> {
    pub(super) fn retire(&mut self) {
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

    /// 交流轮岗: two who have long held like seats change places.
    pub(super) fn rotate(&mut self) {
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

    pub(super) fn fill(&mut self) {
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

    pub(super) fn first_leader(&self, seat: usize) -> bool {
        self.opening && self.seats[seat].title == "县长" && self.holders[seat].is_empty()
    }

    pub(super) fn fill_one(&mut self, seat: usize) {
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
    pub(super) fn beside(&mut self, seat: usize) {
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
    pub(super) fn reform(&mut self) {
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
}
