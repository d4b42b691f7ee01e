//! How fast a text is read and what it takes of memory, from 10 KB to 100 MB: `cargo bench -p renmian-reading`, or
//! `cargo bench -p renmian-reading -- orders brackets` for some of the texts only.
//!
//! Time and memory must grow in proportion to the text: orders and a gazette, and texts made to harm. Each line is a
//! process of its own, so that the peak of one is not the peak of the next; memory is what reading added to the text
//! (Linux only). A text that would take minutes is left out and said to be.

use std::process::Command;
use std::time::Instant;

use renmian_reading::{Options, read};
use renmian_sample::{Chance, any_paper};

const OTHER: &str = "\n溪口县人民政府办公室\n关于印发溪口县防汛工作方案的通知\n\n溪政办发〔2023〕5号\n\n各乡镇人民政府：\n　　为进一步加强全县防汛工作，压实工作责任，确保人民群众生命财产安全，经县政府同意，现将有关事项通知如下。各级各部门要高度重视，主要负责同志要亲自抓、分管负责同志要具体抓，任何单位和个人不得推诿扯皮，坚决完成各项任务，对履职不力的依规依纪追究责任。\n\n溪口县人民政府办公室\n2023年5月19日\n";

const PLAN: &str = "\n溪口县2023年粮食生产工作方案\n\n　　一、总体要求\n　　（一）目标任务。全县粮食播种面积稳定在41.2万亩以上，总产量达到16.8万吨，比上年增长1.3%。\n　　（二）责任分工。县农业农村局局长任组长的专班负责统筹，各乡镇长为第一责任人；县财政局、县水利局、县自然资源局按职责配合。\n　　二、主要措施\n　　1.落实补贴。每亩补贴150元，4月30日前发放到户。2.推广良种。3.防治病虫害，统防统治覆盖率达到45%以上。\n　　三、保障措施\n　　加强督查考核，任务完成情况纳入年度绩效考核。\n\n溪口县农业农村局\n2023年2月8日\n";

/// What stands above a text made to harm, so that it is read closely and not passed over.
const OPENING: &str = "溪口县人民政府\n关于贺启明等同志职务任免的通知\n\n溪政人〔2023〕11号\n\n各乡镇人民政府：\n　　县人民政府决定：\n　　任命贺启明为溪口县水利局局长；\n";

/// The texts: what they are called, and the piece that they repeat.
fn texts() -> Vec<(&'static str, String)> {
    let papers: Vec<String> = (0..400).map(|seed| any_paper(&mut Chance::new(seed)).text + "\n\n").collect();
    let others = (OTHER.to_owned() + PLAN).repeat(60);
    let gazette: String = papers.iter().take(40).map(|paper| others.clone() + paper).collect();
    let line = |piece: &str| piece.to_owned();
    vec![
        ("orders", papers.concat()),
        ("gazette", gazette),
        ("one-line", papers.concat().replace(['\n', '\r'], "")),
        ("brackets", line("（")),
        ("bracketed", line("（女）")),
        ("pairs", line("（）〔〕")),
        ("verbs", line("任免")),
        ("verb-line", line("任命任命免去\n")),
        ("digits", line("12345678")),
        ("dates", line("2023年5月19日")),
        ("spaces", line(" ")),
        ("blanks", line("\n")),
        ("names", line("贺启明、")),
        ("names-run", line("贺启明")),
        ("name-lines", line("贺启明\n")),
        ("titles", line("副局长、")),
        ("units", line("溪口县水利局")),
        ("numbers", line("溪政人〔2023〕11号\n")),
        ("headings", line("关于任免的通知\n")),
        ("cells", line("贺启明\t局长\n")),
        ("cells-line", line("任命贺启明\t局长\t")),
        ("clauses", line("任命贺启明为局长，")),
        ("pronouns", line("其任局长，免去其职务；")),
        ("half", line("任命贺启明、")),
        ("broken", line("任命贺启明为溪口县水利局副局长兼溪口县河长制办公室主任，\n")),
        ("gaps", line("贺 启 明 为 溪 口 县 水 利 局，\n")),
        ("wide-gaps", line("县 水  利 同志，\n")),
    ]
}

/// Megabytes of the process at its peak; `None` where the system does not say.
fn peak() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<f64>().ok()? / 1e3)
}

/// Seconds that this process has been on a processor, so that others on the machine don't count; where the system
/// does not say, seconds since `start`.
fn spent(start: Instant) -> f64 {
    let line = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanoseconds = line.split(' ').next().and_then(|number| number.parse::<f64>().ok());
    nanoseconds.map_or_else(|| start.elapsed().as_secs_f64(), |number| number / 1e9)
}

/// Reads one text of this many kilobytes, and prints its line.
fn measure(name: &str, kilobytes: usize) {
    let Some((_, piece)) = texts().into_iter().find(|(other, _)| *other == name) else {
        return;
    };
    let own = OWN.contains(&name);
    let mut text = if own { String::new() } else { OPENING.to_owned() };
    text.push_str(&piece.repeat(kilobytes * 1000 / piece.len() + 1));
    let end = (0..=(kilobytes * 1000).min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.truncate(end);
    let before = peak();
    let start = Instant::now();
    let from = spent(start);
    let mut times = 0.0;
    let mut papers = Vec::new();
    // The system counts in steps of milliseconds: a small text is read until there are enough of them.
    while times == 0.0 || times < 10_000.0 && spent(start) - from < 0.1 {
        papers = read(&text, &Options::default());
        times += 1.0;
    }
    let seconds = (spent(start) - from) / times;
    let memory = peak().zip(before).map_or_else(|| "?".to_owned(), |(after, before)| format!("{:.1}", after - before));
    let items: usize = papers.iter().map(|paper| paper.items.len()).sum();
    let speed = text.len() as f64 / 1e6 / seconds;
    println!(
        "{name:11} {kilobytes:>7} KB {seconds:>9.4} s {speed:>7.1} MB/s {memory:>8} MB more  {} papers, {items} items",
        papers.len()
    );
}

/// Texts that begin by themselves and go to the largest size.
const OWN: [&str; 2] = ["orders", "gazette"];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let [flag, name, kilobytes] = words.as_slice()
        && flag == "--one"
    {
        return measure(name, kilobytes.parse().unwrap_or(10));
    }
    let program = std::env::current_exe().expect("a program knows where it lies");
    for (name, _) in texts() {
        if !words.is_empty() && !words.iter().any(|word| word == name) {
            continue;
        }
        let largest = if OWN.contains(&name) { 100_000 } else { 10_000 };
        for kilobytes in [10, 100, 1_000, 10_000, 100_000].into_iter().filter(|size| *size <= largest) {
            let start = Instant::now();
            let done = Command::new(&program).args(["--one", name, &kilobytes.to_string()]).status();
            assert!(done.is_ok_and(|status| status.success()), "{name} of {kilobytes} KB is read");
            if start.elapsed().as_secs() > 12 && kilobytes < largest {
                println!("{name:11} larger ones are left out: they would take minutes");
                break;
            }
        }
    }
}
