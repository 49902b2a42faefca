//! Near matches, for when nothing matches: a name that differs from a term in one character, or has the
//! Chinese and the Latin parts of a mixed term apart (`CA证书`: `CA 数字证书办理费`).

use crate::fold::{fold, is_cjk, is_word};
use crate::holds::find;
use crate::query::Term;
use crate::record::{Kind, Record};

/// The kinds whose names are compared.
pub(crate) const KINDS: [Kind; 3] = [Kind::Unit, Kind::Project, Kind::Table];

/// The fewest characters of names and terms that are compared.
const MIN_NAME: usize = 4;

/// The fewest characters of a term that may be near a part of a name: a term of four has too many neighbours.
const MIN_PART: usize = 5;

/// The ways in which a near name can be found, each a list of pieces that the name has as they are: one edit
/// leaves one of two halves intact.
pub(crate) fn pieces(term: &str) -> Vec<Vec<&str>> {
    let mut ways: Vec<Vec<&str>> = halves(term).into_iter().flatten().map(|half| vec![half]).collect();
    ways.extend(parts(term));
    ways
}

/// Whether a record's name is near a term.
pub(crate) fn is_near(term: &Term, record: &Record) -> bool {
    let close = record.names().any(|name| is_close(&term.text, &fold(name)));
    close || parts(&term.text).is_some_and(|parts| has_all(&fold(&record.title), &parts))
}

fn has_all(title: &str, parts: &[&str]) -> bool {
    parts.iter().all(|part| {
        let term = Term::of_folded((*part).to_owned());
        find(title, &term).is_some()
    })
}

/// Cuts a term near its middle, outside its words and numbers.
fn halves(term: &str) -> Option<[&str; 2]> {
    let chars: Vec<(usize, char)> = term.char_indices().collect();
    if chars.len() < MIN_NAME {
        return None;
    }
    let middle = chars.len() / 2;
    let cuts = (1..chars.len()).filter(|&at| !(is_word(chars[at - 1].1) && is_word(chars[at].1)));
    let cut = cuts.min_by_key(|at| at.abs_diff(middle))?;
    let (left, right) = term.split_at(chars[cut].0);
    Some([left, right])
}

/// The Chinese and Latin parts of a mixed term, if each has two characters or more.
fn parts(term: &str) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    let mut rest = term;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| is_cjk(c) != is_cjk(first)).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push(part);
        rest = after;
    }
    let long = |part: &&str| part.chars().nth(1).is_some() && part.chars().all(char::is_alphanumeric);
    (parts.len() > 1 && parts.iter().all(long)).then_some(parts)
}

/// Whether a term is at most one edit away from a name, or from a part of it if the term is long enough.
fn is_close(term: &str, name: &str) -> bool {
    let (term, name): (Vec<char>, Vec<char>) = (term.chars().collect(), name.chars().collect());
    if term.len() < MIN_NAME || name.len() < MIN_NAME {
        return false;
    }
    distance(&term, &name, term.len() >= MIN_PART) <= 1
}

/// The edit distance of a term to a text or, if `inside`, to the nearest part of the text.
fn distance(term: &[char], text: &[char], inside: bool) -> usize {
    let mut column: Vec<usize> = (0..=term.len()).collect();
    let mut nearest = term.len();
    for (nth, c) in text.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut column[0], if inside { 0 } else { nth + 1 });
        for (row, t) in term.iter().enumerate() {
            let substituted = diagonal + usize::from(t != c);
            diagonal = column[row + 1];
            column[row + 1] = substituted.min(diagonal + 1).min(column[row] + 1);
        }
        nearest = nearest.min(column[term.len()]);
    }
    if inside { nearest } else { column[term.len()] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_near() {
        let cases = [
            ("政务外往", "政务外网", true),
            ("政务外", "政务外网", false),
            ("政务外网络", "政务外网", true),
            ("政务外往", "电子政务外网服务项目", false),
            ("电子政务外往", "电子政务外网服务项目", true),
            ("电子政务内往", "电子政务外网服务项目", false),
            ("电政务外网", "电子政务外网服务项目", true),
            ("公章刻制经废", "公章刻制经费", true),
            ("大同市审批局", "大同市行政审批管理局", false),
            ("大同市行政审批局", "大同市行政审批管理局", true),
        ];
        for (term, name, expected) in cases {
            assert_eq!(is_close(term, name), expected, "{term} {name}");
        }
    }

    #[test]
    fn terms_have_pieces() {
        assert_eq!(pieces("政务外网"), [["政务"], ["外网"]]);
        assert_eq!(pieces("12345热钱"), [vec!["12345"], vec!["热钱"], vec!["12345", "热钱"]]);
        assert_eq!(pieces("ca证书"), [vec!["ca"], vec!["证书"], vec!["ca", "证书"]]);
        assert!(pieces("kezhang").is_empty());
        assert!(pieces("24年").is_empty());
    }
}
