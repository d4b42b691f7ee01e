//! What one host has open: the register, the view of its present state, the long works that run.
//!
//! The commands themselves stand beside this file by subject; each takes its request and gives its answer.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Local, NaiveDate, Utc};
use renmian_domain::Draft;
use renmian_store::{Access, Begin, OpenError, Register, StoreError};
use serde::Serialize;

use crate::laid_out::LaidOut;
use crate::moment::known_at;
use crate::tasks::Tasks;
use crate::types::*;
use crate::view::View;
use crate::{ApiError, Home};

/// A host's clock: the moment, and the day at the clerk's own place.
#[derive(Debug, Clone, Copy)]
pub struct Now {
    /// The moment.
    pub moment: DateTime<Utc>,
    /// The day here.
    pub today: NaiveDate,
}

/// The clock of this PC.
pub fn clock_of_this_pc() -> Now {
    let here = Local::now();
    Now { moment: here.to_utc(), today: here.date_naive() }
}

/// What one host has open. Commands may be called from several threads; those on the register take turns.
pub struct Session {
    pub(crate) home: Home,
    pub(crate) tasks: Tasks,
    clock: fn() -> Now,
    actor: String,
    pub(crate) laid_out: LaidOut,
    open: Mutex<Option<Open>>,
}

/// An open register and its present state.
pub(crate) struct Open {
    pub(crate) register: Register,
    view: Option<(String, Arc<View>)>,
}

impl Session {
    /// Nothing open yet; the clock of this PC, the user of this system.
    pub fn new(home: Home) -> Self {
        let user =
            ["USER", "USERNAME"].iter().find_map(|name| std::env::var(name).ok()).filter(|name| !name.is_empty());
        Self::with_clock(home, clock_of_this_pc, user.as_deref().unwrap_or("本机用户"))
    }

    /// Nothing open yet; a clock and a name for the journal that are given.
    pub fn with_clock(home: Home, clock: fn() -> Now, actor: &str) -> Self {
        Self {
            home,
            tasks: Tasks::default(),
            clock,
            actor: actor.to_owned(),
            laid_out: LaidOut::default(),
            open: Mutex::new(None),
        }
    }

    /// The register that is opened where none is named.
    pub fn default_register(&self) -> PathBuf {
        self.home.default_register()
    }

    /// Opens the register named, else the one opened last if it is still there. Where that fails the start screen says
    /// why when the clerk tries again.
    pub fn open_at_start(&self, named: Option<&Path>) {
        let path = named.map_or_else(|| self.home.default_register(), Path::to_owned);
        if path.exists() {
            let _ = self.open(&path, Access::Write).or_else(|_| self.open(&path, Access::Look));
        }
    }

    /// Opens a register, to write it or to look.
    ///
    /// # Errors
    /// `register-…` as the store says; the file is left as it is.
    pub fn open(&self, path: &Path, access: Access) -> Result<(), ApiError> {
        let mut open = self.lock();
        // Given back before another is opened: the same file may be asked for again.
        *open = None;
        let register = Register::open(path, access)?;
        self.home.remember(path);
        *open = Some(Open { register, view: None });
        Ok(())
    }

    pub(crate) fn create(&self, path: &Path, place: &str, keeper: &str) -> Result<(), ApiError> {
        let mut open = self.lock();
        crate::files::folder_of(path)?;
        let begin = Begin { place: place.to_owned(), unit: keeper.to_owned() };
        let register = Register::create(path, begin, self.now().moment, &self.actor)?;
        self.home.remember(path);
        *open = Some(Open { register, view: None });
        Ok(())
    }

    pub(crate) fn close(&self) {
        *self.lock() = None;
    }

    pub(crate) fn now(&self) -> Now {
        (self.clock)()
    }

    pub(crate) fn actor(&self) -> &str {
        &self.actor
    }

