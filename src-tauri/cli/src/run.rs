//! Each command: what it asks of the core, and how it says the answer.

use std::io::Write;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use renmian_api::types::*;
use renmian_api::{ApiError, Home, Session, Trouble, files};
use renmian_domain::say::{Language, say};
use renmian_domain::{Finding, PartialDate};
use serde_json::{Value, json};

use crate::arguments::{Arguments, Command, Times};
use crate::{contract, life, persons, print, serve, supersede};

/// The largest file that is opened; what is larger is refused before it is read.
const LARGEST_FILE: u64 = 64 << 20;

/// How a command that could be done ended.
pub enum Outcome {
    /// Done.
    Done,
    /// Done, but something was refused or found wrong; it was said.
    FoundWrong,
}

/// A command that could not be done.
pub struct Failure {
    /// What it is called, the same in every version and language.
    pub name: String,
    /// Why, and what to do.
    pub sentence: String,
    /// The exit code.
    pub code: u8,
}

impl Failure {
    /// As it is given with `--json`.
    pub fn document(&self) -> Value {
        json!({ "code": self.name, "message": self.sentence })
    }

    fn of_file(&self, file: &str) -> Value {
        json!({ "file": file, "code": self.name, "message": self.sentence })
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        let code = match error.trouble {
            Trouble::Refused => 1,
            Trouble::Usage => 2,
            Trouble::Register => 3,
        };
        Self { sentence: error.sentence(Language::Chinese), name: error.code, code }
    }
}

impl From<String> for Failure {
    fn from(sentence: String) -> Self {
        Self { name: "unexpected".to_owned(), sentence, code: 1 }
    }
}

