//! 职数: authorised, filled, vacant, over.

use chrono::NaiveDate;
use renmian_domain::{Facts, History, OrganisationId, PersonId, PostId};

use crate::names::authorised_on;
use crate::roster::{StandingOrder, on};

/// The seats of one post on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Establishment {
    /// The post.
    pub post: PostId,
    /// Its organisation.
    pub organisation: Option<OrganisationId>,
    /// 核定职数; `None` where it is not known.
    pub authorised: Option<u32>,
    /// Who fills a seat, in the order of a roster. A secondment (挂职) takes no seat of the unit that hosts it.
    pub filled_by: Vec<PersonId>,
    /// Who holds the post on secondment.
    pub seconded: Vec<PersonId>,
}

impl Establishment {
    /// 实配: seats that are held.
    pub fn filled(&self) -> u32 {
        u32::try_from(self.filled_by.len()).unwrap_or(u32::MAX)
    }

    /// 空缺: seats that nobody holds; `None` where the seats are not known.
    pub fn vacant(&self) -> Option<u32> {
        Some(self.authorised?.saturating_sub(self.filled()))
    }

    /// 超配: holders beyond the seats; `None` where the seats are not known.
    pub fn over(&self) -> Option<u32> {
        Some(self.filled().saturating_sub(self.authorised?))
    }
}

/// The seats of every post on that day, in standing order. Ranks are held by persons and have no seats, so they are
/// not among them.
pub fn establishment(facts: &Facts, history: &History, day: NaiveDate) -> Vec<Establishment> {
    let order = StandingOrder::on(facts, day);
    let mut running: Vec<_> = on(history, day).collect();
    order.sort(&mut running);
    let mut seats: Vec<Establishment> = Vec::with_capacity(facts.posts.len());
    let mut posts: Vec<_> = facts.posts.iter().filter(|post| !post.rank).collect();
    posts.sort_by_cached_key(|post| order.place(post.id));
    let mut holders = running.into_iter().peekable();
    for post in posts {
        let mut seat = Establishment {
            post: post.id,
            organisation: post.organisation,
            authorised: authorised_on(post, day),
            filled_by: Vec::new(),
            seconded: Vec::new(),
        };
        let place = order.place(post.id);
        while let Some(tenure) = holders.next_if(|tenure| order.place(tenure.post) <= place) {
            if tenure.post == post.id {
                let held_by = if tenure.secondment { &mut seat.seconded } else { &mut seat.filled_by };
                held_by.push(tenure.person);
            }
        }
        seats.push(seat);
    }
    seats
}

#[cfg(test)]
mod tests {
    use renmian_domain::PostRecord;

    use super::*;
    use crate::sample::{add, exact, organisation, post};
    use crate::tenure::derive;

    #[test]
    fn seats_are_counted_on_a_day() {
        let mut facts = Facts {
            organisations: vec![organisation(1, "县财政局")],
            posts: vec![
                PostRecord { authorised: Some(1), ..post(1, 1, "局长") },
                PostRecord { authorised: Some(2), ..post(2, 1, "副局长") },
                PostRecord { rank: true, ..post(3, 1, "四级调研员") },
                post(4, 1, "总会计师"),
            ],
            ..Facts::default()
        };
        for (line, person, of_post) in [
            ("1/1 2020-01-01 appoint", 1, 1),
            ("1/2 2020-01-01 appoint", 2, 2),
            ("1/3 2020-01-01 appoint", 3, 2),
            ("1/4 2020-01-01 appoint", 4, 2),
            ("1/5 2020-01-01 appoint secondment", 5, 2),
            ("1/6 2020-01-01 appoint", 6, 3),
            ("2/1 2021-01-01 dismiss", 1, 1),
            ("2/2 2021-01-01 dismiss", 2, 2),
            ("2/3 2021-01-01 dismiss", 3, 2),
        ] {
            add(&mut facts, line, person, of_post);
        }
        let history = derive(&facts);
        let on = |day: &str| -> Vec<(i64, u32, Option<u32>, Option<u32>)> {
            let rows = establishment(&facts, &history, exact(day));
            rows.iter().map(|row| (row.post.0, row.filled(), row.vacant(), row.over())).collect()
        };
        assert_eq!(
            on("2020-06-01"),
            [(1, 1, Some(0), Some(0)), (2, 3, Some(0), Some(1)), (4, 0, None, None)],
            "three of two deputies are one too many, the seconded one takes no seat, a rank has none"
        );
        assert_eq!(
            on("2021-01-01"),
            [(1, 0, Some(1), Some(0)), (2, 1, Some(1), Some(0)), (4, 0, None, None)],
            "on the day of leaving the seat is vacant"
        );
        let seconded = &establishment(&facts, &history, exact("2021-01-01"))[1].seconded;
        assert_eq!(seconded.as_slice(), [PersonId(5)]);
    }
}
