//! The decision: whether a record really has what was asked.

use crate::about::About;
use crate::apart::has_apart;
use crate::fold::{fold, is_word};
use crate::near;
use crate::plan::{Clause, Way};
use crate::query::Term;
use crate::record::Record;

/// The texts of a record that terms may stand in, folded.
pub(crate) struct Texts<'a> {
    record: &'a Record,
    sounds: &'a [String],
    about: About<'a>,
    title: String,
    text: String,
}

impl<'a> Texts<'a> {
    pub(crate) fn new(record: &'a Record, sounds: &'a [String], about: About<'a>) -> Self {
        let (title, text) = (fold(&record.title), fold(&record.text()));
        Self { record, sounds, about, title, text }
    }

    /// Whether one of the texts holds the term.
    pub(crate) fn hold(&self, term: &Term) -> bool {
        let is_in = |text: &String| find(text, term).is_some();
        self.about.holds(term) || !term.of_unit && [&self.title, &self.text].into_iter().any(is_in)
    }

    /// Whether the record meets the clause in one of its ways.
    pub(crate) fn meet(&self, clause: &Clause) -> bool {
        clause.ways.iter().any(|way| match way {
            Way::Text(term) => self.hold(term),
            Way::Sound(sound) => self.sounds.iter().any(|sounds| sound.is_in(sounds)),
            Way::Apart(text) => self.is_named() && has_apart(&self.title, text),
            Way::Close(term) => self.is_named() && near::is_near(term, self.record),
        })
    }

    /// Whether the record's name is looked for when nothing has the letters.
    fn is_named(&self) -> bool {
        near::KINDS.contains(&self.record.kind)
    }
}

/// Where (byte offset) a folded text holds a term for the first time.
pub(crate) fn find(text: &str, term: &Term) -> Option<usize> {
    find_from(text, term, 0)
}

/// Where (byte offset) a folded text holds a term for the first time from a byte offset on.
pub(crate) fn find_from(text: &str, term: &Term, mut from: usize) -> Option<usize> {
    while let Some(at) = text[from..].find(&term.text).map(|at| from + at) {
        if !term.whole_words || is_whole(text, at, at + term.text.len()) {
            return Some(at);
        }
        from = at + text[at..].chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// Whether no Latin word or number is cut at either end of a stretch of text.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let cuts = |at: usize| {
        let (before, after) = text.split_at(at);
        before.ends_with(is_word) && after.starts_with(is_word)
    };
    !cuts(start) && !cuts(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;

    #[test]
    fn texts_hold_terms() {
        let cases = [
            ("电子政务外网服务", "政务外网", Some(2)),
            ("电子政务与外网", "政务外网", None),
            ("代码 2010306 行政", "2010306", Some(2)),
            ("代码 2010306 行政", "20103", None),
            ("20103060 2010306", "2010306", Some(9)),
            ("C22 云视讯", "22云视", Some(1)),
            ("C22 云视讯", "C22", Some(0)),
            ("C22 云视讯", "C2", None),
            ("1234.56", "34.56", None),
            ("1234.56", "1234.56", Some(0)),
            ("政务\n外网", "政务外网", None),
            ("政务，外网", "政务外网", None),
            ("政务，外网", "务，外", Some(1)),
        ];
        for (text, query, expected) in cases {
            let text = fold(text);
            let query = Query::parse(query).unwrap();
            let at = find(&text, &query.terms()[0]).map(|at| text[..at].chars().count());
            assert_eq!(at, expected, "{query:?} in {text}");
        }
    }
}
