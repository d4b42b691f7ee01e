//! Long work: how far it has come, and stopping it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::ApiError;
use crate::types::Progress;

/// The long works that run now, by the names their requests gave.
#[derive(Debug, Default)]
pub struct Tasks {
    running: Mutex<HashMap<String, Arc<Task>>>,
}

/// One long work.
#[derive(Debug, Default)]
pub struct Task {
    done: AtomicU32,
    total: AtomicU32,
    stopped: AtomicBool,
}

impl Task {
    /// Tells how many steps there are.
    pub fn expect(&self, total: usize) {
        self.total.store(u32::try_from(total).unwrap_or(u32::MAX), Ordering::Relaxed);
    }

    /// One step is done; says whether to go on.
    ///
    /// # Errors
    /// `stopped` once the clerk has stopped the work.
    pub fn step(&self) -> Result<(), ApiError> {
        self.done.fetch_add(1, Ordering::Relaxed);
        self.check()
    }

    /// Says whether to go on.
    ///
    /// # Errors
    /// `stopped` once the clerk has stopped the work.
    pub fn check(&self) -> Result<(), ApiError> {
        if self.stopped.load(Ordering::Relaxed) { Err(ApiError::refused("stopped")) } else { Ok(()) }
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
        self.lock().get(name).map_or_else(Progress::default, |task| Progress {
            running: true,
            done: task.done.load(Ordering::Relaxed),
            total: task.total.load(Ordering::Relaxed),
        })
    }

    /// Stops the work of that name at its next step.
    pub fn cancel(&self, name: &str) {
        if let Some(task) = self.lock().get(name) {
            task.stopped.store(true, Ordering::Relaxed);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<Task>>> {
        // A panic elsewhere leaves the map whole: each change of it is one call.
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
