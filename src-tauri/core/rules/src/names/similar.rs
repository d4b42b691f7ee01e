//! Names that are nearly the same: a character more or less, a conjunction, 局 become 委, a short form. Names that
//! differ in a character that tells siblings apart (第一、第二; 城东、城西) are not nearly the same.

/// Characters by which siblings differ: numbers, directions, sizes, levels, deputies.
fn tells_siblings_apart(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || "〇零一二三四五六七八九十百甲乙丙丁戊东西南北中上下左右前后内外大小新老正副男女高初总分支省市州县区旗镇乡村常"
            .contains(c)
}

fn is_conjunction(c: char) -> bool {
    matches!(c, '和' | '与' | '及' | '暨' | '、' | '·' | '-')
}

/// The characters of a name as a set of bits: thousands of names are passed over by it before any is compared.
#[derive(Debug, Clone, Copy)]
pub struct Characters(u64);

impl Characters {
    /// Of a name or key.
    pub fn of(name: &str) -> Self {
        Self(name.chars().fold(0, |bits, c| bits | 1 << (u64::from(c).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58)))
    }

    /// Whether the two can be nearly the same: the shorter lacks little of the longer. Another kind of office changes
    /// three characters at most (委员会).
    pub fn near(self, other: Self) -> bool {
        let lacks = |one: Self, other: Self| (one.0 & !other.0).count_ones();
        lacks(self, other).min(lacks(other, self)) <= 3
    }
}

/// Whether two organisation names, or keys, are nearly the same without being the same.
pub fn names_similar(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one == other || one.is_empty() || other.is_empty() {
        return false;
    }
    // Cheap before dear: most pairs differ in length or share too few characters.
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let bare = |name: &[char]| name.iter().copied().filter(|c| !is_conjunction(*c)).collect::<Vec<_>>();
    let (bare_short, bare_long) = (bare(short), bare(long));
    if bare_short == bare_long {
        return true;
    }
    same_stem(&bare_short, &bare_long)
        || is_short_form(short, long)
        || match bare_long.len().checked_sub(bare_short.len()) {
            Some(0) => one_exchanged(&bare_short, &bare_long),
            Some(extra @ 1..=2) => inserted(&bare_short, &bare_long)
                .is_some_and(|added| bare_long.len() >= if extra == 1 { 6 } else { 9 } && harmless(&bare_long, &added)),
            Some(_) | None => false,
        }
}

/// Whether two titles of one organisation are nearly the same without being the same.
pub fn titles_similar(one: &str, other: &str) -> bool {
    if one == other {
        return false;
    }
    let strip = |title: &str| -> Vec<char> {
        let title = title.split(['(', '（']).next().unwrap_or(title);
        title.chars().filter(|c| !is_conjunction(*c)).collect()
    };
    let (one, other) = (strip(one), strip(other));
    if one.is_empty() || other.is_empty() {
        return false;
    }
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short == long {
        return true;
    }
    long.len() >= 5
        && long.len() - short.len() == 1
        && inserted(&short, &long).is_some_and(|added| harmless(&long, &added))
}

/// 卫生健康局 and 卫生健康委员会: the same stem with another kind of office.
fn same_stem(one: &[char], other: &[char]) -> bool {
    let stem = |name: &[char]| -> Option<usize> {
        let ending = |ending: &str| name.iter().rev().zip(ending.chars().rev()).all(|(a, b)| *a == b);
        ["委员会", "办公室", "局", "委", "厅", "办", "部"]
            .into_iter()
            .filter(|text| ending(text))
            .map(|text| name.len().saturating_sub(text.chars().count()))
            .next()
    };
    match (stem(one), stem(other)) {
        (Some(a), Some(b)) => a == b && a >= 4 && one[..a] == other[..b],
        _ => false,
    }
}

/// 县人社局 for 县人力资源和社会保障局: the characters of a short office name in their order, with the same level
/// and the same ending.
fn is_short_form(short: &[char], long: &[char]) -> bool {
    let level =
        |name: &[char]| usize::from(name.first().is_some_and(|c| matches!(c, '省' | '市' | '州' | '县' | '区' | '旗')));
    let (skip, skip_long) = (level(short), level(long));
    let same_level = skip == skip_long && short[..skip] == long[..skip_long];
    let (short, long) = (&short[skip..], &long[skip_long..]);
    let (Some(first), Some(last)) = (short.first(), short.last()) else { return false };
    same_level
        && (3..=4).contains(&short.len())
        && long.len() >= 5.max(short.len() + 2)
        && matches!(last, '局' | '委' | '办')
        && Some(first) == long.first()
        && Some(last) == long.last()
        && inserted(short, long).is_some()
}

