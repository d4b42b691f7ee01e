//! Papers of any office from random items: what a reader must give back whatever the style.

mod words;

use chrono::{Datelike, Days, NaiveDate};
use renmian_domain::{ItemKind, PartialDate, Post, Subject};

use crate::message::{Change, Issuer, Message, Office, Voice};
use crate::render::{Rendered, render};
use crate::style::{Form, Style};
use crate::{Chance, names};
use words::{BRIGADES, BUREAU_TITLES, BUREAUS, CENTRES, GROUPS, PLACES, TOWNS};

fn office(chance: &mut Chance, place: (&str, &str, &str), party: bool) -> Office {
    let (full, level, _) = place;
    let prefix = if chance.percent(30) { full } else { level };
    if party {
        return match chance.below(6) {
            0 => Office::plain(&format!("{}党委", chance.pick(&TOWNS)), chance.pick(&["委员", "书记", "副书记"])),
            1 => Office::plain(&format!("{level}委组织部"), chance.pick(&["副部长", "部务委员"])),
            2 => Office::plain(&format!("{level}委办公室"), chance.pick(&["主任", "副主任"])),
            3 => Office::plain(&format!("{level}委宣传部"), "副部长"),
            _ => Office::plain(
                &format!("{prefix}{}", chance.pick(&BUREAUS)),
                chance.pick(&["党组书记", "党组成员", "党组副书记"]),
            ),
        };
    }
    match chance.below(8) {
        0..=3 => Office::plain(&format!("{prefix}{}", chance.pick(&BUREAUS)), chance.pick(&BUREAU_TITLES)),
        4 | 5 => {
            let (unit, head) = chance.one(&CENTRES);
            let title = if chance.percent(60) { format!("副{head}") } else { head.to_owned() };
            Office::plain(&format!("{prefix}{unit}"), &title)
        }
        6 => {
            let (unit, title) = chance.one(&BRIGADES);
            Office::plain(&format!("{prefix}{unit}"), title)
        }
        _ => {
            let town = chance.pick(&TOWNS);
            Office::plain(&format!("{town}人民政府"), if town.ends_with('镇') { "副镇长" } else { "副乡长" })
        }
    }
}

fn rank(office: &Office) -> bool {
    office.post.title.ends_with("调研员") || office.post.title.ends_with("主任科员")
}

/// One to three posts, now and then two of one unit.
fn offices(chance: &mut Chance, place: (&str, &str, &str), party: bool) -> Vec<Office> {
    let mut all = vec![office(chance, place, party)];
    if chance.percent(20) {
        let first = &all[0].post;
        let bureau = first.organisation.as_deref().is_some_and(|unit| unit.ends_with('局'));
        if bureau && first.title != "党组成员" {
            let organisation = first.organisation.clone();
            if rank(&all[0]) {
                // A rank printed without a unit has none, also behind a post of the unit.
                all[0].post.organisation = None;
            }
            all.insert(0, Office { post: Post { organisation, title: "党组成员".to_owned() }, ..all[0].clone() });
        }
    }
    if chance.percent(20) {
        let other = office(chance, place, party);
        if all.iter().all(|office| office.post != other.post) {
            all.push(other);
        }
    }
    all
}

fn day(chance: &mut Chance) -> NaiveDate {
    NaiveDate::from_ymd_opt(2009, 1, 1).unwrap_or_default() + Days::new(chance.below(5400) as u64)
}