    /// Does something with the open register.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&mut Open) -> Result<T, ApiError>) -> Result<T, ApiError> {
        let mut open = self.lock();
        work(open.as_mut().ok_or_else(|| ApiError::register("register-none"))?)
    }

    /// Does something with the register at the two kinds of time.
    pub(crate) fn at<T>(
        &self,
        at: &At,
        work: impl FnOnce(&View, NaiveDate) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let (view, day) = self.with(|open| self.seen(open, at))?;
        work(&view, day)
    }

    /// The same, for what asks the register itself as well.
    pub(crate) fn at_open<T>(
        &self,
        at: &At,
        work: impl FnOnce(&mut Open, &View, NaiveDate) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        self.with(|open| {
            let (view, day) = self.seen(open, at)?;
            work(open, &view, day)
        })
    }

    fn seen(&self, open: &mut Open, at: &At) -> Result<(Arc<View>, NaiveDate), ApiError> {
        let moment = known_at(at.known_at.as_deref())?;
        let day = match (at.on, moment) {
            (Some(on), _) => on.latest(),
            // What the register said on that day, where no other is asked about.
            (None, Some(moment)) => moment.with_timezone(&Local).date_naive(),
            (None, None) => self.now().today,
        };
        Ok((open.view(moment)?, day))
    }

    fn lock(&self) -> MutexGuard<'_, Option<Open>> {
        // A panic in a command leaves the register whole: what it wrote was one transaction.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    /// The register as it stood then, or now.
    pub(crate) fn view(&mut self, known_at: Option<DateTime<Utc>>) -> Result<Arc<View>, ApiError> {
        if known_at.is_some() {
            return Ok(Arc::new(View::new(self.register.facts(known_at)?, self.register.history(known_at)?)));
        }
        let head = self.register.head()?;
        match &self.view {
            Some((made_at, view)) if *made_at == head => Ok(Arc::clone(view)),
            _ => {
                let view = Arc::new(View::new(self.register.facts(None)?, self.register.history(None)?));
                self.view = Some((head, Arc::clone(&view)));
                Ok(view)
            }
        }
    }
}

/// The order that this paper was recorded as before.
pub(crate) fn known(register: &Register, draft: &Draft) -> Result<Option<(renmian_domain::OrderId, String)>, ApiError> {
    let head = register.known_order(draft)?;
    Ok(head.map(|head| {
        let name = head.number.as_ref().map(|number| number.text.clone()).or(head.title).unwrap_or_default();
        (head.id, name)
    }))
}

impl From<OpenError> for ApiError {
    fn from(error: OpenError) -> Self {
        let mut told = Self::register(error.key().trim_start_matches("error."));
        told.words = error.words();
        told
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        let mut told = Self::refused(error.key().trim_start_matches("error."));
        told.words = error.words();
        told
    }
}

impl From<renmian_forms::FormError> for ApiError {
    fn from(error: renmian_forms::FormError) -> Self {
        let mut told = Self::refused(error.key().trim_start_matches("error."));
        told.words = error.words();
        told
    }
}

macro_rules! dispatch {
    ($($(#[$doc:meta])* $access:ident $name:ident($request:ty) -> $answer:ty;)*) => {
        impl Session {
            /// Calls a command of the list by its name, request and answer in JSON.
            ///
            /// # Errors
            /// `bad-request` for a name or a request that the list does not have; else what the command says.
            pub fn call(&self, name: &str, request: &[u8]) -> Result<String, ApiError> {
                fn answer<T: Serialize>(answer: Result<T, ApiError>) -> Result<String, ApiError> {
                    serde_json::to_string(&answer?).map_err(|_| ApiError::refused("unexpected"))
                }
                match name {
                    $(stringify!($name) => {
                        let request: $request =
                            serde_json::from_slice(request).map_err(|_| ApiError::usage("bad-request"))?;
                        answer(self.$name(request))
                    })*
                    _ => Err(ApiError::usage("bad-request")),
                }
            }
        }
    };
}
crate::for_each_command!(dispatch);