/// One exchanged character in a long name that tells no siblings apart and stands in no place's name.
fn one_exchanged(one: &[char], other: &[char]) -> bool {
    let mut differing = one.iter().zip(other).enumerate().filter(|(_, (a, b))| a != b);
    let (Some((at, (a, b))), None) = (differing.next(), differing.next()) else { return false };
    one.len() >= 8 && !tells_siblings_apart(*a) && !tells_siblings_apart(*b) && !in_a_place_name(one, at)
}

/// The places in `long` of the characters that `short` lacks, where the rest stands in its order.
fn inserted(short: &[char], long: &[char]) -> Option<Vec<usize>> {
    let mut rest = short.iter().peekable();
    let mut added = Vec::new();
    for (at, c) in long.iter().enumerate() {
        if rest.peek() == Some(&c) {
            rest.next();
        } else {
            added.push(at);
        }
    }
    rest.peek().is_none().then_some(added)
}

fn harmless(name: &[char], added: &[usize]) -> bool {
    added.iter().all(|at| !tells_siblings_apart(name[*at]) && !in_a_place_name(name, *at))
}

/// Whether the character stands before the 镇, 乡, 村 … of a place's name: 白岩镇 and 白石镇 are two towns. 城乡, 农村,
/// 市场 and 社会 name no place.
fn in_a_place_name(name: &[char], at: usize) -> bool {
    let near = |place: usize| name.get(place).copied().unwrap_or(' ');
    (at + 1..at + 5).any(|place| {
        let (before, after) = (near(place - 1), near(place + 1));
        match near(place) {
            '镇' | '街' | '县' | '州' | '旗' => true,
            '乡' => before != '城',
            '村' => !matches!(before, '农' | '乡'),
            '社' => after == '区',
            '市' => before != '城' && after != '场',
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearly_the_same() {
        for (one, other) in [
            ("市公路建设养护中心", "市公路建设和养护中心"),
            ("县卫生健康局", "县卫生健康委员会"),
            ("县发展和改革局", "县发展改革委员会"),
            ("县人社局", "县人力资源和社会保障局"),
            ("县住建局", "县住房和城乡建设局"),
            ("县农业技术推广中心", "县农业技术推广站中心"),
            ("县机关事务服务中心", "县机关事务管理服务中心"),
            ("县农产品质量监测中心", "县农产品质量检测中心"),
        ] {
            assert!(names_similar(one, other), "{one} is nearly {other}");
            assert!(names_similar(other, one), "{other} is nearly {one}");
            assert!(Characters::of(one).near(Characters::of(other)), "{one} and {other} are compared at all");
        }
    }

    #[test]
    fn siblings_are_not_nearly_the_same() {
        for (one, other) in [
            ("市第一中学", "市第二中学"),
            ("城东小学", "城西小学"),
            ("县财政局", "县民政局"),
            ("县教育局", "县体育局"),
            ("白岩镇人民政府", "白石镇人民政府"),
            ("白岩镇中心学校", "白石镇中心学校"),
            ("永丰镇大井村村民委员会", "永丰镇东沟村村民委员会"),
            ("县人民法院民事审判第一庭", "县人民法院民事审判第二庭"),
            ("县委组织部", "县委宣传部"),
            ("县交通运输局", "市交通运输局"),
            ("机械工程学院", "机电工程学院"),
            ("县公安局刑事侦查大队", "县公安局治安管理大队"),
            ("白岩镇委", "白岩镇纪委"),
            ("县财政局", "县财政局"),
        ] {
            assert!(!names_similar(one, other), "{one} is not nearly {other}");
        }
    }

    #[test]
    fn titles_nearly_the_same_and_not() {
        for (one, other) in
            [("副局长(正科级)", "副局长"), ("办公室主任", "办公室、主任"), ("纪检监察组组长", "纪检监察组长")]
        {
            assert!(titles_similar(one, other), "{one} is nearly {other}");
        }
        for (one, other) in [
            ("局长", "副局长"),
            ("党委书记", "党委副书记"),
            ("一级主任科员", "二级主任科员"),
            ("办公室主任", "办公室副主任"),
            ("党组成员", "党委委员"),
            ("主任", "主任委员"),
        ] {
            assert!(!titles_similar(one, other), "{one} is not nearly {other}");
        }
    }
}
