//! Enumerated items in running text, glued or not: `1评估费：…；2服务费：…`, `（1）…`, `①…`, `1.…`.
//!
//! An enumerator glued to a name that begins with digits (`1012345热线`) can be read in several ways; the sequence tells
//! which one is meant.

use crate::read::line::Line;

/// Highest number looked for.
const MOST_ITEMS: u32 = 99;
/// Marks among which the items of one list are looked for.
const MOST_MARKS: usize = 400;
/// Measures that follow a number that counts something, and no enumerator.
const MEASURES: &str = "年月日个万元项人名家次台套户条种类件批辆亿千百季度倍岁天周时分%％";

/// How an enumerator is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    /// `1` `1.` `1、`
    Digits,
    /// `(1)` `1)`
    Brackets,
    /// `①`
    Circle,
    /// `一、`
    Chinese,
    /// `（一）`
    ChineseBrackets,
    /// `一是`
    ChineseIs,
    /// No enumerator.
    None,
}

/// A place where an item may begin: bytes of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub style: Style,
    pub number: u32,
    /// First byte of the enumerator.
    pub start: usize,
    /// First byte of the item's text.
    pub body: usize,
}

/// All readings of the enumerator at byte `at`.
pub(super) fn marks(text: &str, at: usize) -> Vec<Mark> {
    let rest = text.get(at..).unwrap_or_default();
    let mark = |style, number, length: usize| Mark { style, number, start: at, body: at + length };
    if let Some((number, length)) = circled(rest) {
        return vec![mark(Style::Circle, number, length)];
    }
    if let Some((number, length)) = bracketed(rest) {
        return vec![mark(Style::Brackets, number, length)];
    }
    if let Some((style, number, length)) = chinese(rest) {
        return vec![mark(style, number, length)];
    }
    let digits = |(number, length)| mark(Style::Digits, number, length);
    digit_readings(rest).into_iter().map(digits).collect()
}

fn circled(rest: &str) -> Option<(u32, usize)> {
    let first = rest.chars().next()?;
    let number = u32::from(first).checked_sub(u32::from('①'))? + 1;
    (number <= 20).then_some((number, first.len_utf8()))
}

/// `(1)`, `1)`
fn bracketed(rest: &str) -> Option<(u32, usize)> {
    let inner = rest.trim_start_matches(['(', '（']);
    let digits = leading_digits(inner);
    let close = inner.get(digits.len()..)?.chars().next().filter(|c| matches!(c, ')' | '）'))?;
    let number = digits.parse().ok().filter(|number| (1..=MOST_ITEMS).contains(number))?;
    Some((number, rest.len() - inner.len() + digits.len() + close.len_utf8()))
}

fn chinese(rest: &str) -> Option<(Style, u32, usize)> {
    let inner = rest.trim_start_matches(['(', '（']);
    let opened = rest.len() - inner.len();
    let numeral: String = inner.chars().take_while(|c| "一二三四五六七八九十".contains(*c)).collect();
    let close = inner.get(numeral.len()..)?.chars().next()?;
    let style = match (opened > 0, close) {
        (true, ')' | '）') => Style::ChineseBrackets,
        (false, '、' | '．') => Style::Chinese,
        (false, '是') => Style::ChineseIs,
        _ => return None,
    };
    Some((style, chinese_number(&numeral)?, opened + numeral.len() + close.len_utf8()))
}

/// 1 to 99 in Chinese numerals.
pub(super) fn chinese_number(numeral: &str) -> Option<u32> {
    let digit =
        |c: char| "一二三四五六七八九".chars().position(|d| d == c).and_then(|at| u32::try_from(at + 1).ok());
    let one = |text: &str| match text.chars().count() {
        0 => Some(None),
        1 => text.chars().next().and_then(digit).map(Some),
        _ => None,
    };
    match numeral.split_once('十') {
        None => one(numeral)?,
        Some((tens, ones)) => Some(one(tens)?.unwrap_or(1) * 10 + one(ones)?.unwrap_or(0)),
    }
}

