//! What lines announce for those below them: a label at the end of a line, labels that head columns.

use super::label::{Label, Link, fills_cell};
use super::scan::{Outcome, Scan};
use crate::text::redact::shadow::{Letters, ends_cell};

/// Blank lines over which an announcement holds: tables are cut by the end of a page.
const MOST_BLANKS: u8 = 2;
/// Longer cells are no names.
const LONGEST_CELL: usize = 30;

/// What is announced for the next line.
#[derive(Clone, Debug, Default)]
pub(in crate::text::redact) struct Above {
    /// The last label had no name behind it.
    open: bool,
    /// The columns, 0-based, that a label heads.
    columns: Vec<usize>,
    blanks: u8,
}

impl Above {
    /// Whether the line is to be looked at for what was announced. Forgets what no longer holds.
    pub fn expects(&mut self, line: &str) -> bool {
        if !self.open && self.columns.is_empty() {
            return false;
        }
        if line.trim().is_empty() {
            self.blanks += 1;
            if self.blanks > MOST_BLANKS {
                *self = Self::default();
            }
            return false;
        }
        true
    }

    /// Takes the names that were announced.
    pub(super) fn apply(&mut self, scan: &mut Scan<'_>, labels: &[Label]) {
        self.blanks = 0;
        let cells = cells(scan.line);
        if self.open
            && let Some(first) = cells.iter().find(|cell| !cell.is_empty())
        {
            let end = labels.first().map_or(first.end, |label| label.at.start.min(first.end));
            self.open = false;
            if end >= first.start && end - first.start <= LONGEST_CELL {
                let outcome = scan.all(first.start..end, true);
                let listed = end == first.end && scan.line.get(end.saturating_sub(1)) == Some('、');
                self.open = outcome == Outcome::Nothing || (outcome == Outcome::Names && listed);
            }
        }
        let is_row = cells.len() > 1 && !labels.iter().any(Label::is_certain);
        for cell in self.columns.iter().filter(|_| is_row).filter_map(|column| cells.get(*column)) {
            if cell.len() <= LONGEST_CELL {
                scan.all(cell.clone(), true);
            }
        }
    }

    /// Keeps what this line announces. `named` tells whether it held names itself, `open` whether one is due.
    pub(super) fn remember(&mut self, line: &Letters<'_>, labels: &[Label], named: bool, open: bool) {
        let cells = cells(line);
        self.open = open || (self.open && labels.is_empty());
        if cells.len() > 1 && !labels.iter().any(Label::is_certain) {
            return;
        }
        let heads = |label: &&Label| {
            label.strong && matches!(label.link, Link::Cell | Link::Colon) && fills_cell(line, label)
        };
        let column = |label: &Label| Some(cells.partition_point(|cell| cell.end < label.at.start));
        let is_header = cells.len() > 1 && !named;
        self.columns = labels.iter().filter(|_| is_header).filter(heads).filter_map(column).collect();
    }
}

/// The cells of the line, in characters.
fn cells(line: &Letters<'_>) -> Vec<std::ops::Range<usize>> {
    let mut start = 0;
    let mut cells = Vec::new();
    for (at, _) in line.chars.iter().enumerate().filter(|(_, c)| ends_cell(**c)) {
        cells.push(start..at);
        start = at + 1;
    }
    cells.push(start..line.len());
    cells
}
