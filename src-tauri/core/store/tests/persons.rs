//! Two records of one person, one record of two: nothing recorded is changed by it, the past still shows what it
//! showed, old ids and names lead on, and each such act can be taken back.

#![allow(clippy::unwrap_used)] // what a test prepares holds, or the test fails

mod support;

use renmian_domain::{
    ActId, EndCause, EntryRef, EventPaper, Facts, ItemId, ItemKind, Meant, OrderId, PersonId, PersonMeant,
};
use renmian_store::{Found, Named, Operation, PersonState, Recorded, Register, StoreError};
use support::{CLERK, Desk, at, desk, draft, record, resolve, small};

/// 李洋 (1) and 李样 (3): one person under two spellings, whom the papers put into two posts and out of one.
fn two_records() -> Desk {
    let mut desk = small();
    let third = draft("青政人〔2024〕1号", "2024-01-05", &[("李样", ItemKind::Dismiss, "县审计局", "局长")]);
    record(&mut desk.register, third, 3).unwrap();
    desk
}

fn merge(person: i64, into: i64) -> Operation {
    Operation::MergePersons {
        person: PersonId(person), into: PersonId(into), why: "同一人，文件误排".to_owned()
    }
}

fn split(person: i64, entries: &[EntryRef], to: PersonMeant) -> Operation {
    Operation::SplitPerson { person: PersonId(person), entries: entries.to_vec(), to, why: "同名两人".to_owned() }
}

fn new(name: &str) -> PersonMeant {
    PersonMeant::New { name: name.to_owned(), gender: None, ethnicity: None, birth: None, note: None }
}

fn act(register: &mut Register, operation: Operation, minute: i64) -> Result<Recorded, StoreError> {
    register.transact(operation, at(minute), CLERK)
}

fn take_back(act: i64) -> Operation {
    Operation::TakeBack { act: ActId(act), why: "误登".to_owned() }
}

/// Each tenure of a person: post, start and end.
fn held(register: &Register, person: i64) -> Vec<(i64, Option<String>, Option<String>)> {
    let word = |day: Option<renmian_domain::PartialDate>| day.map(|day| day.to_string());
    let history = register.history(None).unwrap();
    let tenures = history.tenures.iter().filter(|tenure| tenure.person == PersonId(person));
    tenures.map(|tenure| (tenure.post.0, word(tenure.start), word(tenure.end))).collect()
}

fn day(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn named<'a>(facts: &'a Facts, name: &str) -> Vec<&'a renmian_domain::PersonRecord> {
    let register = renmian_rules::Register::of(facts);
    register.persons_named(name).iter().map(|row| facts.persons.iter().find(|p| p.id == row.id).unwrap()).collect()
}

