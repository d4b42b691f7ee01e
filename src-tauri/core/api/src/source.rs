//! The text of a file that holds a paper. A scan goes page by page through `tesseract`, where that is installed; what
//! it read without being sure of is never shown as certain.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use renmian_domain::{Finding, FindingCode, Paper};
use renmian_forms::scan::{PagePicture, ScanText, TRUSTED_CONFIDENCE, page_pictures, picture_ending, scan_text};
use renmian_forms::{FormError, Limits, PaperNote, text_of};

use crate::ApiError;
use crate::tasks::Task;
use crate::types::Steps;

/// The program that reads type from pictures, and its data for Chinese.
const PROGRAM: &str = "tesseract";
const LANGUAGE: &str = "chi_sim";

/// A page of small type takes ten seconds on an old PC; what takes this long is no page.
const LONGEST_PAGE: Duration = Duration::from_secs(180);

/// How often a page that is being read is asked whether the clerk has stopped the work.
const GLANCE: Duration = Duration::from_millis(100);

/// The text of a file, and how sure a scan's words are.
pub(crate) struct Source {
    /// The text.
    pub text: String,
    /// What the clerk should know about the taking.
    pub notes: Vec<PaperNote>,
    scan: Option<ScanText>,
}

impl Source {
    /// Text as it was pasted.
    pub fn pasted(text: String) -> Self {
        Self { text, notes: Vec::new(), scan: None }
    }

    /// The text of a file.
    ///
    /// # Errors
    /// `paper-…` as the forms say; `scan-…` where a scan cannot be read here; `stopped`.
    pub fn of_file(name: &str, bytes: &[u8], task: &Task) -> Result<Self, ApiError> {
        let limits = Limits::default();
        match text_of(name, bytes, &limits) {
            Ok(paper) => Ok(Self { text: paper.text, notes: paper.notes, scan: None }),
            Err(FormError::Scanned) => Self::of_scan(bytes, &limits, task),
            Err(_) if picture_ending(bytes).is_some() => Self::of_scan(bytes, &limits, task),
            Err(error) => Err(error.into()),
        }
    }

    fn of_scan(bytes: &[u8], limits: &Limits, task: &Task) -> Result<Self, ApiError> {
        let pages = page_pictures(bytes, limits)?;
        reads_chinese()?;
        task.expect(Steps::Pages, pages.len());
        let mut answers = Vec::new();
        for page in &pages {
            answers.push(read_page(page, task)?);
            task.step()?;
        }
        let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
        let scan = scan_text(&answers, limits)?;
        Ok(Self { text: scan.text.clone(), notes: Vec::new(), scan: Some(scan) })
    }

    /// Takes the certainty from every item that rests on words which the scan was not sure of, and says so.
    pub fn doubt(&self, papers: &mut [Paper]) {
        let Some(scan) = &self.scan else { return };
        for paper in papers {
            for (place, item) in paper.items.iter_mut().enumerate() {
                let sure = scan.is_certain(item.source.start, item.source.end, TRUSTED_CONFIDENCE);
                if sure || !item.certain {
                    continue;
                }
                item.certain = false;
                let finding = Finding::new(FindingCode::Uncertain).at(item.source).of(place);
                paper.findings.push(finding.with("name", item.person.name.clone()));
            }
            // A head that was misread would file the order under a number that does not exist.
            let head = paper.number.as_ref().and_then(|number| place_of(&scan.text, &number.text, paper.extent.start));
            if head.is_some_and(|(start, end)| !scan.is_certain(start, end, TRUSTED_CONFIDENCE)) {
                let number = paper.number.as_ref().map(|number| number.text.clone()).unwrap_or_default();
                let (start, end) = head.unwrap_or_default();
                let place = renmian_domain::Span::new(start, end);
                paper.findings.push(Finding::new(FindingCode::NotUnderstood).at(place).with("text", number));
            }
        }
    }
}

/// Where a text first stands, in characters, from a place on.
fn place_of(text: &str, wanted: &str, from: usize) -> Option<(usize, usize)> {
    let skipped = text.char_indices().nth(from).map(|(at, _)| at)?;
    let at = text.get(skipped..)?.find(wanted)?;
    let start = from + text.get(skipped..skipped + at)?.chars().count();
    Some((start, start + wanted.chars().count()))
}

/// Whether the program and its data are here.
fn reads_chinese() -> Result<(), ApiError> {
    let listed = Command::new(PROGRAM).arg("--list-langs").stdin(Stdio::null()).output();
    match listed {
        Ok(output) if String::from_utf8_lossy(&output.stdout).lines().any(|line| line.trim() == LANGUAGE) => Ok(()),
        Ok(_) | Err(_) => Err(ApiError::refused("paper-scanned")),
    }
}

/// What the program answers for one page.
fn read_page(page: &PagePicture, task: &Task) -> Result<String, ApiError> {
    let failed = || ApiError::refused("scan-failed").with("page", page.page);
    let mut program = Command::new(PROGRAM)
        .args(["stdin", "stdout", "-l", LANGUAGE, "--psm", "3", "tsv"])
        // One page on one core: the window beside it stays quick.
        .env("OMP_THREAD_LIMIT", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| failed())?;
    let (mut input, mut output) = match (program.stdin.take(), program.stdout.take()) {
        (Some(input), Some(output)) => (input, output),
        _ => return Err(failed()),
    };
    let bytes = page.bytes.clone();
    let (done, answer) = channel();
    // Written and read beside each other: the program may answer before it has read all.
    std::thread::spawn(move || input.write_all(&bytes));
    std::thread::spawn(move || {
        let mut text = String::new();
        let read = output.read_to_string(&mut text).map(|_| text);
        // Nobody waits any more where the page was given up.
        let _ = done.send(read);
    });
    let begun = Instant::now();
    loop {
        match answer.recv_timeout(GLANCE) {
            Ok(Ok(text)) => {
                let ended = program.wait().is_ok_and(|status| status.success());
                return if ended { Ok(text) } else { Err(failed()) };
            }
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => return Err(give_up(program, failed())),
            Err(RecvTimeoutError::Timeout) => {
                if let Err(stopped) = task.check() {
                    return Err(give_up(program, stopped));
                }
                if begun.elapsed() > LONGEST_PAGE {
                    return Err(give_up(program, failed()));
                }
            }
        }
    }
}

fn give_up(mut program: Child, why: ApiError) -> ApiError {
    let _ = program.kill();
    let _ = program.wait();
    why
}
