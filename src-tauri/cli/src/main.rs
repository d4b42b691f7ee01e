//! `renmian`: the register from a terminal. Exit codes: 0 done; 1 done, but something was refused or found wrong;
//! 2 usage; 3 the register cannot be opened. With `--json` one document on standard output and nothing else there.

mod arguments;
mod contract;
mod print;
mod run;
mod serve;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let arguments = arguments::Arguments::parse();
    match run::run(arguments) {
        Ok(run::Outcome::Done) => ExitCode::SUCCESS,
        Ok(run::Outcome::FoundWrong) => ExitCode::from(1),
        Err(failure) => {
            eprintln!("{}", failure.sentence);
            ExitCode::from(failure.code)
        }
    }
}
