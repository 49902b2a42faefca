//! What is known of all records of a group, folded, so that `阳城 2024 政务外网` is found. What several groups share is kept
//! and looked through once.

use std::collections::BTreeMap;

use crate::groups::Group;
use crate::holds::find;
use crate::query::Term;

/// What is known of the groups of an index.
#[derive(Default)]
pub(crate) struct Abouts {
    units: Texts,
    times: Texts,
    /// Of each group, the numbers of its texts.
    of: Vec<[usize; 2]>,
}

/// Different texts, by number.
#[derive(Default)]
struct Texts {
    numbers: BTreeMap<String, usize>,
    all: Vec<String>,
}

/// What is known of one group.
#[derive(Clone, Copy)]
pub(crate) struct About<'a> {
    /// Of the unit and its region.
    pub unit: &'a str,
    /// Of the year and the stage.
    pub time: &'a str,
}

impl Abouts {
    pub(crate) fn new(groups: &[Group]) -> Self {
        let mut abouts = Self::default();
        for group in groups {
            let numbers = [abouts.units.number(group.of_unit()), abouts.times.number(group.of_time())];
            abouts.of.push(numbers);
        }
        abouts
    }

    /// What is known of a group.
    pub(crate) fn of(&self, group: usize) -> Option<About<'_>> {
        let [unit, time] = *self.of.get(group)?;
        Some(About { unit: self.units.all.get(unit)?, time: self.times.all.get(time)? })
    }

    /// Which groups are known by a term; none if it is none of them.
    pub(crate) fn holding(&self, term: &Term) -> Option<Vec<bool>> {
        let units = self.units.holding(term);
        let times = if term.of_unit { Vec::new() } else { self.times.holding(term) };
        if !units.contains(&true) && !times.contains(&true) {
            return None;
        }
        let holds = |all: &[bool], nth: usize| all.get(nth) == Some(&true);
        Some(self.of.iter().map(|[unit, time]| holds(&units, *unit) || holds(&times, *time)).collect())
    }
}

impl Texts {
    fn number(&mut self, text: String) -> usize {
        let next = self.all.len();
        let number = *self.numbers.entry(text.clone()).or_insert(next);
        if number == next {
            self.all.push(text);
        }
        number
    }

    fn holding(&self, term: &Term) -> Vec<bool> {
        self.all.iter().map(|text| find(text, term).is_some()).collect()
    }
}

impl About<'_> {
    /// Whether one of the texts holds a term.
    pub(crate) fn holds(&self, term: &Term) -> bool {
        find(self.unit, term).is_some() || !term.of_unit && find(self.time, term).is_some()
    }
}
