//! How a name can be typed: in its characters, in pinyin without tones, in initials, and in any mixture of them.
//! A character with several readings is found by each.

use pinyin::{ToPinyin, ToPinyinMulti};
use renmian_rules::names::usual_form;

/// How well typed letters fit a name; the lesser fits better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// The whole name.
    Whole,
    /// Its beginning.
    Start,
    /// Something inside it.
    Inside,
}

/// A name with the readings of each of its characters.
#[derive(Debug, Clone)]
pub(crate) struct Spelling {
    letters: Vec<Letter>,
}

#[derive(Debug, Clone)]
struct Letter {
    itself: char,
    readings: Vec<String>,
}

/// The longest text that is looked for; a name is shorter.
const TYPED_LIMIT: usize = 64;

/// What the clerk types, in the form in which it is compared: small letters, variant characters in their usual form,
/// neither blanks nor the dot of a name.
pub(crate) fn typed(text: &str) -> Vec<char> {
    text.chars().filter(|c| counts(*c)).flat_map(char::to_lowercase).map(usual_form).take(TYPED_LIMIT).collect()
}

/// Blanks only lay a name out, and the dot inside one is written in many ways.
fn counts(c: char) -> bool {
    !c.is_whitespace() && !matches!(c, '·' | '•' | '・' | '‧' | '∙' | '⋅' | '･')
}

impl Spelling {
    pub(crate) fn of(name: &str) -> Self {
        let letters = name
            .chars()
            .filter(|c| counts(*c))
            .flat_map(char::to_lowercase)
            .map(usual_form)
            .map(|itself| Letter { itself, readings: readings(itself) })
            .collect();
        Self { letters }
    }

    /// How the typed text fits, where it does.
    pub(crate) fn fit(&self, typed: &[char]) -> Option<Fit> {
        if typed.is_empty() {
            return None;
        }
        let mut best = None;
        for start in 0..self.letters.len() {
            match (self.ends(start, typed), start) {
                (Some(true), 0) => return Some(Fit::Whole),
                (Some(_), 0) => return Some(Fit::Start),
                (Some(_), _) => {
                    best = Some(Fit::Inside);
                    break;
                }
                (None, _) => {}
            }
        }
        best
    }

    /// Whether the typed text can be read from this letter on, and if so whether it reaches the end of the name.
    fn ends(&self, start: usize, typed: &[char]) -> Option<bool> {
        // How far into the typed text one can be after each letter, a bit for each place; there are at most 64.
        let mut reached: u128 = 1;
        for (place, letter) in self.letters.iter().enumerate().skip(start) {
            let mut next: u128 = 0;
            let mut begun = false;
            for at in (0..typed.len()).filter(|at| reached >> at & 1 == 1) {
                let taken = letter.take(&typed[at..]);
                next |= taken.whole << at;
                begun |= taken.begun;
            }
            if next >> typed.len() & 1 == 1 {
                return Some(place + 1 == self.letters.len());
            }
            if begun {
                return Some(false);
            }
            if next == 0 {
                return None;
            }
            reached = next;
        }
        None
    }
}

/// What of a typed text one character can stand for.
struct Taken {
    /// A bit for each number of typed letters that stand for all of it.
    whole: u128,
    /// Whether the typed text ends within a reading of it.
    begun: bool,
}

impl Letter {
    fn take(&self, typed: &[char]) -> Taken {
        let mut taken = Taken { whole: 0, begun: false };
        if typed.first() == Some(&self.itself) {
            taken.whole |= 1 << 1;
        }
        for reading in &self.readings {
            let same = reading.chars().zip(typed).take_while(|(a, b)| a == *b).count();
            // Its initial, which has two letters in zh, ch and sh.
            if same >= 1 {
                taken.whole |= 1 << 1;
            }
            if same >= 2 && reading[1..].starts_with('h') {
                taken.whole |= 1 << 2;
            }
            if same == reading.len() {
                taken.whole |= 1 << same;
            } else if same > 0 && same == typed.len() {
                taken.begun = true;
            }
        }
        taken
    }
}

/// All readings in plain letters. What is written ü is typed as v, and by some as u.
fn readings(c: char) -> Vec<String> {
    let plain = c.to_pinyin_multi().into_iter().flatten().map(|reading| reading.plain());
    let mut readings: Vec<String> = plain
        .flat_map(|reading| [reading.replace('ü', "v"), reading.replace('ü', "u")])
        .filter(|r| r.is_ascii())
        .collect();
    readings.sort_unstable();
    readings.dedup();
    readings
}

/// A name as a list is ordered by it: in pinyin without tones, syllable by syllable; what has no pinyin as it is.
pub fn spelled(name: &str) -> String {
    let syllable = |c: char| c.to_pinyin().map_or_else(|| c.to_string(), |reading| reading.plain().to_owned());
    name.chars().map(syllable).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(name: &str, text: &str) -> Option<Fit> {
        Spelling::of(name).fit(&typed(text))
    }

    #[test]
    fn a_name_is_found_however_it_is_typed() {
        for (name, text, expected) in [
            ("李洋", "李洋", Some(Fit::Whole)),
            ("李洋", "liyang", Some(Fit::Whole)),
            ("李洋", "LY", Some(Fit::Whole)),
            ("李洋", "li yang", Some(Fit::Whole)),
            ("李洋", "李y", Some(Fit::Whole)),
            ("李洋", "liy", Some(Fit::Whole)),
            ("李洋", "liya", Some(Fit::Start)),
            ("李洋", "li", Some(Fit::Start)),
            ("李洋", "yang", Some(Fit::Inside)),
            ("李洋", "iyang", None),
            ("李洋", "liyong", None),
            ("李洋", "lyx", None),
            ("市财政局", "财政", Some(Fit::Inside)),
            ("市财政局", "czj", Some(Fit::Inside)),
            ("市财政局", "shicaizhengju", Some(Fit::Whole)),
            ("张伟", "zhw", Some(Fit::Whole)),
            ("张伟", "zw", Some(Fit::Whole)),
            ("单雄", "shanxiong", Some(Fit::Whole)),
            ("单雄", "danxiong", Some(Fit::Whole)),
            ("吕青", "lvqing", Some(Fit::Whole)),
            ("吕青", "luqing", Some(Fit::Whole)),
            ("买买提·吐尔逊", "买买提吐尔逊", Some(Fit::Whole)),
            ("买买提·吐尔逊", "买买提·吐尔逊", Some(Fit::Whole)),
            ("买买提·吐尔逊", "买买提•吐", Some(Fit::Start)),
            ("陈峰", "陳峯", Some(Fit::Whole)),
            ("陳峯", "陈f", Some(Fit::Whole)),
            ("李昇", "李升", None),
            ("12321中心", "12321", Some(Fit::Start)),
            ("李洋", "", None),
        ] {
            assert_eq!(fit(name, text), expected, "{text} for {name}");
        }
    }

    #[test]
    fn a_long_text_is_no_trouble() {
        let name = "一".repeat(500);
        assert_eq!(fit(&name, &"y".repeat(5000)), Some(Fit::Start));
    }
}
