//! The dialogs of the desktop, opened from Rust: where to save a file, which register to open or make. A path that
//! the clerk typed goes the same way without the dialog.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use renmian_api::ApiError;
use serde::Deserialize;
use tauri::{AppHandle, Wry};
use tauri_plugin_dialog::DialogExt;

/// A file to save.
#[derive(Deserialize)]
pub struct SaveFile {
    name: String,
    content: String,
    path: Option<String>,
}

/// Whether a register is to be made or opened.
#[derive(Deserialize)]
pub struct PickRegister {
    save: bool,
}

/// Saves a file where the clerk says. `None` where the dialog was closed.
#[tauri::command]
pub async fn save_file(app: AppHandle<Wry>, request: SaveFile) -> Result<Option<String>, ApiError> {
    run(move || {
        let bytes = STANDARD.decode(&request.content).map_err(|_| ApiError::usage("bad-request"))?;
        let path = match request.path {
            Some(typed) => PathBuf::from(typed),
            None => {
                let ending = Path::new(&request.name).extension().and_then(|e| e.to_str()).unwrap_or("").to_owned();
                let dialog = app.dialog().file().set_file_name(&request.name).add_filter(&ending, &[&ending]);
                match dialog.blocking_save_file().and_then(|chosen| chosen.into_path().ok()) {
                    Some(path) => path,
                    None => return Ok(None),
                }
            }
        };
        renmian_api::files::replace(&path, &bytes)?;
        Ok(Some(path.display().to_string()))
    })
    .await
}

/// The register file that the clerk chooses. `None` where the dialog was closed.
#[tauri::command]
pub async fn pick_register(app: AppHandle<Wry>, request: PickRegister) -> Result<Option<String>, ApiError> {
    run(move || {
        let dialog = app.dialog().file().add_filter("任免台账", &["renmian"]);
        let chosen = if request.save {
            dialog.set_file_name("任免台账.renmian").blocking_save_file()
        } else {
            dialog.blocking_pick_file()
        };
        Ok(chosen.and_then(|chosen| chosen.into_path().ok()).map(|path| path.display().to_string()))
    })
    .await
}

async fn run<T: Send + 'static>(work: impl FnOnce() -> Result<T, ApiError> + Send + 'static) -> Result<T, ApiError> {
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|_| Err(ApiError::refused("unexpected")))
}
