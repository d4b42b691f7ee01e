//! The places whose bodies papers print without their names: 县财政局 in the papers of 青云县 is 青云县财政局.

use std::collections::BTreeMap;

use super::plain;

/// At most one place of each level (县, 市, 区 …), since 县 alone can mean only one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    own: Vec<Place>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    level: char,
    /// Printings of the place, the longest first: 江州市青云县, 青云县.
    fronts: Vec<String>,
}

impl Places {
    /// The place that the register is set to, and those whose bodies issue its papers. Where nearly all issuers of a
    /// level are of one place, that is the place of the level; where they are of several, none is, for then 县财政局
    /// could be any county's.
    pub fn of<'a>(set: &str, issuers: impl IntoIterator<Item = &'a str>) -> Self {
        let mut places = Self::default();
        let set: String = plain(set).collect();
        places.add(&set);
        let mut by_level: BTreeMap<char, BTreeMap<String, usize>> = BTreeMap::new();
        for place in issuers.into_iter().filter_map(place_of_issuer) {
            let own = own_part(&place).to_owned();
            if let Some(level) = own.chars().next_back() {
                *by_level.entry(level).or_default().entry(own).or_default() += 1;
            }
        }
        for counted in by_level.into_values() {
            let all: usize = counted.values().sum();
            if let Some((place, _)) = counted.into_iter().find(|(_, papers)| papers * 10 >= all * 9) {
                places.add(&place);
            }
        }
        places
    }

    fn add(&mut self, place: &str) {
        let Some(level) = place.chars().next_back() else { return };
        if self.own.iter().any(|known| known.level == level) {
            return;
        }
        let own = own_part(place);
        let autonomous = own.find("自治").filter(|at| *at > 0).map(|at| own[at..].to_owned());
        let mut fronts = vec![place.to_owned()];
        fronts.extend((own != place).then(|| own.to_owned()));
        fronts.extend(autonomous);
        self.own.push(Place { level, fronts });
    }

    /// The level and the rest of a name that begins with one of the places, by its name or by its level alone.
    pub(super) fn split<'n>(&self, name: &'n str) -> Option<(char, &'n str)> {
        let by_name = self.own.iter().find_map(|place| {
            let rest = place.fronts.iter().find_map(|front| name.strip_prefix(front.as_str()));
            rest.map(|rest| (place.level, rest))
        });
        by_name.or_else(|| {
            let by_level = |place: &Place| name.strip_prefix(place.level).map(|rest| (place.level, rest));
            self.own.iter().find_map(by_level).filter(|(_, rest)| !rest.is_empty())
        })
    }
}

/// 青云县 of 中共青云县委员会, 青云县人民政府, 青云县人大常委会; `None` where the issuer is no body of a place.
fn place_of_issuer(issuer: &str) -> Option<String> {
    let issuer: String = plain(issuer).collect();
    let name = ["中国共产党", "中共"].iter().find_map(|party| issuer.strip_prefix(party)).unwrap_or(&issuer);
    let place = ["委", "人民政府", "人民代表大会", "人大", "监察委员会", "纪律检查"]
        .iter()
        .filter_map(|body| name.find(body))
        .min()
        .map(|at| &name[..at])?;
    let named = place.chars().count() > 1 && place.ends_with(['省', '市', '州', '盟', '县', '区', '旗']);
    named.then(|| place.to_owned())
}

/// The last part of a place that names those above it too: 江州市青云县 is 青云县.
fn own_part(place: &str) -> &str {
    let body_end = place.char_indices().next_back().map_or(0, |(at, _)| at);
    place[..body_end]
        .char_indices()
        .rfind(|(at, c)| *at > 0 && matches!(c, '省' | '市' | '州' | '盟' | '区'))
        .map(|(at, c)| &place[at + c.len_utf8()..])
        // 州 belongs to the name itself in 苏州市; a part of one character is none.
        .filter(|own| own.chars().count() > 1)
        .unwrap_or(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fronts(set: &str, issuers: &[&str]) -> Vec<String> {
        Places::of(set, issuers.iter().copied()).own.into_iter().flat_map(|place| place.fronts).collect()
    }

    #[test]
    fn the_issuers_tell_the_place_where_the_register_is_not_set() {
        for (set, issuers, expected) in [
            ("青云县", &[][..], &["青云县"][..]),
            ("", &["青云县人民政府", "中共青云县委员会", "中共青云县委组织部", "青云县人大常委会"], &["青云县"]),
            ("", &["江州市青云县人民政府"], &["青云县"]),
            ("江州市青云县", &[], &["江州市青云县", "青云县"]),
            ("", &["青云县人民政府", "江州市人民政府"], &["青云县", "江州市"]),
            ("", &["青云县人民政府", "白水县人民政府"], &[]),
            ("青云县", &["白水县人民政府", "白水县人民政府"], &["青云县"]),
            ("", &["苏州市人民政府"], &["苏州市"]),
            ("", &["青云侗族自治县人民政府"], &["青云侗族自治县", "自治县"]),
            ("", &["县人民政府", "青云师范学院", "白岩镇人民政府", "永和集团有限公司委员会", ""], &[]),
        ] {
            assert_eq!(fronts(set, issuers), expected, "{set} {issuers:?}");
        }
        let mut mostly = vec!["青云县人民政府"; 30];
        mostly.push("青芸县人民政府");
        assert_eq!(fronts("", &mostly), ["青云县"], "one paper typed wrongly does not undo the place");
    }
}
