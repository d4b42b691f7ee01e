//! One key for the ways in which papers print one organisation of the register's place.

use super::{Places, plain};

/// What two printings of one organisation share. With the place 青云县: 县财政局 and 青云县财政局; 县委,
/// 中共青云县委 and 中共青云县委员会; 县政府 and 青云县人民政府; 县人大常委会 and 青云县人民代表大会常务委员会.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OrganisationKey(String);

/// Long forms and the short forms that papers print for the same body. Only bodies that every place has once, so
/// that the short form cannot mean another.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("人民代表大会常务委员会", "人大常委会"),
    ("人大常务委员会", "人大常委会"),
    ("人民代表大会", "人大"),
    ("人民政府", "政府"),
    ("纪律检查委员会", "纪委"),
    ("纪律检查工作委员会", "纪工委"),
    ("监察委员会", "监委"),
    ("人民法院", "法院"),
    ("人民检察院", "检察院"),
    ("党工委", "工委"),
];

impl OrganisationKey {
    /// The key of a printed name in the register of these places.
    pub fn of(name: &str, places: &Places) -> Self {
        let mut name: String = plain(name).map(super::bracket).collect();
        for party in ["中国共产党", "中共"] {
            if let Some(rest) = name.strip_prefix(party).filter(|rest| rest.chars().count() > 1) {
                name = rest.to_owned();
            }
        }
        for (long, short) in
            [("中国共产主义青年团", "共青团"), ("中国人民政治协商会议", "政协"), ("人民政治协商会议", "政协")]
        {
            if let Some(rest) = name.strip_prefix(long) {
                name = format!("{short}{rest}");
            }
        }
        // 政协青云县委员会 and 青云县政协, 共青团青云县委员会 and 团县委 are each one body.
        let (front, rest) = match () {
            () if name.starts_with("政协") && name.chars().count() > 4 => ("政协", name["政协".len()..].to_owned()),
            () if name.starts_with("共青团") => ("团委", name["共青团".len()..].to_owned()),
            () if name.starts_with('团') && name.contains('委') => ("团委", name['团'.len_utf8()..].to_owned()),
            () => ("", name),
        };
        let local = Self::localise(&rest, places);
        let mut key = local;
        for (long, short) in SHORT_FORMS {
            if key.contains(long) {
                key = key.replace(long, short);
            }
        }
        key = Self::shorten_committee(&key);
        if !front.is_empty() {
            let (stem, tail) = key.split_once('委').unwrap_or((key.as_str(), ""));
            key = format!("{stem}{front}{tail}");
        }
        for (short, long) in [("政府办", "政府办公室"), ("委办", "委办公室")] {
            if key.ends_with(short) {
                key = format!("{}{long}", &key[..key.len() - short.len()]);
            }
        }
        Self(key)
    }

    /// 青云县财政局 becomes 县财政局; 青云县白岩镇… becomes 白岩镇…, since papers leave the county out there.
    fn localise(name: &str, places: &Places) -> String {
        match places.split(name) {
            Some((_, rest)) if names_a_town(rest) => rest.to_owned(),
            Some((level, rest)) => format!("{level}{rest}"),
            None => name.to_owned(),
        }
    }

    /// 委员会 becomes 委, and a town's 党委 its 委: 县委员会 and 县委, 白岩镇党委 and 白岩镇委员会, 发展和改革委员会 and
    /// 发展和改革委 are each one body.
    fn shorten_committee(key: &str) -> String {
        let mut short = key.replace("工作委员会", "工委").replace("委员会", "委");
        for place in ["县", "市", "区", "州", "旗", "盟", "省", "镇", "乡"] {
            short = short.replace(&format!("{place}党委"), &format!("{place}委"));
        }
        short
    }

    /// The key's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The key that the first `end` bytes of this one make; `end` lies between characters.
    pub fn front(&self, end: usize) -> Self {
        Self(self.0[..end].to_owned())
    }
}

