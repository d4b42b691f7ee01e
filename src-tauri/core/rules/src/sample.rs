//! Terse facts for tests: an invented county, orders and opening entries as lines of text.

use chrono::NaiveDate;
use renmian_domain::{
    ActId, DocumentNumber, Draft, DraftItem, EndingId, EndingRecord, EntryRef, Facts, Gender, Item, ItemId, ItemKind,
    OpeningId, OpeningRecord, OrderHead, OrderId, OrderState, OrganisationEvent, OrganisationEventId, OrganisationId,
    OrganisationRecord, PartialDate, Person, PersonId, PersonRecord, Post, PostEvent, PostEventId, PostId, PostRecord,
    RecordedItem, Span, Subject,
};

pub(crate) fn day(text: &str) -> PartialDate {
    text.parse().unwrap()
}

pub(crate) fn exact(text: &str) -> NaiveDate {
    day(text).exact().unwrap()
}

pub(crate) fn item(name: &str, kind: ItemKind, organisation: Option<&str>, title: &str) -> Item {
    Item {
        person: Person { name: name.to_owned(), gender: None, ethnicity: None },
        kind,
        post: Post { organisation: organisation.map(str::to_owned), title: title.to_owned() },
        concurrent: false,
        acting: false,
        secondment: false,
        probation_months: None,
        term_months: None,
        effective_on: None,
        note: None,
        certain: true,
        basis: None,
        source: Span::new(0, 0),
    }
}

/// Facts of person 1 in post 1, an entry a line.
pub(crate) fn facts_of(lines: &[&str]) -> Facts {
    let mut facts = Facts::default();
    for line in lines {
        add(&mut facts, line, 1, 1);
    }
    facts
}

/// Adds one entry: `ORDER[/PLACE] DAY KIND what else`, or `held DAY [since DAY] what else`. Ids follow the order of
/// the lines, so that two orders of typing give other ids.
pub(crate) fn add(facts: &mut Facts, line: &str, person: i64, post: i64) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let has = |word: &str| words.contains(&word);
    let after = |prefix: &str| words.iter().skip(2).find_map(|word| word.strip_prefix(prefix));
    if words[0] == "held" {
        facts.openings.push(OpeningRecord {
            id: OpeningId(facts.openings.len() as i64 + 1),
            act: ActId(1),
            person: PersonId(person),
            post: PostId(post),
            held_on: exact(words[1]),
            since: words.iter().position(|word| *word == "since").map(|at| day(words[at + 1])),
            by: None,
            concurrent: has("concurrent"),
            acting: has("acting"),
            secondment: has("secondment"),
        });
        return;
    }
    if let "ends" | "unit" | "post" = words[0] {
        add_beside_papers(facts, &words, person, post);
        return;
    }
    let (serial, place) = words[0].split_once('/').unwrap_or((words[0], "1"));
    let number = DocumentNumber::parse(&format!("青政人〔2020〕{serial}号"));
    let known = facts.orders.iter().find(|order| order.number.as_ref() == Some(&number)).map(|order| order.id);
    let order = known.unwrap_or(OrderId(facts.orders.len() as i64 + 1));
    if known.is_none() {
        facts.orders.push(OrderHead {
            id: order,
            act: ActId(1),
            number: Some(number),
            title: None,
            issuer: None,
            issued_on: (words[1] != "?").then(|| day(words[1])),
            decided_by: None,
            decided_on: after("decided").map(day),
            subject: Subject::Personnel,
            state: OrderState::Recorded,
        });
    }
    facts.items.push(RecordedItem {
        id: ItemId(facts.items.len() as i64 + 1),
        order,
        position: place.parse::<u32>().unwrap() - 1,
        person: PersonId(person),
        post: PostId(post),
        item: Item {
            concurrent: has("concurrent"),
            acting: has("acting"),
            secondment: has("secondment"),
            probation_months: after("probation").map(|months| months.parse().unwrap()),
            term_months: after("term").map(|months| months.parse().unwrap()),
            effective_on: after("from").map(day),
            ..item("周青", kind_of(words[2]), Some("县财政局"), "局长")
        },
    });
}