/// Runs one command.
pub fn run(arguments: Arguments) -> Result<Outcome, Failure> {
    let session = Session::new(Home::of_user());
    let named = arguments.register;
    let json = arguments.json;
    let path = || named.clone().unwrap_or_else(|| session.default_register());
    let open = |look: bool| session.open_register(OpenRegister { path: path().display().to_string(), look });
    match arguments.command {
        Command::Read { files, groups } => return read(&files, groups, json),
        Command::Init { place, keeper } => {
            let status =
                session.create_register(CreateRegister { path: path().display().to_string(), place, keeper })?;
            tell_register(&status, "已新建台账", json);
        }
        Command::Sample { papers } => {
            let status = session.create_sample(CreateSample { path: path().display().to_string(), task: None })?;
            if let Some(folder) = papers {
                for (name, text) in renmian_api::sample_papers() {
                    files::replace(&folder.join(name), text.as_bytes())?;
                }
            }
            tell_register(&status, "已新建示例台账", json);
        }
        Command::Enter { files, accept_findings } => {
            open(false)?;
            return enter(&session, &files, accept_findings, json);
        }
        Command::Orders { year, times } => {
            open(true)?;
            let At { on, known_at } = at(times)?;
            let orders = session.orders(OrdersQuery { year, on, known_at, ..OrdersQuery::default() })?;
            let mut rows = orders.rows;
            rows.reverse();
            if json {
                give(&json!({ "orders": rows.iter().map(contract::order_line).collect::<Vec<_>>() }));
            } else {
                let lines: Vec<Vec<String>> = rows
                    .iter()
                    .map(|line| {
                        vec![
                            line.number.clone().unwrap_or_default(),
                            line.issued_on.map(PartialDate::dotted).unwrap_or_default(),
                            format!("任{}免{}", line.appoints, line.dismisses),
                            format!("{}{}", supersede::state(line.state), line.title.as_deref().unwrap_or_default()),
                        ]
                    })
                    .collect();
                write(&print::table(&lines));
            }
        }
        Command::Order { number, known_at } => {
            open(true)?;
            let page = session.order_numbered(&number, known_at.as_deref())?;
            if json { give(&contract::order(&page)) } else { write(&order(&page)) }
        }
        Command::Person { name, entries, told, times } => {
            open(true)?;
            return persons::person(&session, &name, &at(times)?, (entries, told), json);
        }
        Command::Merge { name, into, why, preview } => {
            open(false)?;
            return persons::merge(&session, (&name, &into), &why, preview, json);
        }
        Command::Split { name, entries, to, new_name, why, preview } => {
            open(false)?;
            let other = persons::Other { to, name: new_name };
            return persons::split(&session, (&name, &entries), other, &why, preview, json);
        }
        Command::Organisations { query, times } => {
            open(true)?;
            let shown = session.organisations(OrganisationsQuery { query, at: at(times)? })?;
            if json { give(&contract::organisations(&shown)) } else { write(&print::organisations(&shown)) }
        }
        Command::Post { organisation, title, times } => {
            open(true)?;
            match session.post_named(&organisation, &title, &at(times)?) {
                Ok(page) if json => give(&contract::post(&page)),
                Ok(page) => write(&print::post(&page)),
                Err(error) if error.code == "post-unknown" && json => {
                    give(&json!({ "organisation": organisation, "title": title, "authorised": null, "holders": [] }));
                    eprintln!("{}", error.sentence(Language::Chinese));
                    return Ok(Outcome::FoundWrong);
                }
                Err(error) => return Err(error.into()),
            }
        }
        Command::Roster { on, known_at, out } => {
            open(true)?;
            let query = RosterQuery {
                at: At { on: on.as_deref().map(date).transpose()?, known_at },
                ranks: true,
                groups: true,
                ..RosterQuery::default()
            };
            match out {
                Some(file) => roster_file(&session, query, &file, json)?,
                None => {
                    let shown = session.roster(query)?;
                    if json { give(&contract::roster(&shown)) } else { write(&print::roster(&shown)) }
                }
            }
        }
        Command::Import { file, on } => {
            open(false)?;
            return import(&session, &file, on.as_deref().map(date).transpose()?, json);
        }
        Command::Reconcile { file, on, known_at } => {
            open(true)?;
            let on = on.as_deref().map(date).transpose()?;
            return reconcile(&session, ReconcileRoster { file: roster_of(&file)?, layout: None, on, known_at }, json);
        }
        Command::Check { on, known_at } => {
            open(true)?;
            let at = At { on: on.as_deref().map(date).transpose()?, known_at };
            let found = session.self_check(SelfCheckQuery { at })?;
            if json {
                give(&contract::check(&found))
            } else {
                write(&print::check(&found))
            }
            if found.count > 0 {
                eprintln!("{}", print::check_count(&found));
                return Ok(Outcome::FoundWrong);
            }
        }
        Command::Correct { number, file, why } => {
            open(false)?;
            let bytes = bytes_of(&file)?;
            supersede::told(&session.correct(&number, &name_of(&file), &bytes, &why)?, "已更正", json);
        }
        Command::Revoke { number, why, by } => {
            open(false)?;
            supersede::told(&session.revoke(&number, by.as_deref(), &why)?, "已撤销", json);
        }
        Command::Undo { why } => {
            open(false)?;
            supersede::told(&session.take_back_last(&why)?, "已撤回最近一步操作", json);
        }
        Command::Organisation { change } => {
            open(false)?;
            return life::organisation(&session, change, json);
        }
        Command::PostEvent { change } => {
            open(false)?;
            return life::post(&session, change, json);
        }
        Command::End { name, cause, post, happening } => {
            open(false)?;
            let post = match post.as_slice() {
                [organisation, title] => Some((organisation.as_str(), title.as_str())),
                _ => None,
            };
            return life::end(&session, (&name, &cause), post, &happening, json);
        }
        Command::Due { within, times } => {
            open(true)?;
            let found = session.due(DueQuery { at: at(times)?, within })?;
            if json { give(&contract::due(&found)) } else { write(&print::due(&found)) }
        }
        Command::Verify { head } => {
            open(true)?;
            return verify(&session, head.map(|groups| groups.concat()), json);
        }
        Command::Journal => {
            open(true)?;
            let acts = session.journal(JournalQuery { oldest_first: true, ..JournalQuery::default() })?.acts;
            if json {
                give(&json!({ "acts": acts }));
            } else {
                let lines: Vec<Vec<String>> = acts
                    .into_iter()
                    .map(|act| vec![renmian_api::minute(&act.at), act.actor, act.summary, act.why.unwrap_or_default()])
                    .collect();
                write(&print::table(&lines));
            }
        }
        Command::Backup { file } => {
            open(true)?;
            session.backup(Backup { path: file.display().to_string() })?;
            told(json, "backup", &file, "已备份到");
        }
        Command::Restore { file } => {
            let to = path();
            session.restore(&file, &to)?;
            told(json, "restored", &to, "已恢复到");
        }
        Command::Serve { port } => {
            if let Some(register) = serve::register_to_open(named, &session) {
                session.open_at_start(Some(&register));
            }
            serve::serve(session, port)?;
        }
    }
    Ok(Outcome::Done)
}

/// `head` is the head that was kept, empty where only the present one is asked for.
fn verify(session: &Session, head: Option<String>, json: bool) -> Result<Outcome, Failure> {
    let kept = head.clone().filter(|kept| !kept.trim().is_empty());
    let found = session.verify(Verify { kept })?;
    if json {
        give(&json!(found));
    } else if found.sound {
        write(&if head.is_some() { print::head(&found) } else { print::verified(&found) });
    }
    if !found.sound {
        eprintln!("{}", found.wrong.join("\n"));
        return Ok(Outcome::FoundWrong);
    }
    match &found.kept {
        Some(KeptHead::Absent) => {
            eprintln!("{}", say(Language::Chinese, "head.absent", &[].into()));
            Ok(Outcome::FoundWrong)
        }
        Some(KeptHead::Same { .. }) | None => Ok(Outcome::Done),
    }
}

