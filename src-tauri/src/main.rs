//! The desktop program: a window over the register. It hands every command over to the same functions that the
//! command line and the browser host use; only dialogs, saving and opening live here.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod dialogs;
mod opener;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use renmian_api::{Home, Session};

fn main() -> ExitCode {
    let session = Arc::new(Session::new(Home::of_user()));
    // A register named on the command line (or by a double click) is opened; else the one opened last.
    let named = std::env::args_os().nth(1).map(PathBuf::from);
    session.open_at_start(named.as_deref());
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Arc::clone(&session))
        .invoke_handler(commands::handler())
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(move |_, event| {
                // Here and not when the session is dropped: a window's process ends without dropping anything.
                if matches!(event, tauri::RunEvent::Exit) {
                    session.clear_laid_out();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("任免台账的窗口打不开：{error}");
            ExitCode::FAILURE
        }
    }
}
