//! What templates leave behind, and clauses that stand twice.

use std::collections::BTreeSet;

use super::super::facts::Facts;
use crate::model::Claim;
use crate::text::{Span, compact};

/// What was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Residue {
    Placeholder,
    Choice,
    Punctuation,
    Repeated,
}

/// A clause of so many characters does not come twice by chance.
const LONG_CLAUSE: usize = 18;

const PLACEHOLDERS: [&str; 6] = ["XX", "xx", "××", "＊＊", "00台", "00辆"];
const CHOICES: [&str; 6] =
    ["增加（减少）", "增加(减少)", "增长（下降）", "增长(下降)", "增加/减少", "增长/下降"];

/// The first residue of a line, and the words.
pub(super) fn find(line: &str) -> Option<(Residue, String)> {
    let text = compact(line);
    if let Some(word) = placeholder(&text) {
        Some((Residue::Placeholder, word.to_owned()))
    } else if let Some(word) = choice(&text) {
        Some((Residue::Choice, word.to_owned()))
    } else if let Some(word) = punctuation(&text) {
        Some((Residue::Punctuation, word.to_owned()))
    } else {
        repeated(&text).map(|clause| (Residue::Repeated, clause))
    }
}

fn placeholder(text: &str) -> Option<&'static str> {
    let may_hold = text.contains(['X', 'x', '×', '＊']) || text.contains("00");
    PLACEHOLDERS.into_iter().filter(|_| may_hold).find(|word| is_placeholder(text, word))
}

fn choice(text: &str) -> Option<&'static str> {
    let may_hold = text.contains("少）") || text.contains("降）") || text.contains(['/', ')']);
    CHOICES.into_iter().filter(|_| may_hold).find(|word| text.contains(word))
}

/// The first pair of marks that do not follow each other; dots in a row are an ellipsis.
fn punctuation(text: &str) -> Option<&'static str> {
    let pairs = text.chars().zip(text.chars().skip(1));
    let mut words = pairs.filter_map(|pair| match pair {
        ('。', '。') => Some("。。"),
        ('，', '，') => Some("，，"),
        ('，', '。') => Some("，。"),
        ('；', '。') => Some("；。"),
        ('、', '。') => Some("、。"),
        _ => None,
    });
    words.next().filter(|_| !text.contains("。。。。"))
}

/// A placeholder stands where a number or name belongs, not inside a number or word.
fn is_placeholder(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '*');
        match word.starts_with('0') {
            // 00 behind a digit or point is the end of a number.
            true => !joins(before) && before != Some('.'),
            false => !joins(before) && !joins(after),
        }
    })
}

/// The first claim of a line that the line makes a second time, where it repeats at least two.
pub(super) fn said_twice<'a>(claims: &[&'a Claim]) -> Option<&'a Claim> {
    let same = |one: &Claim, other: &Claim| {
        one.aspect == other.aspect
            && one.subject == other.subject
            && one.basis == other.basis
            && one.base == other.base
            && one.value == other.value
            && one.printed == other.printed
    };
    let repeats = |at: usize, claim: &Claim| {
        claims.get(at + 1..).is_some_and(|rest| rest.iter().any(|other| same(claim, other)))
    };
    let money = claims.iter().enumerate().filter(|(_, claim)| claim.denomination.is_some());
    let mut twice = money.filter(|(at, claim)| repeats(*at, claim)).map(|(_, claim)| *claim);
    let first = twice.next()?;
    twice.next().map(|_| first)
}

/// A long clause with a number in it that stands twice in the paragraph.
fn repeated(text: &str) -> Option<String> {
    let mut seen = BTreeSet::new();
    let clauses = text.split(['。', '；', '，', '：']);
    let long = clauses.filter(|clause| clause.chars().count() >= LONG_CLAUSE);
    long.filter(|clause| clause.chars().any(|c| c.is_ascii_digit()))
        .find(|clause| !seen.insert(*clause))
        .map(str::to_owned)
}

/// What is said of it, in Chinese and English.
pub(super) fn says(residue: Residue) -> (&'static str, &'static str) {
    match residue {
        Residue::Placeholder => {
            ("文字中留有模板的占位符。", "A placeholder of the template was left in the text.")
        }
        Residue::Choice => (
            "文字中留有模板的选项（增加、减少未选定）。",
            "A choice of the template was left in the text (more or less).",
        ),
        Residue::Punctuation => ("文字中标点重复。", "Punctuation stands twice."),
        Residue::Repeated => ("同一语句在一段中出现两次。", "A clause stands twice in one paragraph."),
    }
}

/// A name for the place that stays when lines move: its section and the kind of residue.
pub(super) fn name(facts: &Facts<'_>, line: u32, residue: Residue) -> String {
    let mut sections = facts.reading.sections.iter().filter(|section| section.lines.contains(line));
    let heading = sections.next_back().map_or("", |section| section.heading.as_str());
    format!(
        "{heading} {residue:?} {}",
        crate::text::matching(facts.line(line)).chars().take(12).collect::<String>()
    )
}

/// Where the words stand in the line.
pub(super) fn span(line: &str, number: u32, found: &str) -> Span {
    let start = line.find(found).map_or(0, |at| line.get(..at).unwrap_or_default().chars().count());
    let length = if line.contains(found) { found.chars().count() } else { 0 };
    let convert = |count: usize| u32::try_from(count).unwrap_or_default();
    Span { line: number, start: convert(start), end: convert(start + length) }
}
