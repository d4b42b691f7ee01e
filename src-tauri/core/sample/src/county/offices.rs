//! Which body issues what: the steps of a round are sorted into drafts of papers, one for each body that decides.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use renmian_domain::{ItemKind, PartialDate, Person, Subject};

use super::life::{Settled, Step, engaged_for, leaving};
use super::units::{By, Seat, TOWNS};
use crate::Chance;
use crate::message::{Change, Issuer, Message, Office, Voice};

/// A paper to be worded: the message, and who each person of each change is.
pub(super) struct Draft {
    pub message: Message,
    pub who: Vec<usize>,
}

/// All drafts so far, and how often each congress has met.
#[derive(Default)]
pub(super) struct Paperwork {
    pub drafts: Vec<Draft>,
    sessions: BTreeMap<(String, u32), u32>,
    groups: Vec<Group>,
    founded: usize,
}

struct Group {
    name: &'static str,
    deputies: Vec<usize>,
}

const GROUPS: [&str; 9] = [
    "县食品安全工作领导小组",
    "县农村饮水安全工作领导小组",
    "县全民健身工作领导小组",
    "县政务公开工作领导小组",
    "县森林防火工作领导小组",
    "县城乡环境整治工作领导小组",
    "县重点项目建设领导小组",
    "县优化营商环境工作领导小组",
    "县乡村振兴工作领导小组",
];

fn issuer(by: By) -> (Issuer, String) {
    let departments = "各乡镇人民政府，县政府各部门、各直属机构";
    let make = |name: &str, short: &str, voice, addressees: &str, code: &str| {
        let (name, short, addressees) = (name.to_owned(), short.to_owned(), addressees.to_owned());
        (Issuer { name, short, voice, addressees }, code.to_owned())
    };
    match by {
        By::Party => {
            make("中共青云县委", "县委", Voice::Party, "各乡镇党委，县委各部委，县直各单位党组（党委）", "青委干")
        }
        By::Government => make("青云县人民政府", "县人民政府", Voice::Government, departments, "青政人"),
        By::Standing => make("青云县人民代表大会常务委员会", "县人大常委会", Voice::Standing, "", "青常"),
        By::Schools => make("青云县教育局", "局党组", Voice::Bureau, "各乡镇中心学校，县直各学校", "青教人"),
        By::Health => make(
            // The bureau's name before and after the reform is settled by the caller's day.
            "青云县卫生健康局",
            "局党组",
            Voice::Bureau,
            "局属各医疗卫生单位",
            "青卫人",
        ),
        By::Town(at) => {
            let town = TOWNS[at];
            let first: String = town.chars().take(2).collect();
            make(&format!("{town}人民代表大会"), "", Voice::Congress, "", &format!("{first}人发"))
        }
    }
}

/// 届: congresses of the county and its towns are elected every fifth year.
fn term(day: NaiveDate) -> u32 {
    14 + ((day.year() - 2007) / 5) as u32
}

impl Paperwork {
    fn draft(&mut self, by: By, decided: NaiveDate, changes: Vec<(Change, usize)>, chance: &mut Chance) {
        let (mut issuer, code) = issuer(by);
        let after = if matches!(by, By::Standing | By::Town(_)) { 0 } else { chance.between(1, 9) as u64 };
        let issued_on = decided + Days::new(after);
        if by == By::Health && issued_on.year() < 2019 {
            issuer.name = "青云县卫生局".to_owned();
        }
        let session = matches!(by, By::Standing | By::Town(_)).then(|| {
            let term = term(issued_on);
            let count = self.sessions.entry((issuer.name.clone(), term)).or_default();
            *count += 1;
            (term, *count)
        });
        // Those who take a post stand before those who only leave one.
        let mut changes = changes;
        changes.sort_by_key(|(change, _)| change.takes.is_empty() && change.nominates.is_empty());
        let (changes, who) = changes.into_iter().unzip();
        let message = Message {
            subject: Subject::Personnel,
            issuer,
            number: Some((code, issued_on.year(), 0)),
            issued_on,
            decided_on: (after > 0).then_some(decided),
            session,
            changes,
        };
        self.drafts.push(Draft { message, who });
    }

