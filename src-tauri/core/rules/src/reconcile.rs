//! Reconciling (对账): a roster kept elsewhere against the register as of a day. Every difference is listed and none is
//! invented: names are matched by the register's own rules, a date that says less is no other date, and what the other
//! roster does not speak of at all (ranks, leading groups) is not missing in it.

#[cfg(test)]
mod cases;
#[cfg(test)]
mod laws;
mod matching;

use chrono::NaiveDate;
use renmian_domain::{
    DifferenceKind, EntryRef, Facts, Gender, History, OrganisationId, PartialDate, PersonId, PostId, Subject, Tenure,
};

use crate::posts::PrintedPost;
use crate::register::Register;
use crate::roster::{StandingOrder, on};

/// One row of the other roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterLine {
    /// The row in its file, from 1.
    pub row: u32,
    /// 姓名.
    pub name: String,
    /// 性别.
    pub gender: Option<Gender>,
    /// 出生年月.
    pub birth: Option<PartialDate>,
    /// Its posts, as [`crate::posts_of_text()`] finds them.
    pub posts: Vec<PrintedPost>,
    /// 任现职时间.
    pub since: Option<PartialDate>,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference<'a> {
    /// In which way.
    pub kind: DifferenceKind,
    /// 姓名.
    pub name: String,
    /// Who in the register, where that is certain.
    pub person: Option<PersonId>,
    /// Who in the register can be meant, where it is not.
    pub namesakes: Vec<PersonId>,
    /// The row of the other roster, from 1.
    pub row: Option<u32>,
    /// What the other roster says.
    pub there: Option<PrintedPost>,
    /// Since when, by the other roster.
    pub since: Option<PartialDate>,
    /// What the register says.
    pub here: Option<&'a Tenure>,
    /// The other roster has nobody at all in the unit: it may not cover it.
    pub unit_absent: bool,
}

/// What a comparison gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reconciliation<'a> {
    /// Every difference, in the standing order of the register; what it does not know comes last.
    pub differences: Vec<Difference<'a>>,
    /// Tenures in which both agree.
    pub same: usize,
}

/// One person in one post by the other roster.
struct Claim<'l> {
    line: &'l RosterLine,
    post: &'l PrintedPost,
    /// The tenure that it is, or that stands in its place.
    met: Option<usize>,
    /// A repetition of a row that was met before.
    repeated: bool,
}

/// One person in one post by the register, on the day.
struct Holding<'a> {
    tenure: &'a Tenure,
    organisation: Option<OrganisationId>,
    rank: bool,
    group: bool,
    met: bool,
}

/// Compares the rows of a roster with the register as of the day.
pub fn reconcile<'a>(facts: &Facts, history: &'a History, lines: &[RosterLine], day: NaiveDate) -> Reconciliation<'a> {
    let register = Register::of(facts);
    let mut holdings = holdings(&register, history, day);
    let mut claims: Vec<Claim<'_>> = Vec::new();
    for line in lines {
        claims.extend(line.posts.iter().map(|post| Claim { line, post, met: None, repeated: false }));
    }
    matching::same_post(&register, &mut claims, &mut holdings);
    let mut differences = dates(&claims, &holdings);
    let same = claims.iter().filter(|claim| claim.met.is_some() && !claim.repeated).count();
    let settled = claims.iter().map(|claim| claim.met.is_some()).collect::<Vec<_>>();
    matching::other_post(&register, &mut claims, &mut holdings);
    for (claim, settled) in claims.iter().zip(settled) {
        if !settled {
            differences.push(of_claim(&register, claim, &holdings));
        }
    }
    differences.extend(only_here(&register, &claims, &holdings));
    sort(facts, day, &mut differences);
    let other_date = differences.iter().filter(|found| found.kind == DifferenceKind::DifferentDate).count();
    Reconciliation { differences, same: same - other_date }
}

fn holdings<'a>(register: &Register<'_>, history: &'a History, day: NaiveDate) -> Vec<Holding<'a>> {
    let groups: std::collections::HashSet<_> =
        register.facts.orders.iter().filter(|head| head.subject == Subject::Group).map(|head| head.id).collect();
    let by_group: std::collections::HashSet<_> =
        register.facts.items.iter().filter(|item| groups.contains(&item.order)).map(|item| item.id).collect();
    on(history, day)
        .map(|tenure| {
            let post = register.post(tenure.post);
            Holding {
                tenure,
                organisation: post.and_then(|post| post.organisation),
                rank: post.is_some_and(|post| post.rank),
                group: matches!(tenure.start_by, Some(EntryRef::Item(id)) if by_group.contains(&id)),
                met: false,
            }
        })
        .collect()
}