fn read(files: &[PathBuf], groups: bool, json: bool) -> Result<Outcome, Failure> {
    let mut papers = Vec::new();
    let mut refused: Vec<Value> = Vec::new();
    for file in files {
        let name = name_of(file);
        let read = bytes_of(file).and_then(|bytes| Ok(renmian_api::read_papers(&name, &bytes, groups)?));
        let found = match read {
            Ok(found) => found,
            Err(failure) => {
                eprintln!("{name}：{}", failure.sentence);
                refused.push(failure.of_file(&name));
                continue;
            }
        };
        if found.is_empty() {
            eprintln!("{name}：没有读到任免文件。请核对打开的是不是任免通知的正文");
        }
        for paper in &found {
            if json { papers.push(contract::paper(&name, paper)) } else { write(&read_paper(paper)) }
        }
    }
    if json {
        let mut document = json!({ "papers": papers });
        tell_refused(&mut document, &refused);
        give(&document);
    }
    Ok(if refused.is_empty() { Outcome::Done } else { Outcome::FoundWrong })
}

/// Files that could not be read, in the document beside what was read; no key where there are none.
fn tell_refused(document: &mut Value, refused: &[Value]) {
    if !refused.is_empty() {
        document["refused"] = json!(refused);
    }
}

fn read_paper(paper: &renmian_domain::Paper) -> String {
    let mut text = format!(
        "{}  {}  {}\n",
        paper.number.as_ref().map_or("（无文号）", |number| &number.text),
        paper.title.as_deref().unwrap_or("（无标题）"),
        paper.issued_on.map(PartialDate::sentence).unwrap_or_default(),
    );
    let rows: Vec<Vec<String>> = paper
        .items
        .iter()
        .map(|item| {
            vec![
                format!("  {}", print::kind(item.kind)),
                item.person.name.clone(),
                format!("{}{}", item.post.organisation.clone().unwrap_or_default(), item.post.title),
                if item.certain { String::new() } else { "请核对".to_owned() },
            ]
        })
        .collect();
    text += &print::table(&rows);
    text + &sentences(&paper.findings)
}

fn sentences(findings: &[Finding]) -> String {
    findings
        .iter()
        .map(|finding| {
            format!("  ※ {}\n", say(Language::Chinese, &format!("finding.{}", finding.code.key()), &finding.data))
        })
        .collect()
}

fn enter(session: &Session, files: &[PathBuf], accept: bool, json: bool) -> Result<Outcome, Failure> {
    let mut recorded: Vec<String> = Vec::new();
    let mut left: Vec<Value> = Vec::new();
    let mut known: Vec<String> = Vec::new();
    let mut refused: Vec<Value> = Vec::new();
    for file in files {
        let name = name_of(file);
        let entered = match bytes_of(file).and_then(|bytes| Ok(session.enter(&name, &bytes, accept)?)) {
            Ok(entered) => entered,
            Err(failure) if failure.code == 3 => return Err(failure),
            Err(failure) => {
                eprintln!("{name}：{}", failure.sentence);
                refused.push(failure.of_file(&name));
                continue;
            }
        };
        if entered.recorded.is_empty() && entered.left.is_empty() && entered.known.is_empty() {
            let nothing = Failure::from(ApiError::refused("no-order"));
            eprintln!("{name}：{}", nothing.sentence);
            refused.push(nothing.of_file(&name));
        }
        for draft in &entered.left {
            let called = draft.draft.number.as_ref().map_or("（无文号）", |number| &number.text);
            eprintln!("{called} 有提示，未登记：\n{}", sentences(&draft.findings).trim_end());
        }
        recorded.extend(entered.recorded);
        known.extend(entered.known);
        left.extend(entered.left.iter().map(|draft| contract::left(&draft.draft, &draft.findings)));
    }
    if json {
        let mut document = json!({ "recorded": recorded, "left": left, "known": known });
        tell_refused(&mut document, &refused);
        give(&document);
    } else {
        write(&format!("已登记{}份，已有{}份，未登记{}份\n", recorded.len(), known.len(), left.len()));
    }
    let done = left.is_empty() && refused.is_empty();
    Ok(if done { Outcome::Done } else { Outcome::FoundWrong })
}