    /// The papers of one round.
    pub(super) fn round(
        &mut self,
        day: NaiveDate,
        steps: &[Step],
        seats: &[Seat],
        people: &[Person],
        chance: &mut Chance,
    ) {
        let mut by_body: BTreeMap<By, Vec<(Change, usize)>> = BTreeMap::new();
        for step in steps {
            let posts = |seat: usize| posts_of(&seats[seat]);
            let mut left: Vec<_> = step.from.iter().flat_map(|seat| posts(*seat)).collect();
            let mut taken: Vec<_> = match step.to {
                Some(seat) if step.concurrent || step.acting || step.lent_months.is_some() => {
                    posts(seat).into_iter().rev().take(1).collect()
                }
                Some(seat) => posts(seat),
                None => Vec::new(),
            };
            if step.was_lent {
                left = step.from.iter().flat_map(|seat| posts(*seat).into_iter().rev().take(1)).collect();
            }
            // What one holds before and after is neither left nor taken.
            let kept: Vec<_> = left.iter().filter(|post| taken.contains(post)).cloned().collect();
            left.retain(|post| !kept.contains(post));
            taken.retain(|post| !kept.contains(post));
            let bodies: std::collections::BTreeSet<By> = left.iter().chain(&taken).map(|post| post.2).collect();
            for by in bodies {
                let full = matches!(by, By::Standing);
                let office = |(organisation, title, _): &(String, String, By)| {
                    Office::plain(&printed(organisation, full), title)
                };
                let mut change = Change::of(people[step.member].clone());
                change.takes = taken.iter().filter(|post| post.2 == by).map(office).collect();
                change.leaves = left.iter().filter(|post| post.2 == by).map(office).collect();
                change.leaving = leaving(by, step.resigns);
                if matches!(by, By::Town(_)) {
                    change.taking = ItemKind::Elect;
                }
                if by == By::Party {
                    change.nominates = taken.iter().filter(|post| matches!(post.2, By::Town(_))).map(office).collect();
                }
                for taken in &mut change.takes {
                    taken.concurrent = step.concurrent;
                    taken.acting = step.acting;
                }
                let main = step.to.map(|seat| seats[seat].by);
                change.probation = (step.promoted && main == Some(by)).then_some(12);
                change.secondment = step.lent_months.is_some() || step.was_lent;
                change.term = step.lent_months;
                if matches!(by, By::Schools | By::Health) && !change.takes.is_empty() && change.probation.is_none() {
                    change.term = Some(engaged_for(day.year()));
                }
                if change.takes.is_empty() && step.to.is_none() {
                    change.reason = step.reason.map(str::to_owned);
                }
                if let By::Town(_) = by {
                    change.reason = None;
                }
                by_body.entry(by).or_default().push((change, step.member));
            }
        }
        for (by, changes) in by_body {
            let later = match by {
                By::Party => 0,
                By::Government | By::Schools | By::Health => 5,
                By::Standing => 12,
                By::Town(at) => 14 + at as u64 % 5,
            };
            self.draft(by, day + Days::new(later), changes, chance);
        }
    }

    /// 试用期满正式任职, one paper for each body.
    pub(super) fn confirmations(
        &mut self,
        day: NaiveDate,
        settled: &[Settled],
        seats: &[Seat],
        people: &[Person],
        chance: &mut Chance,
    ) {
        let mut by_body: BTreeMap<By, Vec<(Change, usize)>> = BTreeMap::new();
        for Settled { member, seat, since, from } in settled {
            let by = seats[*seat].by;
            // What the person held before was not on probation.
            let before: Vec<Post> = from.iter().flat_map(|seat| posts_of(&seats[*seat])).collect();
            let taken = posts_of(&seats[*seat]).into_iter().filter(|post| post.2 == by && !before.contains(post));
            let mut change = Change::of(people[*member].clone());
            change.taking = ItemKind::Confirm;
            change.takes = taken.map(|(organisation, title, _)| Office::plain(&organisation, &title)).collect();
            change.effective = PartialDate::new(since.year(), Some(since.month() as u8), None);
            by_body.entry(by).or_default().push((change, *member));
        }
        for (by, changes) in by_body {
            self.draft(by, day + Days::new(15), changes, chance);
        }
    }

    /// 续聘, one paper for each body that engages.
    pub(super) fn renewals(
        &mut self,
        day: NaiveDate,
        renewed: &[(usize, usize)],
        seats: &[Seat],
        people: &[Person],
        chance: &mut Chance,
    ) {
        let mut by_body: BTreeMap<By, Vec<(Change, usize)>> = BTreeMap::new();
        for (member, seat) in renewed {
            let by = seats[*seat].by;
            let posts = posts_of(&seats[*seat]).into_iter().filter(|post| post.2 == by);
            let mut change = Change::of(people[*member].clone());
            change.takes = posts.map(|(organisation, title, _)| Office::plain(&organisation, &title)).collect();
            change.term = Some(engaged_for(day.year()));
            by_body.entry(by).or_default().push((change, *member));
        }
        for (by, changes) in by_body {
            self.draft(by, day + Days::new(11), changes, chance);
        }
    }

