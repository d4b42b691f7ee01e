//! Starts the built program in a window of its own: a display (Xvfb), a driver (WebKitWebDriver), the program, each
//! for one test alone, all gone when the test ends.
//!
//! The program is `target/<profile>/renmian-desktop` beside the test, or `RENMIAN_DESKTOP`.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tempfile::TempDir;

/// How long anything on the screen may take to come.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program in its window.
pub struct Window {
    /// The page inside it.
    pub page: Client,
    folder: TempDir,
    display: String,
    started: Vec<Child>,
}

/// The built program; `None`, and said so, where it is not there.
pub fn program() -> Option<PathBuf> {
    let path = match std::env::var_os("RENMIAN_DESKTOP") {
        Some(path) => PathBuf::from(path),
        // This test stands in target/<profile>/deps.
        None => std::env::current_exe().ok()?.parent()?.parent()?.join("renmian-desktop"),
    };
    if !path.exists() {
        eprintln!("skipped: {} is not built (cargo build -p renmian-desktop)", path.display());
        return None;
    }
    for tool in ["Xvfb", "WebKitWebDriver"] {
        if Command::new("which").arg(tool).output().is_ok_and(|found| !found.status.success()) {
            eprintln!("skipped: {tool} is not installed (Debian: xvfb, webkit2gtk-driver)");
            return None;
        }
    }
    Some(path)
}

