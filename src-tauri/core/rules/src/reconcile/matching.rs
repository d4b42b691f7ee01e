//! Which row of the other roster is which tenure: first the same person in the same post, then the same person in
//! another post. Among namesakes what the row says of gender and birth decides, and where it does not, nobody is taken.

use renmian_domain::{PartialDate, PersonId, PersonRecord};

use super::{Claim, Holding, RosterLine, agree};
use crate::names::titles_similar;
use crate::register::Register;
use crate::titles::is_rank;

/// Same name, same post. Of namesakes in one post the one who fits best; a row that repeats another is met by the same.
pub(super) fn same_post(register: &Register<'_>, claims: &mut [Claim<'_>], holdings: &mut [Holding<'_>]) {
    for claim in claims {
        let persons = register.persons_named(&claim.line.name);
        let fits = |holding: &Holding<'_>| {
            claim.post.posts.contains(&holding.tenure.post)
                && persons.iter().any(|person| person.id == holding.tenure.person)
        };
        let found = (0..holdings.len()).filter(|at| fits(&holdings[*at])).min_by_key(|at| {
            let holding = &holdings[*at];
            let person = register.person(holding.tenure.person);
            let against = person.is_none_or(|person| speaks_against(person, claim.line));
            let (start, since) = (holding.tenure.start, claim.line.since);
            (holding.met, against, start != since, !same_day(start, since), *at)
        });
        if let Some(at) = found {
            claim.repeated = holdings[at].met;
            claim.met = Some(at);
            holdings[at].met = true;
        }
    }
}

/// What is left of one person on both sides: another post. The likest go together.
pub(super) fn other_post(register: &Register<'_>, claims: &mut [Claim<'_>], holdings: &mut [Holding<'_>]) {
    let mut pairs = Vec::new();
    for (at, claim) in claims.iter().enumerate().filter(|(_, claim)| claim.met.is_none()) {
        let persons = can_be(register, claim.line);
        let open: Vec<usize> = (0..holdings.len())
            .filter(|at| !holdings[*at].met && persons.contains(&holdings[*at].tenure.person))
            .filter(|at| may_stand_for(claim, &holdings[*at]))
            .collect();
        let one_person = open.windows(2).all(|two| holdings[two[0]].tenure.person == holdings[two[1]].tenure.person);
        // Of two people of the name who both lack a row, neither may be taken for the one who is meant.
        if one_person {
            pairs.extend(open.into_iter().map(|holding| (likeness(register, claim, &holdings[holding]), at, holding)));
        }
    }
    pairs.sort_by_key(|(likeness, claim, holding)| (std::cmp::Reverse(*likeness), *claim, *holding));
    for (_, claim, holding) in pairs {
        if claims[claim].met.is_none() && !holdings[holding].met {
            claims[claim].met = Some(holding);
            holdings[holding].met = true;
        }
    }
}

/// A rank is no other post than a seat, and a leading group no other unit than an office.
fn may_stand_for(claim: &Claim<'_>, holding: &Holding<'_>) -> bool {
    holding.rank == is_rank(&claim.post.title) && (!holding.group || claim.post.organisation_id == holding.organisation)
}

fn likeness(register: &Register<'_>, claim: &Claim<'_>, holding: &Holding<'_>) -> u8 {
    let title = register.post(holding.tenure.post).map_or("", |post| post.title.as_str());
    let same_unit = claim.post.organisation_id.is_some() && claim.post.organisation_id == holding.organisation;
    u8::from(same_unit) * 4
        + u8::from(same_day(holding.tenure.start, claim.line.since)) * 2
        + u8::from(titles_similar(&claim.post.title, title))
}

/// Who of the register the row can mean.
pub(super) fn can_be(register: &Register<'_>, line: &RosterLine) -> Vec<PersonId> {
    let of_name = register.persons_named(&line.name).iter();
    of_name.filter(|person| !speaks_against(person, line)).map(|person| person.id).collect()
}

fn speaks_against(person: &PersonRecord, line: &RosterLine) -> bool {
    let other_gender = matches!((person.gender, line.gender), (Some(known), Some(said)) if known != said);
    let other_birth = matches!((person.birth, line.birth), (Some(known), Some(said)) if !agree(known, said));
    other_gender || other_birth
}

fn same_day(start: Option<PartialDate>, since: Option<PartialDate>) -> bool {
    matches!((start, since), (Some(start), Some(since)) if agree(start, since))
}
