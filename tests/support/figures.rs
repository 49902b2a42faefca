//! Figures as the tests compare them: with everything that is published about each.

use std::collections::BTreeMap;

use gongkai::model::{CellValue, Reading};
use gongkai::text::SourceText;

/// One figure. `line` is a line's number in a reading, its id in a generated document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Figure {
    pub line: u32,
    /// 0-based cell of the line.
    pub cell: usize,
    pub table: String,
    pub row_key: String,
    pub side: String,
    pub code: String,
    pub label: String,
    pub column: String,
    pub role: String,
    pub printed: String,
    pub state: String,
    pub value: String,
    pub measure: String,
}

/// The value as published, and its measure.
pub fn value(value: &CellValue) -> (String, String) {
    match value {
        CellValue::Amount(money) => (money.yuan().to_string(), "yuan".to_owned()),
        CellValue::Count(number, measure) => (number.to_string(), measure.name().to_owned()),
        _ => Default::default(),
    }
}

/// The figures of all tables that the registry knows.
pub fn figures(source: &SourceText, reading: &Reading) -> Vec<Figure> {
    let mut figures = Vec::new();
    for table in reading.tables.iter().filter(|table| !table.kind.is_empty()) {
        for row in &table.rows {
            for cell in row.cells.iter().filter(|cell| cell.value.state().is_some()) {
                let column = &table.columns[cell.column];
                let start = usize::try_from(cell.span.start).unwrap();
                let (value, measure) = value(&cell.value);
                figures.push(Figure {
                    line: row.line,
                    cell: source.line(row.line).chars().take(start).filter(|c| *c == '\t').count(),
                    table: table.id.clone(),
                    row_key: row.key.clone(),
                    side: row.side.map_or("", |side| side.chinese()).to_owned(),
                    code: row.code.clone(),
                    label: row.label.clone(),
                    column: column.name.clone(),
                    role: column.role.clone(),
                    printed: cell.printed.clone(),
                    state: cell.value.state().unwrap_or_default().to_owned(),
                    value,
                    measure,
                });
            }
        }
    }
    figures
}

/// What differs, place by place; empty if nothing does.
pub fn differences(expected: &[Figure], found: &[Figure]) -> Vec<String> {
    let by_place = |figures: &[Figure]| -> BTreeMap<(u32, usize), Figure> {
        figures.iter().map(|figure| ((figure.line, figure.cell), figure.clone())).collect()
    };
    let (wanted, got) = (by_place(expected), by_place(found));
    let mut differences: Vec<String> = wanted
        .iter()
        .filter(|(place, figure)| got.get(*place) != Some(*figure))
        .map(|(place, figure)| match got.get(place) {
            Some(other) => format!("differs: {figure:?}\n      found: {other:?}"),
            None => format!("missing: {figure:?}"),
        })
        .collect();
    differences.extend(
        got.iter().filter(|(place, _)| !wanted.contains_key(place)).map(|(_, f)| format!("invented: {f:?}")),
    );
    if found.len() != got.len() {
        differences.push("two figures in one place".to_owned());
    }
    differences
}