impl Window {
    /// Opens the program, with a register to open if one is given, in a home of its own.
    pub async fn open(program: &Path, register: Option<&Path>) -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        let mut display = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let mut number = String::new();
        let said = display.stdout.as_mut().expect("Xvfb says its number");
        BufReader::new(said).read_line(&mut number).expect("Xvfb says its number");
        let name = format!(":{}", number.trim());
        let port = free_port();
        let driver = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("DISPLAY", &name)
            .env("RENMIAN_HOME", folder.path())
            .env("HOME", folder.path())
            .env("PATH", own_programs(folder.path()))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("GDK_BACKEND", "x11")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("GTK_IM_MODULE")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver starts");
        let arguments: Vec<String> = register.iter().map(|path| path.display().to_string()).collect();
        let mut wanted = Map::new();
        wanted.insert("webkitgtk:browserOptions".to_owned(), json!({ "binary": program, "args": arguments }));
        let page = connect(port, wanted).await;
        Self { page, folder, display: name, started: vec![driver, display] }
    }

    /// The folder of this test, which is also the program's home.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The first element of the path, once it is there.
    pub async fn find(&self, path: &str) -> Element {
        match self.page.wait().at_most(PATIENCE).for_element(Locator::XPath(path)).await {
            Ok(element) => element,
            Err(error) => panic!("{path} is on the screen: {error}\n{}", self.shown().await),
        }
    }

    /// Goes to a place of the list on the left, or to an address inside the window (`#/…`).
    pub async fn go(&self, place: &str) {
        if place.starts_with('#') {
            let script = "location.hash = arguments[0]";
            self.page.execute(script, vec![json!(place)]).await.expect("the page runs a script");
        } else {
            let link = self.find(&format!("//nav//a[normalize-space(.)='{place}']")).await;
            link.click().await.expect("the place can be chosen");
        }
    }

    /// Waits until the screen says so.
    pub async fn says(&self, words: &str) {
        self.find(&format!("//*[contains(normalize-space(.), '{words}')]")).await;
    }

    /// What the screen says now.
    pub async fn shown(&self) -> String {
        match self.page.find(Locator::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(error) => error.to_string(),
        }
    }

    /// Clicks the button with these words.
    pub async fn press(&self, words: &str) {
        let button = self.find(&format!("//button[contains(normalize-space(.), '{words}') and not(@disabled)]")).await;
        button.click().await.expect("the button can be clicked");
    }

    /// Types into the field with this label, in place of what stood there.
    pub async fn fill(&self, label: &str, text: &str) {
        let field = self.find(&format!("//input[@id = //label[contains(., '{label}')]/@for]")).await;
        field.click().await.expect("the field takes the focus");
        self.keys(&[Key::Control], "a").await;
        field.send_keys(text).await.expect("the field can be typed in");
    }

    /// Presses a key while others are held.
    pub async fn keys(&self, held: &[Key], key: &str) {
        use fantoccini::actions::{InputSource, KeyAction, KeyActions};
        let mut actions = KeyActions::new("keys".to_owned());
        for one in held {
            actions = actions.then(KeyAction::Down { value: (*one).into() });
        }
        for value in key.chars() {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        for one in held.iter().rev() {
            actions = actions.then(KeyAction::Up { value: (*one).into() });
        }
        self.page.perform_actions(actions).await.expect("keys can be pressed");
    }

    /// Drags one element onto another with the mouse of this test's display, in steps, as a hand does. The driver's own
    /// mouse will not do: its events never reach the toolkit, which is what drags.
    pub async fn drag(&self, from: &Element, to: &Element) {
        let (from, to) = (self.middle(from).await, self.middle(to).await);
        let between = |share: i64| (from.0 + (to.0 - from.0) * share / 8, from.1 + (to.1 - from.1) * share / 8);
        let mut words: Vec<String> = Vec::new();
        let mut then = |line: &str| words.extend(line.split(' ').map(str::to_owned));
        then(&format!("mousemove {} {} mousedown 1", from.0, from.1));
        for share in 1..=8 {
            let (x, y) = between(share);
            then(&format!("mousemove {x} {y} sleep 0.05"));
        }
        then("mouseup 1");
        let moved = Command::new("xdotool").args(words).env("DISPLAY", &self.display).status();
        assert!(moved.expect("xdotool starts (Debian: xdotool)").success(), "the mouse can be moved");
    }

    /// Where the middle of an element is on the display: the window fills it, and has no frame.
    async fn middle(&self, element: &Element) -> (i64, i64) {
        let ask = "const box = arguments[0].getBoundingClientRect();
            return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]";
        let element = serde_json::to_value(element.clone()).expect("an element can be named");
        let place = self.page.execute(ask, vec![element]).await.expect("the page runs a script");
        let at = |nth: usize| place[nth].as_i64().expect("a place");
        (at(0), at(1))
    }

    /// Puts a text on the clipboard of this test's display. It stays as long as the test runs.
    pub fn copy(&mut self, text: &str) {
        let mut copier = Command::new("xclip")
            .args(["-selection", "clipboard", "-quiet"])
            .env("DISPLAY", &self.display)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("xclip starts (Debian: xclip)");
        let mut input = copier.stdin.take().expect("xclip reads");
        input.write_all(text.as_bytes()).expect("xclip reads");
        drop(input);
        self.started.insert(0, copier);
        // The copier owns the clipboard some time after it has started: asking it returns once it answers.
        let held = (0..500).any(|_| {
            let asked = Command::new("xclip")
                .args(["-selection", "clipboard", "-o"])
                .env("DISPLAY", &self.display)
                .stderr(Stdio::null())
                .output()
                .expect("xclip starts");
            asked.stdout == text.as_bytes()
        });
        assert!(held, "the text is on the clipboard");
    }

    /// Asks the program for a command as a page could, whatever its rights; gives the answer or what was refused.
    pub async fn invoke(&self, name: &str, arguments: Value) -> Value {
        let ask = "const [name, request, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(name, request).then(a => done({ok: a}), e => done({refused: String(e)}))";
        self.page.execute_async(ask, vec![json!(name), arguments]).await.expect("the page runs a script")
    }

    /// Saves a picture of the window where `RENMIAN_SCREENSHOTS` names a folder.
    pub async fn picture(&self, name: &str) {
        if let Some(folder) = std::env::var_os("RENMIAN_SCREENSHOTS") {
            let picture = self.page.screenshot().await.expect("a picture of the window");
            std::fs::write(Path::new(&folder).join(format!("{name}.png")), picture).expect("the picture is written");
        }
    }

    /// Closes the window.
    pub async fn close(self) {
        // The program may be gone before its driver has answered.
        let _ = self.page.clone().close().await;
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        for child in &mut self.started {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// What the program finds on its path: first of all an `xdg-open` that keeps what it was asked to open, as `opened` in
/// the folder of the test, with where that lay, as `opened-from`.
fn own_programs(folder: &Path) -> std::ffi::OsString {
    let programs = folder.join("bin");
    std::fs::create_dir(&programs).expect("a folder for programs");
    let opener = programs.join("xdg-open");
    let script = format!(
        "#!/bin/sh\nprintf %s \"$1\" > '{0}/opened-from'\ncp \"$1\" '{0}/part' && mv '{0}/part' '{0}/opened'\n",
        folder.display()
    );
    std::fs::write(&opener, script).expect("the program is written");
    std::fs::set_permissions(&opener, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("it can be run");
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(std::iter::once(programs).chain(std::env::split_paths(&path))).expect("a path of programs")
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port of this PC");
    listener.local_addr().expect("its number").port()
}

/// Connects as soon as the driver listens. Until then a connection may meet nobody, or another test that is looking
/// for a free port of its own.
async fn connect(port: u16, wanted: Map<String, Value>) -> Client {
    let address = format!("http://127.0.0.1:{port}");
    let patience = tokio::time::Instant::now() + PATIENCE;
    loop {
        if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder.capabilities(wanted.clone()).connect(&address).await {
                Ok(client) => return client,
                Err(error) => {
                    assert!(tokio::time::Instant::now() < patience, "the program opens its window: {error}");
                }
            }
        }
        assert!(tokio::time::Instant::now() < patience, "WebKitWebDriver listens");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
