//! Long work: how far it has come, and stopping it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::ApiError;
use crate::types::{Progress, Steps};

/// The long works that run now, by the names their requests gave.
#[derive(Debug, Default)]
pub struct Tasks {
    running: Mutex<HashMap<String, Arc<Task>>>,
}

/// One long work.
#[derive(Debug, Default)]
pub struct Task {
    progress: Mutex<Progress>,
    stopped: AtomicBool,
}

impl Task {
    /// Tells what is gone through from here on, and how much of it there is.
    pub fn expect(&self, of: Steps, total: usize) {
        *self.lock() = Progress { running: true, of, done: 0, total: u32::try_from(total).unwrap_or(u32::MAX) };
    }

    /// One step is done; says whether to go on.
    ///
    /// # Errors
    /// `stopped` once the clerk has stopped the work.
    pub fn step(&self) -> Result<(), ApiError> {
        self.lock().done += 1;
        self.check()
    }

    /// So many steps are done; says whether to go on.
    ///
    /// # Errors
    /// `stopped` once the clerk has stopped the work.
    pub fn reach(&self, done: usize) -> Result<(), ApiError> {
        self.lock().done = u32::try_from(done).unwrap_or(u32::MAX);
        self.check()
    }

    /// Says whether to go on.
    ///
    /// # Errors
    /// `stopped` once the clerk has stopped the work.
    pub fn check(&self) -> Result<(), ApiError> {
        if self.stopped.load(Ordering::Relaxed) { Err(ApiError::refused("stopped")) } else { Ok(()) }
    }

    fn lock(&self) -> MutexGuard<'_, Progress> {
        // Each change is one assignment: a panic elsewhere leaves it whole.
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Tasks {
    /// Runs a work under a name; without one nobody can ask after it.
    pub fn run<T>(&self, name: Option<&str>, work: impl FnOnce(&Task) -> T) -> T {
        let task = Arc::new(Task::default());
        if let Some(name) = name {
            self.lock().insert(name.to_owned(), Arc::clone(&task));
        }
        let answer = work(&task);
        if let Some(name) = name {
            self.lock().remove(name);
        }
        answer
    }

    /// How far the work of that name has come.
    pub fn progress(&self, name: &str) -> Progress {
        self.lock().get(name).map_or_else(Progress::default, |task| Progress { running: true, ..*task.lock() })
    }

    /// Stops the work of that name at its next step.
    pub fn cancel(&self, name: &str) {
        if let Some(task) = self.lock().get(name) {
            task.stopped.store(true, Ordering::Relaxed);
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Arc<Task>>> {
        // A panic elsewhere leaves the map whole: each change of it is one call.
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
