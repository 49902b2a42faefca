//! The rows of a grid: peeled of titles, meta rows and notes that the converter put inside.

use super::context::Context;
use super::line::{GridCell, Line};
use super::region::Region;
use super::words;
use crate::model::Stage;
use crate::registry::Registry;

/// One row of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct GridRow {
    /// 1-based line.
    pub line: u32,
    /// Index of the line.
    pub index: usize,
    pub cells: Vec<GridCell>,
}

impl GridRow {
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.as_str())
    }

    /// Columns that hold something, with their text.
    pub fn filled(&self) -> Vec<(usize, &str)> {
        let cells = self.cells.iter().map(|cell| cell.text.as_str()).enumerate();
        cells.filter(|(_, text)| !text.is_empty()).collect()
    }

    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.is_empty())
    }
}

/// A grid and the notes found in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grid {
    pub rows: Vec<GridRow>,
    /// Rows that are notes: index of the line and text.
    pub notes: Vec<(usize, String)>,
}

/// Takes the rows of a region; what belongs to the context or the notes goes there.
pub(super) fn grid<'r>(
    lines: &[Line<'_>],
    region: &Region,
    context: &mut Context<'r>,
    registry: &'r Registry,
    stage: Stage,
) -> Grid {
    let mut grid = Grid::default();
    let mut leading = true;
    for index in region.rows.iter().copied() {
        let row = GridRow { line: lines[index].number, index, cells: lines[index].cells() };
        leading = leading && peel(&row, context, registry, stage);
        if leading {
            continue;
        }
        match note(&row) {
            Some(text) => grid.notes.push((index, text)),
            None => grid.rows.push(row),
        }
    }
    grid
}

/// Whether a leading row is a title or meta row, which then goes to the context.
fn peel<'r>(row: &GridRow, context: &mut Context<'r>, registry: &'r Registry, stage: Stage) -> bool {
    let filled = row.filled();
    if filled.is_empty() {
        return false;
    }
    let joined: String = filled.iter().map(|(_, text)| *text).collect();
    let title =
        (filled.len() == 1 && context.spec.is_none()).then(|| registry.find(&joined, stage)).flatten();
    if let Some(spec) = title {
        context.spec = Some(spec);
        context.title = joined;
        context.title_lines = vec![row.index];
        return true;
    }
    let is_meta = filled.iter().all(|(_, text)| words::is_meta(text));
    if is_meta && filled.len() <= 4 {
        context.meta_lines.push(row.index);
        context.joined.push_str(&joined);
    }
    is_meta && filled.len() <= 4
}

/// The text of a row that is a note: words in one cell, nothing beside them.
fn note(row: &GridRow) -> Option<String> {
    match &row.filled()[..] {
        [(column, text)] if words::is_note(text) => row.cells.get(*column).map(|cell| cell.printed.clone()),
        _ => None,
    }
}
