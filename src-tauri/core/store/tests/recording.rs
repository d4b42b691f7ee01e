//! What is recorded is there again, as it was given; what is refused leaves nothing.

mod support;

use renmian_domain::record::ProbationFrom;
use renmian_domain::say::{Language, say};
use renmian_domain::{
    Finding, FindingCode, Gender, ItemKind, Meant, OrganisationId, PersonId, PostId, ResolvedItem, Span,
};
use renmian_store::{
    Named, OpeningEntry, Operation, OrganisationState, Original, PersonState, PostState, Setting, StoreError,
};
use support::{CLERK, at, desk, draft, record, resolve, small};

#[test]
fn an_order_is_there_again_as_it_was_given() {
    let mut desk = desk();
    let mut given = draft("青政人[2021] 1 号", "2021-03-05", &[("李洋", ItemKind::Appoint, "县财政局", "总会计师")]);
    let item = &mut given.items[0].item;
    item.person.gender = Some(Gender::Female);
    item.person.ethnicity = Some("回族".to_owned());
    item.probation_months = Some(12);
    item.term_months = Some(36);
    item.effective_on = Some("2021-02".parse().unwrap());
    item.note = Some("正科级".to_owned());
    item.basis = Some("basis-list".to_owned());
    item.concurrent = true;
    item.certain = false;
    item.source = Span::new(7, 19);
    given.decided_on = Some("2021-03-01".parse().unwrap());
    given.decided_by = Some("县政府".to_owned());
    let finding = Finding::new(FindingCode::PersonNew).at(Span::new(1, 3)).of(0).with("name", "李洋");
    let resolution = resolve(&desk.register.facts(None).unwrap(), &given);
    let laid = desk.register.lay_draft(given.clone(), at(1)).unwrap().id;
    let operation = Operation::RecordOrder {
        draft: Box::new(given.clone()),
        resolution,
        findings: vec![finding.clone()],
        originals: vec![Original { name: "D:\\papers\\通知.docx".to_owned(), bytes: b"paper".to_vec() }],
        desk: Some(laid),
    };
    let recorded = desk.register.transact(operation, at(2), CLERK).unwrap();
    assert_eq!((recorded.persons.len(), recorded.organisations.len(), recorded.posts.len()), (1, 1, 1));
    assert_eq!(desk.register.drafts().unwrap(), [], "the paper left the desk by the same act");

    let desk = desk.reopen();
    let id = recorded.order.unwrap();
    let order = desk.register.order(id, None).unwrap();
    assert_eq!(order.text, given.text);
    assert_eq!(order.items[0].item, given.items[0].item);
    assert_eq!((order.items[0].person, order.items[0].post), (recorded.persons[0], recorded.posts[0]));
    assert_eq!(
        (&order.head.number, &order.head.title, &order.head.issuer, order.head.issued_on),
        (&given.number, &given.title, &given.issuer, given.issued_on)
    );
    assert_eq!((&order.head.decided_by, order.head.decided_on), (&given.decided_by, given.decided_on));
    assert_eq!(desk.register.findings(id).unwrap(), [finding]);
    let originals = desk.register.originals(id).unwrap();
    assert_eq!((originals[0].name.as_str(), originals[0].length), ("通知.docx", 5));
    assert_eq!(originals[0].sha256, "382635c9325bf3273d195ff1b8a44e5b11afd7d97addeb8863ea35feb98c1a07");
    assert_eq!(desk.register.original(originals[0].id).unwrap().bytes, b"paper");

    let person = &desk.register.facts(None).unwrap().persons[0];
    assert_eq!((person.gender, person.ethnicity.as_deref()), (Some(Gender::Female), Some("回族")));
    assert_eq!(desk.register.facts(None).unwrap().place, "青云县");
    assert_eq!(desk.register.unit().unwrap(), "中共青云县委组织部");
}

