//! Small papers, resolved by exact names, for the tests of the register.
#![allow(dead_code, clippy::unwrap_used)] // each test file takes what it needs; a broken paper is a broken test

use std::path::PathBuf;

use chrono::{DateTime, TimeDelta, Utc};
use renmian_domain::resolution::{NewOrganisation, NewPerson, NewPost};
use renmian_domain::{
    DocumentNumber, Draft, DraftItem, EndCause, EndingId, EntryRef, EventPaper, Facts, Finding, FindingCode, Item,
    ItemKind, Meant, OrderId, OrganisationChange, OrganisationId, Person, PersonId, PersonMeant, Post, PostChange,
    PostId, Resolution, ResolvedItem, Span, Subject, TenureChoice,
};
use renmian_store::{Access, Begin, Named, Operation, Original, Recorded, Register, StoreError};
use tempfile::TempDir;

pub const CLERK: &str = "王会";

/// The moment of the given act of a test, a minute after the one before.
pub fn at(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000, 0).unwrap() + TimeDelta::minutes(minute)
}

/// A register in a folder of its own.
pub struct Desk {
    pub folder: TempDir,
    pub path: PathBuf,
    pub register: Register,
}

pub fn desk() -> Desk {
    // In memory where the system has a folder there: an act is made durable, and a test needs no disk.
    let memory = std::path::Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
    let path = folder.path().join("台账.renmian");
    let begin = Begin { place: "青云县".to_owned(), unit: "中共青云县委组织部".to_owned() };
    let register = Register::create(&path, begin, at(0), CLERK).unwrap();
    Desk { folder, path, register }
}

impl Desk {
    /// Closes the register and opens it again.
    pub fn reopen(self) -> Self {
        let Self { folder, path, register } = self;
        drop(register);
        let register = Register::open(&path, Access::Write).unwrap();
        Self { folder, path, register }
    }
}

