//! An amount together with where it is printed.

use crate::model::{Cell, CellValue, Denomination, FigureKey, Money, Row, Table};

/// A printed amount of money, kept apart from its table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount {
    /// As printed.
    pub printed: String,
    /// What it is, in yuan.
    pub money: Money,
    /// What the printed number is counted in.
    pub denomination: Option<Denomination>,
    /// Its permanent name within its disclosure.
    pub figure: FigureKey,
    /// The id of its table.
    pub table: String,
    /// 1-based line of the source.
    pub line: u32,
}

impl Amount {
    /// The amount in `cell` of `row`, if it holds one.
    pub fn of(table: &Table, row: &Row, cell: &Cell) -> Option<Self> {
        let CellValue::Amount(money) = cell.value else { return None };
        Some(Self {
            printed: cell.printed.clone(),
            money,
            denomination: denomination(table, cell),
            figure: table.figure_key(row, cell),
            table: table.id.clone(),
            line: row.line,
        })
    }

    /// The amount that `row` has under `role`.
    pub fn under(table: &Table, row: &Row, role: &str) -> Option<Self> {
        let has_role =
            |cell: &&Cell| table.columns.get(cell.column).is_some_and(|column| column.role == role);
        row.cells.iter().filter(has_role).find_map(|cell| Self::of(table, row, cell))
    }
}

/// What the amount in a cell is counted in: its column's denomination, else the table's. Counts and dashes have none.
pub fn denomination(table: &Table, cell: &Cell) -> Option<Denomination> {
    let of_column = || table.columns.get(cell.column).and_then(|column| column.denomination);
    match cell.value {
        CellValue::Amount(_) | CellValue::Unreadable => of_column().or(table.denomination),
        CellValue::Blank | CellValue::NotApplicable | CellValue::Count(..) | CellValue::Text => None,
    }
}
