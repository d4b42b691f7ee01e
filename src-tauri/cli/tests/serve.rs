//! The browser host refuses everything but its own page on this PC.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

struct Served {
    program: Child,
    authority: String,
    base: String,
    _folder: tempfile::TempDir,
}

impl Served {
    /// `None` where the window's pages are not built: then there is nothing to serve.
    fn start() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let register = folder.path().join("register.renmian");
        let program = || {
            let mut command = Command::new(env!("CARGO_BIN_EXE_renmian"));
            command.env("RENMIAN_HOME", folder.path().join("home")).arg("--register").arg(&register);
            command
        };
        assert!(program().arg("init").status().unwrap().success());
        let mut program = program().args(["serve", "--port", "0"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut address = String::new();
        BufReader::new(program.stdout.as_mut().unwrap()).read_line(&mut address).unwrap();
        let Some(rest) = address.trim().strip_prefix("http://") else {
            eprintln!("skipped: the window's pages are not built (npm run build in ui)");
            program.wait().unwrap();
            return None;
        };
        let (authority, path) = rest.split_once('/').unwrap();
        Some(Self { program, authority: authority.to_owned(), base: format!("/{path}"), _folder: folder })
    }

    /// Sends a request; gives the status and the whole answer.
    fn ask(&self, method: &str, path: &str, host: &str, origin: Option<&str>, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.authority).unwrap();
        let origin = origin.map(|origin| format!("Origin: {origin}\r\n")).unwrap_or_default();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\n{origin}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        (answer.split(' ').nth(1).unwrap().parse().unwrap(), answer)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

#[test]
fn only_its_own_page_on_this_pc_is_answered() {
    let Some(served) = Served::start() else { return };
    let (host, base) = (served.authority.clone(), served.base.clone());
    let own = format!("http://{host}");
    let status = format!("{base}api/status");

    let (code, answer) = served.ask("GET", &base, &host, None, "");
    assert_eq!(code, 200, "the page");
    assert!(answer.to_lowercase().contains("content-security-policy: default-src 'none'"), "under a policy");
    let (code, answer) = served.ask("POST", &status, &host, Some(&own), "{}");
    assert_eq!(code, 200, "its own page may ask");
    assert!(answer.contains("\"writable\":true"), "and is answered");

    for path in ["/", "/api/status", "/index.html", &format!("/{}/api/status", "0".repeat(64))] {
        assert_eq!(served.ask("GET", path, &host, None, "").0, 404, "{path} without the token");
        assert_eq!(served.ask("POST", path, &host, None, "{}").0, 404, "{path} without the token");
    }
    assert_eq!(served.ask("POST", &status, "evil.example", None, "{}").0, 403, "another name for this address");
    assert_eq!(served.ask("POST", &status, &host, Some("http://evil.example"), "{}").0, 403, "another page");
    assert_eq!(served.ask("POST", &status, &host, Some("null"), "{}").0, 403, "a page without an origin of its own");
    assert_eq!(served.ask("POST", &format!("{base}api/drop_table"), &host, Some(&own), "{}").0, 422, "no such command");
    assert_eq!(served.ask("POST", &format!("{base}api/person"), &host, Some(&own), "[1").0, 422, "a broken request");
    assert_eq!(served.ask("GET", &format!("{base}../../etc/passwd"), &host, None, "").0, 404, "no file of this PC");
}
