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
mod usage;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = match usage::arguments() {
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

/// Help and version are answers; the rest is said with what to do.
fn misused(error: &clap::Error) -> ExitCode {
    if error.kind() == clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        eprint!("{error}");
        return ExitCode::from(2);
    }
    if error.use_stderr() {
        eprintln!("{}\n用 renmian --help 看有哪些命令，用 renmian 命令 --help 看怎么写", usage::wrong(error));
        return ExitCode::from(2);
    }
    // Nobody is left to tell when standard output is gone.
    let _ = error.print();
    ExitCode::SUCCESS
}
