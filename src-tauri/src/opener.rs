//! Originals opened with the system's own program for them. The window names an order and nothing else: which file is
//! opened, where it lies and what it is called is decided in Rust, and only kinds that the register reads are opened.

use std::sync::Arc;

use renmian_api::types::OrderQuery;
use renmian_api::{ApiError, Session};
use tauri::State;

/// Opens the original kept with an order.
#[tauri::command]
pub async fn open_original(session: State<'_, Arc<Session>>, request: OrderQuery) -> Result<(), ApiError> {
    let session = Arc::clone(&session);
    let opened = tauri::async_runtime::spawn_blocking(move || {
        let path = session.lay_out_original(request)?;
        open::that_detached(path).map_err(|_| ApiError::refused("original-no-program"))
    });
    opened.await.unwrap_or_else(|_| Err(ApiError::refused("unexpected")))
}