fn change(chance: &mut Chance, place: (&str, &str, &str), voice: Voice, form: Form) -> Change {
    let party = voice == Voice::Party;
    let mut change = Change::of(names::person(chance));
    let both = chance.below(10);
    if both < 7 {
        change.takes = offices(chance, place, party);
    }
    if both >= 5 {
        change.leaves = offices(chance, place, party);
        change.leaves.retain(|left| change.takes.iter().all(|taken| taken.post != left.post));
        if change.leaves.is_empty() && change.takes.is_empty() {
            change.takes = offices(chance, place, party);
        }
    }
    if form == Form::PostFirst {
        // A line names one post of a unit.
        change.takes.retain(|office| !rank(office));
    }
    if change.takes.is_empty() && change.leaves.is_empty() {
        change.leaves = offices(chance, place, party);
    }
    // A second person shares the verb: posts of one unit only, as a list of names takes one post.
    if chance.percent(12) && change.takes.len() + change.leaves.len() == 1 {
        let other = names::person(chance);
        if other.name != change.people[0].name {
            change.people.push(other);
        }
    }
    // A rank is given without conditions.
    if change.takes.iter().any(rank) {
        return change;
    }
    if !change.takes.is_empty() {
        // A bracket behind the last of several posts says a term or a secondment of that one or of all: no office
        // that minds its words writes it.
        let one = change.takes.len() == 1;
        match chance.below(12) {
            // A cell or a column of several posts leaves open of which the bracket speaks.
            0..=2 if one || !matches!(form, Form::Columns | Form::Table) => change.probation = Some(12),
            3 if one => change.secondment = true,
            4 if one && voice != Voice::Party => change.term = Some(chance.one(&[36, 36, 60, 24])),
            5 if one => change.takes[0].concurrent = true,
            6 if one => change.takes[0].acting = true,
            7 if one => {
                change.takes[0].note = Some(chance.pick(&["主持工作", "正科级", "副科级"]).to_owned());
            }
            8 if matches!(form, Form::PersonFirst | Form::VerbFirst) && change.leaves.is_empty() => {
                let from = day(chance);
                change.effective = if chance.percent(40) {
                    PartialDate::new(from.year(), Some(from.month() as u8), None)
                } else {
                    Some(PartialDate::day(from))
                };
            }
            _ => {}
        }
        if change.secondment && chance.percent(60) {
            change.term = Some(chance.one(&[12, 24]));
        }
    } else if chance.percent(25) {
        change.reason = Some(chance.pick(&["退休", "到龄退休"]).to_owned());
    }
    change
}

fn issuer(chance: &mut Chance, place: (&str, &str, &str)) -> (Issuer, String) {
    let (full, level, code) = place;
    let addressees = format!("各乡镇人民政府，{level}直各单位");
    match chance.below(11) {
        0..=4 => (
            Issuer {
                name: format!("{full}人民政府"),
                short: chance.pick(&[&*format!("{level}人民政府"), &*format!("{level}政府")]).to_owned(),
                voice: Voice::Government,
                addressees,
            },
            format!("{code}政人"),
        ),
        5..=6 => (
            Issuer {
                name: format!("中共{full}委"),
                short: format!("{level}委"),
                voice: Voice::Party,
                addressees: format!("各乡镇党委，{level}委各部委，{level}直各单位党组（党委）"),
            },
            format!("{code}委干"),
        ),
        7..=8 => {
            let bureau = chance.pick(&BUREAUS);
            let first: String = bureau.chars().take(1).collect();
            (
                Issuer {
                    name: format!("{full}{bureau}"),
                    short: "局党组".to_owned(),
                    voice: Voice::Bureau,
                    addressees: "局机关各股室，局属各单位".to_owned(),
                },
                format!("{code}{first}任"),
            )
        }
        9 => (
            Issuer {
                name: format!("{full}人民代表大会"),
                short: String::new(),
                voice: Voice::Congress,
                addressees: String::new(),
            },
            format!("{code}人"),
        ),
        _ => (
            Issuer {
                name: format!("{full}人民代表大会常务委员会"),
                short: format!("{level}人大常委会"),
                voice: Voice::Standing,
                addressees: String::new(),
            },
            format!("{code}常"),
        ),
    }
}

fn congress_change(chance: &mut Chance, place: (&str, &str, &str)) -> Change {
    let (full, level, _) = place;
    let deputy = format!("副{level}长");
    let mut change = Change::of(names::person(chance));
    let post = |chance: &mut Chance| match chance.below(5) {
        0 => vec![Office::plain(&format!("{full}人民法院"), "审判员")],
        1 => vec![
            Office::plain(&format!("{full}人民法院"), "副院长"),
            Office::plain(&format!("{full}人民法院"), "审判委员会委员"),
            Office::plain(&format!("{full}人民法院"), "审判员"),
        ],
        2 => vec![Office::plain(&format!("{full}人民检察院"), "检察员")],
        3 => vec![Office::plain(&format!("{full}人民政府"), &deputy)],
        _ => vec![Office::plain(&format!("{full}{}", chance.pick(&BUREAUS)), "局长")],
    };
    match chance.below(5) {
        0 | 1 => change.takes = post(chance),
        2 | 3 => change.leaves = post(chance),
        _ => {
            change.leaving = ItemKind::AcceptResignation;
            change.leaves = vec![Office::plain(&format!("{full}人民政府"), &deputy)];
        }
    }
    change
}

/// A paper of any office in any style, with its right reading.
pub fn any_paper(chance: &mut Chance) -> Rendered {
    let style = Style::any(chance);
    paper_in(style, chance)
}