    /// The head of the county, elected by the county's congress.
    pub(super) fn leader_elected(&mut self, day: NaiveDate, member: usize, person: Person) {
        let mut change = Change::of(person);
        change.taking = ItemKind::Elect;
        change.takes = vec![Office::plain("青云县人民政府", "县长")];
        let issuer = Issuer {
            name: "青云县人民代表大会".to_owned(),
            short: String::new(),
            voice: Voice::Congress,
            addressees: String::new(),
        };
        let message = Message {
            subject: Subject::Personnel,
            issuer,
            number: Some(("青人".to_owned(), day.year(), 0)),
            issued_on: day,
            decided_on: None,
            session: Some((term(day), 1)),
            changes: vec![change],
        };
        self.drafts.push(Draft { message, who: vec![member] });
    }

    /// A leading group is set up, or an earlier one changes a deputy.
    pub(super) fn group(
        &mut self,
        day: NaiveDate,
        staff: &[(usize, usize)],
        seats: &[Seat],
        people: &[Person],
        chance: &mut Chance,
    ) {
        let own = |seat: usize| format!("{}{}", seats[seat].organisation, seats[seat].title);
        let member = |(member, seat): (usize, usize), group: &str, title: &str| {
            let mut change = Change::of(people[member].clone());
            let mut office = Office::plain(group, title);
            office.note = Some(own(seat));
            change.takes = vec![office];
            (change, member)
        };
        let mut changes = Vec::new();
        let leaders: Vec<_> = staff.iter().copied().filter(|(_, seat)| seats[*seat].grade == 4).collect();
        let heads: Vec<_> = staff.iter().copied().filter(|(_, seat)| seats[*seat].grade == 3).collect();
        if leaders.is_empty() || heads.len() < 8 {
            return;
        }
        if self.groups.len() % 3 == 2 && chance.percent(70) {
            let Some(group) = self.groups.pop() else { return };
            if let Some(old) = group.deputies.first() {
                let fresh = chance.one(&heads);
                if fresh.0 != *old {
                    changes.push(member(fresh, group.name, "副组长"));
                    let mut change = Change::of(people[*old].clone());
                    change.leaves = vec![Office { note: None, ..Office::plain(group.name, "副组长") }];
                    changes.push((change, *old));
                }
            }
        } else {
            let Some(name) = GROUPS.get(self.founded) else { return };
            self.founded += 1;
            changes.push(member(chance.one(&leaders), name, "组长"));
            let first = chance.below(heads.len());
            let mut deputies = Vec::new();
            for n in 0..chance.between(6, 8) {
                let one = heads[(first + n) % heads.len()];
                if n == 0 {
                    deputies.push(one.0);
                }
                changes.push(member(one, name, if n == 0 { "副组长" } else { "成员" }));
            }
            self.groups.push(Group { name, deputies });
        }
        if changes.is_empty() {
            return;
        }
        let issuer = Issuer {
            name: "青云县人民政府办公室".to_owned(),
            short: "县人民政府".to_owned(),
            voice: Voice::Government,
            addressees: "各乡镇人民政府，县政府各部门、各直属机构".to_owned(),
        };
        let (changes, who) = changes.into_iter().unzip();
        let issued_on = day + Days::new(10);
        let message = Message {
            subject: Subject::Group,
            issuer,
            number: Some(("青政办发".to_owned(), issued_on.year(), 0)),
            issued_on,
            decided_on: None,
            session: None,
            changes,
        };
        self.drafts.push(Draft { message, who });
    }
}

/// A post: its unit, its title, and who decides on it.
type Post = (String, String, By);

/// All posts of a seat. 党委委员 stands before 书记, and the committee's post before the government's.
pub(super) fn posts_of(seat: &Seat) -> Vec<Post> {
    let main = (seat.organisation.clone(), seat.title.clone(), seat.by);
    seat.with.iter().rev().cloned().chain([main]).collect()
}

/// The congress writes the county's name in full.
fn printed(organisation: &str, full: bool) -> String {
    match organisation.strip_prefix('县') {
        Some(rest) if full => format!("青云县{rest}"),
        _ => organisation.to_owned(),
    }
}
