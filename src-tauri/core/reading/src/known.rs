//! Names and units that the register knows already.

/// Sorted names of persons and units. A reading asks only whether a name is among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    persons: Vec<String>,
    units: Vec<String>,
}

impl Known {
    /// From names in any order.
    pub fn new(persons: impl IntoIterator<Item = String>, units: impl IntoIterator<Item = String>) -> Self {
        let sorted = |names: Vec<String>| {
            let mut names = names;
            names.sort_unstable();
            names.dedup();
            names
        };
        Self { persons: sorted(persons.into_iter().collect()), units: sorted(units.into_iter().collect()) }
    }

    /// Whether a person of this name is known.
    pub fn has_person(&self, name: &str) -> bool {
        self.persons.binary_search_by(|known| known.as_str().cmp(name)).is_ok()
    }

    /// Whether a unit of this name is known.
    pub fn has_unit(&self, name: &str) -> bool {
        self.units.binary_search_by(|known| known.as_str().cmp(name)).is_ok()
    }
}
