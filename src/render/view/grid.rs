//! Rows and columns as a page shows them, whatever the table looked like in print.

use serde::Serialize;

use super::cell::CellView;
use crate::model::{Column, Row, Table, is_detail};

/// A heading of one or several columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    /// As printed.
    pub text: String,
    /// Columns it covers.
    pub colspan: usize,
    /// Rows of headings it covers.
    pub rowspan: usize,
}

/// A row: a heading and its cells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowView {
    /// `total`, `part` (a heading without figures), `detail` (a 1. below a （一）), or empty.
    pub kind: &'static str,
    /// 1 to 3 for 类, 款, 项; 0 where rows have no levels.
    pub level: usize,
    /// Function or economic code; may be empty.
    pub code: String,
    /// As printed, may be empty.
    pub label: String,
    /// 1-based line of the source.
    pub line: u32,
    /// One for each column.
    pub cells: Vec<CellView>,
}

/// A grid of cells below headings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Grid {
    /// `income` or `expenditure` for one half of a two-sided table; else empty.
    pub side: &'static str,
    /// What the rows are: `subject`, `item`.
    pub axis: &'static str,
    /// Rows of headings, without the one above the row labels.
    pub heads: Vec<Vec<Head>>,
    /// The rows.
    pub rows: Vec<RowView>,
    /// How many columns of cells there are.
    pub width: usize,
    /// The levels that occur, if there are several.
    pub levels: Vec<usize>,
}

/// Columns of print that make one column of a grid: several where a table repeats its columns side by side.
pub(super) type ColumnSet = Vec<usize>;

impl Grid {
    pub(super) fn new(table: &Table, rows: &[&Row], columns: &[ColumnSet]) -> Self {
        let names: Vec<&str> = columns.iter().map(|set| column_name(table, set)).collect();
        let rows =
            rows.iter().filter(|row| says_something(row)).map(|row| row_view(table, row, columns)).collect();
        Self::from_rows(&names, rows)
    }

    pub(super) fn from_rows(columns: &[&str], rows: Vec<RowView>) -> Self {
        let mut levels: Vec<usize> = rows.iter().map(|row| row.level).filter(|level| *level > 0).collect();
        levels.sort_unstable();
        levels.dedup();
        if levels.len() < 2 {
            levels.clear();
        }
        let axis = if rows.iter().any(|row| !row.code.is_empty()) { "subject" } else { "item" };
        Self { side: "", axis, heads: heads(columns), rows, width: columns.len(), levels }
    }
}

fn column_name<'a>(table: &'a Table, set: &[usize]) -> &'a str {
    set.first().and_then(|index| table.columns.get(*index)).map_or("", |column: &Column| column.name.as_str())
}

/// Rows that print nothing but their number are left out.
fn says_something(row: &Row) -> bool {
    !row.label.is_empty()
        || !row.code.is_empty()
        || row.cells.iter().any(|cell| !cell.printed.trim().is_empty())
}

fn row_view(table: &Table, row: &Row, columns: &[ColumnSet]) -> RowView {
    let cell_under = |set: &ColumnSet| {
        let cell = row.cells.iter().find(|cell| set.contains(&cell.column));
        cell.map_or_else(CellView::missing, |cell| CellView::new(table, row, cell))
    };
    let kind = row_kind(table, row);
    RowView {
        kind,
        level: level(&row.code),
        code: row.code.clone(),
        label: row.label.clone(),
        line: row.line,
        cells: if kind == "part" { Vec::new() } else { columns.iter().map(cell_under).collect() },
    }
}

fn row_kind(table: &Table, row: &Row) -> &'static str {
    if table.is_heading(row) {
        "part"
    } else if ["合计", "总计", "总支出", "总收入"].iter().any(|end| row.label.ends_with(end)) {
        "total"
    } else if row.code.is_empty() && is_detail(&row.label) {
        "detail"
    } else {
        ""
    }
}

/// Codes of 3, 5 and 7 digits are 类, 款 and 项.
fn level(code: &str) -> usize {
    match code.len() {
        3 => 1,
        5 => 2,
        7 => 3,
        _ => 0,
    }
}

/// Splits `a/b`, `a/c`, `d` into two rows: `a` over `b` and `c`, and `d` beside them over both rows.
fn heads(columns: &[&str]) -> Vec<Vec<Head>> {
    let paths: Vec<Vec<&str>> = columns.iter().map(|name| name.split('/').collect()).collect();
    let depth = paths.iter().map(Vec::len).max().unwrap_or(1);
    (0..depth).map(|row| head_row(&paths, row, depth)).collect()
}

fn head_row(paths: &[Vec<&str>], row: usize, depth: usize) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::new();
    let mut previous: Option<&[&str]> = None;
    for path in paths.iter().filter(|path| path.len() > row) {
        let is_last = path.len() == row + 1;
        let here = &path[..=row];
        match heads.last_mut() {
            Some(head) if !is_last && previous == Some(here) => head.colspan += 1,
            _ => {
                let rowspan = if is_last { depth - row } else { 1 };
                heads.push(Head { text: path[row].to_owned(), colspan: 1, rowspan });
            }
        }
        // A column that ends here is never joined with one that goes deeper.
        previous = (!is_last).then_some(here);
    }
    heads
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(columns: &[&str]) -> Vec<Vec<(String, usize, usize)>> {
        heads(columns)
            .into_iter()
            .map(|row| row.into_iter().map(|h| (h.text, h.colspan, h.rowspan)).collect())
            .collect()
    }

    #[test]
    fn headings_fold_what_columns_share() {
        let head = |text: &str, colspan, rowspan| (text.to_owned(), colspan, rowspan);
        assert_eq!(shape(&["a", "b"]), [[head("a", 1, 1), head("b", 1, 1)]]);
        assert_eq!(
            shape(&["a", "b/c", "b/d", "e/c"]),
            [
                vec![head("a", 1, 2), head("b", 2, 1), head("e", 1, 1)],
                vec![head("c", 1, 1), head("d", 1, 1), head("c", 1, 1)]
            ]
        );
        assert_eq!(
            shape(&["b/x", "b/y/z", "b/y/w"]),
            [
                vec![head("b", 3, 1)],
                vec![head("x", 1, 2), head("y", 2, 1)],
                vec![head("z", 1, 1), head("w", 1, 1)]
            ]
        );
        for columns in [vec!["a", "b/c", "b/d"], vec!["x/y/z", "x", "x/y"], vec!["p/q", "r", "p/q/s"]] {
            let rows = heads(&columns);
            let area: usize = rows.iter().flatten().map(|head| head.colspan * head.rowspan).sum();
            assert_eq!(area, rows.len() * columns.len(), "{columns:?} leave a hole");
        }
    }

    #[test]
    fn codes_tell_the_level() {
        assert_eq!(["", "201", "20103", "2010301", "30101", "1"].map(level), [0, 1, 2, 3, 2, 0]);
    }
}
