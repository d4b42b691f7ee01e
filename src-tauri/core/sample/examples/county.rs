//! Prints the county's papers and what there is of everything: `cargo run --example county -- SEED`.

use renmian_sample::county;

fn main() {
    let seed = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(1);
    let county = county(seed);
    for paper in &county.papers {
        println!("=== {}\n{}", paper.file_name, paper.text);
    }
    let items: usize = county.papers.iter().map(|paper| paper.paper.items.len()).sum();
    println!(
        "{}: {} units, {} posts, {} seats, {} people, {} papers, {items} items",
        county.place,
        county.organisations.len(),
        county.posts.len(),
        county.posts.iter().map(|post| post.authorised).sum::<u32>(),
        county.people.len(),
        county.papers.len(),
    );
}
