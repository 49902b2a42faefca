//! The query grammar: words split at white space, all of which must occur, and phrases in quotation marks.
//!
//! `阳城 2024 "CA 证书"` asks for three terms. A quotation mark begins a phrase only at the start of a word
//! and only if its partner ends a word; anywhere else it is a mark like others, so `“三公”经费` is one word.
//! There are no operators, no nesting and nothing to escape; every text within the limits is a query.

use crate::fold::{fold, is_cjk};

/// The most characters a query may have.
pub const MAX_CHARS: usize = 256;

/// The most terms a query may have.
pub const MAX_TERMS: usize = 32;

/// Why a text is no query.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    /// More than [`MAX_CHARS`] characters.
    #[error("the query has {0} characters, at most {MAX_CHARS} are possible")]
    TooLong(usize),
    /// More than [`MAX_TERMS`] terms.
    #[error("the query has {0} words, at most {MAX_TERMS} are possible")]
    TooManyTerms(usize),
}

/// A checked query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
    whole: String,
}

impl Query {
    /// Reads a query as typed. Blank text is the query without terms, which every record matches.
    ///
    /// # Errors
    /// When it exceeds [`MAX_CHARS`] or [`MAX_TERMS`].
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        let chars = text.chars().count();
        if chars > MAX_CHARS {
            return Err(QueryError::TooLong(chars));
        }
        let mut terms: Vec<Term> = Vec::new();
        for term in split(text).map(Term::new) {
            if !term.text.is_empty() && !terms.contains(&term) {
                terms.push(term);
            }
        }
        if terms.iter().any(Term::is_findable) {
            terms.retain(Term::is_findable);
        }
        if terms.len() > MAX_TERMS {
            return Err(QueryError::TooManyTerms(terms.len()));
        }
        Ok(Self { terms, whole: fold(text) })
    }

    /// The terms, all of which a hit has, in the order typed.
    pub(crate) fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The folded query as a whole: perhaps somebody typed a name with spaces in it.
    pub(crate) fn whole(&self) -> &str {
        &self.whole
    }
}

/// A word or phrase that must occur as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Folded.
    pub text: String,
    /// Whether it matches whole words only: a term of Latin letters and digits.
    pub whole_words: bool,
}

impl Term {
    fn new(source: &str) -> Self {
        let text = fold(source);
        let whole_words = !text.contains(is_cjk);
        Self { text, whole_words }
    }

    /// Whether there is a letter or digit to find it by. Marks that stand alone (`刻章 - 汾阳`) are passed
    /// over beside other terms.
    pub(crate) fn is_findable(&self) -> bool {
        self.text.contains(char::is_alphanumeric)
    }
}

/// Cuts a query into words and the contents of quoted phrases.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(is_blank);
        if rest.is_empty() {
            return None;
        }
        let (term, after) = quoted(rest).unwrap_or_else(|| word(rest));
        rest = after;
        Some(term)
    })
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

fn word(text: &str) -> (&str, &str) {
    text.split_at(text.find(is_blank).unwrap_or(text.len()))
}

/// The phrase at the start of the text and what follows its closing mark.
fn quoted(text: &str) -> Option<(&str, &str)> {
    const MARKS: [(char, char); 5] = [('"', '"'), ('“', '”'), ('「', '」'), ('『', '』'), ('＂', '＂')];
    let (open, close) = MARKS.into_iter().find(|(open, _)| text.starts_with(*open))?;
    let (phrase, after) = text.strip_prefix(open)?.split_once(close)?;
    (after.is_empty() || after.starts_with(is_blank)).then_some((phrase, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn terms(text: &str) -> Vec<String> {
        Query::parse(text).unwrap().terms.into_iter().map(|term| term.text).collect()
    }

    #[test]
    fn queries_are_words_and_phrases() {
        let cases: &[(&str, &[&str])] = &[
            ("政务外网", &["政务外网"]),
            ("阳城  2024\u{3000}政务外网 ", &["阳城", "2024", "政务外网"]),
            ("\"big data\" 中心", &["big data", "中心"]),
            ("“行政审批 服务”", &["行政审批 服务"]),
            ("“三公”经费", &["三公经费"]),
            ("和“三公”经费", &["和三公经费"]),
            ("\"不闭合 的", &["不闭合", "的"]),
            ("ＣＡ证书", &["ca证书"]),
            ("刻章 - 汾阳", &["刻章", "汾阳"]),
            ("刻章 刻章", &["刻章"]),
            ("……", &["......"]),
            ("\"\"", &[]),
            (" \t\n", &[]),
            ("NOT (a OR b) -c year:2024", &["not", "(a", "or", "b)", "-c", "year:2024"]),
        ];
        for (text, expected) in cases {
            assert_eq!(&terms(text), expected, "{text}");
        }
    }

    #[test]
    fn queries_have_limits() {
        assert_eq!(Query::parse(&"政".repeat(10_000)), Err(QueryError::TooLong(10_000)));
        assert_eq!(Query::parse(&"(".repeat(5_000)), Err(QueryError::TooLong(5_000)));
        assert!(Query::parse(&"(".repeat(MAX_CHARS)).is_ok());
        let words = |n: usize| (0..n).map(|i| i.to_string()).collect::<Vec<_>>().join(" ");
        assert!(Query::parse(&words(MAX_TERMS)).is_ok());
        assert_eq!(Query::parse(&words(MAX_TERMS + 1)), Err(QueryError::TooManyTerms(MAX_TERMS + 1)));
    }

    proptest! {
        #[test]
        fn anything_is_read_or_refused(text in "[\"“”「」 政务a1\\PC]{0,300}") {
            if let Ok(query) = Query::parse(&text) {
                prop_assert!(query.terms.len() <= MAX_TERMS);
                prop_assert!(query.terms.iter().all(|term| !term.text.is_empty()));
            }
        }
    }
}
