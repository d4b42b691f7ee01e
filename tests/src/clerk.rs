//! A clerk who enters what a test says, a line a deed, and what the register says afterwards in words that do not
//! depend on the numbers of rows.
//!
//! ```text
//! order 1 2019-03-15 decided2019-03-01 | 周青 appoint 县财政局 局长 probation12 | 吕和 dismiss 县财政局 局长
//!     beside an item: concurrent acting secondment term36 from2019-04-01 (counts from), since2015-03 (held since),
//!     new (another post of that title)
//! correct 1 2019-03-15 | …              revoke 1            reinstate 1
//! held 2018-12-31 周青 县财政局 局长 since2015-03
//! unit 2019-03-31 rename 县财政局 县财务局 run_on       unit … found 县新局       unit … move 县新局 县财政局
//! unit … merge 县财政局 县审计局 into 县财审局 end      unit … split 县财政局 into 县国库局 wait
//! unit … abolish 县财政局 end
//! post 2019-03-31 rename 县财政局 副局长 副主任 run_on  post … seats 县财政局 副局长 3   post … abolish 县财政局 副局长 end
//! ends 2020-05-31 周青 retired          ends 2020-05-31 周青 term_over 县财政局 局长
//! called 吕和 周青 (has that name too)    merge 周青 into 吕和
//! split 周青 order 3 to 吕和 (what order 3 says of the one is of the other)        split 周青 held 2018-12-31 to 吕和
//! undo                                  redo: takes back the last undo
//! ```

use std::collections::HashMap;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use renmian_domain::{
    ActId, Choice, DocumentNumber, Draft, DraftItem, EndCause, EntryRef, EventPaper, Item, ItemKind, OrderId,
    OrderState, OrganisationChange, OrganisationId, PartialDate, Person, PersonId, PersonMeant, Post, PostChange,
    PostId, Span, Subject, TenureChoice, UnitMeant,
};
use renmian_store::{
    Access, Begin, Named, OpeningEntry, Operation, OrganisationState, PostState, Register, StoreError,
};
use tempfile::TempDir;

/// Who records.
pub const CLERK: &str = "王会";

/// A register and who enters into it.
pub struct Clerk {
    /// Keeps the folder until the register is done with.
    pub folder: TempDir,
    /// The register.
    pub register: Register,
    /// The posts whose printed names mean them whatever they are called by now; others are found by their names.
    known: HashMap<(String, String), PostId>,
    undone: Vec<ActId>,
    minute: i64,
    /// What was done up to here is not taken back.
    begun: ActId,
}

/// The moment of the given act, a minute after the one before.
pub fn at(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000, 0).unwrap_or_default() + TimeDelta::minutes(minute)
}

/// The words of a deed or of one item of an order.
pub fn words(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

/// What follows a prefix in one of the words: `2019-03` for `since` in `since2019-03`.
pub fn after<'a>(words: &[&'a str], prefix: &str) -> Option<&'a str> {
    words.iter().find_map(|word| word.strip_prefix(prefix)).filter(|rest| !rest.is_empty())
}

/// A date of a test.
pub fn day(text: &str) -> PartialDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is a date"))
}

fn coded<T: serde::de::DeserializeOwned>(word: &str) -> T {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).unwrap_or_else(|_| panic!("{word} is a word"))
}

/// What an item does, by its word.
pub fn kind(word: &str) -> ItemKind {
    coded(word)
}

/// What an event does to tenures, by its word.
pub fn choice(word: &str) -> TenureChoice {
    coded(word)
}

impl Clerk {
    /// An empty register of 青云县.
    pub fn new() -> Self {
        let folder = folder();
        let begin = Begin { place: "青云县".to_owned(), unit: String::new() };
        let register = Register::create(&folder.path().join("台账.renmian"), begin, at(0), CLERK).expect("a register");
        Self { folder, register, known: HashMap::new(), undone: Vec::new(), minute: 0, begun: ActId(1) }
    }

    /// Another clerk with the same register, made by copying its file.
    pub fn again(&self) -> Self {
        let folder = folder();
        let path = folder.path().join("台账.renmian");
        std::fs::copy(self.register.path(), &path).expect("a copy of the register");
        let register = Register::open(&path, Access::Write).expect("the copy opens");
        Self { folder, register, known: self.known.clone(), undone: self.undone.clone(), ..*self }
    }

