//! The sample register: an invented county, its fifteen years of papers read and registered like a clerk's.

use std::collections::HashMap;
use std::path::Path;

use chrono::{DateTime, Utc};
use renmian_domain::{
    Choice, Cuts, Draft, Meant, NewPerson, OrganisationId, PersonId, PostId, Resolution, ResolvedItem,
};
use renmian_sample::{County, SamplePaper};
use renmian_store::{Access, Begin, OpeningEntry, Operation, OrganisationState, PersonState, PostState, Register};

use crate::session::Session;
use crate::sheet::check;
use crate::source::Source;
use crate::tasks::Task;
use crate::types::*;
use crate::view::View;
use crate::{ApiError, files};

/// The county that everybody gets: the same people and papers on every PC.
const SEED: u64 = 2023;

impl Session {
    pub fn create_sample(&self, request: CreateSample) -> Result<Status, ApiError> {
        let path = files::at_home(request.path.trim());
        if path.exists() {
            return Err(ApiError::register("file-exists").with("path", path.display()));
        }
        self.close();
        // Made beside its place and moved there when it is whole: stopping leaves nothing behind.
        let part = files::beside(&path, ".part");
        let _ = std::fs::remove_file(&part);
        let made = self.tasks.run(request.task.as_deref(), |task| self.make_sample(&part, task));
        if let Err(error) = made {
            let _ = std::fs::remove_file(&part);
            return Err(error);
        }
        files::rename(&part, &path)?;
        Session::open(self, &path, Access::Write)?;
        self.status(Nothing {})
    }

    fn make_sample(&self, path: &Path, task: &Task) -> Result<(), ApiError> {
        let county = renmian_sample::county(SEED);
        task.expect(Steps::Papers, county.papers.len() + 1);
        files::folder_of(path)?;
        let moment = self.now().moment;
        let begin = Begin { place: county.place.clone(), unit: county.keeper.clone() };
        let mut register = Register::create(path, begin, moment, self.actor())?;
        // Made durable once and not a thousand times: of a sample that was cut off nothing is wanted.
        register.together(|register| {
            let posts = add_units_and_posts(register, &county, moment, self.actor())?;
            let mut met = add_openings(register, &county, &posts, moment, self.actor())?;
            task.step()?;
            for paper in &county.papers {
                enter(register, &county, paper, &mut met, moment, self.actor())?;
                task.step()?;
            }
            Ok(())
        })
    }
}

/// The papers of the sample county: a name for the file of each, and its text.
pub fn sample_papers() -> Vec<(String, String)> {
    let papers = renmian_sample::county(SEED).papers;
    papers.into_iter().map(|paper| (format!("{}.txt", paper.file_name), paper.text)).collect()
}

/// The posts of the county and their units, by the names of both.
type Posts = HashMap<(String, String), (OrganisationId, PostId)>;

fn add_units_and_posts(
    register: &mut Register,
    county: &County,
    moment: DateTime<Utc>,
    actor: &str,
) -> Result<Posts, ApiError> {
    let (mut units, mut posts) = (HashMap::new(), Posts::new());
    for unit in &county.organisations {
        let state = OrganisationState {
            name: unit.name.clone(),
            parent: unit.parent.as_ref().and_then(|parent| units.get(parent).copied()),
            kind: Some(unit.kind.clone()),
            standing: Some(unit.standing),
            ended_on: unit.until,
        };
        let made = register.transact(Operation::AddOrganisation(state), moment, actor)?;
        units.extend(made.organisations.first().map(|id| (unit.name.clone(), *id)));
    }
    for post in &county.posts {
        let state = PostState {
            organisation: units.get(&post.organisation).copied(),
            title: post.title.clone(),
            authorised: Some(post.authorised),
            headship: post.headship,
            rank: false,
            standing: post.standing,
        };
        let made = register.transact(Operation::AddPost(state), moment, actor)?;
        let name = (post.organisation.clone(), post.title.clone());
        posts.extend(made.posts.first().zip(units.get(&post.organisation)).map(|(post, unit)| (name, (*unit, *post))));
    }
    Ok(posts)
}

