//! `renmian`: the register from a terminal. Exit codes: 0 done; 1 done, but something was refused or found wrong;
//! 2 usage; 3 the register cannot be opened. With `--json` one document on standard output and nothing else there.

mod arguments;
mod contract;
mod life;
mod persons;
mod print;
mod run;
mod serve;
mod supersede;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let arguments = match arguments::Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return misused(&error),
    };
    let json = arguments.json;
    match run::run(arguments) {
        Ok(run::Outcome::Done) => ExitCode::SUCCESS,
        Ok(run::Outcome::FoundWrong) => ExitCode::from(1),
        Err(failure) => {
            if json {
                run::give(&serde_json::json!({ "error": failure.document() }));
            }
            eprintln!("{}", failure.sentence);
            ExitCode::from(failure.code)
        }
    }
}

/// Help and version are answers; the rest is said with what to do first, then as the parser says it.
fn misused(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        eprintln!("命令写得不对。用 renmian --help 看有哪些命令，用 renmian 命令 --help 看怎么写");
    }
    // Nobody is left to tell when standard error is gone.
    let _ = error.print();
    if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS }
}
