//! Snippets: the stretch of a body that shows why a record was found.

use crate::fold::Folded;
use crate::holds::{find, find_from};
use crate::query::Term;

/// The most characters of a snippet, ellipses included.
const MAX_CHARS: usize = 200;

/// How many characters stand before the match.
const LEAD: usize = 40;

/// Where (characters, from the first to the one after the last) a text on one line has the terms.
pub(crate) fn marks(text: &str, terms: &[Term]) -> Vec<[usize; 2]> {
    let folded = Folded::new(text);
    let mut spans: Vec<[usize; 2]> = Vec::new();
    for term in terms.iter().filter(|term| term.is_findable()) {
        let mut from = 0;
        while let Some(start) = find_from(&folded.text, term, from) {
            from = start + term.text.len();
            let span = folded.span(text, start, from);
            let chars = |end: usize| text[..end].chars().count();
            spans.push([chars(span.start), chars(span.end)]);
        }
    }
    spans.sort_unstable();
    spans.dedup_by(|next, before| {
        let touches = next[0] <= before[1];
        before[1] = if touches { before[1].max(next[1]) } else { before[1] };
        touches
    });
    spans
}

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
    fn marks_are_what_was_asked_for() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("电子“政务”外网，政务 外网", "政务外网", &["政务”外网"]),
            ("刻章、刻制印章", "刻章", &["刻章"]),
            ("政务外网服务", "政务外 外网", &["政务外网"]),
            ("ＣＡ证书 CA", "ca", &["ＣＡ", "CA"]),
            ("1234.56", "34", &[]),
        ];
        for (text, query, expected) in cases {
            let query = Query::parse(query).unwrap();
            let marked = marks(text, query.terms());
            let chars: Vec<char> = text.chars().collect();
            let marked: Vec<String> =
                marked.iter().map(|[from, to]| chars[*from..*to].iter().collect()).collect();
            assert_eq!(&marked, expected, "{text}");
        }
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
