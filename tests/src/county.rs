//! The invented county entered into a register, as a clerk would who knows everybody.

use std::collections::{BTreeMap, HashMap};
use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};
use renmian_domain::{Choice, Cuts, Draft, EntryRef, Facts, FindingCode, OrderId, OrganisationId, PersonId, Tenure};
use renmian_sample::{County, SamplePaper};
use renmian_store::{Begin, Operation, OrganisationState, PostState, Register, StoreError};
use tempfile::TempDir;

/// A register in a folder of its own, and who of the county is who in it.
pub struct Entered {
    /// Keeps the folder until the register is done with.
    pub folder: TempDir,
    /// The register.
    pub register: Register,
    /// How often each finding was shown.
    pub findings: BTreeMap<FindingCode, usize>,
    people: HashMap<usize, PersonId>,
}

const CLERK: &str = "王会";

fn at(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000, 0).unwrap_or_default() + TimeDelta::minutes(minute)
}

/// Makes a register with the county's units and posts, reads its papers and records them in the order given. Who is meant by a
/// name is always known, as the clerk knows it; units and posts are found by their names.
///
/// # Errors
/// What the store says.
pub fn enter(county: &County, order: &[usize]) -> Result<Entered, StoreError> {
    let began = Instant::now();
    let folder = tempfile::tempdir().expect("a folder for a test");
    let begin = Begin { place: county.place.clone(), unit: county.keeper.clone() };
    let mut register = Register::create(&folder.path().join("台账.renmian"), begin, at(0), CLERK).expect("a register");
    let mut findings = BTreeMap::new();
    let mut people = HashMap::new();
    register.together(|register| {
        add_units_and_posts(register, county)?;
        for place in order {
            record(register, &county.papers[*place], &mut people, &mut findings)?;
        }
        Ok::<(), StoreError>(())
    })?;
    eprintln!("{} papers entered in {:.1} s", order.len(), began.elapsed().as_secs_f64());
    Ok(Entered { folder, register, findings, people })
}

fn add_units_and_posts(register: &mut Register, county: &County) -> Result<(), StoreError> {
    let mut units: HashMap<&str, OrganisationId> = HashMap::new();
    for unit in &county.organisations {
        let state = OrganisationState {
            name: unit.name.clone(),
            parent: unit.parent.as_deref().and_then(|parent| units.get(parent).copied()),
            kind: Some(unit.kind.clone()),
            standing: Some(unit.standing),
            ended_on: unit.until,
        };
        let recorded = register.transact(Operation::AddOrganisation(state), at(1), CLERK)?;
        units.insert(&unit.name, recorded.organisations[0]);
    }
    for post in &county.posts {
        let state = PostState {
            organisation: units.get(post.organisation.as_str()).copied(),
            title: post.title.clone(),
            authorised: Some(post.authorised),
            headship: post.headship,
            rank: false,
            standing: post.standing,
        };
        register.transact(Operation::AddPost(state), at(2), CLERK)?;
    }
    Ok(())
}

fn record(
    register: &mut Register,
    paper: &SamplePaper,
    people: &mut HashMap<usize, PersonId>,
    shown: &mut BTreeMap<FindingCode, usize>,
) -> Result<(), StoreError> {
    let mut read = renmian_reading::read(&paper.text, &renmian_reading::Options::default());
    let right = (read.len() == 1).then(|| read.remove(0)).filter(|read| read.items.len() == paper.who.len());
    let right = right.unwrap_or_else(|| panic!("{} is read as one paper with all its items", paper.file_name));
    let mut draft = Draft::of(right, &mut Cuts::of(&paper.text), Some(&paper.file_name));
    for (item, who) in draft.items.iter_mut().zip(&paper.who) {
        item.person = people.get(who).map_or(Choice::New, |id| Choice::Known(*id));
    }
    let (facts, history) = (register.facts(None)?, register.history(None)?);
    let resolution = renmian_rules::resolve(&facts, &draft);
    let (findings, _) = renmian_rules::check(&facts, &history, &draft, &resolution);
    // Given back before the act: facts that somebody holds are copied by it.
    drop((facts, history));
    for finding in &findings {
        *shown.entry(finding.code).or_default() += 1;
    }
    let operation =
        Operation::RecordOrder { draft: Box::new(draft), resolution, findings, originals: Vec::new(), desk: None };
    let order = register.transact(operation, at(3), CLERK)?.order.expect("an order was recorded");
    for (item, who) in register.order(order, None)?.items.iter().zip(&paper.who) {
        people.insert(*who, item.person);
    }
    Ok(())
}

impl Entered {
    /// Every person's career in words, by the place of the person in the county.
    ///
    /// # Errors
    /// What the store says.
    pub fn careers(&self) -> Result<BTreeMap<usize, Vec<String>>, StoreError> {
        let (facts, history) = (self.register.facts(None)?, self.register.history(None)?);
        let orders: HashMap<OrderId, String> = facts
            .orders
            .iter()
            .map(|order| (order.id, order.number.as_ref().map(|number| number.key()).unwrap_or_default()))
            .collect();
        let papers: HashMap<EntryRef, &str> = facts
            .items
            .iter()
            .map(|item| (EntryRef::Item(item.id), orders.get(&item.order).map(String::as_str).unwrap_or_default()))
            .collect();
        let bearers: HashMap<PersonId, usize> = self.people.iter().map(|(who, id)| (*id, *who)).collect();
        let mut careers: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for tenure in &history.tenures {
            if let Some(who) = bearers.get(&tenure.person) {
                careers.entry(*who).or_default().push(told(&facts, tenure, &papers));
            }
        }
        careers.values_mut().for_each(|career| career.sort());
        Ok(careers)
    }

    /// Which person of the register somebody of the county is.
    pub fn person(&self, who: usize) -> Option<PersonId> {
        self.people.get(&who).copied()
    }
}

/// A tenure in one line that does not depend on the rows' numbers.
fn told(facts: &Facts, tenure: &Tenure, papers: &HashMap<EntryRef, &str>) -> String {
    let post = facts.posts.iter().find(|post| post.id == tenure.post);
    let unit = post.and_then(|post| facts.organisations.iter().find(|unit| Some(unit.id) == post.organisation));
    format!(
        "{:?} to {:?} {} {} {} {:?} {:?} {:?} {}{}{} {:?} {:?} {:?}",
        tenure.start,
        tenure.end,
        unit.map(|unit| unit.name.as_str()).unwrap_or_default(),
        post.map(|post| post.title.as_str()).unwrap_or_default(),
        tenure.ended,
        tenure.end_cause,
        tenure.start_by.and_then(|by| papers.get(&by)),
        tenure.end_by.and_then(|by| papers.get(&by)),
        if tenure.concurrent { "兼" } else { "" },
        if tenure.acting { "代" } else { "" },
        if tenure.secondment { "挂" } else { "" },
        tenure.probation_ends,
        tenure.confirmed_on,
        tenure.term_ends,
    )
}
