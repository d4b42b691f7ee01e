//! Prints papers in any style with what a right reading finds in them: `cargo run --example papers -- SEED COUNT`.

use renmian_sample::{Chance, any_paper};

fn main() {
    let mut numbers = std::env::args().skip(1).filter_map(|word| word.parse::<u64>().ok());
    let first = numbers.next().unwrap_or(1);
    for seed in first..first + numbers.next().unwrap_or(1) {
        let made = any_paper(&mut Chance::new(seed));
        println!("=== {seed}\n{}", made.text);
        let of = |span: renmian_domain::Span| -> String {
            made.text.chars().skip(span.start).take(span.end - span.start).collect()
        };
        let head = &made.paper;
        println!(
            "--- {:?} {:?} {:?} {:?} {:?}",
            head.issuer, head.title, head.issued_on, head.decided_by, head.decided_on
        );
        for (item, title) in made.paper.items.iter().zip(&made.titles) {
            let post = &item.post;
            println!(
                "{:?} {} {:?} {} | {:?} | {:?} {:?} {:?} {:?} {:?} {} {} {} {:?}",
                item.kind,
                item.person.name,
                post.organisation,
                post.title,
                of(item.source),
                of(*title),
                item.person.gender,
                item.probation_months,
                item.term_months,
                item.effective_on,
                item.concurrent,
                item.acting,
                item.secondment,
                item.note
            );
        }
    }
}
