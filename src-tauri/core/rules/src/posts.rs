//! What the unit and post of a roster's row mean: cells that hold several posts (党组成员、副局长), cells that hold unit
//! and post in one (县财政局局长), titles with marks of the moment before them (兼、代). What the register knows decides
//! where to cut; without it a list of titles is cut at its commas.

use renmian_domain::{OrganisationId, PartialDate, PostId};

use crate::register::Register;

/// One post as a row of a roster prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedPost {
    /// The unit as printed; `None` where the row gives none.
    pub organisation: Option<String>,
    /// The title, without marks.
    pub title: String,
    /// The unit of the register that is meant, if it is known.
    pub organisation_id: Option<OrganisationId>,
    /// The posts of the register that can be meant, the likeliest first; none where it is not known.
    pub posts: Vec<PostId>,
    /// 兼 stands before it.
    pub concurrent: bool,
    /// 代 stands before it.
    pub acting: bool,
}

/// The posts of a row: `unit` from its own column, `text` from the column of the post.
pub fn posts_of_text(
    register: &Register<'_>,
    unit: Option<&str>,
    text: &str,
    day: Option<PartialDate>,
) -> Vec<PrintedPost> {
    let whole = one(register, unit, text, day);
    if !whole.posts.is_empty() {
        return vec![whole];
    }
    let parts: Vec<&str> = text.split(['、', '，', ',', '；', ';', '/', '\n']).map(str::trim).collect();
    if parts.len() < 2 || !parts.iter().all(|part| ends_as_title(part)) {
        return vec![whole];
    }
    let mut found: Vec<PrintedPost> = Vec::new();
    let mut unit = unit.map(str::to_owned);
    for part in parts {
        let mut post = one(register, unit.as_deref(), part, day);
        if post.posts.is_empty() {
            // A part may bring its own unit (县财政局局长、县国资办主任).
            let own = one(register, None, part, day);
            if own.organisation.is_some() {
                post = own;
            }
        }
        unit = post.organisation.clone().or(unit);
        found.push(post);
    }
    found
}

/// Titles end in few characters; a comma between anything else may be part of a name (人事、财务科).
fn ends_as_title(part: &str) -> bool {
    let bare = part.split(['（', '(']).next().unwrap_or(part);
    let offices = ["董事", "监事", "理事", "干事", "领事"];
    bare.ends_with(['长', '任', '记', '员', '席', '师', '监', '理', '委', '官', '督', '导', '人', '授', '常'])
        || offices.iter().any(|office| bare.ends_with(office))
}

/// One post, as it stands or without the marks before it and the bracket behind it.
fn one(register: &Register<'_>, unit: Option<&str>, text: &str, day: Option<PartialDate>) -> PrintedPost {
    let as_printed = meant(register, unit, text, day);
    if !as_printed.posts.is_empty() {
        return as_printed;
    }
    let unmarked = text.strip_prefix("兼任").or_else(|| text.strip_prefix('兼'));
    let (rest, concurrent, mut acting) = (unmarked.unwrap_or(text), unmarked.is_some(), false);
    let mut found = meant(register, unit, rest, day);
    if found.posts.is_empty() {
        let without = found.title.split(['（', '(']).next().filter(|bare| !bare.is_empty()).unwrap_or(&found.title);
        let mut title = without.to_owned();
        for mark in ["代理", "代"] {
            let known = title.strip_prefix(mark).filter(|bare| is_known(register, &found, bare));
            if let Some(bare) = known {
                (title, acting) = (bare.to_owned(), true);
            }
        }
        if is_known(register, &found, &title) {
            found = meant(register, found.organisation.clone().as_deref(), &title, day);
        }
    }
    PrintedPost { concurrent, acting, ..found }
}

fn is_known(register: &Register<'_>, place: &PrintedPost, title: &str) -> bool {
    !register.posts_titled(place.organisation_id, title).is_empty()
}