/// Whether the rest of a name begins with a town, township or street of its own name.
fn names_a_town(rest: &str) -> bool {
    let mut seen = 0;
    let mut before = ' ';
    for (at, c) in rest.char_indices() {
        match c {
            // 城乡规划局, 城镇建设局 name no town; 古城镇 does.
            '镇' | '乡' if seen == 1 && before == '城' => return false,
            '镇' | '乡' => return seen > 0,
            '街' => return seen > 0 && rest[at..].starts_with("街道"),
            // A body's own name comes first: 县教育局城关镇中心学校 is the county's bureau.
            '局' | '委' | '府' | '院' | '部' | '办' | '会' => return false,
            _ => seen += 1,
        }
        before = c;
        if seen > 5 {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_print_one_body_in_several_ways() {
        for (place, names) in [
            ("青云县", &["县财政局", "青云县财政局", "县 财政局"][..]),
            ("青云县", &["县委", "青云县委", "中共青云县委", "中共青云县委员会", "中国共产党青云县委员会", "中共县委"]),
            ("青云县", &["县政府", "县人民政府", "青云县人民政府", "青云县政府"]),
            ("青云县", &["县人大常委会", "青云县人民代表大会常务委员会", "青云县人大常委会"]),
            ("青云县", &["县政协", "政协青云县委员会", "中国人民政治协商会议青云县委员会", "青云县政协"]),
            ("青云县", &["团县委", "共青团青云县委员会", "共青团青云县委", "中国共产主义青年团青云县委员会"]),
            ("青云县", &["县纪委", "中共青云县纪律检查委员会", "县纪律检查委员会"]),
            ("青云县", &["县监委", "青云县监察委员会"]),
            ("青云县", &["县法院", "青云县人民法院", "县人民法院"]),
            ("青云县", &["县政府办", "县政府办公室", "青云县人民政府办公室"]),
            ("青云县", &["县委办", "中共青云县委办公室", "县委办公室"]),
            ("青云县", &["白岩镇人民政府", "青云县白岩镇人民政府", "白岩镇政府"]),
            ("青云县", &["白岩镇党委", "中共白岩镇委员会", "中共青云县白岩镇委员会", "白岩镇委"]),
            ("青云县", &["东河街道党工委", "中共青云县东河街道工作委员会", "东河街道工委"]),
            ("江州市青云县", &["县财政局", "青云县财政局", "江州市青云县财政局"]),
            ("青云侗族自治县", &["县财政局", "自治县财政局", "青云侗族自治县财政局"]),
            ("江州市", &["市公安局", "江州市公安局"]),
            ("江州市", &["市市场监督管理局", "江州市市场监督管理局"]),
            ("江州市", &["市城乡规划局", "江州市城乡规划局"]),
            ("青云县", &["县委政法委", "中共青云县委政法委员会", "县委政法委员会"]),
            ("青云县", &["县发展和改革委", "青云县发展和改革委员会"]),
            ("", &["中共白岩镇委员会", "白岩镇党委"]),
        ] {
            let keys: Vec<_> = names.iter().map(|name| OrganisationKey::of(name, &Places::of(place, []))).collect();
            for (name, key) in names.iter().zip(&keys) {
                assert_eq!(key, &keys[0], "{name} is {} in {place}", names[0]);
            }
        }
    }

    #[test]
    fn other_bodies_keep_their_own_keys() {
        for (place, one, other) in [
            ("青云县", "县财政局", "市财政局"),
            ("青云县", "县财政局", "财政局"),
            ("江州市", "市城乡规划局", "城乡规划局"),
            ("青云县", "县委", "县政府"),
            ("青云县", "县人大", "县人大常委会"),
            ("青云县", "县委", "县委办公室"),
            ("青云县", "县政协", "县委"),
            ("青云县", "团县委", "县委"),
            ("青云县", "白岩镇党委", "白岩镇人民政府"),
            ("青云县", "县教育局", "县教育工会"),
            ("", "青云县财政局", "县财政局"),
        ] {
            let places = Places::of(place, []);
            assert_ne!(OrganisationKey::of(one, &places), OrganisationKey::of(other, &places), "{one} is not {other}");
        }
    }
}
