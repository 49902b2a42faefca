//! From a grid and its context to a table.

use super::column::{self, Layout};
use super::context::Context;
use super::grid::{Grid, GridRow};
use super::header::{self, Header};
use super::row::RowReader;
use super::words;
use crate::diag::codes;
use crate::model::{Denomination, Issue, Number, ReadingLevel, Table, read_number};
use crate::registry::{Registry, TableSpec};
use crate::text::{LineRange, Span};

/// What a table is read from.
pub(super) struct TableSource<'a> {
    pub context: &'a Context<'a>,
    pub grid: &'a Grid,
    /// Notes below the table: 1-based first line and text.
    pub notes: Vec<(u32, String)>,
    /// 1-based first line of title or grid.
    pub first_line: u32,
    /// The denomination of the document's other tables, where this one prints none.
    pub fallback: Option<Denomination>,
}

/// Reads a table; ids are given later, in document order.
pub(super) fn table(source: TableSource<'_>, registry: &Registry) -> Table {
    let rows = &source.grid.rows;
    let width = width(source.grid);
    let header = header::header(rows, width, &registry.axis);
    let mut spec = source.context.spec;
    let mut layout = column::layout(rows, &header, spec, &registry.axis);
    if spec.is_some() && !is_recognised(&layout) {
        spec = None;
        layout = column::layout(rows, &header, None, &registry.axis);
    }
    let printed = source.context.denomination();
    let denomination = printed.or(source.fallback.filter(|_| spec.is_some()));
    let reader = RowReader { header: &header, layout: &layout, spec, axis: &registry.axis, denomination };
    let mut read = reader.read(rows);
    let at = Span { line: source.first_line, start: 0, end: 0 };
    let mut issues = own_issues(&source, spec, &layout, &header, at);
    if printed.is_none() && spec.is_some() && layout.columns.iter().all(|c| c.denomination.is_none()) {
        issues.push(denomination_issue(denomination, at));
    }
    issues.append(&mut read.issues);
    let level = match spec {
        None => ReadingLevel::Generic,
        Some(_) if issues.is_empty() => ReadingLevel::Typed,
        Some(_) => ReadingLevel::TypedWithIssues,
    };
    let last_line = rows.last().map_or(source.first_line, |row| row.line);
    Table {
        id: String::new(),
        kind: spec.map(|spec| spec.id.clone()).unwrap_or_default(),
        title: source.context.title.clone(),
        tag: source.context.tag(),
        lines: LineRange::new(source.first_line, last_line),
        grid: LineRange::new(rows.first().map_or(source.first_line, |row| row.line), last_line),
        denomination,
        columns: layout.columns,
        declared_empty: source.notes.iter().any(|(_, note)| words::says_empty(note)),
        rows: read.rows,
        notes: source.notes,
        level,
        issues,
    }
}

/// Of a known table's columns, one in four at least has a role; else it is another table of that title.
fn is_recognised(layout: &Layout) -> bool {
    let roles = layout.columns.iter().filter(|column| !column.role.is_empty()).count();
    let worded = layout.worded.iter().filter(|worded| **worded).count();
    roles > 0 && 4 * roles + worded >= layout.columns.len()
}

/// Rows at the top of a grid among which the widest of the header is.
const TOP_ROWS: usize = 5;

/// The number of columns: that of the header, whose cells at the end are not lost; or that of most rows, if those
/// are much wider.
fn width(grid: &Grid) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for row in &grid.rows {
        *counts.entry(row.cells.len()).or_insert(0_usize) += 1;
    }
    let common = counts.iter().max_by_key(|(width, count)| (**count, **width)).map_or(0, |(width, _)| *width);
    let is_header = |row: &&GridRow| !row.cells.iter().any(|cell| is_amount(&cell.text));
    let header = grid.rows.iter().take(TOP_ROWS).take_while(is_header);
    let top = header.map(|row| row.cells.len()).max().unwrap_or(0);
    // The header is printed once and whole: later pages may have gained a column or two.
    if top + 2 >= common { top } else { common }
}

fn is_amount(text: &str) -> bool {
    text.contains('.') && matches!(read_number(text), Number::Value(_))
}

fn own_issues(
    source: &TableSource<'_>,
    spec: Option<&TableSpec>,
    layout: &Layout,
    header: &Header,
    at: Span,
) -> Vec<Issue> {
    let mut issues = Vec::new();
    let mut say = |code, message: String| issues.push(Issue { code, message, span: at });
    let Some(spec) = spec else {
        match source.context.spec {
            Some(known) => say(
                codes::MISSING_COLUMN.id,
                format!("none of the columns of {} was recognised; the table is shown as a grid", known.name),
            ),
            None => say(
                codes::GENERIC_GRID.id,
                "the table is not in the registry and is shown as a grid".to_owned(),
            ),
        }
        return issues;
    };
    for column in layout.columns.iter().filter(|column| column.role.is_empty()) {
        let worded = layout.worded.get(column.number - 1).copied().unwrap_or(false);
        if !worded {
            let message = match column.name.as_str() {
                "" => format!("column {} of the values has no heading", column.number),
                name => format!("the column `{name}` is not in the registry"),
            };
            say(codes::UNKNOWN_COLUMN.id, message);
        }
    }
    for missing in missing_columns(spec, layout) {
        say(codes::MISSING_COLUMN.id, format!("no column `{missing}` was found"));
    }
    if !layout.shifted.is_empty() {
        let line = header.rows.last().and_then(|i| source.grid.rows.get(*i)).map_or(at.line, |row| row.line);
        let message = "the header stands one column off; the template's order was taken".to_owned();
        issues.push(Issue { code: codes::SHIFTED_HEADER.id, message, span: Span { line, start: 0, end: 0 } });
    }
    issues
}

fn missing_columns(spec: &TableSpec, layout: &Layout) -> Vec<String> {
    let has = |role: &str| layout.columns.iter().any(|column| column.role == role);
    spec.columns
        .iter()
        .filter(|column| column.required && !has(&column.role))
        .map(|column| column.names[0].join("/"))
        .collect()
}

fn denomination_issue(denomination: Option<Denomination>, span: Span) -> Issue {
    let message = match denomination {
        Some(denomination) => format!("the table prints no denomination; {} of the document's other tables was taken", denomination.chinese()),
        None => "the table prints no denomination, and no other table of the document does; its amounts are not used".to_owned(),
    };
    Issue { code: codes::NO_DENOMINATION.id, message, span }
}