fn meant(register: &Register<'_>, unit: Option<&str>, text: &str, day: Option<PartialDate>) -> PrintedPost {
    let post = |organisation: Option<&str>, title: &str, id: Option<OrganisationId>, posts: Vec<PostId>| PrintedPost {
        organisation: organisation.map(str::to_owned),
        title: title.to_owned(),
        organisation_id: id,
        posts,
        concurrent: false,
        acting: false,
    };
    let titled = |id: Option<OrganisationId>, title: &str| -> Vec<PostId> {
        register.posts_titled(id, title).iter().map(|post| post.id).collect()
    };
    if let Some(unit) = unit {
        let units = register.organisations_named(unit, day);
        let posts: Vec<PostId> = units.iter().flat_map(|known| titled(Some(known.id), text)).collect();
        let of = posts.first().and_then(|id| register.post(*id)).and_then(|known| known.organisation);
        return post(Some(unit), text, of.or_else(|| units.first().map(|known| known.id)), posts);
    }
    // The longest beginning that names a unit with such a post; else the longest that names a unit at all.
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(2).collect();
    let mut longest = None;
    for end in ends.into_iter().rev() {
        let (front, title) = text.split_at(end);
        let units = register.organisations_named(front, day);
        let posts: Vec<PostId> = units.iter().flat_map(|known| titled(Some(known.id), title)).collect();
        if let Some(first) = posts.first() {
            let of = register.post(*first).and_then(|known| known.organisation);
            return post(Some(front), title, of, posts);
        }
        if longest.is_none() && ends_as_title(title) {
            longest = units.first().map(|known| post(Some(front), title, Some(known.id), Vec::new()));
        }
    }
    let without_unit = titled(None, text);
    if without_unit.is_empty() { longest } else { None }.unwrap_or_else(|| post(None, text, None, without_unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::county;

    #[test]
    fn a_cell_is_cut_as_the_register_knows_it() {
        let facts = county();
        let register = Register::of(&facts);
        let said = |unit: Option<&str>, text: &str| -> Vec<String> {
            posts_of_text(&register, unit, text, None)
                .into_iter()
                .map(|post| {
                    let known: Vec<String> = post.posts.iter().map(|id| id.0.to_string()).collect();
                    let marks = [(post.concurrent, "兼"), (post.acting, "代")];
                    let marks: String = marks.iter().filter(|(set, _)| *set).map(|(_, mark)| *mark).collect();
                    format!("{}|{}|{}{marks}", post.organisation.unwrap_or_default(), post.title, known.join(","))
                })
                .collect()
        };
        for (unit, text, expected) in [
            (Some("县财政局"), "局长", vec!["县财政局|局长|1"]),
            (Some("青云县财政局"), "党组书记、局长", vec!["青云县财政局|党组书记|9", "青云县财政局|局长|1"]),
            (None, "县财政局局长", vec!["县财政局|局长|1"]),
            (None, "青云县财政局党组书记、局长", vec!["青云县财政局|党组书记|9", "青云县财政局|局长|1"]),
            (None, "县财政局副局长、县公安局局长", vec!["县财政局|副局长|2", "县公安局|局长|3"]),
            (Some("县财政局"), "副局长（正科级）", vec!["县财政局|副局长|2"]),
            (Some("县财政局"), "兼总会计师", vec!["县财政局|总会计师|8兼"]),
            (Some("白岩镇人民政府"), "代镇长", vec!["白岩镇人民政府|镇长|5代"]),
            (Some("县水利局"), "党组成员、副局长", vec!["县水利局|党组成员|", "县水利局|副局长|"]),
            (Some("县水利局"), "人事、财务科科长", vec!["县水利局|人事、财务科科长|"]),
            (None, "县财政局办公室主任", vec!["县财政局|办公室主任|"]),
            (None, "县水利局局长", vec!["|县水利局局长|"]),
        ] {
            assert_eq!(said(unit, text), expected, "{unit:?} {text}");
        }
    }
}