#[test]
fn a_file_that_many_papers_came_in_is_kept_once() {
    let mut desk = desk();
    let gazette = vec![7; 1_000_000];
    for serial in 1..=4 {
        let number = format!("青政人〔2024〕{serial}号");
        let paper = draft(&number, "2024-01-02", &[("李洋", ItemKind::Appoint, "县审计局", "局长")]);
        let resolution = resolve(&desk.register.facts(None).unwrap(), &paper);
        let original = Original { name: format!("公报{serial}.pdf"), bytes: gazette.clone() };
        let operation = Operation::RecordOrder {
            draft: Box::new(paper),
            resolution,
            findings: vec![],
            originals: vec![original.clone(), original],
            desk: None,
        };
        let order = desk.register.transact(operation, at(serial), CLERK).unwrap().order.unwrap();
        let kept = desk.register.originals(order).unwrap();
        assert_eq!(kept.len(), 1);
        assert_eq!(
            desk.register.original(kept[0].id).unwrap(),
            Original { name: format!("公报{serial}.pdf"), bytes: gazette.clone() }
        );
    }
    assert!(std::fs::metadata(&desk.path).unwrap().len() < 2_000_000, "one copy of the file");
    assert!(desk.register.verify().unwrap().is_sound());
}

#[test]
fn every_operation_says_what_it_did_and_can_be_read_back() {
    let mut desk = small();
    let person = PersonId(1);
    let facts = desk.register.facts(None).unwrap();
    let (unit, post) = (facts.organisations[0].id, facts.posts[0].id);
    let operations = [
        Operation::DescribePerson {
            person,
            state: PersonState {
                name: "李洋".to_owned(),
                gender: Some(Gender::Male),
                ethnicity: None,
                birth: Some("1980-03".parse().unwrap()),
                note: Some("原在县一中".to_owned()),
            },
            why: Some("档案核对".to_owned()),
        },
        Operation::DescribeOrganisation {
            organisation: unit,
            state: OrganisationState {
                name: "县财政局".to_owned(),
                parent: None,
                kind: Some("政府部门".to_owned()),
                standing: Some(7),
                ended_on: None,
            },
            why: None,
        },
        Operation::DescribePost {
            post,
            state: PostState {
                organisation: Some(unit),
                title: "总会计师".to_owned(),
                authorised: Some(1),
                headship: false,
                rank: false,
                standing: 3,
            },
            why: None,
        },
        Operation::AddOrganisation(OrganisationState {
            name: "县财政局国库股".to_owned(),
            parent: Some(unit),
            kind: None,
            standing: None,
            ended_on: None,
        }),
        Operation::AddPost(PostState {
            organisation: Some(unit),
            title: "局长".to_owned(),
            authorised: Some(1),
            headship: true,
            rank: false,
            standing: 1,
        }),
        Operation::RememberName { of: Named::Person(person), name: "李 扬".to_owned() },
        Operation::RememberName { of: Named::Organisation(unit), name: "青云县财政局".to_owned() },
        Operation::Set(Setting::ProbationFrom(ProbationFrom::Paper)),
    ];
    for (minute, operation) in operations.into_iter().enumerate() {
        let name = operation.name();
        desk.register.transact(operation, at(10 + minute as i64), CLERK).unwrap();
        assert_eq!(desk.register.journal(None, 100).unwrap().last().unwrap().act, name);
    }
    let desk = desk.reopen();
    let facts = desk.register.facts(None).unwrap();
    assert_eq!(facts.persons[0].birth.unwrap().to_string(), "1980-03");
    assert_eq!(facts.persons[0].note.as_deref(), Some("原在县一中"));
    assert_eq!(facts.persons[0].other_names, ["李 扬"]);
    assert_eq!(facts.organisations[0].other_names, ["青云县财政局"]);
    assert_eq!((facts.organisations[0].kind.as_deref(), facts.organisations[0].standing), (Some("政府部门"), 7));
    let section = facts.organisations.last().unwrap();
    assert_eq!((section.name.as_str(), section.parent), ("县财政局国库股", Some(unit)));
    assert_eq!(facts.posts[0].authorised, Some(1));
    assert!(facts.posts.last().unwrap().headship);
    assert_eq!(facts.probation_from, ProbationFrom::Paper);

    let journal = desk.register.journal(None, 100).unwrap();
    assert_eq!(journal.len(), 11);
    assert_eq!((journal[0].act.as_str(), journal[0].words["place"].as_str()), ("begin", "青云县"));
    assert_eq!(journal[1].words["number"], "青政人〔2021〕1号");
    assert_eq!(journal[3].why.as_deref(), Some("档案核对"));
    assert_eq!(journal[3].actor, CLERK);
    assert_eq!(desk.register.journal(Some(journal[8].id), 1).unwrap()[0].id, journal[9].id);
    for row in &journal {
        for language in [Language::Chinese, Language::English] {
            let sentence = say(language, &format!("act.{}", row.act), &row.words);
            assert!(!sentence.starts_with("act.") && !sentence.contains('{'), "{}: {sentence}", row.act);
        }
    }
    assert!(desk.register.verify().unwrap().is_sound());
}

