//! What stands above a grid: its title, tag, unit name, year and denomination, on any number of lines.

use super::line::Line;
use super::words;
use crate::model::{Denomination, FiscalYear, Stage};
use crate::registry::{Registry, TableSpec};

/// Non-blank lines above a grid among which its title is looked for.
const REACH: usize = 14;
/// Lines a title may be broken over.
const MOST_TITLE_LINES: usize = 3;
/// A longer line is prose, and ends the search.
const MOST_CHARS: usize = 60;

/// The title and the lines between it and the grid. Indices are those of lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Context<'r> {
    /// Indices of the title's lines; empty if there is none.
    pub title_lines: Vec<usize>,
    /// As printed, without markup and white space.
    pub title: String,
    /// The standard table of this title.
    pub spec: Option<&'r TableSpec>,
    /// Indices of the lines of tag, unit name, year and denomination.
    pub meta_lines: Vec<usize>,
    /// These lines, joined without white space.
    pub joined: String,
}

impl Context<'_> {
    pub fn denomination(&self) -> Option<Denomination> {
        words::find_denomination(&self.joined)
    }

    pub fn unit_name(&self) -> Option<String> {
        words::find_unit_name(&self.joined)
    }

    pub fn year(&self) -> Option<FiscalYear> {
        words::find_year(&self.title).or_else(|| words::find_year(&self.joined))
    }

    pub fn tag(&self) -> String {
        words::find_tag(&self.joined).unwrap_or_default()
    }
}

/// Looks above line `start` for the title of the grid, not beyond line `floor`.
pub(super) fn above<'r>(
    lines: &[Line<'_>],
    floor: usize,
    start: usize,
    registry: &'r Registry,
    stage: Stage,
) -> Context<'r> {
    let near = nearby(lines, floor, start);
    let known = (0..near.len()).find_map(|from| known_title(lines, &near, from, registry, stage));
    match known.or_else(|| unknown_title(lines, &near)) {
        Some((from, width, spec)) => build(lines, &near, from, width, spec),
        None => without_title(lines, &near),
    }
}

/// Text lines above, nearest first, up to prose or another block.
fn nearby(lines: &[Line<'_>], floor: usize, start: usize) -> Vec<usize> {
    let readable = |index: &usize| {
        let line = &lines[*index];
        line.is_text() && line.compact.chars().count() <= MOST_CHARS && !words::is_note(&line.compact)
    };
    (floor..start).rev().filter(|i| !lines[*i].is_gap()).take_while(readable).take(REACH).collect()
}

type Found<'r> = (usize, usize, Option<&'r TableSpec>);

fn known_title<'r>(
    lines: &[Line<'_>],
    near: &[usize],
    from: usize,
    registry: &'r Registry,
    stage: Stage,
) -> Option<Found<'r>> {
    let find = |width: usize| {
        let joined = join(lines, near.get(from..from + width)?);
        registry.find(words::split_denomination(&joined).0, stage)
    };
    // The longest run of lines decides, since one title ends in another; lines it does not need are no part of it.
    let (widest, spec) = (1..=MOST_TITLE_LINES).rev().find_map(|width| Some((width, find(width)?)))?;
    let same = |width: &usize| find(*width).is_some_and(|found| std::ptr::eq(found, spec));
    let width = (1..widest).find(same).unwrap_or(widest);
    Some((from, width, Some(spec)))
}

/// A table nobody registered: the nearest line that reads as a title, with only meta lines below it.
fn unknown_title<'r>(lines: &[Line<'_>], near: &[usize]) -> Option<Found<'r>> {
    let is_between = |index: &usize| {
        let compact = &lines[*index].compact;
        words::is_meta(compact) || compact.chars().count() <= 6 || words::find_denomination(compact).is_some()
    };
    let position = near.iter().position(|index| {
        words::is_title(&lines[*index].compact) && !words::is_meta(&lines[*index].compact)
    })?;
    near[..position].iter().all(is_between).then_some((position, 1, None))
}

/// Quotation marks and digits that the conversion threw out of the line above.
fn is_displaced(compact: &str) -> bool {
    compact.chars().all(|c| c.is_ascii_digit() || "“”‘’\"'%".contains(c))
}

/// The lines `near` in reading order, joined.
fn join(lines: &[Line<'_>], near: &[usize]) -> String {
    near.iter().rev().map(|index| lines[*index].compact.as_str()).collect()
}

fn build<'r>(
    lines: &[Line<'_>],
    near: &[usize],
    from: usize,
    width: usize,
    spec: Option<&'r TableSpec>,
) -> Context<'r> {
    let mut title_lines = near[from..from + width].to_vec();
    title_lines.reverse();
    let mut meta_lines = near[..from].to_vec();
    // A tag may stand above the title.
    if let Some(tag) = near.get(from + width).filter(|index| words::is_tag(&lines[**index].compact)) {
        meta_lines.push(*tag);
    }
    meta_lines.reverse();
    let title: String = title_lines
        .iter()
        .map(|index| lines[*index].compact.as_str())
        .filter(|line| !is_displaced(line))
        .collect();
    let (title, denomination) = words::split_denomination(&title);
    let meta = meta_lines.iter().map(|index| lines[*index].compact.as_str());
    let joined = std::iter::once(denomination).chain(meta).collect();
    Context { title: title.to_owned(), title_lines, spec, meta_lines, joined }
}

/// No title: the lines right above count as meta only if they read so.
fn without_title<'r>(lines: &[Line<'_>], near: &[usize]) -> Context<'r> {
    let mut meta_lines: Vec<usize> =
        near.iter().copied().take_while(|index| words::is_meta(&lines[*index].compact)).collect();
    meta_lines.reverse();
    let joined = meta_lines.iter().map(|index| lines[*index].compact.as_str()).collect();
    Context { meta_lines, joined, ..Context::default() }
}
