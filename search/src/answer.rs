//! What a search finds.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::query::Term;
use crate::record::{Kind, Record, Stage, UnknownWord};
use crate::sieve::Facets;
use crate::snippet::{marks, snippet};

/// A found passage; serialises to an element of `gongkai search --format json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// Where it opens, relative to the site's root, with its anchor.
    pub url: String,
    /// Its heading.
    pub title: String,
    /// What it is.
    pub kind: Kind,
    /// The unit's id.
    pub unit: Option<String>,
    /// The unit's name.
    pub unit_name: Option<String>,
    /// The fiscal year.
    pub year: Option<u16>,
    /// Budget or final accounts.
    pub stage: Option<Stage>,
    /// The score: higher is better, comparable within one answer only.
    pub score: u32,
    /// At most 200 characters around what was found, on one line.
    pub snippet: String,
    /// The amount, an exact decimal in yuan.
    pub value: Option<String>,
    /// Whether it only nearly has what was asked.
    pub near: bool,
}

/// How to show a hit. Marks say where it has what was asked: from which character (counted from 0) to before which.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Display {
    /// Marks in its heading.
    pub title: Vec<[usize; 2]>,
    /// Marks in its snippet.
    pub snippet: Vec<[usize; 2]>,
    /// What its amount is, as the document calls it.
    pub value_name: String,
}

impl Hit {
    pub(crate) fn new(record: Record, score: u32, shown: &[Term], near: bool) -> (Self, Display) {
        let Record { url, title, kind, unit, unit_name, year, stage, body, value, value_name, .. } = record;
        let in_title = marks(&title, shown);
        // What the heading shows need not be shown again.
        let sought = if in_title.is_empty() { shown } else { &[] };
        let snippet = snippet(if body.is_empty() { &title } else { &body }, sought);
        let display = Display { snippet: marks(&snippet, shown), title: in_title, value_name };
        (Self { url, title, kind, unit, unit_name, year, stage, score, snippet, value, near }, display)
    }
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The hits, best first.
    pub hits: Vec<Hit>,
    /// How to show them, one for each.
    pub displays: Vec<Display>,
    /// How many records have what was asked, those on the page of a better hit included.
    pub total: usize,
    /// Whether `total` is exact; otherwise a few of those counted may have the characters, but not in a row.
    pub is_exact: bool,
    /// How many of them are what.
    pub facets: Facets,
    /// The words that a question was reduced to, folded; empty if the query was taken as it is.
    pub words: Vec<String>,
    /// The words that were looked for as well, because they stand for one that was typed.
    pub synonyms: Vec<String>,
}

/// What hits are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best first.
    #[default]
    Relevance,
    /// The greatest amount first, then those without one.
    Amount,
    /// The last year first.
    Year,
}

impl FromStr for Sort {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        let found =
            [Self::Relevance, Self::Amount, Self::Year].into_iter().find(|sort| sort.to_string() == word);
        found.ok_or_else(|| UnknownWord::new(word, "relevance, amount, year"))
    }
}

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Relevance => "relevance",
            Self::Amount => "amount",
            Self::Year => "year",
        })
    }
}
