//! What the tests of this package share: a reading held against the right one, the invented county in a register,
//! and the files of the repository.

pub mod county;
pub mod reading;
pub mod repository;
