//! The surnames, and the words that begin like one: data beside the code.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What is known of surnames and words.
pub(super) struct Lists {
    /// The hundred most frequent surnames of one character.
    pub common: BTreeSet<char>,
    single: BTreeSet<char>,
    double: BTreeSet<&'static str>,
    never: BTreeSet<&'static str>,
    whole: BTreeSet<&'static str>,
    ends: Vec<&'static str>,
}

pub(super) static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let surnames = include_str!("surnames.txt");
    let words = include_str!("words.txt");
    let common = line(surnames, "common");
    let singles = [common, line(surnames, "other"), line(surnames, "traditional")];
    Lists {
        common: common.chars().collect(),
        single: singles.iter().flat_map(|line| line.chars()).collect(),
        double: line(surnames, "double").split(' ').collect(),
        never: line(words, "never").split(' ').collect(),
        whole: line(words, "whole").split(' ').collect(),
        ends: line(words, "ends").split(' ').collect(),
    }
});

/// What follows a heading in one of the lists.
fn line(text: &'static str, heading: &str) -> &'static str {
    text.lines()
        .find_map(|line| line.strip_prefix(heading)?.strip_prefix(':'))
        .map(str::trim)
        .unwrap_or_default()
}

impl Lists {
    pub fn is_surname(&self, c: char) -> bool {
        self.single.contains(&c)
    }

    pub fn is_double_surname(&self, text: &str) -> bool {
        self.double.contains(text)
    }

    /// Whether the text is, or begins with, an ordinary word, or ends as names of bodies do.
    pub fn is_word(&self, text: &str) -> bool {
        let begins = text
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .skip(1)
            .take(2)
            .any(|end| text.get(..end).is_some_and(|head| self.never.contains(head)));
        let four = text.chars().count() > 3 && self.begins_with_word(text);
        begins || four || self.whole.contains(text) || self.ends.iter().any(|end| text.ends_with(end))
    }
}

impl Lists {
    /// Whether the first two or three characters are a word: then four are not a name.
    fn begins_with_word(&self, text: &str) -> bool {
        let ends = text.char_indices().map(|(at, _)| at).skip(2).take(2);
        ends.filter_map(|end| text.get(..end)).any(|head| self.whole.contains(head))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_there_and_holds_what_it_should() {
        let lists = &*LISTS;
        assert!((95..=105).contains(&lists.common.len()), "{}", lists.common.len());
        assert!(lists.single.len() > 400, "{}", lists.single.len());
        assert!(lists.single.iter().all(|c| super::super::super::shadow::is_han(*c)));
        assert!(lists.double.iter().all(|name| name.chars().count() == 2));
        assert!(lists.never.iter().chain(&lists.whole).all(|word| word.chars().count() >= 2));
        assert!(lists.is_surname('张') && lists.is_surname('陳') && !lists.is_surname('元'));
        assert!(lists.is_double_surname("欧阳"));
    }
}
