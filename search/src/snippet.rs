//! Snippets: the stretch of a body that shows why a record was found.

use crate::fold::Folded;
use crate::holds::find;
use crate::query::Term;

/// The most characters of a snippet, ellipses included.
const MAX_CHARS: usize = 200;

/// How many characters stand before the match.
const LEAD: usize = 40;

/// The passage of a body around the longest term it holds, else its beginning, on one line.
pub(crate) fn snippet(body: &str, terms: &[Term]) -> String {
    let folded = Folded::new(body);
    let found = terms.iter().filter_map(|term| Some((term.text.len(), find(&folded.text, term)?)));
    let anchor = found.max_by_key(|&(length, at)| (length, std::cmp::Reverse(at)));
    cut(body, anchor.map_or(0, |(_, at)| folded.origin(at)))
}

/// At most [`MAX_CHARS`] characters of a text, from [`LEAD`] characters before a byte offset.
fn cut(text: &str, anchor: usize) -> String {
    let (clean, before) = (one_line(text), one_line(&text[..anchor]).chars().count());
    let length = clean.chars().count();
    if length <= MAX_CHARS {
        return clean;
    }
    let start = before.saturating_sub(LEAD).min(length - MAX_CHARS);
    let window = clean.chars().skip(start).take(MAX_CHARS).enumerate();
    let cut_off = |at: usize| at == 0 && start > 0 || at + 1 == MAX_CHARS && start + MAX_CHARS < length;
    window.map(|(at, c)| if cut_off(at) { '…' } else { c }).collect()
}

/// A text with each stretch of white space and control characters made one space.
fn one_line(text: &str) -> String {
    let blank = |c: char| c.is_whitespace() || c.is_control();
    text.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;

    #[test]
    fn snippets_show_the_match() {
        let padding = "其他内容，".repeat(60);
        let body = format!("{padding}\n电子“政务”外网服务{padding}");
        let query = Query::parse("政务外网 其他").unwrap();
        let snippet = snippet(&body, query.terms());
        assert_eq!(snippet.chars().count(), MAX_CHARS);
        assert!(snippet.starts_with('…') && snippet.ends_with('…'), "{snippet}");
        assert!(snippet.contains(" 电子“政务”外网服务其他"), "{snippet}");
    }

    #[test]
    fn ends_are_whole() {
        let body = format!("{}政务外网", "其他内容，".repeat(60));
        let query = Query::parse("政务外网").unwrap();
        assert!(snippet(&body, query.terms()).ends_with("，政务外网"));
        assert!(snippet(&body, &[]).starts_with("其他内容"));
        assert_eq!(snippet("合计\t 12\n3", &[]), "合计 12 3");
        assert_eq!(snippet("", query.terms()), "");
    }
}
