//! Names of persons, where a document prints them as contacts, signatories and handlers.
//!
//! A name is known by its place and by its form: it stands behind a label, below a label that heads a column,
//! or beside a personal number; and it begins with a surname and is no ordinary word.

mod above;
mod form;
mod label;
mod list;
mod scan;

use std::ops::Range;

pub(super) use above::Above;
use label::{Label, Link};
use scan::{Outcome, Scan};

use super::shadow::{Letters, ends_cell, is_han};
use super::{NAME_MASK, RedactionKind};

/// A personal number of the line, in characters.
pub(super) type Number = (RedactionKind, Range<usize>);

/// The names of one line, from left to right; `above` is what the lines before it announce.
pub(super) fn names(shadow: &str, numbers: &[Number], above: &mut Above) -> Vec<Range<usize>> {
    let labelled = label::has_label(shadow);
    if !labelled && numbers.is_empty() && !above.expects(shadow) {
        return Vec::new();
    }
    let line = Letters::new(shadow);
    let cuts = label::cuts(&line);
    let labels = if labelled { label::labels(&line) } else { Vec::new() };
    let mut scan = Scan { line: &line, cuts: &cuts, found: Vec::new() };
    above.apply(&mut scan, &labels);
    let mut open = false;
    let mut end = line.len();
    for label in labels.iter().rev() {
        if label.bracketed {
            scan.ending(label.at.start - 1);
        } else {
            open |= behind(&mut scan, label, end);
            end = label.at.start;
        }
    }
    for number in numbers {
        beside(&mut scan, number);
    }
    let mut found = std::mem::take(&mut scan.found);
    found.sort_by_key(|name| (name.start, name.end));
    let mut last = 0;
    found.retain(|name| {
        let free = name.start >= last && name.start < name.end;
        last = last.max(name.end);
        free
    });
    let named = !found.is_empty() || shadow.contains(NAME_MASK);
    above.remember(&line, &labels, named, open);
    found
}

/// Looks behind a label. Gives whether its name may still come, in the next line.
fn behind(scan: &mut Scan<'_>, label: &Label, end: usize) -> bool {
    match label.link {
        Link::Loose => loose(scan, label, end),
        Link::Cell if !label::fills_cell(scan.line, label) => false,
        Link::Cell | Link::Colon => expected(scan, label, end),
    }
}

/// Behind a label in running text.
fn loose(scan: &mut Scan<'_>, label: &Label, end: usize) -> bool {
    let inside = label.bracket.is_some_and(|bracket| scan.list(bracket + 1, label.at.end));
    if !inside {
        scan.list(label.value, end);
    }
    false
}

/// Behind a colon, or in the cells after a label.
fn expected(scan: &mut Scan<'_>, label: &Label, end: usize) -> bool {
    let line = scan.line;
    let cell_end =
        |from: usize| (from..end).find(|at| line.get(*at).is_none_or(ends_cell)).unwrap_or(end.max(from));
    let mut zone = label.bracket.unwrap_or(label.value)..cell_end(label.value);
    let mut outcome = scan.all(zone.clone(), false);
    let mut more = outcome == Outcome::Nothing || label.many;
    while more && zone.end < end {
        let start = line.skip(zone.end, |c| ends_cell(c) || c == ' ').min(end);
        zone = start..cell_end(start);
        let next = scan.all(zone.clone(), true);
        more = next == Outcome::Names && label.many;
        outcome = if outcome == Outcome::Names { outcome } else { next };
    }
    if end < scan.line.len() {
        return false;
    }
    let listed =
        || scan.line.chars.iter().rev().find(|c| **c != ' ').is_some_and(|c| matches!(c, '、' | ':'));
    outcome == Outcome::Nothing || (outcome == Outcome::Names && (label.many || listed()))
}

/// Beside a number that only persons have: `张某 13800138000`, `13800138000（王某）`.
fn beside(scan: &mut Scan<'_>, number: &Number) {
    use RedactionKind::{BankCard, IdentityCard, Mobile};
    let (kind, at) = number;
    if !matches!(kind, Mobile | IdentityCard | BankCard | RedactionKind::Landline) {
        return;
    }
    let is_joint =
        |c: char| ends_cell(c) || matches!(c, ' ' | ':' | '(' | ')' | ',' | '、' | '/' | '-' | ';');
    let before = skip_words_back(scan, scan.line.skip_back(at.start, is_joint), is_joint);
    let taken = scan.found.len();
    scan.ending(before);
    // Places stand before landlines as well, and look like names of two characters.
    if *kind == RedactionKind::Landline {
        let mut found = scan.found.split_off(taken);
        let hidden =
            |name: &Range<usize>| scan.line.chars.get(name.clone()).is_some_and(|name| name.contains(&'某'));
        found.retain(|name| name.len() > 2 || hidden(name));
        scan.found.extend(found);
    } else {
        after(scan, at.end);
    }
}

/// Back over words such as 电话 between a name and a number.
fn skip_words_back(scan: &Scan<'_>, mut at: usize, is_joint: impl Fn(char) -> bool) -> usize {
    let cuts = scan.cuts.get(..scan.cuts.partition_point(|cut| cut.at.end <= at)).unwrap_or_default();
    for cut in cuts.iter().rev().take_while(|cut| cut.kind == label::CutKind::Beside) {
        let text: String = scan.line.chars.get(cut.at.end..at).unwrap_or_default().iter().collect();
        if !(text.is_empty() || matches!(text.as_str(), "号" | "号码" | "方式")) {
            break;
        }
        at = scan.line.skip_back(cut.at.start, &is_joint);
    }
    at
}

/// A name straight after a number: in brackets, or as the rest of its cell.
fn after(scan: &mut Scan<'_>, end: usize) {
    let at = scan.line.skip(end, |c| matches!(c, ' ' | '('));
    let until = scan.line.skip(at, |c| is_han(c) || form::is_part(c));
    let closed =
        scan.line.get(until).is_none_or(|c| ends_cell(c) || matches!(c, ')' | ',' | '、' | ';' | '。' | ' '));
    if closed && at - end <= 2 {
        scan.list(at, until);
    }
}