    /// A register with these units and posts, each meant by its first name for ever.
    pub fn knowing(posts: &[(&str, &str)]) -> Self {
        let mut clerk = Self::new();
        let mut units: HashMap<&str, OrganisationId> = HashMap::new();
        for (unit, title) in posts {
            if !units.contains_key(unit) {
                let state = OrganisationState {
                    name: (*unit).to_owned(),
                    parent: None,
                    kind: None,
                    standing: None,
                    ended_on: None,
                };
                let recorded = clerk.transact(Operation::AddOrganisation(state)).expect("a unit");
                units.insert(unit, recorded.organisations[0]);
            }
            let state = PostState {
                organisation: units.get(unit).copied(),
                title: (*title).to_owned(),
                authorised: None,
                headship: renmian_rules::is_headship(title),
                rank: false,
                standing: 0,
            };
            let post = clerk.transact(Operation::AddPost(state)).expect("a post").posts[0];
            clerk.known.insert(((*unit).to_owned(), (*title).to_owned()), post);
        }
        clerk
    }

    /// Enters every line; none may be refused.
    pub fn enters(&mut self, lines: &[&str]) {
        for line in lines {
            self.enter(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        }
    }

    /// What has been entered up to here is not taken back by `undo`.
    pub fn begins(&mut self) {
        self.begun = self.register.last_standing().ok().flatten().unwrap_or(ActId(1));
    }

    /// How many acts there are; the moment of the last is `at` of it.
    pub fn minute(&self) -> i64 {
        self.minute
    }

    fn transact(&mut self, operation: Operation) -> Result<renmian_store::Recorded, StoreError> {
        let recorded = self.register.transact(operation, at(self.minute + 1), CLERK)?;
        self.minute += 1;
        Ok(recorded)
    }

    /// Enters one line.
    ///
    /// # Errors
    /// What the store says to it.
    pub fn enter(&mut self, line: &str) -> Result<ActId, StoreError> {
        let said = words(line);
        let operation = match said[0] {
            "order" => self.record(line)?,
            "correct" => self.correct(line)?,
            "revoke" => {
                let order = self.order(said[1], OrderState::Recorded).ok_or(StoreError::Unknown)?;
                Operation::RevokeOrder { order, by: None, by_text: None, why: "文件撤销".to_owned() }
            }
            "reinstate" => {
                let order = self.order(said[1], OrderState::Revoked).ok_or(StoreError::Unknown)?;
                Operation::ReinstateOrder { order, why: "误登撤销".to_owned() }
            }
            "held" => self.opening(&said)?,
            "unit" => {
                let change = self.unit_change(&said)?;
                Operation::ChangeOrganisation { change, paper: paper(said[1]) }
            }
            "post" => Operation::ChangePost { change: self.post_change(&said)?, paper: paper(said[1]) },
            "ends" => {
                let posts = match said.get(4..6) {
                    Some([unit, title]) => vec![self.post(unit, title, said[1])?],
                    _ => Vec::new(),
                };
                let person = self.person(said[2])?;
                Operation::EndTenures { person, posts, cause: coded::<EndCause>(said[3]), paper: paper(said[1]) }
            }
            "called" => Operation::RememberName { of: Named::Person(self.person(said[1])?), name: said[2].to_owned() },
            "merge" => {
                let (person, into) = (self.person(said[1])?, self.person(said[3])?);
                Operation::MergePersons { person, into, why: "同一人".to_owned() }
            }
            "split" => {
                let (person, to) = (self.person(said[1])?, self.person(said[5])?);
                let entries = self.entries(person, said[2], said[3])?;
                Operation::SplitPerson {
                    person, entries, to: PersonMeant::Known { id: to }, why: "另一人".to_owned()
                }
            }
            "undo" => {
                let last = self.register.last_standing()?.filter(|act| *act > self.begun);
                let act = last.ok_or(StoreError::NotLast)?;
                let done = self.transact(Operation::TakeBack { act, why: "误登".to_owned() })?.act;
                self.undone.push(done);
                return Ok(done);
            }
            "redo" => {
                let act = *self.undone.last().ok_or(StoreError::NotLast)?;
                let done = self.transact(Operation::TakeBack { act, why: "撤回有误".to_owned() })?.act;
                self.undone.pop();
                return Ok(done);
            }
            other => panic!("no deed: {other}"),
        };
        Ok(self.transact(operation)?.act)
    }

    /// What is recorded of the person in the paper of that serial, with the openings that it came with, or as an
    /// opening entry of that day.
    fn entries(&self, person: PersonId, of: &str, which: &str) -> Result<Vec<EntryRef>, StoreError> {
        let facts = self.register.facts(None)?;
        if of == "held" {
            let held = facts.openings.iter().filter(|row| row.person == person && row.held_on == day(which).earliest());
            let papers: Vec<ActId> = facts.orders.iter().map(|head| head.act).collect();
            let alone = held.filter(|row| !papers.contains(&row.act));
            return Ok(alone.map(|row| EntryRef::Opening(row.id)).collect());
        }
        let order = self.order(which, OrderState::Recorded).ok_or(StoreError::Unknown)?;
        let act = facts.orders.iter().find(|head| head.id == order).map(|head| head.act);
        let items = facts.items.iter().filter(|item| item.order == order && item.person == person);
        let openings = facts.openings.iter().filter(|row| Some(row.act) == act && row.person == person);
        let openings = openings.map(|row| EntryRef::Opening(row.id));
        Ok(items.map(|item| EntryRef::Item(item.id)).chain(openings).collect())
    }

    fn record(&self, line: &str) -> Result<Operation, StoreError> {
        let (draft, resolution) = self.draft(line)?;
        let draft = Box::new(draft);
        Ok(Operation::RecordOrder { draft, resolution, findings: Vec::new(), originals: Vec::new(), desk: None })
    }

    fn correct(&self, line: &str) -> Result<Operation, StoreError> {
        let order = self.order(words(line)[1], OrderState::Recorded).ok_or(StoreError::Unknown)?;
        let (draft, resolution) = self.draft(line)?;
        Ok(Operation::CorrectOrder {
            order,
            draft: Box::new(draft),
            resolution,
            findings: Vec::new(),
            originals: Vec::new(),
            desk: None,
            why: "登记有误".to_owned(),
        })
    }

    /// The paper of a line, and what its names mean by the register's own rules.
    ///
    /// # Errors
    /// What the store says.
    pub fn draft(&self, line: &str) -> Result<(Draft, renmian_domain::Resolution), StoreError> {
        let (head, items) = line.split_once('|').unwrap_or((line, ""));
        let head = words(head);
        let number = format!("青政人〔2020〕{}号", head[1]);
        let items = items.split('|').map(words).filter(|words| !words.is_empty());
        let draft = Draft {
            text: line.to_owned(),
            file: None,
            subject: Subject::Personnel,
            number: Some(DocumentNumber::parse(&number)),
            title: None,
            issuer: Some("青云县人民政府".to_owned()),
            issued_on: Some(head[2]).filter(|issued| *issued != "?").map(day),
            decided_by: None,
            decided_on: after(&head, "decided").map(day),
            items: items.map(|words| self.item(&words)).collect(),
            reading_findings: Vec::new(),
            accepted: Vec::new(),
            correction: None,
        };
        let resolution = renmian_rules::resolve(&*self.register.facts(None)?, &draft);
        Ok((draft, resolution))
    }

    fn item(&self, words: &[&str]) -> DraftItem {
        let has = |word: &str| words.contains(&word);
        let months = |prefix| after(words, prefix).map(|months| months.parse().expect("months"));
        let item = Item {
            person: Person { name: words[0].to_owned(), gender: None, ethnicity: None },
            kind: kind(words[1]),
            post: Post { organisation: Some(words[2].to_owned()), title: words[3].to_owned() },
            concurrent: has("concurrent"),
            acting: has("acting"),
            secondment: has("secondment"),
            probation_months: months("probation"),
            term_months: months("term"),
            effective_on: after(words, "from").map(day),
            note: None,
            certain: true,
            basis: None,
            source: Span::new(0, 4),
        };
        let known = self.known.get(&(words[2].to_owned(), words[3].to_owned()));
        let by_name = if has("new") { Choice::New } else { Choice::ByName };
        let post = known.map_or(by_name, |id| Choice::Known(*id));
        DraftItem { post, held_since: after(words, "since").map(day), ..DraftItem::from(item) }
    }

    fn opening(&self, said: &[&str]) -> Result<Operation, StoreError> {
        let flags = said[5..].join(" ");
        let line = format!("order 0 ? | {} appoint {} {} {flags}", said[2], said[3], said[4]);
        let (mut draft, resolution) = self.draft(&line)?;
        let item = draft.items.remove(0);
        let entry = OpeningEntry {
            held_on: day(said[1]).earliest(),
            since: item.held_since,
            by: None,
            concurrent: item.item.concurrent,
            acting: item.item.acting,
            secondment: item.item.secondment,
        };
        Ok(Operation::RecordOpenings { entries: vec![entry], resolution })
    }

    fn unit_change(&self, said: &[&str]) -> Result<OrganisationChange, StoreError> {
        let on = said[1];
        let unit = |name: &str| self.unit(name, on)?.ok_or(StoreError::Unknown);
        let meant = |name: &str| {
            Ok::<_, StoreError>(match self.unit(name, on)? {
                Some(id) => UnitMeant::Known { id },
                None => UnitMeant::New { name: name.to_owned(), parent: None },
            })
        };
        let rest = &said[3..];
        let into = rest.iter().position(|word| *word == "into");
        let last = rest.len() - 1;
        Ok(match said[2] {
            "found" => OrganisationChange::Found { unit: meant(rest[0])? },
            "rename" => {
                // A register begun under the later name is told the earlier one.
                let (organisation, former) = match (self.unit(rest[0], on)?, self.unit(rest[1], on)?) {
                    (None, Some(id)) => (id, Some(rest[0].to_owned())),
                    (id, _) => (id.ok_or(StoreError::Unknown)?, None),
                };
                OrganisationChange::Rename { organisation, former, name: rest[1].to_owned(), tenures: choice(rest[2]) }
            }
            "move" => OrganisationChange::Move {
                organisation: unit(rest[0])?,
                parent: rest.get(1).map(|name| unit(name)).transpose()?,
            },
            "merge" => {
                let into = into.expect("merge … into");
                OrganisationChange::Merge {
                    organisations: rest[..into].iter().map(|name| unit(name)).collect::<Result<_, _>>()?,
                    into: meant(rest[into + 1])?,
                    tenures: choice(rest[last]),
                }
            }
            "split" => OrganisationChange::Split {
                organisation: unit(rest[0])?,
                into: rest[2..last].iter().map(|name| meant(name)).collect::<Result<_, _>>()?,
                tenures: choice(rest[last]),
            },
            "abolish" => OrganisationChange::Abolish { organisation: unit(rest[0])?, tenures: choice(rest[1]) },
            other => panic!("no event of a unit: {other}"),
        })
    }

    fn post_change(&self, said: &[&str]) -> Result<PostChange, StoreError> {
        let post = self.post(said[3], said[4], said[1])?;
        Ok(match said[2] {
            "rename" => PostChange::Rename { post, former: None, title: said[5].to_owned(), tenures: choice(said[6]) },
            "seats" => PostChange::Seats { post, authorised: Some(said[5].parse().expect("seats")) },
            "abolish" => PostChange::Abolish { post, tenures: choice(said[5]) },
            other => panic!("no event of a post: {other}"),
        })
    }

    /// The order of that serial that stands so, the last where there are several.
    fn order(&self, serial: &str, state: OrderState) -> Option<OrderId> {
        let facts = self.register.facts(None).ok()?;
        let serial = serial.parse().ok();
        let mut heads = facts.orders.iter().chain(&facts.superseded);
        let meant = |head: &&renmian_domain::OrderHead| {
            head.state == state && head.number.as_ref().and_then(|number| number.serial) == serial
        };
        heads.by_ref().filter(meant).map(|head| head.id).max()
    }

    fn unit(&self, name: &str, on: &str) -> Result<Option<OrganisationId>, StoreError> {
        let facts = self.register.facts(None)?;
        if let Some((_, post)) = self.known.iter().find(|((unit, _), _)| unit == name) {
            return Ok(facts.posts.iter().find(|row| row.id == *post).and_then(|row| row.organisation));
        }
        let names = renmian_rules::Register::of(&facts);
        Ok(names.organisations_named(name, Some(day(on))).first().map(|unit| unit.id))
    }

    fn post(&self, unit: &str, title: &str, on: &str) -> Result<PostId, StoreError> {
        if let Some(post) = self.known.get(&(unit.to_owned(), title.to_owned())) {
            return Ok(*post);
        }
        let facts = self.register.facts(None)?;
        let names = renmian_rules::Register::of(&facts);
        let unit = names.organisations_named(unit, Some(day(on))).first().map(|unit| unit.id);
        names.posts_titled_on(unit, title, Some(day(on))).first().map(|post| post.id).ok_or(StoreError::Unknown)
    }

    fn person(&self, name: &str) -> Result<PersonId, StoreError> {
        let facts = self.register.facts(None)?;
        facts.persons.iter().find(|person| person.name == name).map(|person| person.id).ok_or(StoreError::Unknown)
    }
}

/// A folder in memory where the system has one: a register is made durable at every act, and a test needs no disk.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    folder.expect("a folder for a test")
}

impl Default for Clerk {
    fn default() -> Self {
        Self::new()
    }
}

fn paper(on: &str) -> EventPaper {
    EventPaper { on: day(on), by: None, by_text: Some("青编发〔2019〕2号".to_owned()), why: None }
}