/// 期初: who held a post when the register was begun, all by one act. Gives who they became.
fn add_openings(
    register: &mut Register,
    county: &County,
    posts: &Posts,
    moment: DateTime<Utc>,
    actor: &str,
) -> Result<HashMap<usize, PersonId>, ApiError> {
    let mut entries = Vec::new();
    let mut resolution = Resolution::default();
    let mut places: Vec<usize> = Vec::new();
    for opening in &county.openings {
        let post = posts.get(&(opening.organisation.clone(), opening.title.clone()));
        let (Some((unit, post)), Some(person)) = (post, county.people.get(opening.who)) else { continue };
        let place = places.iter().position(|who| *who == opening.who).unwrap_or_else(|| {
            places.push(opening.who);
            resolution.new_persons.push(NewPerson {
                name: person.name.clone(),
                gender: Some(person.gender),
                ethnicity: Some(person.ethnicity.clone()),
                birth: Some(person.birth),
            });
            places.len() - 1
        });
        resolution.items.push(ResolvedItem {
            person: Meant::New(place),
            organisation: Some(Meant::Known(*unit)),
            post: Meant::Known(*post),
        });
        entries.push(OpeningEntry {
            held_on: opening.held_on,
            since: Some(opening.since),
            by: None,
            concurrent: false,
            acting: false,
            secondment: false,
        });
    }
    let made = register.transact(Operation::RecordOpenings { entries, resolution }, moment, actor)?;
    Ok(places.into_iter().zip(made.persons).collect())
}

/// Registers one paper. The sample knows which of two namesakes its paper means; a clerk would be asked.
fn enter(
    register: &mut Register,
    county: &County,
    paper: &SamplePaper,
    met: &mut HashMap<usize, PersonId>,
    moment: DateTime<Utc>,
    actor: &str,
) -> Result<(), ApiError> {
    let view = View::new(register.facts(None)?, register.history(None)?);
    for read in crate::enter::read(&Source::pasted(paper.text.clone()), false, Some(&view), &Task::default())? {
        let mut draft = Draft::of(read, &mut Cuts::of(&paper.text), None);
        let who: Vec<Option<usize>> = draft.items.iter().map(|item| bearer(paper, &item.item.person.name)).collect();
        for (item, who) in draft.items.iter_mut().zip(&who) {
            item.person = who.and_then(|who| met.get(&who)).map_or(Choice::New, |id| Choice::Known(*id));
        }
        let checked = check(&view, &draft, None);
        let operation = Operation::RecordOrder {
            draft: Box::new(draft),
            resolution: checked.resolution,
            findings: checked.findings,
            originals: Vec::new(),
            desk: None,
        };
        let order =
            register.transact(operation, moment, actor)?.order.ok_or_else(|| ApiError::refused("unexpected"))?;
        for (row, who) in register.order(order, None)?.items.iter().zip(who) {
            let Some(who) = who else { continue };
            if met.insert(who, row.person).is_none() {
                describe(register, county, who, row.person, moment, actor)?;
            }
        }
    }
    Ok(())
}

/// Which of the county's people the paper means by a name.
fn bearer(paper: &SamplePaper, name: &str) -> Option<usize> {
    let place = paper.paper.items.iter().position(|item| item.person.name == name)?;
    paper.who.get(place).copied()
}

fn describe(
    register: &mut Register,
    county: &County,
    who: usize,
    person: PersonId,
    moment: DateTime<Utc>,
    actor: &str,
) -> Result<(), ApiError> {
    let Some(known) = county.people.get(who) else { return Ok(()) };
    let state = PersonState {
        name: known.name.clone(),
        gender: Some(known.gender),
        ethnicity: Some(known.ethnicity.clone()),
        birth: Some(known.birth),
        note: None,
    };
    register.transact(Operation::DescribePerson { person, state, why: None }, moment, actor)?;
    Ok(())
}
