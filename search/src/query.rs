//! The query grammar: words split at white space, all of which must occur, and phrases in quotation marks.
//!
//! `阳城 2024 "CA 证书" -工装 年:2024 金额>100万` asks for three terms, without a fourth, in a year, above an amount. A
//! quotation mark begins a phrase only at the start of a word and only if its partner ends a word; anywhere else it is a
//! mark like others, so `“三公”经费` is one word. What looks like a filter and is none (`甲:乙`) is a word. There is no
//! nesting and nothing to escape; every text within the limits is a query.

mod field;

use crate::Filters;
use crate::amount::Bounds;
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
    excluded: Vec<Term>,
    filters: Filters,
    bounds: Bounds,
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
        let mut query = Self::default();
        for word in split(text) {
            query.take(word);
        }
        if query.terms.iter().any(Term::is_findable) {
            query.terms.retain(Term::is_findable);
        }
        match query.terms.len() + query.excluded.len() {
            0..=MAX_TERMS => Ok(query),
            more => Err(QueryError::TooManyTerms(more)),
        }
    }

    /// The terms, all of which a hit has, in the order typed.
    pub(crate) fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The terms none of which a hit has.
    pub(crate) fn excluded(&self) -> &[Term] {
        &self.excluded
    }

    /// What the query itself says a hit must be.
    pub(crate) fn filters(&self) -> &Filters {
        &self.filters
    }

    /// The bounds of the amount that the query itself gives.
    pub(crate) fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// Whether it asks for nothing.
    pub(crate) fn is_blank(&self) -> bool {
        self.terms.is_empty() && self.filters == Filters::default() && self.bounds == Bounds::default()
    }

    fn take(&mut self, word: Word<'_>) {
        let (excluded, text) = match word.text.strip_prefix(MINUS) {
            // A negative number is a number.
            Some(rest) if !word.quoted && rest.starts_with(|c: char| !c.is_numeric()) => (true, rest),
            _ => (word.excluded, word.text),
        };
        if !excluded && !word.quoted && field::take(self, text) {
            return;
        }
        let term = Term { exact: word.quoted, ..Term::new(text) };
        let terms = if excluded { &mut self.excluded } else { &mut self.terms };
        if !term.text.is_empty() && !terms.contains(&term) && (!excluded || term.is_findable()) {
            terms.push(term);
        }
    }
}

/// A word or phrase that must occur as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Folded.
    pub text: String,
    /// Whether it matches whole words only: a term of Latin letters and digits.
    pub whole_words: bool,
    /// Whether it is quoted: no synonym stands for it, and nothing near it.
    pub exact: bool,
    /// Whether it is to stand in what is known of the record's unit.
    pub of_unit: bool,
}

impl Term {
    pub(crate) fn new(source: &str) -> Self {
        Self::of_folded(fold(source))
    }

    pub(crate) fn of_folded(text: String) -> Self {
        let whole_words = !text.contains(is_cjk);
        Self { text, whole_words, exact: false, of_unit: false }
    }

    /// Whether there is a letter or digit to find it by. Marks that stand alone (`刻章 - 汾阳`) are passed
    /// over beside other terms.
    pub(crate) fn is_findable(&self) -> bool {
        self.text.contains(char::is_alphanumeric)
    }
}

/// A word or the content of a quoted phrase.
struct Word<'a> {
    text: &'a str,
    quoted: bool,
    excluded: bool,
}

/// What stands before a word that hits must not have.
const MINUS: [char; 2] = ['-', '－'];

/// Cuts a query into words and the contents of quoted phrases.
fn split(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(is_blank);
        if rest.is_empty() {
            return None;
        }
        let excluded = rest.strip_prefix(MINUS).and_then(quoted);
        let phrase = quoted(rest).or(excluded);
        let (text, after) = phrase.unwrap_or_else(|| word(rest));
        rest = after;
        Some(Word { text, quoted: phrase.is_some(), excluded: excluded.is_some() })
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
            ("NOT (a OR b) 甲:乙 时间:", &["not", "(a", "or", "b)", "甲:乙", "时间:"]),
            ("年:去年 金额>很多 -5 - c", &["年:去年", "金额>很多", "-5", "c"]),
            ("項目:刻章", &["刻章"]),
        ];
        for (text, expected) in cases {
            assert_eq!(&terms(text), expected, "{text}");
        }
    }

    #[test]
    fn queries_say_what_a_hit_must_be() {
        let query =
            Query::parse("项目:刻章 单位：阳城 年度:2024年 地区:140500 -工装 -\"CA 证书\" 金额>100万")
                .unwrap();
        let texts = |terms: &[Term]| terms.iter().map(|term| term.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(query.terms()), ["刻章", "阳城"]);
        assert!(query.terms()[1].of_unit && !query.terms()[0].of_unit);
        assert_eq!(texts(query.excluded()), ["工装", "ca证书"]);
        let filters = query.filters();
        assert_eq!((&filters.kinds[..], &filters.years[..]), (&[crate::Kind::Project][..], &[2024][..]));
        assert_eq!(filters.regions, ["140500"]);
        let bounds =
            |text: &str| Query::parse(text).map(|query| (query.bounds().min, query.bounds().max)).unwrap();
        assert_eq!(bounds("金额>100万"), (Some(100_000_001), None));
        assert_eq!(bounds("金额>=1.5亿元 金额＜2亿"), (Some(15_000_000_000), Some(19_999_999_999)));
        assert_eq!(bounds("amount<=0.5 amount>0"), (Some(1), Some(50)));
        assert_eq!(bounds("金额:10万-20万"), (Some(10_000_000), Some(20_000_000)));
        assert_eq!(bounds("金额：1,234.56元"), (Some(123_456), Some(123_456)));
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
