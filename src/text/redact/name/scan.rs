//! Names where names are expected: behind a label, in a cell, beside a number.

use std::ops::Range;

use super::form::{is_blank, is_dot, is_name, is_part, is_titled_surname};
use super::label::{Cut, CutKind};
use crate::text::redact::NAME_MASK;
use crate::text::redact::shadow::{Letters, is_han};

/// White space between the characters of one name, at most.
const MOST_SPACE: usize = 8;
/// The longest run that may be a body and a name.
const MOST_BODY: usize = 16;
/// A run this long is prose, after which no names are expected.
const PROSE: usize = 8;

/// What stands where a name is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Names, which are now among those found.
    Names,
    /// Nothing but signs, numbers and words like 签章.
    Nothing,
    /// Something that is no name.
    Other,
}

/// Collects the names of one line.
pub(super) struct Scan<'a> {
    pub line: &'a Letters<'a>,
    pub cuts: &'a [Cut],
    pub found: Vec<Range<usize>>,
}

impl Scan<'_> {
    fn chars(&self, at: Range<usize>) -> &[char] {
        self.line.chars.get(at).unwrap_or_default()
    }

    /// The word that ends names and begins here.
    fn cut_at(&self, at: usize) -> Option<&Cut> {
        let next = self.cuts.partition_point(|cut| cut.at.start < at);
        self.cuts.get(next).filter(|cut| cut.at.start == at)
    }

    /// Takes every name of the zone; with `first`, only if the zone begins with one.
    pub fn all(&mut self, zone: Range<usize>, first: bool) -> Outcome {
        let (mut at, mut outcome) = (zone.start, Outcome::Nothing);
        while at < zone.end {
            let Some(c) = self.line.get(at).filter(|c| !matches!(c, '。' | '！' | '？')) else { break };
            if let Some(cut) = self.cut_at(at) {
                let (kind, end) = (cut.kind, cut.at.end);
                at = if kind == CutKind::Verb { self.line.skip(end, is_part) } else { end };
                if kind == CutKind::Other {
                    break;
                }
            } else if c == NAME_MASK {
                (at, outcome) = (at + 1, Outcome::Names);
            } else if !is_part(c) || (is_blank(c) && c != '某') || is_dot(c) {
                at += 1;
            } else if let Some(next) = self.person(at, zone.end, true) {
                (at, outcome) = (next, Outcome::Names);
            } else {
                let end = self.run_end(at, zone.end);
                if outcome == Outcome::Nothing {
                    outcome = Outcome::Other;
                }
                if end - at > PROSE || (first && outcome == Outcome::Other) {
                    break;
                }
                at = end;
            }
        }
        outcome
    }

    /// Takes the name that begins exactly here, and those listed after it.
    pub fn list(&mut self, at: usize, end: usize) -> bool {
        let mut next = self.person(at, end, false);
        let found = next.is_some();
        while let Some(at) = next {
            let is_listed = matches!(self.line.get(at), Some('、' | ',' | ';' | '/'));
            let following = self.line.skip(at + 1, |c| c == ' ');
            next = if is_listed { self.person(following, end, false) } else { None };
        }
        found
    }

    /// Where the run of a name's characters ends: at another character, or at a word that ends names.
    fn run_end(&self, at: usize, end: usize) -> usize {
        let cut = self.cuts.partition_point(|cut| cut.at.start <= at);
        let end = self.cuts.get(cut).map_or(end, |cut| end.min(cut.at.start));
        let joins = |next: usize| {
            let (before, c, after) = (next.checked_sub(1), self.line.get(next), self.line.get(next + 1));
            let before = before.and_then(|before| self.line.get(before));
            match c {
                Some(' ') => before.is_some_and(is_dot) || (after.is_some_and(is_dot) && next + 1 < end),
                Some('.') => next + 1 < end && before.is_some_and(is_han) && after.is_some_and(is_han),
                Some(c) => is_part(c),
                None => false,
            }
        };
        (at..end).find(|next| !joins(*next)).unwrap_or(end)
    }

    /// Takes the person named here; gives where to go on. Names of four characters need a place made for names.
    fn person(&mut self, at: usize, end: usize, expected: bool) -> Option<usize> {
        let run_end = self.run_end(at, end);
        if let Some(next) = self.titled(at, run_end) {
            return Some(next);
        }
        if let Some(name) = self.spaced(at, run_end, end) {
            return Some(self.take(name));
        }
        let run: Vec<char> =
            self.chars(at..run_end).iter().map(|c| if *c == '.' { '·' } else { *c }).collect();
        let run: Vec<char> = run.into_iter().filter(|c| *c != ' ').collect();
        let follows = |c: &&char| matches!(**c, '*' | '等') || is_dot(**c);
        let kept = run.len() - run.iter().rev().take_while(follows).count();
        if kept < run.len() && fits(run.get(..kept).unwrap_or_default(), expected) {
            return Some(self.take(at..at + kept));
        }
        if fits(&run, expected) {
            return Some(self.take(at..run_end));
        }
        let joined = self.joined(at, &run, expected);
        if joined.is_none() && expected { self.led(at, &run) } else { joined }
    }

    /// `综合科张三`, `由张三`: a name behind a body, or behind a word that leads to a name.
    fn led(&mut self, at: usize, run: &[char]) -> Option<usize> {
        const BODIES: &str = "科股室部局处办组队所站院校厅心会司";
        const LEADING: &str = "由请与找给是和及即叫";
        let starts = |length: &usize| {
            let (before, name) = run.split_at_checked(run.len().checked_sub(*length)?)?;
            let last = *before.last()?;
            let leads = LEADING.contains(last) || (before.len() > 1 && BODIES.contains(last));
            (leads && is_name(name)).then_some(before.len())
        };
        let start = [3, 2].iter().filter(|_| run.len() <= MOST_BODY).find_map(starts)?;
        Some(self.take(at + start..at + run.len()))
    }

    fn take(&mut self, name: Range<usize>) -> usize {
        let end = name.end;
        self.found.push(name);
        end
    }

    /// `张主任`: the surname.
    fn titled(&mut self, at: usize, run_end: usize) -> Option<usize> {
        let surname = run_end == at + 1 && self.line.get(at).is_some_and(is_titled_surname);
        let cut = self.cut_at(run_end).filter(|cut| surname && cut.kind == CutKind::Title)?;
        let end = cut.at.end;
        self.take(at..run_end);
        Some(end)
    }

    /// `张 三`, `欧阳 某某`, `王小 明`: a name with white space inside.
    fn spaced(&self, at: usize, run_end: usize, end: usize) -> Option<Range<usize>> {
        let mut ends = vec![run_end];
        let mut name: Vec<char> = self.chars(at..run_end).to_vec();
        if name.len() > 2 || !name.iter().all(|c| is_han(*c)) {
            return None;
        }
        let mut best = None;
        while let Some(part) = ends.last().and_then(|last| self.next_part(*last, end)) {
            let whole = name.len() == 2 && ends.len() == 1 && is_name(&name);
            let part_chars = self.chars(part.clone());
            if part_chars.len() > 2 || (whole && (part_chars.len() > 1 || self.is_lone(part.end, end))) {
                break;
            }
            name.extend(part_chars);
            ends.push(part.end);
            if name.len() > 4 {
                break;
            }
            if is_name(&name) && fits(&name, false) {
                best = Some(at..part.end);
            }
        }
        best
    }

    /// The next run of Chinese characters, if nothing but a little white space stands before it.
    fn next_part(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let at = self.line.skip(from, |c| c == ' ');
        let near = at > from && at - from <= MOST_SPACE && at < end && self.cut_at(at).is_none();
        let part = at..self.run_end(at, end);
        let chars = self.chars(part.clone());
        let is_text = !chars.is_empty() && chars.iter().all(|c| is_han(*c) && !"男女等章年月日".contains(*c));
        (near && is_text).then_some(part)
    }

    /// Whether a single character stands there after white space: the second half of another name.
    fn is_lone(&self, from: usize, end: usize) -> bool {
        self.next_part(from, end).is_some_and(|part| part.len() == 1)
    }

    /// `张三和李四`.
    fn joined(&mut self, at: usize, run: &[char], expected: bool) -> Option<usize> {
        let middle = run.iter().position(|c| matches!(c, '和' | '及' | '与' | '暨'))?;
        let (first, second) = (run.get(..middle)?, run.get(middle + 1..)?);
        if !(fits(first, expected) && fits(second, expected)) {
            return None;
        }
        self.take(at..at + middle);
        Some(self.take(at + middle + 1..at + run.len()))
    }

    /// `王 小 明` before `end`, whose last part begins at `at`.
    fn spaced_before(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let mut starts = Vec::new();
        let mut start = at;
        for _ in 0..MOST_PARTS {
            let gap = self.line.skip_back(start, |c| c == ' ');
            let part = gap.checked_sub(1).filter(|part| self.line.get(*part).is_some_and(is_han));
            let lone = part.filter(|part| {
                let before = part.checked_sub(1).and_then(|before| self.line.get(before));
                before.is_none_or(|c| !is_part(c)) && gap < start && start - gap <= MOST_SPACE
            });
            let Some(part) = lone else { break };
            starts.push(part);
            start = part;
        }
        let whole = |start: &usize| self.spaced(*start, *start + 1, end).filter(|name| name.end == end);
        starts.iter().rev().find_map(whole)
    }

    /// Takes the name that ends exactly here, perhaps with a title behind it: `张某`, `张某科长`.
    pub fn ending(&mut self, until: usize) -> bool {
        let mut start = self.line.skip_back(until, is_part);
        start = start.max(until.saturating_sub(super::form::LONGEST + 8));
        let first = self.cuts.partition_point(|cut| cut.at.end <= start);
        let last = self.cuts.partition_point(|cut| cut.at.start < until);
        let inside = self.cuts.get(first..last).unwrap_or_default();
        let titled = inside.last().filter(|cut| cut.at.end == until && cut.kind == CutKind::Title);
        let end = titled.map_or(until, |cut| cut.at.start);
        let before = inside.iter().rev().find(|cut| cut.at.end <= end);
        let at = before.map_or(start, |cut| cut.at.end);
        if at >= end {
            return false;
        }
        if let Some(name) = self.spaced_before(at, end) {
            self.take(name);
            return true;
        }
        let whole = self.person(at, end, false) == Some(until);
        if whole || self.found.last().is_some_and(|name| name.end == end) {
            return true;
        }
        let run = self.chars(at..end).to_vec();
        self.led(at, &run).is_some()
    }
}

/// How many parts a name with white space inside has before its last.
const MOST_PARTS: usize = 3;

/// Whether the run is a name; in prose, four characters that begin like a surname are rather four of a word.
fn fits(run: &[char], expected: bool) -> bool {
    let double: String = run.iter().take(2).collect();
    let long = run.len() == 4
        && run.iter().all(|c| is_han(*c) && *c != '某')
        && !super::list::LISTS.is_double_surname(&double);
    is_name(run) && (expected || !long)
}
