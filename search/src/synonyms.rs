//! Words of the field that stand for the same thing: who looks for one finds the others.
//!
//! A table is a text: a group of words a line, white space between them, `#` before a remark; `刻章 => 公章` reads only
//! from left to right.

use serde::{Deserialize, Serialize};

use crate::fold::fold;

/// The table every index starts with.
const BUILT_IN: &str = include_str!("../data/synonyms.txt");
/// What stands between a word and those that are also meant.
const ARROW: &str = "=>";
/// The most alternatives of one term.
const MAX_ALTERNATIVES: usize = 24;

/// A table of synonyms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Synonyms {
    groups: Vec<Group>,
}

/// Words to look for, and what stands for them; both folded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Group(Vec<String>, Vec<String>);

impl Synonyms {
    /// The words of the field that are known.
    pub fn built_in() -> Self {
        let mut synonyms = Self::default();
        synonyms.extend(BUILT_IN);
        synonyms
    }

    /// Adds the groups of a table. Lines with fewer than two words say nothing and are passed over.
    pub fn extend(&mut self, table: &str) {
        let words = |text: &str| -> Vec<String> {
            text.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect()
        };
        for line in table.lines().map(|line| line.split('#').next().unwrap_or_default()) {
            let (from, to) = match line.split_once(ARROW) {
                Some((from, to)) => (words(from), words(to)),
                None => (words(line), words(line)),
            };
            if to.iter().any(|word| !from.contains(word) || to.len() > 1) && !from.is_empty() {
                self.groups.push(Group(from, to));
            }
        }
    }

    /// The words of each group, folded.
    pub(crate) fn groups(&self) -> impl Iterator<Item = impl Iterator<Item = &String>> {
        self.groups.iter().map(|Group(from, to)| from.iter().chain(to))
    }

    /// Whether other words stand for this one.
    pub fn has(&self, word: &str) -> bool {
        !self.of_whole(&fold(word)).is_empty()
    }

    /// The folded texts that stand for a whole folded term.
    pub(crate) fn of_whole(&self, term: &str) -> Vec<String> {
        self.alternatives(|word| word == term, |_, other| other.to_owned())
    }

    /// The folded texts that a folded term becomes where a word in it, the longest of its group, is put as another one.
    pub(crate) fn of_part(&self, term: &str) -> Vec<String> {
        let is_part = |word: &str| word != term && term.contains(word);
        let mut found = self.alternatives(is_part, |word, other| {
            if term.contains(other) { term.to_owned() } else { term.replacen(word, other, 1) }
        });
        found.retain(|text| text != term);
        found
    }

    /// In the order of the table.
    fn alternatives(
        &self,
        is_meant: impl Fn(&str) -> bool,
        text: impl Fn(&str, &str) -> String,
    ) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for Group(from, to) in &self.groups {
            let longest = from.iter().filter(|word| is_meant(word)).max_by_key(|word| word.len());
            let Some(word) = longest else { continue };
            for text in to.iter().filter(|other| *other != word).map(|other| text(word, other)) {
                if !found.contains(&text) && found.len() < MAX_ALTERNATIVES {
                    found.push(text);
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_group_and_an_arrow_a_direction() {
        let mut table = Synonyms::default();
        table.extend("刻章 刻制印章  # a remark\n\n公车 => 公务用车\n单独\n# 无 关\n=> 空\n");
        assert_eq!(table.of_part("免费刻章"), ["免费刻制印章"]);
        assert_eq!(table.of_part("刻制印章费"), ["刻章费"]);
        assert_eq!(table.of_whole("刻制印章"), ["刻章"]);
        assert_eq!(table.of_whole("公车"), ["公务用车"]);
        for term in ["公务用车", "单独", "无", "空", "免费刻章"] {
            assert!(table.of_whole(term).is_empty(), "{term}");
        }
    }

    #[test]
    fn the_built_in_table_can_be_read() {
        let table = Synonyms::built_in();
        assert!(table.of_whole("刻章").iter().any(|word| word == "刻制印章"));
        assert_eq!(table.of_part("7*24小时").first().map(String::as_str), Some("7×24小时"));
    }
}