fn order(page: &OrderPage) -> String {
    let line = &page.line;
    let mut text = format!(
        "{}  {}{}\n{}  {}\n",
        line.number.as_deref().unwrap_or("（无文号）"),
        supersede::state(line.state),
        line.title.as_deref().unwrap_or_default(),
        line.issuer.as_deref().unwrap_or_default(),
        line.issued_on.map(PartialDate::sentence).unwrap_or_default(),
    );
    let rows: Vec<Vec<String>> = page
        .items
        .iter()
        .map(|item| {
            vec![
                format!("  {}", print::kind(item.kind)),
                item.name.clone(),
                format!("{}{}", item.organisation.clone().unwrap_or_default(), item.title),
                print::date(item.counts_from),
            ]
        })
        .collect();
    text += &print::table(&rows);
    text + &supersede::states(page)
}

fn roster_file(session: &Session, query: RosterQuery, file: &Path, json: bool) -> Result<(), Failure> {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let bytes = match ending.as_str() {
        "json" => {
            let shown = session.roster(query)?;
            serde_json::to_vec_pretty(&contract::roster(&shown)).map_err(|error| error.to_string())?
        }
        "xlsx" | "csv" => {
            let format = if ending == "xlsx" { RosterFormat::Xlsx } else { RosterFormat::Csv };
            let made = session.export_roster(ExportRoster { query, format })?;
            STANDARD.decode(made.content).map_err(|error| error.to_string())?
        }
        _ => return Err(ApiError::usage("roster-form-unknown").with("ending", ending).into()),
    };
    files::replace(file, &bytes)?;
    told(json, "out", file, "花名册已写入");
    Ok(())
}

fn import(session: &Session, file: &Path, on: Option<PartialDate>, json: bool) -> Result<Outcome, Failure> {
    let answer = session.import_roster(ImportRoster {
        file: roster_of(file)?,
        layout: None,
        persons: Vec::new(),
        held_on: on,
        try_only: false,
    })?;
    if json {
        give(&json!(answer));
    } else {
        write(&format!(
            "截至{}：录入期初{}条，已有{}条，未录入{}行\n",
            answer.held_on.sentence(),
            answer.recorded,
            answer.known,
            answer.left.len()
        ));
    }
    tell_rows(&answer.left);
    tell_rows(&answer.doubts);
    Ok(if answer.left.is_empty() && answer.doubts.is_empty() { Outcome::Done } else { Outcome::FoundWrong })
}

fn reconcile(session: &Session, request: ReconcileRoster, json: bool) -> Result<Outcome, Failure> {
    let found = session.reconcile_roster(request)?;
    if json {
        give(&contract::differences(&found))
    } else {
        write(&print::differences(&found))
    }
    tell_rows(&found.left);
    if found.rows.is_empty() && found.left.is_empty() {
        return Ok(Outcome::Done);
    }
    if json {
        eprintln!("{}", print::differences_count(&found));
    }
    Ok(Outcome::FoundWrong)
}

fn roster_of(file: &Path) -> Result<RosterFile, Failure> {
    Ok(RosterFile { name: name_of(file), content: STANDARD.encode(bytes_of(file)?) })
}

/// Rows that were left out, each with its reason.
fn tell_rows(rows: &[LeftRow]) {
    for row in rows {
        let reason = say(Language::Chinese, &row.reason, &[("cell".to_owned(), row.cell.clone())].into());
        let cell = if reason.contains(&row.cell) { "" } else { &row.cell };
        eprintln!("{}", format!("第{}行：{reason}　{cell}", row.row).trim_end());
    }
}

/// Reads a file whole, if it is a file and not too large.
fn bytes_of(file: &Path) -> Result<Vec<u8>, Failure> {
    let unread = |error: std::io::Error| {
        Failure::from(
            ApiError::refused("file-not-read").with("path", file.display()).with("reason", files::reason(error.kind())),
        )
    };
    let size = std::fs::metadata(file).map_err(unread)?.len();
    if size > LARGEST_FILE {
        return Err(ApiError::refused("paper-too-large").with("megabytes", LARGEST_FILE >> 20).into());
    }
    std::fs::read(file).map_err(unread)
}

fn name_of(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn at(times: Times) -> Result<At, Failure> {
    Ok(At { on: times.on.as_deref().map(date).transpose()?, known_at: times.known_at })
}

pub fn date(text: &str) -> Result<PartialDate, Failure> {
    PartialDate::typed(text).map_err(|_| ApiError::usage("not-a-date").with("text", text).into())
}

fn tell_register(status: &Status, done: &str, json: bool) {
    if let Some(register) = &status.register {
        if json {
            give(&json!({ "register": register.path, "counts": register.counts }));
        } else {
            write(&format!("{done}：{}\n", register.path));
        }
    }
}

fn told(json: bool, key: &str, file: &Path, done: &str) {
    if json {
        give(&json!({ key: file.display().to_string() }))
    } else {
        write(&format!("{done}：{}\n", file.display()))
    }
}

/// Writes the one JSON document.
pub fn give(document: &Value) {
    write(&format!("{document:#}\n"));
}

/// Writes to standard output; a reader that has gone away is no failure of ours.
pub fn write(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}