#[test]
fn what_contradicts_the_register_is_refused_and_leaves_nothing() {
    let mut desk = small();
    let head = desk.register.head().unwrap();
    let before = desk.register.facts(None).unwrap();
    let lines = [("新来", ItemKind::Appoint, "新局", "局长"), ("李洋", ItemKind::Dismiss, "县审计局", "局长")];
    let paper = draft("青政人〔2024〕1号", "2024-01-01", &lines);
    let sound = resolve(&before, &paper);
    let order = |paper: &renmian_domain::Draft, resolution| Operation::RecordOrder {
        draft: Box::new(paper.clone()),
        resolution,
        findings: vec![],
        originals: vec![],
        desk: None,
    };
    let with = |change: &dyn Fn(&mut ResolvedItem)| {
        let mut changed = sound.clone();
        change(&mut changed.items[1]);
        changed
    };
    let unclear = with(&|item| item.person = Meant::Unclear(vec![PersonId(1), PersonId(2)]));
    let misfit = with(&|item| item.post = Meant::New(9));
    let nobody = with(&|item| item.person = Meant::Known(PersonId(99)));
    let mut short = sound.clone();
    short.items.pop();
    let mut nameless = sound.clone();
    nameless.new_persons[0].name = "　 ".to_owned();
    let mut late = paper.clone();
    late.items[1].held_since = Some("2024-01-01".parse().unwrap());
    let mut dayless = late.clone();
    dayless.issued_on = None;

    let unit = |parent: i64| OrganisationState {
        name: "县财政局".to_owned(),
        parent: Some(OrganisationId(parent)),
        kind: None,
        standing: None,
        ended_on: None,
    };
    let entry = OpeningEntry {
        held_on: "2020-01-01".parse().unwrap(),
        since: Some("2020-02".parse().unwrap()),
        by: None,
        concurrent: false,
        acting: false,
        secondment: false,
    };
    let mut one = sound.clone();
    one.items.truncate(1);
    let cases: Vec<(Operation, &str)> = vec![
        (order(&paper, unclear), "error.item-unclear"),
        (order(&paper, misfit), "error.misfit"),
        (order(&paper, nobody), "error.not-found"),
        (order(&paper, short), "error.misfit"),
        (order(&paper, nameless), "error.blank"),
        (order(&late, sound.clone()), "error.backwards"),
        (order(&dayless, sound.clone()), "error.day-unknown"),
        (Operation::RecordOpenings { entries: vec![entry], resolution: one }, "error.backwards"),
        (Operation::AddOrganisation(OrganisationState { parent: None, ..unit(1) }), "error.twice"),
        (Operation::AddOrganisation(unit(99)), "error.not-found"),
        (
            Operation::DescribeOrganisation { organisation: OrganisationId(1), state: unit(1), why: None },
            "error.unit-loop",
        ),
        (Operation::RememberName { of: Named::Person(PersonId(1)), name: "李洋".to_owned() }, "error.twice"),
        (Operation::RememberName { of: Named::Person(PersonId(99)), name: "某".to_owned() }, "error.not-found"),
    ];
    for (operation, expected) in cases {
        let name = operation.name();
        let refused = desk.register.transact(operation, at(9), CLERK).unwrap_err();
        assert_eq!(refused.key(), expected, "{name}");
        assert_eq!(desk.register.head().unwrap(), head, "{name} left an act");
        assert_eq!(*desk.register.facts(None).unwrap(), *before, "{name} left rows");
    }
    let desk = desk.reopen();
    assert_eq!(*desk.register.facts(None).unwrap(), *before, "nothing of a refused act is in the file");
    assert!(desk.register.verify().unwrap().is_sound());
}