/// Adds `ends DAY CAUSE [this]`, `unit DAY KIND CHOICE` or `post DAY KIND CHOICE`. Post 1 stands in unit 1.
fn add_beside_papers(facts: &mut Facts, words: &[&str], person: i64, of_post: i64) {
    let word = |word: &str| serde_json::Value::String(word.to_owned());
    let (act, on) = (ActId(1), day(words[1]));
    match words[0] {
        "ends" => facts.endings.push(EndingRecord {
            id: EndingId(facts.endings.len() as i64 + 1),
            act,
            person: PersonId(person),
            post: words.contains(&"this").then_some(PostId(of_post)),
            on,
            cause: serde_json::from_value(word(words[2])).unwrap(),
            by: None,
            by_text: None,
        }),
        "unit" => {
            let organisation = OrganisationId(of_post);
            facts.organisation_events.push(OrganisationEvent {
                id: OrganisationEventId(facts.organisation_events.len() as i64 + 1),
                act,
                organisation,
                kind: serde_json::from_value(word(words[2])).unwrap(),
                on,
                tenures: Some(serde_json::from_value(word(words[3])).unwrap()),
                former: None,
                name: None,
                from: None,
                others: Vec::new(),
                by: None,
                by_text: None,
            });
            if !facts.posts.iter().any(|known| known.id == PostId(of_post)) {
                facts.posts.push(post(of_post, of_post, "局长"));
            }
        }
        _ => facts.post_events.push(PostEvent {
            id: PostEventId(facts.post_events.len() as i64 + 1),
            act,
            post: PostId(of_post),
            kind: serde_json::from_value(word(words[2])).unwrap(),
            on,
            tenures: Some(serde_json::from_value(word(words[3])).unwrap()),
            former: None,
            title: None,
            seats_before: None,
            seats: None,
            by: None,
            by_text: None,
        }),
    }
}

fn kind_of(word: &str) -> ItemKind {
    match word {
        "appoint" => ItemKind::Appoint,
        "dismiss" => ItemKind::Dismiss,
        "elect" => ItemKind::Elect,
        "nominate" => ItemKind::Nominate,
        "resign" => ItemKind::AcceptResignation,
        "remove" => ItemKind::Remove,
        "confirm" => ItemKind::Confirm,
        other => panic!("no kind of item: {other}"),
    }
}

/// How a case names an entry: `2`, `2/3` where the order has several items, `held 1`.
pub(crate) fn entry_name(facts: &Facts, by: EntryRef) -> String {
    match by {
        EntryRef::Opening(id) => format!("held {}", id.0),
        EntryRef::Ending(id) => format!("ends {}", id.0),
        EntryRef::OrganisationEvent(id) => format!("unit {}", id.0),
        EntryRef::PostEvent(id) => format!("post {}", id.0),
        EntryRef::Item(id) => {
            let item = facts.items.iter().find(|item| item.id == id).unwrap();
            let order = facts.orders.iter().find(|order| order.id == item.order).unwrap();
            let serial = order.number.as_ref().and_then(|number| number.serial).unwrap();
            match facts.items.iter().filter(|other| other.order == item.order).count() {
                1 => serial.to_string(),
                _ => format!("{serial}/{}", item.position + 1),
            }
        }
    }
}

/// An organisation of the invented county.
pub(crate) fn organisation(id: i64, name: &str) -> OrganisationRecord {
    OrganisationRecord { id: OrganisationId(id), name: name.to_owned(), standing: id, ..OrganisationRecord::default() }
}

/// A post of it.
pub(crate) fn post(id: i64, organisation: i64, title: &str) -> PostRecord {
    PostRecord {
        id: PostId(id),
        organisation: Some(OrganisationId(organisation)),
        title: title.to_owned(),
        standing: id,
        ..PostRecord::default()
    }
}

