//! The desktop program: a window over the register. It hands every command over to the same functions that the
//! command line and the browser host use; only dialogs and saving live here.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod dialogs;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use renmian_api::{Home, Session};

fn main() -> ExitCode {
    let session = Arc::new(Session::new(Home::of_user()));
    // A register named on the command line (or by a double click) is opened; else the one opened last.
    let named = std::env::args_os().nth(1).map(PathBuf::from);
    session.open_at_start(named.as_deref());
    let ran = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(session)
        .invoke_handler(commands::handler())
        .run(tauri::generate_context!());
    match ran {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("任免台账的窗口打不开：{error}");
            ExitCode::FAILURE
        }
    }
}