/// A paper of any office in this style, with its right reading.
pub fn paper_in(mut style: Style, chance: &mut Chance) -> Rendered {
    let message = any_message(chance, &style);
    // A party committee engages nobody.
    if message.issuer.voice == Voice::Party && style.form == Form::Engaged {
        style.form = Form::PersonFirst;
    }
    render(&message, &style, chance)
}

/// What any paper might say in a given style.
pub fn any_message(chance: &mut Chance, style: &Style) -> Message {
    let place = chance.one(&PLACES);
    let (issuer, code) = issuer(chance, place);
    let issued_on = day(chance);
    let voice = issuer.voice;
    let session = matches!(voice, Voice::Standing | Voice::Congress)
        .then(|| (chance.between(14, 18) as u32, chance.between(1, 45) as u32));
    let subject = match voice {
        Voice::Government if chance.percent(10) => Subject::Group,
        Voice::Government | Voice::Party | Voice::Bureau | Voice::Standing | Voice::Congress => Subject::Personnel,
    };
    let changes = match (subject, voice) {
        (Subject::Group, _) => group(chance, place),
        (Subject::Personnel, Voice::Standing) => several(chance, |chance| congress_change(chance, place)),
        (Subject::Personnel, Voice::Congress) => several(chance, |chance| election(chance, place)),
        (Subject::Personnel, _) if chance.percent(8) => several(chance, |chance| Change {
            taking: ItemKind::Confirm,
            effective: Some(PartialDate::day(day(chance))),
            takes: vec![office(chance, place, voice == Voice::Party)],
            ..Change::of(names::person(chance))
        }),
        (Subject::Personnel, _) => several(chance, |chance| change(chance, place, voice, style.form)),
    };
    let decides_on = session.is_none() && subject == Subject::Personnel && chance.percent(50);
    let number = (code, issued_on.year(), chance.between(1, 130) as u32);
    Message {
        subject,
        issuer,
        number: (session.is_none() || chance.percent(30)).then_some(number),
        issued_on,
        decided_on: decides_on.then(|| issued_on - Days::new(chance.between(0, 20) as u64)),
        session,
        changes,
    }
}

/// One to eight changes of different people: an office puts what it says of one person into one sentence.
fn several(chance: &mut Chance, mut one: impl FnMut(&mut Chance) -> Change) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for _ in 0..chance.between(1, 8) {
        let next = one(chance);
        let known = |name: &str| changes.iter().flat_map(|change| &change.people).any(|person| person.name == name);
        if next.people.iter().all(|person| !known(&person.name)) {
            changes.push(next);
        }
    }
    changes
}

/// What a congress elects, and now and then whose resignation it accepts.
fn election(chance: &mut Chance, place: (&str, &str, &str)) -> Change {
    let (full, level, _) = place;
    let (unit, title) = match chance.below(5) {
        0 => ("人民政府", format!("{level}长")),
        1 | 2 => ("人民政府", format!("副{level}长")),
        3 => ("人民法院", "院长".to_owned()),
        _ => ("监察委员会", "主任".to_owned()),
    };
    let post = vec![Office::plain(&format!("{full}{unit}"), &title)];
    let person = Change::of(names::person(chance));
    if chance.percent(15) {
        Change { leaving: ItemKind::AcceptResignation, leaves: post, ..person }
    } else {
        Change { taking: ItemKind::Elect, takes: post, ..person }
    }
}

/// The members of a leading group with their own posts, or a change of its deputies.
fn group(chance: &mut Chance, place: (&str, &str, &str)) -> Vec<Change> {
    let (_, level, _) = place;
    let name = format!("{level}{}", chance.pick(&GROUPS));
    let changing = chance.percent(30);
    let count = if changing { 3 } else { chance.between(4, 10) };
    let mut members: Vec<Change> = Vec::new();
    while members.len() < count {
        let person = names::person(chance);
        if members.iter().any(|member| member.people[0].name == person.name) {
            continue;
        }
        let mut change = Change::of(person);
        if changing && members.len() == 2 {
            change.leaves = vec![Office::plain(&name, "副组长")];
        } else {
            let title = ["组长", "副组长"].get(members.len()).copied().unwrap_or("成员");
            let note = Some(format!("{level}{}局长", chance.pick(&BUREAUS)));
            change.takes = vec![Office { note, ..Office::plain(&name, title) }];
        }
        members.push(change);
    }
    members
}
