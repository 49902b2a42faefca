//! The figures of one table as rows.

use super::cell::{denomination, value_of};
use crate::model::{Cell, Denomination, DisclosureId, Row, Side, Table};
use crate::render::rows::Rows;

const HEADER: [&str; 12] = [
    "figure",
    "row",
    "side",
    "code",
    "label",
    "column",
    "role",
    "printed",
    "denomination",
    "state",
    "value",
    "measure",
];

/// One row for each figure, in document order.
pub(super) fn figures(id: &DisclosureId, table: &Table) -> Rows {
    let cells = table.rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell)));
    let rows = cells.filter_map(|(row, cell)| figure(id, table, row, cell)).collect();
    Rows { header: HEADER.iter().copied().chain(["line"]).collect(), rows }
}

fn figure(id: &DisclosureId, table: &Table, row: &Row, cell: &Cell) -> Option<Vec<String>> {
    let state = cell.value.state()?;
    let column = table.columns.get(cell.column)?;
    let (value, measure) = value_of(&cell.value);
    let printed_in =
        if measure == "yuan" { denomination(table, cell).map_or("", Denomination::name) } else { "" };
    Some(vec![
        format!("{id}#{}", table.figure_key(row, cell)),
        row.number.to_string(),
        row.side.map_or("", Side::chinese).to_owned(),
        row.code.clone(),
        row.label.clone(),
        column.name.clone(),
        column.role.clone(),
        cell.printed.clone(),
        printed_in.to_owned(),
        state.to_owned(),
        value,
        measure.to_owned(),
        cell.span.line.to_string(),
    ])
}
