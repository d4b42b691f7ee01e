//! What a paper is to say, before it is put into an office's words.

use chrono::NaiveDate;
use renmian_domain::{ItemKind, PartialDate, Person, Post, Subject};

/// A post taken or left, with what the paper says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// The post.
    pub post: Post,
    /// 兼.
    pub concurrent: bool,
    /// 代理.
    pub acting: bool,
    /// What stands in a bracket behind it: 主持工作, 正科级.
    pub note: Option<String>,
}

impl Office {
    /// A post without more to say of it.
    pub fn plain(organisation: &str, title: &str) -> Self {
        let post = Post { organisation: Some(organisation.to_owned()), title: title.to_owned() };
        Self { post, concurrent: false, acting: false, note: None }
    }
}

/// What happens to one person, or to several at once, in one paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Who.
    pub people: Vec<Person>,
    /// What the taking is: appoint, elect, confirm, nominate.
    pub taking: ItemKind,
    /// The posts taken.
    pub takes: Vec<Office>,
    /// 提名为…候选人, in the same sentence.
    pub nominates: Vec<Office>,
    /// What the leaving is: dismiss, accept_resignation, remove.
    pub leaving: ItemKind,
    /// The posts left.
    pub leaves: Vec<Office>,
    /// 挂职, of what is taken or, where nothing is, of what is left.
    pub secondment: bool,
    /// 试用期, months.
    pub probation: Option<u32>,
    /// 聘期 or 挂职时间, months.
    pub term: Option<u32>,
    /// 任职时间 of what is taken.
    pub effective: Option<PartialDate>,
    /// Words behind a dismissal: 到龄退休.
    pub reason: Option<String>,
}

impl Change {
    /// Nothing yet, of one person.
    pub fn of(person: Person) -> Self {
        Self {
            people: vec![person],
            taking: ItemKind::Appoint,
            takes: Vec::new(),
            nominates: Vec::new(),
            leaving: ItemKind::Dismiss,
            leaves: Vec::new(),
            secondment: false,
            probation: None,
            term: None,
            effective: None,
            reason: None,
        }
    }
}

/// What sort of body issues, which decides the words that it has for appointing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// 人民政府 and its offices.
    Government,
    /// 党委、组织部.
    Party,
    /// 人大常委会: decides in session, by list.
    Standing,
    /// 人民代表大会: elects, and makes it known.
    Congress,
    /// A bureau, school, hospital or enterprise that appoints or engages its own.
    Bureau,
}

/// The body that issues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// As it signs: 青云县人民政府.
    pub name: String,
    /// As it calls itself in the text: 县人民政府.
    pub short: String,
    /// What sort of body it is.
    pub voice: Voice,
    /// 主送机关.
    pub addressees: String,
}

/// One paper to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What it is about.
    pub subject: Subject,
    /// Who issues it.
    pub issuer: Issuer,
    /// 机关代字, year, serial.
    pub number: Option<(String, i32, u32)>,
    /// The day under the signature.
    pub issued_on: NaiveDate,
    /// The day of the decision, where the paper prints it.
    pub decided_on: Option<NaiveDate>,
    /// The session in which it was decided: 届 and 次.
    pub session: Option<(u32, u32)>,
    /// What happens to whom.
    pub changes: Vec<Change>,
}
