//! One line a command: each is handed over to the session on a thread of its own, so that the window never freezes.

use std::sync::Arc;

use renmian_api::types::*;
use renmian_api::{ApiError, Session};
use tauri::{State, Wry, ipc::Invoke};

use crate::{dialogs, opener};

macro_rules! handlers {
    ($($(#[$doc:meta])* $access:ident $name:ident($request:ty) -> $answer:ty;)*) => {
        $(
            $(#[$doc])*
            #[tauri::command]
            async fn $name(session: State<'_, Arc<Session>>, request: $request) -> Result<$answer, ApiError> {
                let session = Arc::clone(&session);
                tauri::async_runtime::spawn_blocking(move || session.$name(request))
                    .await
                    .unwrap_or_else(|_| Err(ApiError::refused("unexpected")))
            }
        )*

        /// What the window may call: the list of commands, and what only a window has: two dialogs, and the system's own
        /// programs for originals.
        pub fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name,)* dialogs::save_file, dialogs::pick_register, opener::open_original]
        }
    };
}
renmian_api::for_each_command!(handlers);
