//! The register as a whole: making, opening, its state, its day's overview, its search, its safety.

use std::path::Path;

use chrono::NaiveDate;
use renmian_domain::PartialDate;
use renmian_domain::say::{Language, say};
use renmian_rules::{held_on, name_on, parent_on};
use renmian_store::{Access, Found};

use crate::due::{AHEAD, due};
use crate::lookup::person_line;
use crate::moment::known_at;
use crate::session::Session;
use crate::types::*;
use crate::view::View;
use crate::{ApiError, files};

/// How many orders 今日 shows.
const LATEST: usize = 8;

impl Session {
    pub fn status(&self, _: Nothing) -> Result<Status, ApiError> {
        let register = match self.with(|open| {
            let view = open.view(None)?;
            Ok(RegisterStatus {
                path: open.register.path().display().to_string(),
                place: view.facts.place.clone(),
                keeper: open.register.unit()?,
                writable: open.register.access() == Access::Write,
                counts: Counts {
                    persons: view.facts.persons.len() as u32,
                    organisations: view.facts.organisations.len() as u32,
                    posts: view.facts.posts.len() as u32,
                    orders: view.facts.orders.len() as u32,
                    tenures: view.history.tenures.len() as u32,
                    drafts: open.register.drafts()?.len() as u32,
                },
                head: open.register.head()?,
            })
        }) {
            Ok(register) => Some(register),
            Err(error) if error.code == "register-none" => None,
            Err(error) => return Err(error),
        };
        Ok(Status {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            register,
            suggested_path: self.home.suggested().display().to_string(),
            recent: self.home.recent().into_iter().map(|path| path.display().to_string()).collect(),
            today: PartialDate::day(self.now().today),
        })
    }

    pub fn create_register(&self, request: CreateRegister) -> Result<Status, ApiError> {
        self.create(&path_of(&request.path)?, request.place.trim(), request.keeper.trim())?;
        self.status(Nothing {})
    }

    pub fn open_register(&self, request: OpenRegister) -> Result<Status, ApiError> {
        Session::open(self, &path_of(&request.path)?, if request.look { Access::Look } else { Access::Write })?;
        self.status(Nothing {})
    }

    pub fn close_register(&self, _: Nothing) -> Result<Status, ApiError> {
        self.close();
        self.status(Nothing {})
    }

    pub fn progress(&self, request: TaskName) -> Result<Progress, ApiError> {
        Ok(self.tasks.progress(&request.task))
    }

    pub fn cancel(&self, request: TaskName) -> Result<Nothing, ApiError> {
        self.tasks.cancel(&request.task);
        Ok(Nothing {})
    }

    pub fn today(&self, _: Nothing) -> Result<Today, ApiError> {
        let drafts = self.desk(Nothing {})?.drafts;
        let mut latest = self.orders(OrdersQuery::default())?.rows;
        latest.sort_by(|a, b| (&b.recorded_at, b.id).cmp(&(&a.recorded_at, a.id)));
        latest.truncate(LATEST);
        self.at(&At::default(), |view, today| {
            let due = due(view, today, AHEAD);
            let held = renmian_rules::on(&view.history, today);
            let unknown_starts = held.filter(|tenure| tenure.start.is_none()).count() as u32;
            Ok(Today { drafts, latest, due, unknown_starts })
        })
    }

    pub fn due(&self, request: DueQuery) -> Result<DueList, ApiError> {
        let within = request.within.unwrap_or(AHEAD);
        self.at(&request.at, |view, day| {
            Ok(DueList { on: PartialDate::day(day), within, rows: due(view, day, within) })
        })
    }

    pub fn search(&self, request: Search) -> Result<SearchAnswer, ApiError> {
        let query = request.query.trim();
        if query.is_empty() {
            return Ok(SearchAnswer { hits: Vec::new() });
        }
        let limit = request.limit.clamp(1, 50) as usize;
        let moment = known_at(request.at.known_at.as_deref())?;
        let on = request.at.on.map(PartialDate::latest);
        self.at_open(&request.at, |open, view, day| {
            let found = open.register.search(query, limit, on, moment)?;
            Ok(SearchAnswer { hits: found.into_iter().filter_map(|hit| shown(view, hit.found, day)).collect() })
        })
    }