/// `1`, `10` and no more of `1012345热线`; nothing of `2022年`, `1.5万元`, `3个`.
fn digit_readings(rest: &str) -> Vec<(u32, usize)> {
    let run = leading_digits(rest);
    let after = rest.get(run.len()..).unwrap_or_default();
    let Some(next) = after.chars().next() else { return Vec::new() };
    let is_year = run.len() == 4 && (run.starts_with("19") || run.starts_with("20")) && next == '年';
    if rest.starts_with('0') || is_year {
        return Vec::new();
    }
    let reading = |length: usize| {
        let number = rest.get(..length)?.parse::<u32>().ok()?;
        let whole = length == run.len();
        let separator = if whole && matches!(next, '、' | '.' | '．') { next.len_utf8() } else { 0 };
        let body = rest.get(length + separator..)?;
        (number <= MOST_ITEMS && begins_name(body, separator > 0, whole))
            .then_some((number, length + separator))
    };
    (1..=run.len().min(2)).filter_map(reading).collect()
}

/// Whether a name can begin so behind an enumerator; without a separator, what counts something is none.
fn begins_name(body: &str, separated: bool, whole: bool) -> bool {
    let Some(first) = body.chars().next() else { return false };
    let digits = leading_digits(body);
    let behind = body.get(digits.len()..).unwrap_or_default().chars().next();
    let is_year = digits.len() == 4 && behind == Some('年');
    let counted = !is_year && behind.is_none_or(|c| MEASURES.contains(c) || ",.%-~—/".contains(c));
    match (separated, whole) {
        // 1.5万元 is a number.
        (true, _) => digits.is_empty() || !counted,
        (false, true) => !MEASURES.contains(first) && !",-~—/.%".contains(first),
        (false, false) => !body.starts_with('0') && behind.is_some_and(|c| !",.%-~—/".contains(c)),
    }
}

fn leading_digits(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// Bytes at which an item may begin: at lines, and behind the marks that end a sentence or open a list.
pub(super) fn openings(text: &str, line_starts: &[usize]) -> Vec<usize> {
    let ends = text.char_indices().filter(|(_, c)| matches!(c, '。' | '；' | ';' | '：' | ':'));
    let mut openings: Vec<usize> =
        ends.map(|(at, c)| at + c.len_utf8()).chain(line_starts.iter().copied()).collect();
    openings.sort_unstable();
    openings.dedup();
    openings
}

/// The first list 1, 2, 3 … of at least two items; `marks` are in text order. One number may be missing, never two.
pub(super) fn chain(marks: &[Mark]) -> Vec<Mark> {
    let firsts = marks.iter().enumerate().filter(|(_, mark)| mark.number == 1);
    let lists = firsts.map(|(at, first)| {
        let rest = marks.get(at + 1..).unwrap_or_default();
        list(*first, rest.get(..MOST_MARKS).unwrap_or(rest))
    });
    lists.into_iter().find(|list| list.len() >= 2).unwrap_or_default()
}

fn list(first: Mark, rest: &[Mark]) -> Vec<Mark> {
    let mut list = vec![first];
    let mut last = first;
    let alike: Vec<&Mark> = rest.iter().filter(|mark| mark.style == first.style).collect();
    for (at, mark) in alike.iter().enumerate().filter(|(_, mark)| mark.number > 1) {
        let next = last.number + 1;
        let missing = || !alike.iter().skip(at + 1).any(|later| later.number == next);
        if mark.start >= last.body && (mark.number == next || mark.number == next + 1 && missing()) {
            list.push(**mark);
            last = **mark;
        }
    }
    list
}

/// Bytes at which lines begin in a text put together from them.
pub(super) fn line_starts<'l, 'a: 'l>(lines: impl IntoIterator<Item = &'l Line<'a>>) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in lines {
        starts.push(at);
        at += super::sentences::Sentences::of([line]).text.len();
    }
    starts
}