pub type Line = (&'static str, ItemKind, &'static str, &'static str);

pub fn item((name, kind, organisation, title): Line) -> Item {
    Item {
        person: Person { name: name.to_owned(), gender: None, ethnicity: None },
        kind,
        post: Post { organisation: Some(organisation.to_owned()), title: title.to_owned() },
        concurrent: false,
        acting: false,
        secondment: false,
        probation_months: None,
        term_months: None,
        effective_on: None,
        note: None,
        certain: true,
        basis: None,
        source: Span::new(0, 4),
    }
}

/// A paper of these lines, its text made of them.
pub fn draft(number: &str, day: &str, lines: &[Line]) -> Draft {
    let text = lines.iter().map(|(name, kind, unit, title)| format!("{name} {kind:?} {unit}{title}\n"));
    Draft {
        text: format!("{number}\n{}", text.collect::<String>()),
        file: None,
        subject: Subject::Personnel,
        number: Some(DocumentNumber::parse(number)),
        title: Some(format!("青云县人民政府关于{}等同志职务任免的通知", lines.first().map_or("", |line| line.0))),
        issuer: Some("青云县人民政府".to_owned()),
        issued_on: Some(day.parse().unwrap()),
        decided_by: None,
        decided_on: None,
        items: lines.iter().map(|line| DraftItem::from(item(*line))).collect(),
        reading_findings: Vec::new(),
        accepted: Vec::new(),
        correction: None,
    }
}

/// What the names mean, by exact names; what is not known is new.
pub fn resolve(facts: &Facts, draft: &Draft) -> Resolution {
    let mut resolution = Resolution::default();
    for DraftItem { item, .. } in &draft.items {
        let person = match facts.persons.iter().find(|person| person.name == item.person.name) {
            Some(person) => Meant::Known(person.id),
            None => Meant::New(place(
                &mut resolution.new_persons,
                |new| new.name == item.person.name,
                || NewPerson {
                    name: item.person.name.clone(),
                    gender: item.person.gender,
                    ethnicity: item.person.ethnicity.clone(),
                    birth: None,
                },
            )),
        };
        let organisation = item.post.organisation.as_ref().map(|name| {
            match facts.organisations.iter().find(|unit| unit.name == *name) {
                Some(unit) => Meant::Known(unit.id),
                None => Meant::New(place(
                    &mut resolution.new_organisations,
                    |new| new.name == *name,
                    || NewOrganisation { name: name.clone(), parent: None },
                )),
            }
        });
        let known = match &organisation {
            Some(Meant::Known(unit)) => {
                facts.posts.iter().find(|post| post.organisation == Some(*unit) && post.title == item.post.title)
            }
            _ => None,
        };
        let post = match known {
            Some(post) => Meant::Known(post.id),
            None => Meant::New(place(
                &mut resolution.new_posts,
                |new| new.organisation == organisation && new.title == item.post.title,
                || NewPost { organisation: organisation.clone(), title: item.post.title.clone() },
            )),
        };
        resolution.items.push(ResolvedItem { person, organisation, post });
    }
    resolution
}

fn place<T>(list: &mut Vec<T>, same: impl Fn(&T) -> bool, make: impl FnOnce() -> T) -> usize {
    list.iter().position(same).unwrap_or_else(|| {
        list.push(make());
        list.len() - 1
    })
}

pub fn record(register: &mut Register, draft: Draft, minute: i64) -> Result<Recorded, StoreError> {
    let resolution = resolve(&*register.facts(None)?, &draft);
    let order =
        Operation::RecordOrder { draft: Box::new(draft), resolution, findings: vec![], originals: vec![], desk: None };
    register.transact(order, at(minute), CLERK)
}

/// A register with two orders: 李洋 in two posts, then moved.
pub fn small() -> Desk {
    let mut desk = desk();
    let first = draft(
        "青政人〔2021〕1号",
        "2021-03-05",
        &[("李洋", ItemKind::Appoint, "县财政局", "总会计师"), ("单雄", ItemKind::Appoint, "县财政局", "副局长")],
    );
    let second = draft(
        "青政人〔2023〕4号",
        "2023-02-28",
        &[("李洋", ItemKind::Dismiss, "县财政局", "总会计师"), ("李洋", ItemKind::Appoint, "县审计局", "局长")],
    );
    record(&mut desk.register, first, 1).unwrap();
    record(&mut desk.register, second, 2).unwrap();
    desk
}

/// A register with a row in every recorded table.
pub fn full() -> Desk {
    let mut desk = small();
    let mut paper = draft("青政人〔2024〕1号", "2024-03-01", &[("单雄", ItemKind::Dismiss, "县财政局", "副局长")]);
    paper.items[0].held_since = Some("2021-03-05".parse().unwrap());
    let resolution = resolve(&desk.register.facts(None).unwrap(), &paper);
    let operation = Operation::RecordOrder {
        draft: Box::new(paper),
        resolution,
        findings: vec![Finding::new(FindingCode::Uncertain)],
        originals: vec![Original { name: "a.txt".to_owned(), bytes: vec![1, 2, 3] }],
        desk: None,
    };
    desk.register.transact(operation, at(3), CLERK).unwrap();
    let paper = EventPaper { on: "2024-05-01".parse().unwrap(), by: None, by_text: None, why: None };
    let (organisation, post, person) = (OrganisationId(1), PostId(1), PersonId(2));
    for operation in [
        Operation::ChangeOrganisation {
            change: OrganisationChange::Abolish { organisation, tenures: TenureChoice::Wait },
            paper: paper.clone(),
        },
        Operation::ChangePost { change: PostChange::Seats { post, authorised: Some(2) }, paper: paper.clone() },
        Operation::EndTenures { person, posts: Vec::new(), cause: EndCause::Retired, paper },
        Operation::SplitPerson {
            person,
            entries: vec![EntryRef::Ending(EndingId(1))],
            to: PersonMeant::Known { id: PersonId(1) },
            why: "同名".to_owned(),
        },
        Operation::MergePersons { person, into: PersonId(1), why: "同一人".to_owned() },
    ] {
        desk.register.transact(operation, at(4), CLERK).unwrap();
    }
    let name = Operation::RememberName { of: Named::Person(PersonId(1)), name: "单 雄".to_owned() };
    let act = desk.register.transact(name, at(4), CLERK).unwrap().act;
    let back = Operation::TakeBack { act, why: "误记".to_owned() };
    desk.register.transact(back, at(5), CLERK).unwrap();
    let order = OrderId(3);
    let revoke = Operation::RevokeOrder { order, by: None, by_text: None, why: "误发".to_owned() };
    desk.register.transact(revoke, at(6), CLERK).unwrap();
    desk
}
