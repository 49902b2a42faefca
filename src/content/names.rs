//! The names of files in a unit's folder, and what a misspelt one was meant to be.

use std::fmt;

use crate::diag::closest;
use crate::model::ids::{Date, FiscalYear, Stage};

/// What a file in a unit's folder is, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DisclosureName {
    pub(super) year: FiscalYear,
    pub(super) stage: Stage,
    pub(super) kind: Kind,
}

/// The text, what stands beside it, or an earlier text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Settings,
    EarlierText(Date),
}

impl DisclosureName {
    /// Reads a name such as `2024-final.txt`; strict.
    pub(super) fn parse(name: &str) -> Option<Self> {
        let (stem, ending) = name.rsplit_once('.')?;
        let (period, date) = match stem.split_once('.') {
            None => (stem, None),
            Some((period, date)) => (period, Some(date.parse().ok()?)),
        };
        let (year, stage) = period.split_once('-')?;
        let kind = match (ending, date) {
            ("txt", None) => Kind::Text,
            ("txt", Some(date)) => Kind::EarlierText(date),
            ("toml", None) => Kind::Settings,
            _ => return None,
        };
        Some(Self { year: year.parse().ok()?, stage: stage.parse().ok()?, kind })
    }

    /// The name that a file was probably meant to have: it holds a year and a word like a stage.
    pub(super) fn meant_by(name: &str) -> Option<Self> {
        let (stem, ending) = name.rsplit_once('.')?;
        let ending = ending.to_ascii_lowercase();
        let words = words(stem);
        let stage = words.iter().find_map(|word| meant_stage(word))?;
        let mut numbers = words.iter().filter(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        let year = meant_year(numbers.next()?)?;
        let kind = match (ending.as_str(), meant_date(&numbers.map(String::as_str).collect::<String>())) {
            ("txt" | "text", None) => Kind::Text,
            ("txt" | "text", Some(date)) => Kind::EarlierText(date),
            ("toml", None) => Kind::Settings,
            _ => return None,
        };
        Some(Self { year, stage, kind })
    }
}

impl fmt::Display for DisclosureName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, stage, kind } = self;
        match kind {
            Kind::Text => write!(f, "{year}-{stage}.txt"),
            Kind::Settings => write!(f, "{year}-{stage}.toml"),
            Kind::EarlierText(date) => write!(f, "{year}-{stage}.{date}.txt"),
        }
    }
}

/// Runs of digits and runs of letters, in lower case.
fn words(stem: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = None;
    for c in stem.chars().flat_map(char::to_lowercase) {
        let kind = (c.is_alphanumeric(), c.is_ascii_digit());
        if kind.0 && before == Some(kind) {
            words.last_mut().into_iter().for_each(|word| word.push(c));
        } else if kind.0 {
            words.push(c.to_string());
        }
        before = Some(kind);
    }
    words
}

fn meant_stage(word: &str) -> Option<Stage> {
    if word.contains("预算") {
        return Some(Stage::Budget);
    }
    if word.contains("决算") {
        return Some(Stage::Final);
    }
    closest(word, ["budget", "final"])?.parse().ok()
}

/// `24` means 2024.
fn meant_year(digits: &str) -> Option<FiscalYear> {
    match digits.len() {
        2 => format!("20{digits}").parse().ok(),
        _ => digits.parse().ok(),
    }
}

/// `20250301` means 2025-03-01.
fn meant_date(digits: &str) -> Option<Date> {
    let (year, rest) = digits.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    format!("{year}-{month}-{day}").parse().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn good_names_are_read_and_written_alike() {
        for name in ["2024-final.txt", "2025-budget.toml", "2024-final.2025-03-01.txt"] {
            assert_eq!(DisclosureName::parse(name).map(|name| name.to_string()).as_deref(), Some(name));
        }
    }

    #[test]
    fn slips_are_understood() {
        for (name, meant) in [
            ("2024-finals.txt", "2024-final.txt"),
            ("24-final.txt", "2024-final.txt"),
            ("2024-Final.TXT", "2024-final.txt"),
            ("2024_budget.txt", "2024-budget.txt"),
            ("final-2024.txt", "2024-final.txt"),
            ("2024final.toml", "2024-final.toml"),
            ("2024年决算.txt", "2024-final.txt"),
            ("2024-bugdet.text", "2024-budget.txt"),
            ("2024-final-20250301.txt", "2024-final.2025-03-01.txt"),
            ("2024-final.2025-3-1.txt", "2024-final.txt"),
        ] {
            assert_eq!(DisclosureName::parse(name), None, "{name}");
            assert_eq!(DisclosureName::meant_by(name).map(|name| name.to_string()).as_deref(), Some(meant));
        }
    }

    #[test]
    fn other_names_mean_nothing() {
        for name in
            ["notes.md", "original.pdf", "2024.txt", "final.txt", "readme.txt", "2024-final.pdf", "", "."]
        {
            assert_eq!(DisclosureName::meant_by(name), None, "{name}");
        }
    }

    proptest! {
        #[test]
        fn what_is_meant_is_always_a_good_name(name in "[0-9a-z年决预算._\\-]{0,24}") {
            if let Some(meant) = DisclosureName::meant_by(&name) {
                prop_assert_eq!(DisclosureName::parse(&meant.to_string()), Some(meant));
            }
        }
    }
}