/// A person of it.
pub(crate) fn person(id: i64, name: &str) -> PersonRecord {
    PersonRecord { id: PersonId(id), name: name.to_owned(), ..PersonRecord::default() }
}

/// A small invented county: 县财政局 and a few others, with two people of one name.
pub(crate) fn county() -> Facts {
    let body = |id, name: &str, parent: Option<i64>| OrganisationRecord {
        parent: parent.map(OrganisationId),
        ..organisation(id, name)
    };
    Facts {
        place: "青云县".to_owned(),
        organisations: vec![
            body(1, "青云县人民政府", None),
            body(2, "青云县财政局", Some(1)),
            body(3, "县公安局", Some(1)),
            body(4, "县公路建设和养护中心", None),
            body(5, "白岩镇人民政府", None),
            OrganisationRecord { ended_on: Some(day("2019-03-31")), ..body(6, "县旅游局", None) },
            OrganisationRecord { other_names: vec!["县农业局".to_owned()], ..body(7, "县农业农村局", None) },
        ],
        posts: vec![
            PostRecord { headship: true, authorised: Some(1), ..post(1, 2, "局长") },
            PostRecord { authorised: Some(2), ..post(2, 2, "副局长") },
            PostRecord { headship: true, ..post(3, 3, "局长") },
            post(4, 4, "副主任"),
            PostRecord { headship: true, ..post(5, 5, "镇长") },
            PostRecord { headship: true, ..post(6, 6, "局长") },
            PostRecord { rank: true, ..post(7, 2, "四级调研员") },
            post(8, 2, "总会计师"),
            PostRecord { headship: true, ..post(9, 2, "党组书记") },
        ],
        persons: vec![
            PersonRecord { gender: Some(Gender::Male), ..person(1, "周青") },
            PersonRecord { ethnicity: Some("苗族".to_owned()), ..person(2, "杨盛") },
            person(3, "李和"),
            person(4, "李和"),
            PersonRecord { other_names: vec!["陈小川".to_owned()], ..person(5, "陈川") },
            person(6, "买买提·艾力"),
        ],
        ..Facts::default()
    }
}

/// An item as a line: `周青 dismiss 县财政局 局长 concurrent`; `-` for no organisation; `女` and `…族` for the brackets
/// behind a name.
pub(crate) fn read_item(line: &str) -> Item {
    let words: Vec<&str> = line.split_whitespace().collect();
    let has = |word: &str| words.contains(&word);
    let mut item = item(words[0], kind_of(words[1]), Some(words[2]).filter(|name| *name != "-"), words[3]);
    item.person.gender =
        [("女", Gender::Female), ("男", Gender::Male)].into_iter().find(|(word, _)| has(word)).map(|g| g.1);
    item.person.ethnicity = words.iter().skip(4).find(|word| word.ends_with('族')).map(|word| (*word).to_owned());
    (item.concurrent, item.acting, item.secondment) = (has("concurrent"), has("acting"), has("secondment"));
    item.effective_on = words.iter().find_map(|word| word.strip_prefix("from")).map(day);
    item
}

/// A paper on the desk of 2023-02-28, no. 9, its items at places of their own.
pub(crate) fn draft(lines: &[&str]) -> Draft {
    let items = lines
        .iter()
        .enumerate()
        .map(|(at, line)| DraftItem::from(Item { source: Span::new(100 + at * 10, 109 + at * 10), ..read_item(line) }));
    Draft {
        text: "青云县人民政府文件 青政人〔2023〕9号".to_owned(),
        file: None,
        subject: Subject::Personnel,
        number: Some(DocumentNumber::parse("青政人〔2023〕9号")),
        title: Some("关于周青等同志职务任免的通知".to_owned()),
        issuer: Some("青云县人民政府".to_owned()),
        issued_on: Some(day("2023-02-28")),
        decided_by: None,
        decided_on: None,
        items: items.collect(),
        reading_findings: Vec::new(),
        accepted: Vec::new(),
        correction: None,
    }
}
