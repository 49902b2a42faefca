//! Puts the cells of a row under the columns of its header, when the conversion lost or added some.

use super::column::Layout;
use super::grid::GridRow;
use super::line::GridCell;
use super::panel::Panel;
use super::words;
use crate::model::{Number, read_number};
use crate::registry::AxisWords;

/// A row laid under its header.
#[derive(Clone, Debug)]
pub(super) struct Aligned {
    /// One for each column of the header.
    pub cells: Vec<GridCell>,
    /// What had to be done, in one sentence.
    pub note: Option<String>,
    /// The cells cannot be told apart: their numbers must not be used.
    pub doubtful: bool,
}

/// Lays a row under `width` columns. Only empty cells are added or dropped; a row that fits in no one way is doubtful.
pub(super) fn align(row: &GridRow, width: usize, layout: &Layout, axis: &AxisWords) -> Aligned {
    let count = row.cells.len();
    let plain = resize(&row.cells, width, row.line);
    let lost: Vec<&str> =
        row.cells.iter().skip(width).map(|c| c.printed.as_str()).filter(|t| !t.is_empty()).collect();
    let fits = lost.is_empty() && fits(&plain, layout, axis);
    if fits && count == width {
        return Aligned { cells: plain, note: None, doubtful: false };
    }
    if fits {
        let note = format!(
            "the row has {count} cells, the header {width}: empty cells at its end were {}",
            if count < width { "added" } else { "dropped" }
        );
        return Aligned { cells: plain, note: Some(note), doubtful: false };
    }
    let mut ways = shifts(&row.cells, width, row.line);
    ways.retain(|cells| self::fits(cells, layout, axis));
    ways.dedup_by(|a, b| a.iter().map(|c| &c.printed).eq(b.iter().map(|c| &c.printed)));
    match &mut ways[..] {
        [only] => Aligned {
            cells: std::mem::take(only),
            note: Some(format!(
                "the row has {count} cells, the header {width}: its cells were shifted to fit"
            )),
            doubtful: false,
        },
        _ => {
            let note = format!(
                "the row's cells do not fit the header ({count} cells, {width} columns); its numbers are shown but not used"
            );
            Aligned { cells: plain, note: Some(note), doubtful: true }
        }
    }
}

fn resize(cells: &[GridCell], width: usize, line: u32) -> Vec<GridCell> {
    let mut cells = cells.to_vec();
    cells.resize_with(width, || GridCell::absent(line));
    cells
}

/// Every way to reach the width by adding, or dropping, one empty cell.
fn shifts(cells: &[GridCell], width: usize, line: u32) -> Vec<Vec<GridCell>> {
    let count = cells.len();
    if count + 1 == width {
        let insert = |at: usize| {
            let mut cells = cells.to_vec();
            cells.insert(at, GridCell::absent(line));
            cells
        };
        (0..=count).map(insert).collect()
    } else if count == width + 1 {
        let remove = |at: usize| {
            let mut cells = cells.to_vec();
            cells.remove(at);
            cells
        };
        (0..count).filter(|at| cells[*at].printed.is_empty()).map(remove).collect()
    } else {
        Vec::new()
    }
}

/// Whether every axis cell holds what its column is for.
fn fits(cells: &[GridCell], layout: &Layout, axis: &AxisWords) -> bool {
    layout.panels.iter().all(|panel| panel_fits(panel, cells, axis))
}

fn panel_fits(panel: &Panel, cells: &[GridCell], axis: &AxisWords) -> bool {
    let text = |column: &usize| cells.get(*column).map_or("", |cell| cell.text.as_str());
    let codes: Vec<&str> = panel.codes.iter().map(text).collect();
    let labels: Vec<&str> =
        panel.labels.iter().chain(&panel.second_labels).chain(&panel.other_codes).map(text).collect();
    let numbers_fit = panel
        .row_numbers
        .iter()
        .map(text)
        .all(|t| t.is_empty() || axis.kind(t).is_some() || is_row_number(t));
    let codes_fit = codes.iter().all(|t| !is_decimal(t));
    let labels_fit = labels.iter().all(|t| !is_decimal(t));
    // A code in the label's column, beside an empty code column, moved there.
    let moved = !panel.codes.is_empty()
        && codes.iter().all(|t| t.is_empty())
        && labels.iter().any(|t| words::is_code(t));
    let worded = panel.values.iter().map(text).any(is_label)
        && labels.iter().chain(&codes).all(|t| t.is_empty())
        && panel.has_axis();
    numbers_fit && codes_fit && labels_fit && !moved && !worded
}

fn is_row_number(text: &str) -> bool {
    let whole = text.strip_suffix(".00").or_else(|| text.strip_suffix(".0")).unwrap_or(text);
    whole.len() <= 4 && whole.bytes().all(|b| b.is_ascii_digit())
}

fn is_decimal(text: &str) -> bool {
    text.contains(['.', ',']) && matches!(read_number(text), Number::Value(_))
}

fn is_label(text: &str) -> bool {
    text.chars().count() >= 2 && text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}
