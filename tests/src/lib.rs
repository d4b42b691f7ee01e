//! What the tests of this package share: a reading held against the right one, the invented county in a register,
//! a clerk who enters deeds line by line and what the register then says, and the files of the repository.

pub mod clerk;
pub mod county;
pub mod reading;
pub mod repository;
pub mod told;
