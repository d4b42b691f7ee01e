//! A whole gazette: exactly its two orders are found, and every item in them. Skipped where the shared papers are
//! not beside the repository.

mod shared;

use renmian_reading::{Options, read};

#[test]
fn a_gazette_gives_its_two_orders_and_nothing_else() {
    let Some(folder) = shared::folder() else { return };
    let Ok(text) = std::fs::read_to_string(folder.join("gazette.txt")) else { return };
    let wanted = shared::wanted(&folder.join("gazette.json"));
    let papers = read(&text, &Options::default());
    assert_eq!(papers.len(), wanted.len(), "the gazette holds two orders");
    for (paper, wanted) in papers.iter().zip(&wanted) {
        assert_eq!(paper.number.as_ref().map(|number| number.text.clone()), wanted.number);
        assert_eq!(paper.issuer, wanted.issuer);
        assert_eq!(paper.issued_on.map(|day| day.to_string()), wanted.issued_on);
        let items: Vec<_> = paper.items.iter().map(shared::key).collect();
        let all: Vec<_> = wanted.items.iter().map(|item| item.key.clone()).collect();
        assert_eq!(items, all, "items in the order of the text");
        let chars: Vec<char> = text.chars().collect();
        for item in &paper.items {
            let clause: String = chars[item.source.start..item.source.end].iter().collect();
            assert!(clause.contains(&item.person.name), "{clause} holds the name");
            assert!(item.certain, "ordinary clauses are certain");
        }
    }
}
