//! What a first reading of a paper is sure of, for a second one: names and units that the paper itself gives settle
//! splits that no mark of the text does. What the first reading asked in vain is kept, so that a second one is made
//! only where an answer would be another.

use std::cell::RefCell;
use std::collections::HashSet;

use renmian_domain::Item;

/// Names and units that a first reading of the paper was sure of.
#[derive(Debug, Default)]
pub(crate) struct Learnt {
    persons: HashSet<String>,
    units: HashSet<String>,
    asked: RefCell<Asked>,
}

/// What was asked while nothing was learnt yet.
#[derive(Debug, Default)]
struct Asked {
    persons: HashSet<String>,
    /// Stretches that were asked whether they begin with a unit.
    stretches: HashSet<String>,
}

impl Learnt {
    /// What the items are sure of.
    pub fn of(items: &[Item]) -> Self {
        let certain = || items.iter().filter(|item| item.certain);
        Self {
            persons: certain().map(|item| item.person.name.clone()).collect(),
            units: certain().filter_map(|item| item.post.organisation.clone()).collect(),
            asked: RefCell::default(),
        }
    }

    /// Whether the paper names the person elsewhere, beyond doubt.
    pub fn has_person(&self, name: &str) -> bool {
        if self.persons.is_empty() {
            self.asked.borrow_mut().persons.insert(name.to_owned());
        }
        self.persons.contains(name)
    }

    /// Whether the stretch begins with a unit that the paper names elsewhere, beyond doubt.
    pub fn has_unit_at(&self, stretch: &str) -> bool {
        if self.persons.is_empty() {
            self.asked.borrow_mut().stretches.insert(stretch.to_owned());
        }
        self.begins(stretch)
    }

    /// Whether this knows anything of what another reading asked in vain: else it would read the same.
    pub fn would_answer(&self, other: &Self) -> bool {
        let asked = other.asked.borrow();
        asked.persons.iter().any(|name| self.persons.contains(name))
            || asked.stretches.iter().any(|stretch| self.begins(stretch))
    }

    fn begins(&self, stretch: &str) -> bool {
        !self.units.is_empty() && beginnings(stretch).any(|unit| self.units.contains(unit))
    }
}

/// The beginnings of a stretch that are long enough for a unit's name.
pub(crate) fn beginnings(stretch: &str) -> impl Iterator<Item = &str> {
    let ends = stretch.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.filter(|end| *end > 6).map(|end| &stretch[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_asked_in_vain_and_is_known_now_calls_for_a_second_reading() {
        let first = Learnt::default();
        assert!(!first.has_person("贺启明") && !first.has_unit_at("溪口县水利局局长"), "nothing is learnt yet");
        let learnt = |person: &str, unit: &str| Learnt {
            persons: HashSet::from([person.to_owned()]),
            units: HashSet::from([unit.to_owned()]),
            ..Learnt::default()
        };
        assert!(learnt("贺启明", "溪口县财政局").would_answer(&first), "the name was asked for");
        assert!(learnt("宫致远", "溪口县水利局").would_answer(&first), "the unit was asked for");
        assert!(!learnt("宫致远", "溪口县财政局").would_answer(&first), "neither was");
    }
}
