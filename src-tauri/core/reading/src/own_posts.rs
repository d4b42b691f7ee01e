//! Persons who are named with the posts that they hold: 县水利局副局长宫致远.

use crate::layout::{Glyph, printed};
use crate::lexicon::words;
use crate::marks::{Marks, bracket_before_end};
use crate::name::{Who, begins_name, is_name, shape};

/// A post and a name behind it without any mark between: 县水利局副局长宫致远. Gives the place where the name begins.
pub(crate) fn name_behind_post(run: &[Glyph]) -> Option<usize> {
    // 总工|程师 is one title.
    if crate::lexicon::titles::heads().end(run) {
        return None;
    }
    [3, 2, 4].into_iter().find_map(|length| {
        let from = run.len().checked_sub(length)?;
        let (post, name) = run.split_at(from);
        let post = bracket_before_end(post).map_or(post, |(_, open)| &post[..open]);
        let told = || crate::lexicon::titles::heads().end(post) || designates(post);
        (begins_name(name) && shape(name) >= if length == 4 { 2 } else { 3 } && told()).then_some(from)
    })
}

/// 上一批挂职干部, 县医院医护人员: what people are called who have no title.
pub(crate) fn designates(run: &[Glyph]) -> bool {
    words!["干部", "人员"].end(run).is_some()
}

/// 县林业局副局长索朗扎西 before 同志, which says that the end is a name: of any shape, behind the longest post.
fn stranger_behind_post(run: &[Glyph]) -> Option<usize> {
    (2..=6).find_map(|length| {
        let (post, name) = run.split_at(run.len().checked_sub(length)?);
        (shape(name) >= 1 && crate::lexicon::titles::heads().end(post)).then_some(post.len())
    })
}

/// Persons with their present posts before their names, parted by 、: 市委常委、常务副市长杨盛、市发改局局长周克俭.
/// Unnamed persons among them (各镇镇长) are left out. `None` where nobody is named.
pub(crate) fn named_with_posts(run: &[Glyph]) -> Option<Vec<Who>> {
    let mut people = Vec::new();
    let mut own: Vec<Glyph> = Vec::new();
    for part in run.split(|glyph| matches!(glyph.c, '、')).flat_map(split_and) {
        let mut part = part;
        let mut marks = Marks::default();
        let mut respected = false;
        loop {
            if let Some((inside, open)) = bracket_before_end(part) {
                marks.take(&Marks::bracket(inside));
                part = &part[..open];
            } else if crate::layout::ends(part, "同志") {
                part = &part[..part.len() - 2];
                respected = true;
            } else {
                break;
            }
        }
        let from = if is_name(part) {
            Some(0)
        } else {
            name_behind_post(part).or_else(|| respected.then(|| stranger_behind_post(part)).flatten())
        };
        match from {
            Some(from) => {
                own.extend(&part[..from]);
                let own_post = (!own.is_empty()).then(|| std::mem::take(&mut own));
                if let Some(own) = &own_post {
                    marks.notes.push(printed(own));
                }
                people.push(Who { name: printed(&part[from..]), marks, sure: true, own_post });
            }
            None => {
                own.extend(part);
                if let Some(last) = part.last() {
                    own.push(Glyph::of('、', last.at));
                }
            }
        }
    }
    (!people.is_empty()).then_some(people)
}

/// Cuts at 和 and 及 where a post and a name stand on both sides.
fn split_and(part: &[Glyph]) -> Vec<&[Glyph]> {
    let at = (2..part.len().saturating_sub(2)).find(|at| {
        matches!(part[*at].c, '和' | '及')
            && (name_behind_post(&part[..*at]).is_some() || is_name(&part[..*at]))
            && !crate::lexicon::titles::modifiers().lengths(&part[..*at]).any(|_| true)
    });
    match at {
        Some(at) => vec![&part[..at], &part[at + 1..]],
        None => vec![part],
    }
}
