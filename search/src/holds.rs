//! The decision: whether a record really has what was asked.

use crate::apart::has_apart;
use crate::fold::{fold, is_word};
use crate::near;
use crate::plan::{Clause, Way};
use crate::query::Term;
use crate::record::Kept;
use crate::schema::about;

/// The texts of a record that terms may stand in, folded.
pub(crate) struct Texts<'a> {
    kept: &'a Kept,
    title: String,
    about: String,
    body: String,
}

impl<'a> Texts<'a> {
    pub(crate) fn new(kept: &'a Kept) -> Self {
        let record = &kept.record;
        let (title, about, body) = (fold(&record.title), fold(&about(record)), fold(&record.body));
        Self { kept, title, about, body }
    }

    /// Whether one of the texts holds the term.
    pub(crate) fn hold(&self, term: &Term) -> bool {
        let everywhere = [&self.title, &self.about, &self.body];
        let texts = if term.of_unit { &everywhere[1..2] } else { &everywhere[..] };
        texts.iter().any(|text| find(text, term).is_some())
    }

    /// Whether the record meets the clause in one of its ways.
    pub(crate) fn meet(&self, clause: &Clause) -> bool {
        clause.ways.iter().any(|way| match way {
            Way::Text(term) => self.hold(term),
            Way::Sound(sound) => self.kept.sounds.iter().any(|sounds| sound.is_in(sounds)),
            Way::Apart(text) => has_apart(&self.title, text),
            Way::Close(term) => near::is_near(term, &self.kept.record),
        })
    }
}

/// Where (byte offset) a folded text holds a term for the first time.
pub(crate) fn find(text: &str, term: &Term) -> Option<usize> {
    let mut from = 0;
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