    pub fn verify(&self, request: Verify) -> Result<Verification, ApiError> {
        let kept = request.kept.as_deref().map(signs_of_head).transpose()?;
        self.with(|open| {
            let report = open.register.verify()?;
            let last = open.register.act_at_head(&report.head)?;
            let head_act = last.as_ref().map_or(0, |row| row.id.0);
            let kept = match kept {
                None => None,
                Some(signs) => Some(match open.register.act_at_head(&signs)? {
                    Some(row) => KeptHead::Same {
                        act: row.id.0,
                        since: u32::try_from(head_act - row.id.0).unwrap_or(0),
                        at: row.at,
                    },
                    None => KeptHead::Absent,
                }),
            };
            Ok(Verification {
                head_act,
                head_at: last.map(|row| row.at).unwrap_or_default(),
                kept,
                sound: report.is_sound(),
                acts: report.acts as u32,
                wrong: report.faults.iter().map(|fault| say(Language::Chinese, fault.key(), &fault.words())).collect(),
                head: report.head,
            })
        })
    }

    pub fn backup(&self, request: Backup) -> Result<Nothing, ApiError> {
        let path = path_of(&request.path)?;
        self.with(|open| Ok(open.register.backup(&path, false)?))?;
        Ok(Nothing {})
    }

    /// Puts a backup in the place of a register; the register that was there is kept beside it.
    pub fn restore(&self, from: &Path, to: &Path) -> Result<(), ApiError> {
        self.close();
        renmian_store::restore(from, to)?;
        Ok(())
    }

    pub fn journal(&self, request: JournalQuery) -> Result<Journal, ApiError> {
        self.with(|open| {
            let view = open.view(None)?;
            crate::journal::journal(open, &view, &request)
        })
    }
}

/// The signs of a head as it was typed from paper: blanks and the case of letters do not count, and the first sixteen
/// tell it from every other.
fn signs_of_head(typed: &str) -> Result<String, ApiError> {
    let signs: String = typed.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let reads = (16..=64).contains(&signs.len()) && signs.chars().all(|c| c.is_ascii_hexdigit());
    if reads { Ok(signs) } else { Err(ApiError::usage("head-unreadable")) }
}

/// What the search box shows of something found, as it was on the day.
fn shown(view: &View, found: Found, day: NaiveDate) -> Option<Hit> {
    let (target, title, detail) = match found {
        Found::Person(id) => {
            let line = person_line(view, id, day).ok()?;
            (HitTarget::Person(id), line.name, line.posts.join("；"))
        }
        Found::Organisation(id) => {
            let row = view.organisation(id).ok()?;
            let above = parent_on(row, day).and_then(|above| view.organisation(above).ok());
            let above = above.map(|row| name_on(row, day).to_owned()).unwrap_or_default();
            (HitTarget::Organisation(id), name_on(row, day).to_owned(), above)
        }
        Found::Post(id) => {
            let holders = held_on(view.holders(id), day);
            let names: Vec<String> = holders
                .into_iter()
                .filter_map(|tenure| view.person(tenure.person).ok())
                .map(|row| row.name.clone())
                .collect();
            (HitTarget::Post(id), view.post_name_on(id, day), names.join("、"))
        }
        Found::Order(id) => {
            let head = view.order(id)?;
            let title = head.title.clone().unwrap_or_default();
            let number = head.number.as_ref().map(|number| number.text.clone());
            (HitTarget::Order(id), number.unwrap_or_else(|| title.clone()), title)
        }
    };
    Some(Hit { target, title, detail })
}

/// A path that was typed: not empty, `~` for the user's own folder.
fn path_of(typed: &str) -> Result<std::path::PathBuf, ApiError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(ApiError::usage("path-empty"));
    }
    Ok(files::at_home(typed))
}