#[test]
fn an_ending_with_its_start_known_leaves_an_opening_entry() {
    let mut desk = desk();
    let mut paper = draft("青政人〔2024〕1号", "2024-03-01", &[("单雄", ItemKind::Dismiss, "县审计局", "局长")]);
    paper.items[0].held_since = Some("2019-05".parse().unwrap());
    record(&mut desk.register, paper, 1).unwrap();
    let opening = &desk.register.facts(None).unwrap().openings[0];
    assert_eq!(
        (opening.held_on.to_string().as_str(), opening.since.unwrap().to_string().as_str()),
        ("2024-02-29", "2019-05")
    );
    assert_eq!((opening.person, opening.post), (PersonId(1), PostId(1)));
}

#[test]
fn a_piece_of_work_of_several_acts_is_kept_whole_or_not_at_all() {
    let mut desk = small();
    let (head, before) = (desk.register.head().unwrap(), desk.register.facts(None).unwrap());
    let paper = |serial: u32| {
        let number = format!("青政人〔2024〕{serial}号");
        draft(&number, "2024-01-02", &[("仇明", ItemKind::Appoint, "县审计局", "副局长")])
    };
    let failed = desk.register.together(|register| {
        record(register, paper(1), 3)?;
        assert_eq!(register.search("仇明", 1, None, None)?[0].by, "仇明", "seen while it is under way");
        assert!(register.verify()?.is_sound());
        record(register, paper(1), 4)
    });
    assert!(matches!(failed, Err(StoreError::Known(_))));
    assert_eq!(desk.register.head().unwrap(), head);
    assert_eq!(desk.register.facts(None).unwrap(), before);
    assert_eq!(desk.register.search("仇明", 1, None, None).unwrap(), []);

    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        desk.register.together(|register| -> Result<(), StoreError> {
            record(register, paper(1), 3)?;
            panic!("a fault of the host");
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(desk.register.head().unwrap(), head);

    let kept = desk.register.together(|register| {
        record(register, paper(1), 3)?;
        assert!(record(register, paper(1), 4).is_err(), "refused by itself");
        let left = register.lay_draft(paper(3), at(4))?.id;
        register.keep_original(&[left], b"x")?;
        register.drop_draft(left)?;
        record(register, paper(2), 5)
    });
    kept.unwrap();
    let desk = desk.reopen();
    assert_eq!(desk.register.journal(None, 100).unwrap().len(), 5, "a row for each act");
    assert_eq!(desk.register.facts(None).unwrap().orders.len(), 4);
    assert!(desk.register.verify().unwrap().is_sound());
}

#[test]
fn drafts_lie_on_the_desk_until_they_are_taken_off() {
    let mut desk = desk();
    let head = desk.register.head().unwrap();
    let mut paper = draft("青政人〔2024〕1号", "2024-03-01", &[("单雄", ItemKind::Dismiss, "县审计局", "局长")]);
    let id = desk.register.lay_draft(paper.clone(), at(1)).unwrap().id;
    paper.issuer = None;
    paper.items[0].held_since = Some("2019".parse().unwrap());
    desk.register.save_draft(id, &paper, at(2)).unwrap();
    let mut desk = desk.reopen();
    assert_eq!(desk.register.draft(id).unwrap(), paper);
    assert_eq!(desk.register.drafts().unwrap().len(), 1);
    desk.register.keep_original(&[id], b"gazette").unwrap();
    let second = desk.register.lay_draft(paper.clone(), at(2)).unwrap().id;
    desk.register.keep_original(&[second], b"gazette").unwrap();
    assert!(matches!(desk.register.keep_original(&[id, renmian_domain::DraftId(99)], b"x"), Err(StoreError::Unknown)));
    assert!(desk.register.drop_draft(second).unwrap());
    assert_eq!(desk.register.draft_original(id).unwrap().unwrap().bytes, b"gazette", "shared, and still there");
    assert!(desk.register.drop_draft(id).unwrap());
    assert!(!desk.register.drop_draft(id).unwrap());
    assert!(matches!(desk.register.draft(id), Err(StoreError::Unknown)));
    assert!(matches!(desk.register.save_draft(id, &paper, at(3)), Err(StoreError::Unknown)));
    assert_eq!(desk.register.head().unwrap(), head, "nothing of the desk is recorded");
}