/// Rows that name the same person in the same post since another day. The one date of a row with several posts may
/// belong to any of them: it differs only where it fits none.
fn dates<'a>(claims: &[Claim<'_>], holdings: &[Holding<'a>]) -> Vec<Difference<'a>> {
    let mut found = Vec::new();
    for of_row in claims.chunk_by(|a, b| std::ptr::eq(a.line, b.line)) {
        let Some(since) = of_row[0].line.since else { continue };
        let met: Vec<(&Claim<'_>, &Tenure)> =
            of_row.iter().filter_map(|claim| Some((claim, holdings.get(claim.met?)?.tenure))).collect();
        let fits = |start: Option<PartialDate>| start.is_some_and(|start| agree(since, start));
        let whole = met.len() == of_row.len();
        if !whole && of_row.len() > 1 || met.iter().any(|(_, tenure)| fits(tenure.start)) {
            continue;
        }
        if let Some((claim, tenure)) = met.last() {
            found.push(Difference {
                kind: DifferenceKind::DifferentDate,
                name: claim.line.name.clone(),
                person: Some(tenure.person),
                namesakes: Vec::new(),
                row: Some(claim.line.row),
                there: Some(claim.post.clone()),
                since: Some(since),
                here: Some(tenure),
                unit_absent: false,
            });
        }
    }
    found
}

/// Whether two dates can be one day: of 2019.03 and 2019.03.15 one only says less.
fn agree(one: PartialDate, other: PartialDate) -> bool {
    one.earliest() <= other.latest() && other.earliest() <= one.latest()
}

fn of_claim<'a>(register: &Register<'_>, claim: &Claim<'_>, holdings: &[Holding<'a>]) -> Difference<'a> {
    let here = claim.met.and_then(|at| holdings.get(at)).map(|holding| holding.tenure);
    let can_be = matching::can_be(register, claim.line);
    let (person, namesakes) = match (here, can_be.as_slice()) {
        (Some(tenure), _) => (Some(tenure.person), Vec::new()),
        (None, [one]) => (Some(*one), Vec::new()),
        (None, _) => (None, can_be),
    };
    Difference {
        kind: if here.is_some() { DifferenceKind::DifferentPost } else { DifferenceKind::OnlyThere },
        name: claim.line.name.clone(),
        person,
        namesakes,
        row: Some(claim.line.row),
        there: Some(claim.post.clone()),
        since: claim.line.since,
        here,
        unit_absent: false,
    }
}

/// What the register alone has. Ranks and leading groups count only against a roster that lists any.
fn only_here<'a>(register: &Register<'_>, claims: &[Claim<'_>], holdings: &[Holding<'a>]) -> Vec<Difference<'a>> {
    let is_rank = |id: &PostId| register.post(*id).is_some_and(|post| post.rank);
    let lists_ranks = claims.iter().any(|claim| claim.post.posts.iter().any(is_rank));
    let lists_groups = holdings.iter().any(|holding| holding.group && holding.met);
    let units: std::collections::HashSet<_> = claims.iter().filter_map(|claim| claim.post.organisation_id).collect();
    holdings
        .iter()
        .filter(|holding| !holding.met && (!holding.rank || lists_ranks) && (!holding.group || lists_groups))
        .map(|holding| Difference {
            kind: DifferenceKind::OnlyHere,
            name: register.person(holding.tenure.person).map_or_else(String::new, |person| person.name.clone()),
            person: Some(holding.tenure.person),
            namesakes: Vec::new(),
            row: None,
            there: None,
            since: None,
            here: Some(holding.tenure),
            unit_absent: holding.organisation.is_some_and(|unit| !units.contains(&unit)),
        })
        .collect()
}

/// By unit and post in standing order, what the register does not know last; in a post by row.
fn sort(facts: &Facts, day: NaiveDate, differences: &mut [Difference<'_>]) {
    let order = StandingOrder::on(facts, day);
    let unit_of = |post: PostId| facts.posts.iter().find(|known| known.id == post).and_then(|known| known.organisation);
    let place_of_unit = |unit: Option<OrganisationId>| {
        unit.and_then(|unit| order.organisations().iter().position(|known| *known == unit)).unwrap_or(usize::MAX)
    };
    differences.sort_by_cached_key(|found| {
        let there = found.there.as_ref();
        let post = found.here.map(|tenure| tenure.post).or_else(|| there.and_then(|post| post.posts.first().copied()));
        let unit = post.and_then(unit_of).or_else(|| there.and_then(|post| post.organisation_id));
        (place_of_unit(unit), post.map_or(usize::MAX, |post| order.place(post)), found.row, found.kind, found.person)
    });
}