#[test]
fn two_records_of_one_person_become_one_and_the_past_still_shows_two() {
    let mut desk = two_records();
    let register = &mut desk.register;
    let before = (register.facts(None).unwrap(), register.history(None).unwrap());
    assert_eq!(held(register, 3), [(3, None, day("2024-01-05"))], "dismissed, since when nobody knows");
    act(register, merge(3, 1), 4).unwrap();

    let facts = register.facts(None).unwrap();
    assert_eq!(facts.persons.iter().map(|person| person.id.0).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(facts.persons[0].other_names, ["李样"]);
    assert_eq!(facts.person_meant(PersonId(3)), PersonId(1), "the old id leads on");
    assert_eq!(
        held(register, 1),
        [(1, day("2021-03-05"), day("2023-02-28")), (3, day("2023-02-28"), day("2024-01-05"))],
        "the ending finds what it ended"
    );
    assert!(held(register, 3).is_empty());
    for name in ["李洋", "李样", "liyang"] {
        let found = register.search(name, 9, None, None).unwrap();
        assert!(found.iter().any(|hit| hit.found == Found::Person(PersonId(1))), "{name} finds the one that goes on");
        assert!(!found.iter().any(|hit| hit.found == Found::Person(PersonId(3))), "{name} finds the other no more");
    }
    assert_eq!(named(&facts, "李样")[0].id, PersonId(1), "a paper that prints the old name means the one that goes on");
    let order = register.order(OrderId(3), None).unwrap();
    assert_eq!((order.items[0].person, order.items[0].item.person.name.as_str()), (PersonId(1), "李样"), "as printed");

    assert_eq!((register.facts(Some(at(3))).unwrap(), register.history(Some(at(3))).unwrap()), before);
    assert_eq!(register.order(OrderId(3), Some(at(3))).unwrap().items[0].person, PersonId(3));
    assert_eq!(register.search("李样", 9, None, Some(at(3))).unwrap()[0].found, Found::Person(PersonId(3)));
    let row = register.journal(None, 9).unwrap().pop().unwrap();
    assert_eq!((row.act.as_str(), row.why.as_deref()), ("merge-persons", Some("同一人，文件误排")));
    assert_eq!((row.words["name"].as_str(), row.words["to"].as_str()), ("李样", "李洋"));
    assert!(register.verify().unwrap().is_sound());

    let now = (register.facts(None).unwrap(), register.history(None).unwrap());
    let desk = desk.reopen();
    assert_eq!((desk.register.facts(None).unwrap(), desk.register.history(None).unwrap()), now, "read back");
    assert!(desk.register.verify().unwrap().is_sound());
}

#[test]
fn what_only_the_other_record_knew_is_kept_and_what_both_knew_is_not_overwritten() {
    let mut desk = two_records();
    let register = &mut desk.register;
    let state = |name: &str, birth: &str, note: Option<&str>| PersonState {
        name: name.to_owned(),
        gender: None,
        ethnicity: None,
        birth: Some(birth.parse().unwrap()),
        note: note.map(str::to_owned),
    };
    let describe = |person, state| Operation::DescribePerson { person: PersonId(person), state, why: None };
    act(register, describe(1, state("李洋", "1980-03", None)), 4).unwrap();
    act(register, describe(3, state("李样", "1980", Some("党校"))), 5).unwrap();
    act(register, Operation::RememberName { of: Named::Person(PersonId(3)), name: "李佯".to_owned() }, 6).unwrap();
    act(register, merge(3, 1), 7).unwrap();
    act(register, Operation::RememberName { of: Named::Person(PersonId(1)), name: "李扬".to_owned() }, 8).unwrap();
    let facts = register.facts(None).unwrap();
    let person = &facts.persons[0];
    assert_eq!((person.birth.unwrap().to_string().as_str(), person.note.as_deref()), ("1980-03", Some("党校")));
    assert_eq!(person.other_names, ["李样", "李佯", "李扬"]);
    // Described under the name of the record that went, it is still one list of names however it is read.
    act(register, describe(1, state("李样", "1980-03", None)), 9).unwrap();
    let now = register.facts(None).unwrap();
    assert_eq!(now.persons[0].other_names, ["李佯", "李扬"]);
    assert_eq!(*desk.reopen().register.facts(None).unwrap(), *now);
}

#[test]
fn a_merging_can_be_taken_back_even_when_other_acts_came_after_it() {
    let mut desk = two_records();
    let register = &mut desk.register;
    act(register, merge(3, 1), 4).unwrap();
    let later = draft("青政人〔2024〕2号", "2024-02-05", &[("李洋", ItemKind::Appoint, "县水利局", "局长")]);
    record(register, later.clone(), 5).unwrap();
    let with = (register.facts(None).unwrap(), register.history(None).unwrap());
    assert!(register.may_take_back(ActId(5)).unwrap());
    assert!(!register.may_take_back(ActId(4)).unwrap(), "an order before it still waits for what came after");
    act(register, take_back(5), 6).unwrap();

    let mut never = two_records();
    record(&mut never.register, later, 5).unwrap();
    assert_eq!(register.history(None).unwrap().tenures.len(), never.register.history(None).unwrap().tenures.len());
    assert_eq!(register.facts(None).unwrap().persons, never.register.facts(None).unwrap().persons, "as never merged");
    assert_eq!((register.facts(Some(at(5))).unwrap(), register.history(Some(at(5))).unwrap()), with);
    assert!(matches!(act(register, take_back(5), 7), Err(StoreError::NotLast)), "not twice");
    act(register, merge(3, 1), 7).unwrap();
    assert_eq!(register.history(None).unwrap(), with.1, "and merged again");
    assert!(register.verify().unwrap().is_sound());
}

#[test]
fn one_record_of_two_persons_is_taken_apart_entry_by_entry() {
    let mut desk = small();
    let register = &mut desk.register;
    let before = (register.facts(None).unwrap(), register.history(None).unwrap());
    let chosen = [EntryRef::Item(ItemId(4))];
    let made = act(register, split(1, &chosen, new("李洋")), 3).unwrap();
    assert_eq!(made.persons, [PersonId(3)]);
    assert_eq!(held(register, 1), [(1, day("2021-03-05"), day("2023-02-28"))]);
    assert_eq!(held(register, 3), [(3, day("2023-02-28"), None)]);
    assert_eq!(named(&register.facts(None).unwrap(), "李洋").len(), 2, "namesakes from now on");
    assert_eq!(register.order(OrderId(2), None).unwrap().items[1].person, PersonId(3));
    assert_eq!((register.facts(Some(at(2))).unwrap(), register.history(Some(at(2))).unwrap()), before);
    let row = register.journal(None, 9).unwrap().pop().unwrap();
    assert_eq!((row.act.as_str(), row.words["entries"].as_str()), ("split-person", "1"));

    act(register, split(3, &chosen, PersonMeant::Known { id: PersonId(2) }), 4).unwrap();
    assert_eq!(held(register, 2).len(), 2, "what was said last of an entry counts");
    act(register, take_back(5), 5).unwrap();
    assert!(matches!(act(register, take_back(5), 6), Err(StoreError::NotLast)));
    act(register, take_back(4), 6).unwrap();
    assert_eq!((register.facts(None).unwrap(), register.history(None).unwrap()), before, "as it was");
    assert!(register.verify().unwrap().is_sound());
}

#[test]
fn a_split_into_somebody_new_waits_for_what_rests_on_it() {
    let mut desk = small();
    let register = &mut desk.register;
    act(register, split(1, &[EntryRef::Item(ItemId(4))], new("李阳")), 3).unwrap();
    let later = draft("青政人〔2024〕2号", "2024-02-05", &[("李阳", ItemKind::Appoint, "县水利局", "局长")]);
    record(register, later, 4).unwrap();
    assert!(matches!(act(register, take_back(4), 5), Err(StoreError::NotLast)), "a later order names the new person");
    act(register, merge(3, 1), 5).unwrap();
    assert_eq!(held(register, 1).len(), 3, "merged, the entries come back whatever came after");
    assert!(register.verify().unwrap().is_sound());
}

#[test]
fn opening_entries_and_endings_are_of_somebody_too() {
    let mut desk = small();
    let register = &mut desk.register;
    let mut paper = draft("青政人〔2024〕1号", "2024-01-01", &[("李洋", ItemKind::Dismiss, "县水利局", "局长")]);
    paper.items[0].held_since = Some("2019-05".parse().unwrap());
    record(register, paper, 3).unwrap();
    let paper = EventPaper { on: "2024-03-01".parse().unwrap(), by: None, by_text: None, why: None };
    act(register, Operation::EndTenures { person: PersonId(1), posts: vec![], cause: EndCause::Retired, paper }, 4)
        .unwrap();
    assert_eq!(held(register, 1).len(), 3);
    let facts = register.facts(None).unwrap();
    let entries = [
        EntryRef::Item(facts.items[4].id),
        EntryRef::Opening(facts.openings[0].id),
        EntryRef::Ending(facts.endings[0].id),
    ];
    act(register, split(1, &entries, new("李洋")), 5).unwrap();
    assert_eq!(held(register, 3), [(4, day("2019-05"), day("2024-01-01"))]);
    assert_eq!(
        held(register, 1),
        [(1, day("2021-03-05"), day("2023-02-28")), (3, day("2023-02-28"), None)],
        "it was the other who retired"
    );
    assert!(register.verify().unwrap().is_sound());
}

#[test]
fn chains_of_merging_lead_to_the_last_and_nothing_loops() {
    let mut desk = two_records();
    let register = &mut desk.register;
    act(register, merge(3, 1), 4).unwrap();
    assert!(matches!(act(register, merge(1, 3), 5), Err(StoreError::Unknown)), "it goes on no longer");
    assert!(matches!(act(register, merge(1, 1), 5), Err(StoreError::SamePerson)));
    act(register, merge(1, 2), 5).unwrap();
    let facts = register.facts(None).unwrap();
    assert_eq!(facts.person_meant(PersonId(3)), PersonId(2));
    assert_eq!(facts.persons[0].other_names, ["李洋", "李样"]);
    assert_eq!(held(register, 2).len(), 3);
    // The first merging is taken back under the second.
    act(register, take_back(5), 6).unwrap();
    assert_eq!(register.facts(None).unwrap().persons.len(), 2);
    assert_eq!((held(register, 2).len(), held(register, 3).len()), (3, 1));
    act(register, merge(2, 3), 7).unwrap();
    assert_eq!(register.facts(None).unwrap().person_meant(PersonId(1)), PersonId(3));
    assert!(matches!(act(register, take_back(7), 8), Err(StoreError::NotLast)), "that would lead in a ring");
    assert!(register.verify().unwrap().is_sound());
}

#[test]
fn an_order_that_chose_the_old_record_means_the_one_that_goes_on() {
    let mut desk = two_records();
    let register = &mut desk.register;
    let paper = draft("青政人〔2024〕9号", "2024-05-05", &[("李样", ItemKind::Appoint, "县水利局", "局长")]);
    let mut resolution = resolve(&register.facts(None).unwrap(), &paper);
    assert_eq!(resolution.items[0].person, Meant::Known(PersonId(3)));
    act(register, merge(3, 1), 4).unwrap();
    resolution.items[0].person = Meant::Known(PersonId(3));
    let order =
        Operation::RecordOrder { draft: Box::new(paper), resolution, findings: vec![], originals: vec![], desk: None };
    act(register, order, 5).unwrap();
    assert_eq!(held(register, 1).len(), 3);
    assert!(register.verify().unwrap().is_sound());
}

#[test]
fn what_makes_no_sense_is_refused_and_leaves_nothing() {
    let mut desk = two_records();
    let register = &mut desk.register;
    let head = register.head().unwrap();
    let item = EntryRef::Item(ItemId(4));
    let silent = Operation::MergePersons { person: PersonId(3), into: PersonId(1), why: " ".to_owned() };
    assert!(matches!(act(register, silent, 4), Err(StoreError::WhyMissing)));
    assert!(matches!(act(register, merge(9, 1), 4), Err(StoreError::Unknown)));
    assert!(matches!(act(register, split(1, &[], new("李洋")), 4), Err(StoreError::NothingChosen)));
    assert!(matches!(act(register, split(1, &[item], new(" ")), 4), Err(StoreError::Blank)));
    assert!(matches!(act(register, split(2, &[item], new("单雄")), 4), Err(StoreError::Misfit)), "not of that person");
    assert!(matches!(act(register, split(1, &[item, item], new("李洋")), 4), Err(StoreError::Misfit)), "twice");
    let same = PersonMeant::Known { id: PersonId(1) };
    assert!(matches!(act(register, split(1, &[item], same), 4), Err(StoreError::SamePerson)));
    assert_eq!(register.head().unwrap(), head);
    assert!(register.verify().unwrap().is_sound());
}

#[test]
fn a_preview_of_a_merging_says_what_would_be_and_changes_nothing() {
    let mut desk = two_records();
    let register = &mut desk.register;
    let (head, before) = (register.head().unwrap(), register.facts(None).unwrap());
    let (facts, history) = register.preview(&merge(3, 1), at(4), CLERK).unwrap();
    assert_eq!((facts.persons.len(), register.facts(None).unwrap()), (2, before));
    assert_eq!(register.head().unwrap(), head);
    act(register, merge(3, 1), 4).unwrap();
    assert_eq!((register.facts(None).unwrap(), register.history(None).unwrap()), (facts, history), "as previewed");
}

#[test]
fn a_split_into_a_fresh_register_of_nobody_is_no_trouble() {
    let mut desk = desk();
    assert!(matches!(act(&mut desk.register, merge(1, 2), 1), Err(StoreError::Unknown)));
}
