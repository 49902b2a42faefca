//! How a table is laid out for reading: halves apart, repeated columns stacked, a single row turned on its side.

use super::cell::CellView;
use super::grid::{ColumnSet, Grid, RowView};
use crate::model::{Row, Side, Table};

/// The grids of a table, chosen by its shape.
pub(super) fn grids(table: &Table) -> Vec<Grid> {
    if table.rows.iter().any(|row| row.side.is_some()) {
        return [Side::Income, Side::Expenditure].iter().map(|side| half(table, *side)).collect();
    }
    if let Some(grid) = turned(table) {
        return vec![grid];
    }
    if is_side_by_side(table) {
        return vec![stacked(table)];
    }
    let rows: Vec<&Row> = table.rows.iter().collect();
    let columns: Vec<ColumnSet> = (0..table.columns.len()).map(|index| vec![index]).collect();
    vec![Grid::new(table, &rows, &columns)]
}

/// One side of a table that prints income and expenditure next to each other.
fn half(table: &Table, side: Side) -> Grid {
    let rows: Vec<&Row> = table.rows.iter().filter(|row| row.side == Some(side)).collect();
    let belongs = |index: &usize| table.columns[*index].side.is_none_or(|of| of == side);
    let columns: Vec<ColumnSet> = (0..table.columns.len()).filter(belongs).map(|index| vec![index]).collect();
    let name = if side == Side::Income { "income" } else { "expenditure" };
    Grid { side: name, ..Grid::new(table, &rows, &columns) }
}

/// Whether several rows stand on one line, as in economic tables with groups of code, name and amount.
fn is_side_by_side(table: &Table) -> bool {
    table.rows.windows(2).any(|pair| pair[0].line == pair[1].line)
}

/// One list by code, rows without a code below.
fn stacked(table: &Table) -> Grid {
    let mut rows: Vec<&Row> = table.rows.iter().collect();
    rows.sort_by_key(|row| (row.code.is_empty(), row.code.as_str()));
    Grid::new(table, &rows, &same_columns(table))
}

/// Columns with the same name, in order of first appearance.
fn same_columns(table: &Table) -> Vec<ColumnSet> {
    let mut sets: Vec<ColumnSet> = Vec::new();
    for (index, column) in table.columns.iter().enumerate() {
        match sets.iter_mut().find(|set| table.columns[set[0]].name == column.name) {
            Some(set) => set.push(index),
            None => sets.push(vec![index]),
        }
    }
    sets
}

/// A single row whose columns are the same items twice (预算数/…, 决算数/…) reads better as items down the side.
fn turned(table: &Table) -> Option<Grid> {
    let [row] = table.rows.as_slice() else { return None };
    let split: Vec<(&str, &str)> =
        table.columns.iter().map(|c| c.name.split_once('/')).collect::<Option<_>>()?;
    let mut groups: Vec<&str> = split.iter().map(|(group, _)| *group).collect();
    groups.dedup();
    let items: Vec<&str> =
        split.iter().filter(|(group, _)| *group == groups[0]).map(|(_, item)| *item).collect();
    let is_regular = groups.len() > 1 && items.len() > 1 && items.len() * groups.len() == split.len();
    let same_items = split.iter().enumerate().all(|(i, (_, item))| *item == items[i % items.len()]);
    if !is_regular || !same_items {
        return None;
    }
    let turn = |(i, item): (usize, &&str)| {
        item_row(table, row, item, (0..groups.len()).map(|g| g * items.len() + i))
    };
    Some(Grid::from_rows(&groups, items.iter().enumerate().map(turn).collect()))
}

fn item_row(table: &Table, row: &Row, item: &str, columns: impl Iterator<Item = usize>) -> RowView {
    let cell_under = |index| {
        let cell = row.cells.iter().find(|cell| cell.column == index);
        cell.map_or_else(CellView::missing, |cell| CellView::new(table, row, cell))
    };
    let (label, is_detail) = item_label(item);
    RowView {
        kind: match (label, is_detail) {
            (_, true) => "detail",
            ("合计", false) => "total",
            (_, false) => "",
        },
        level: 0,
        code: String::new(),
        label: label.to_owned(),
        line: row.line,
        cells: columns.map(cell_under).collect(),
    }
}

/// The last heading of a path; a subtotal goes by the name of what it sums.
fn item_label(item: &str) -> (&str, bool) {
    match item.rsplit_once('/') {
        Some((parent, "小计")) => (parent.rsplit_once('/').map_or(parent, |(_, last)| last), false),
        Some((_, last)) => (last, true),
        None => (item, false),
    }
}

/// What the column of a turned table is about: its heading without the group above it.
pub(super) fn column_item(name: &str) -> &str {
    item_label(name.split_once('/').map_or(name, |(_, item)| item)).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subtotal_goes_by_the_name_of_what_it_sums() {
        assert_eq!(item_label("公务用车/小计"), ("公务用车", false));
        assert_eq!(item_label("公务用车/购置费"), ("购置费", true));
        assert_eq!(item_label("合计"), ("合计", false));
    }
}
