//! A fence around parsers that are not ours: a file that makes one of them panic is a damaged file, not the end of
//! the program. Our own readers stand outside it, so that their faults are found.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::error::FormError;

/// Runs `work`; a panic inside is [`FormError::Damaged`]. What `work` has made until then is dropped, so nothing half
/// done is seen afterwards.
pub(crate) fn fenced<T>(work: impl FnOnce() -> Result<T, FormError>) -> Result<T, FormError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(FormError::Damaged))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_inside_is_a_damaged_file() {
        let work = || -> Result<(), FormError> { std::panic::resume_unwind(Box::new("odd file")) };
        assert_eq!(fenced(work), Err(FormError::Damaged));
        assert_eq!(fenced(|| Ok(1)), Ok(1));
    }
}
