//! What is for a time: secondments, probations, the terms of those who are engaged, and of the county's head. The
//! register is kept well: what runs out is settled by a paper, but for one that a self-check should find.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{County, LAST_YEAR, Paperwork, Probation, Step, engaged_for};

/// Somebody whose probation is settled: where, since when, and the seats from which the person came.
pub(in crate::county) struct Settled {
    pub member: usize,
    pub seat: usize,
    pub since: NaiveDate,
    pub from: Vec<usize>,
}

impl County<'_> {
    /// 挂职: somebody from elsewhere sits in a free seat for a year or two.
    pub(super) fn lend(&mut self) {
        // Whoever is lent comes back before the papers end.
        if self.today.year() >= LAST_YEAR {
            return;
        }
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
            let months = if self.today.year() == LAST_YEAR - 1 { 12 } else { months };
            self.members[member].lent_until = self.today.checked_add_months(Months::new(months));
            self.steps.push(Step { to: Some(seat), lent_months: Some(months), ..Step::of(member) });
        }
    }

    pub(super) fn lent_return(&mut self) {
        for member in 0..self.members.len() {
            let one = &self.members[member];
            if !one.gone && one.lent_until.is_some_and(|day| day <= self.today) {
                self.send_back(member);
            }
        }
    }

    pub(super) fn send_back(&mut self, member: usize) {
        let from = self.rise(member);
        self.members[member].gone = true;
        self.steps.push(Step { from, was_lent: true, ..Step::of(member) });
    }

    pub(super) fn leader_seat(&self) -> usize {
        self.seats.iter().position(|seat| seat.title == "县长").unwrap_or_default()
    }

    /// The head of the county resigns; another acts until the congress meets.
    pub(super) fn leader_leaves(&mut self) {
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

    pub(super) fn leader_elected(&mut self, paperwork: &mut Paperwork) {
        let seat = self.leader_seat();
        if let Some(member) = self.holders[seat].first() {
            let person = self.members[*member].person.clone();
            paperwork.leader_elected(self.today + Days::new(8), *member, person);
        }
    }

    /// Who has passed a year of probation and sits where it began. One is forgotten: a self-check finds it.
    pub(super) fn settle_probations(&mut self) -> Vec<Settled> {
        let mut settled = Vec::new();
        for (n, member) in self.members.iter_mut().enumerate() {
            let (Some(probation), Some(seat)) = (&member.on_probation, member.seat) else { continue };
            if probation.since.checked_add_months(Months::new(12)).is_none_or(|day| day > self.today) {
                continue;
            }
            let Some(Probation { since, from }) = member.on_probation.take() else { continue };
            if self.today.year() == LAST_YEAR && self.today.month() >= 9 && !self.forgotten {
                self.forgotten = true;
            } else {
                settled.push(Settled { member: n, seat, since, from });
            }
        }
        settled
    }

    /// Whose term ends before the next quarter is engaged anew; `all` whoever is engaged, at a general renewal.
    pub(super) fn renew(&mut self, all: bool) -> Vec<(usize, usize)> {
        let ahead = self.today.checked_add_months(Months::new(3)).unwrap_or(self.today);
        let mut renewed = Vec::new();
        for (n, member) in self.members.iter_mut().enumerate() {
            let (Some(until), Some(seat)) = (member.engaged_until, member.seat) else { continue };
            if all || until < ahead {
                member.engaged_until = self.today.checked_add_months(Months::new(engaged_for(self.today.year())));
                renewed.push((n, seat));
            }
        }
        renewed
    }
}
