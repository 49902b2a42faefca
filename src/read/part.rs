//! Grids with their titles, metadata and notes; pages of one table joined.

use std::collections::BTreeSet;

use super::context::{self, Context};
use super::grid::{self, Grid, GridRow};
use super::line::Line;
use super::notes::{self, Note};
use super::region::{self, Region};
use super::words;
use crate::model::Stage;
use crate::registry::Registry;

/// A grid with all that belongs to it.
pub(super) struct Part<'r> {
    pub region: Region,
    pub context: Context<'r>,
    pub grid: Grid,
    pub notes: Vec<Note>,
}

impl<'r> Part<'r> {
    /// A performance form: by its title, or by the words its rows are headed with.
    pub fn is_form(&self) -> bool {
        let worded = self
            .grid
            .rows
            .iter()
            .flat_map(|row| row.filled())
            .filter(|(_, text)| words::is_form_word(text))
            .take(2)
            .count();
        self.context.spec.is_none() && (words::is_form_title(&self.context.title) || worded >= 2)
    }

    /// Whether `next` is this table's next page, with title and header printed again: it repeats no row.
    fn is_continued_by(&self, next: &Part<'r>) -> bool {
        let same_table = match (self.context.spec, next.context.spec) {
            (Some(this), Some(other)) => std::ptr::eq(this, other),
            _ => false,
        };
        let agrees = next.context.unit_name().is_none_or(|name| self.context.unit_name() == Some(name))
            && next.context.denomination().is_none_or(|other| self.context.denomination() == Some(other));
        if !same_table || !agrees || !self.notes.is_empty() {
            return false;
        }
        let pairs = self.grid.rows.iter().zip(&next.grid.rows);
        let header = pairs.take_while(|(this, other)| texts(this) == texts(other)).count();
        let known: BTreeSet<Vec<String>> = self.grid.rows[header..].iter().map(axis).collect();
        let body = &next.grid.rows[header..];
        header > 0 && !body.is_empty() && body.iter().all(|row| row.is_empty() || !known.contains(&axis(row)))
    }

    fn append(&mut self, next: Part<'r>) {
        self.region.rows.extend(next.region.rows);
        self.region.strays.extend(next.region.strays);
        self.context.meta_lines.extend(next.context.title_lines);
        self.context.meta_lines.extend(next.context.meta_lines);
        self.grid.rows.extend(next.grid.rows);
        self.grid.notes.extend(next.grid.notes);
        self.notes.extend(next.notes);
    }
}

/// Every grid of the document; one that goes on below a repeated title is one.
pub(super) fn parts<'r>(
    lines: &[Line<'_>],
    toc: &BTreeSet<usize>,
    registry: &'r Registry,
    stage: Stage,
) -> Vec<Part<'r>> {
    let regions = region::regions(lines, toc, registry);
    let mut floor = 0;
    let mut parts: Vec<Part<'r>> = Vec::new();
    for (position, region) in regions.iter().enumerate() {
        let toc_end = toc.range(..region.first()).next_back().map_or(0, |index| index + 1);
        let mut context = context::above(lines, floor.max(toc_end), region.first(), registry, stage);
        let grid = grid::grid(lines, region, &mut context, registry, stage);
        let limit = regions.get(position + 1).map_or(lines.len(), Region::first);
        let notes = notes::notes(lines, &grid, region.last() + 1, limit);
        floor = notes.iter().flat_map(|note| &note.lines).max().copied().unwrap_or(0).max(region.last()) + 1;
        let part = Part { region: region.clone(), context, grid, notes };
        match parts.last_mut() {
            Some(last) if last.is_continued_by(&part) => last.append(part),
            _ => parts.push(part),
        }
    }
    parts
}

/// What a row is about: its words and codes, and what stands before the first word.
fn axis(row: &GridRow) -> Vec<String> {
    let texts = texts(row);
    let is_worded = |text: &String| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let first = texts.iter().position(is_worded).unwrap_or(texts.len());
    let told = |at: usize, text: &String| at < first || is_worded(text) || words::is_code(text);
    texts.into_iter().enumerate().filter(|(at, text)| told(*at, text)).map(|(_, text)| text).collect()
}

fn texts(row: &GridRow) -> Vec<String> {
    row.filled().into_iter().map(|(_, text)| text.to_owned()).collect()
}
