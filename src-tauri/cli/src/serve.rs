//! The browser host: the same window and the same commands on the loopback, for systems without the web view that
//! the desktop program needs, and for tests in a real browser.
//!
//! Who may ask: only this PC (the loopback), only with the token of this run, only from a page of this address.
//! The token is the first part of every path, so that without it not even the empty window is reachable.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use renmian_api::{ApiError, Session};
use rust_embed::RustEmbed;

/// The built window. A debug build reads it from the folder, a release build carries it.
#[derive(RustEmbed)]
#[folder = "../../ui/dist"]
#[allow_missing = true]
struct Window;

/// The largest request: a file of 64 MB in base64, and its wrapping.
const LARGEST_REQUEST: usize = 90 * 1024 * 1024;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
     font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

struct Host {
    session: Arc<Session>,
    token: String,
    authority: String,
}

/// Serves until interrupted. Prints the address on standard output once it can be opened.
pub fn serve(session: Session, port: u16) -> Result<(), String> {
    if Window::get("index.html").is_none() {
        return Err("此程序未带界面：请先在 ui 目录运行 npm ci 和 npm run build，再重新编译".to_owned());
    }
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    runtime.block_on(run(session, port))
}

async fn run(session: Session, port: u16) -> Result<(), String> {
    let listener = tokio::net::TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
        .await
        .map_err(|error| format!("端口 {port} 不能使用：{error}；请换一个端口（--port）"))?;
    let port = listener.local_addr().map_err(|error| error.to_string())?.port();
    let host = Arc::new(Host { session: Arc::new(session), token: token()?, authority: format!("127.0.0.1:{port}") });
    println!("http://{}/{}/", host.authority, host.token);
    eprintln!("请在本机浏览器中打开上面的地址；按 Ctrl+C 结束");
    axum::serve(listener, router(host))
        .with_graceful_shutdown(async {
            // Without a signal handler the process simply ends when it is interrupted.
            let _ = tokio::signal::ctrl_c().await;
        })
        .await
        .map_err(|error| error.to_string())
}

fn router(host: Arc<Host>) -> Router {
    Router::new()
        .route("/{token}/api/{command}", post(command))
        .route("/{token}/", get(start))
        .route("/{token}/{*path}", get(page))
        .layer(DefaultBodyLimit::max(LARGEST_REQUEST))
        .layer(middleware::from_fn_with_state(Arc::clone(&host), only_this_page))
        .with_state(host)
}

/// 32 random bytes in hexadecimal.
fn token() -> Result<String, String> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Refuses what another site or a name that was pointed at the loopback could send: `Host` must be this address, and
/// `Origin`, where a browser gives one, too. Without the token there is nothing here.
async fn only_this_page(State(host): State<Arc<Host>>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let named = |name| headers.get(name).map(|value| value.to_str().unwrap_or("?").to_owned());
    let right_host = named(header::HOST).is_some_and(|value| value == host.authority);
    let right_origin = named(header::ORIGIN).is_none_or(|value| value == format!("http://{}", host.authority));
    let given = request.uri().path().split('/').nth(1).unwrap_or_default();
    let mut response = if !(right_host && right_origin) {
        StatusCode::FORBIDDEN.into_response()
    } else if !same(given.as_bytes(), host.token.as_bytes()) {
        StatusCode::NOT_FOUND.into_response()
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, header::HeaderValue::from_static(value));
    }
    response
}

async fn command(State(host): State<Arc<Host>>, Path((_token, name)): Path<(String, String)>, body: Bytes) -> Response {
    let session = Arc::clone(&host.session);
    let answer = tokio::task::spawn_blocking(move || session.call(&name, &body)).await;
    let (status, text) = match answer {
        Ok(Ok(text)) => (StatusCode::OK, text),
        Ok(Err(error)) => (StatusCode::UNPROCESSABLE_ENTITY, in_json(&error)),
        Err(_) => (StatusCode::INTERNAL_SERVER_ERROR, in_json(&ApiError::refused("unexpected"))),
    };
    (status, [(header::CONTENT_TYPE, "application/json")], text).into_response()
}

fn in_json(error: &ApiError) -> String {
    serde_json::to_string(error).unwrap_or_default()
}

/// Compares in a time that does not tell how much of the token was right.
fn same(given: &[u8], token: &[u8]) -> bool {
    given.len() == token.len() && given.iter().zip(token).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

async fn start() -> Response {
    file("index.html")
}

async fn page(Path((_token, path)): Path<(String, String)>) -> Response {
    file(&path)
}

fn file(path: &str) -> Response {
    match Window::get(path) {
        Some(file) => {
            let media = file.metadata.mimetype().to_owned();
            ([(header::CONTENT_TYPE, media)], Body::from(file.data.into_owned())).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The register that `serve` opens: the one named, else the one opened last, if there is one.
pub fn register_to_open(named: Option<PathBuf>, session: &Session) -> Option<PathBuf> {
    named.or_else(|| Some(session.default_register()).filter(|path| path.exists()))
}
