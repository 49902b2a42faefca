//! A decoded, redacted document with its lines.

use std::collections::BTreeSet;

use super::decode::{self, Decoding};
use super::redact::{Redaction, Redactor};

/// A stretch of one line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// 1-based line.
    pub line: u32,
    /// First character, 0-based.
    pub start: u32,
    /// One past the last character, 0-based.
    pub end: u32,
}

/// Lines from `first` to `last`, both 1-based and included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineRange {
    /// First line.
    pub first: u32,
    /// Last line.
    pub last: u32,
}

impl LineRange {
    /// From `first` to `last`.
    pub fn new(first: u32, last: u32) -> Self {
        Self { first, last }
    }

    /// Whether `line` lies in the range.
    pub fn contains(self, line: u32) -> bool {
        (self.first..=self.last).contains(&line)
    }
}

/// The text of one document: decoded, personal data masked at the same length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    lines: Vec<String>,
    redactions: Vec<Redaction>,
    allowed: BTreeSet<usize>,
    decoding: Decoding,
}

impl SourceText {
    /// Decodes and redacts the bytes of a document. Never fails; [`SourceText::decoding`] tells what had to be done.
    pub fn new(bytes: &[u8], redactor: &Redactor) -> Self {
        let (text, decoding) = decode::decode(bytes);
        let mut masker = redactor.masker();
        let mut lines: Vec<String> =
            (1..).zip(text.split('\n')).map(|(number, line)| masker.line(number, line)).collect();
        if lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        Self { lines, redactions: masker.redactions, allowed: masker.used, decoding }
    }

    /// The lines, in order.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// The line with this 1-based number; empty beyond the end.
    pub fn line(&self, number: u32) -> &str {
        let index = number.checked_sub(1).and_then(|n| usize::try_from(n).ok());
        index.and_then(|i| self.lines.get(i)).map_or("", String::as_str)
    }

    /// How many lines there are.
    pub fn line_count(&self) -> u32 {
        u32::try_from(self.lines.len()).unwrap_or(u32::MAX)
    }

    /// What was masked, in document order.
    pub fn redactions(&self) -> &[Redaction] {
        &self.redactions
    }

    /// Which exceptions of the redactor the text needed, by their place among those given.
    pub fn allowed(&self) -> &BTreeSet<usize> {
        &self.allowed
    }

    /// What decoding had to do.
    pub fn decoding(&self) -> &Decoding {
        &self.decoding
    }

    /// The whole text, each line ended by `\n`.
    pub fn to_text(&self) -> String {
        self.lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
    }
}
