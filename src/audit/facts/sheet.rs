//! A standard table, its rows called by name.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::input::{self, precision};
use super::slot::Slot;
use crate::diag::codes;
use crate::model::{
    BlockKind, Cell, CellValue, Denomination, Evidence, Input, Measure, Part, Reading, Row, Side, Table,
    is_total,
};

/// A standard table.
pub(in crate::audit) struct Sheet<'a> {
    /// The table.
    pub table: &'a Table,
    /// The name of each row, folded for matching.
    names: Vec<String>,
    /// What the last printed digit of each column is worth: the finest of the column.
    units: Vec<Decimal>,
    /// Coded rows by each shorter code that theirs begins with: 201 and 20103 for 2010301.
    below: BTreeMap<&'a str, Vec<&'a Row>>,
    /// Whether lines inside the grid could not be read as rows.
    lacks_rows: bool,
}

impl<'a> Sheet<'a> {
    pub fn new(table: &'a Table, reading: &Reading) -> Self {
        let inside = |line: u32| table.grid.contains(line);
        let lacks_rows =
            reading.blocks.iter().any(|block| block.kind == BlockKind::Raw && inside(block.lines.first));
        Self {
            table,
            names: table.rows.iter().map(Row::name).collect(),
            units: units(table),
            below: below(table),
            lacks_rows,
        }
    }

    /// Rows with their names.
    pub fn rows(&self) -> impl Iterator<Item = (&'a Row, &str)> {
        self.table.rows.iter().zip(self.names.iter().map(String::as_str))
    }

    /// The row of all the money, on either side.
    pub fn total(&self) -> Option<&'a Row> {
        self.rows().find(|(_, name)| is_total(name)).map(|(row, _)| row)
    }

    /// The first row with one of these names; the earlier names are preferred.
    pub fn row(&self, names: &[&str]) -> Option<&'a Row> {
        names.iter().find_map(|wanted| self.rows().find(|(_, name)| name == wanted).map(|(row, _)| row))
    }

    /// The first row of a side with one of these names; the earlier names are preferred.
    pub fn row_on(&self, side: Side, names: &[&str]) -> Option<&'a Row> {
        names.iter().find_map(|wanted| self.on(side).find(|(_, name)| name == wanted).map(|(row, _)| row))
    }

    /// The rows of a side with their names.
    pub fn on(&self, side: Side) -> impl Iterator<Item = (&'a Row, &str)> {
        self.rows().filter(move |(row, _)| row.side == Some(side))
    }

    /// The row with this code.
    pub fn coded(&self, code: &str) -> Option<&'a Row> {
        self.table.rows.iter().find(|row| row.code == code)
    }

    /// Rows whose code has so many digits, each with the rows of the next printed level below it; those without any are
    /// left out. Rows of one code are taken in document order, as one row each.
    pub fn families(&self, length: usize) -> Vec<(&'a Row, Vec<&'a Row>)> {
        let coded = || self.table.rows.iter().filter(|row| !row.code.is_empty());
        let mut families = Vec::new();
        for parent in coded().filter(|row| row.code.len() == length) {
            let below = self.below.get(parent.code.as_str()).map_or(&[][..], Vec::as_slice);
            let next = below.iter().map(|row| row.code.len()).min().unwrap_or_default();
            let children: Vec<&Row> = below.iter().copied().filter(|row| row.code.len() == next).collect();
            if !children.is_empty() {
                families.push((parent, children));
            }
        }
        families
    }

    /// The rows that stand under a heading which holds `word`, with their names.
    pub fn under(&self, word: &str) -> impl Iterator<Item = (&'a Row, &str)> {
        let rows = self.table.rows_under(word);
        self.rows().filter(move |(row, _)| rows.iter().any(|other| other.number == row.number))
    }

    /// What stands in `row` under `role`.
    pub fn slot(&self, row: Option<&Row>, role: &str) -> Slot {
        let Some(row) = row else { return Slot::Missing };
        let column =
            |cell: &&Cell| self.table.columns.get(cell.column).is_some_and(|column| column.role == role);
        row.cells.iter().find(column).map_or(Slot::Missing, |cell| self.cell(row, cell))
    }

    /// What stands in a cell.
    pub fn cell(&self, row: &Row, cell: &Cell) -> Slot {
        match &cell.value {
            CellValue::Blank | CellValue::Text => Slot::Blank,
            CellValue::NotApplicable => Slot::NotApplicable,
            CellValue::Unreadable => Slot::Uncertain,
            CellValue::Amount(money) => Slot::Value(self.input(row, cell, money.yuan(), Measure::Yuan)),
            CellValue::Count(number, measure) => Slot::Value(self.input(row, cell, *number, *measure)),
        }
    }

    /// The roles of its columns, from left to right; those without one are left out.
    pub fn roles(&self) -> impl Iterator<Item = &'a str> {
        self.table.columns.iter().map(|column| column.role.as_str()).filter(|role| !role.is_empty())
    }

    pub fn has_role(&self, role: &str) -> bool {
        self.roles().any(|own| own == role)
    }

    /// Why sums down a column may lack an addend, if they may.
    pub fn row_doubt(&self) -> Option<Doubt> {
        match () {
            () if self.lacks_rows => Some(LOST_LINES),
            () if self.is_shifted() => Some(SHIFTED),
            () => None,
        }
    }

    /// Why sums along a row may lack an addend, if they may.
    pub fn column_doubt(&self) -> Option<Doubt> {
        match () {
            () if self.has_issue(codes::UNKNOWN_COLUMN.id) => Some(UNKNOWN_COLUMN),
            () if self.is_shifted() => Some(SHIFTED),
            () => None,
        }
    }

    /// The part of the table with all its printed money blank or zero.
    pub fn is_empty(&self) -> bool {
        let cells = || self.table.rows.iter().flat_map(|row| &row.cells);
        !cells().any(|cell| match &cell.value {
            CellValue::Amount(money) => !money.yuan().is_zero(),
            CellValue::Count(number, _) => !number.is_zero(),
            CellValue::Unreadable => true,
            CellValue::Blank | CellValue::Text | CellValue::NotApplicable => false,
        })
    }

    fn is_shifted(&self) -> bool {
        self.has_issue(codes::SHIFTED_HEADER.id)
    }

    fn has_issue(&self, code: &str) -> bool {
        self.table.issues.iter().any(|issue| issue.code == code)
    }

    fn input(&self, row: &Row, cell: &Cell, value: Decimal, measure: Measure) -> Input {
        let denomination = denomination(self.table, cell).filter(|_| measure == Measure::Yuan);
        Input {
            evidence: Evidence::Figure {
                table: self.table.id.clone(),
                figure: self.table.figure_key(row, cell),
            },
            elsewhere: None,
            part: Part::Stated,
            label: self.label(row, cell),
            printed: cell.printed.clone(),
            value: Some(value),
            unit: if denomination.is_some() {
                self.units.get(cell.column).copied().unwrap_or_default()
            } else {
                Decimal::ZERO
            },
            measure,
            denomination,
            span: cell.span,
        }
    }

    /// The figure in the document's words: 收入决算表“合计”（财政拨款收入）.
    fn label(&self, row: &Row, cell: &Cell) -> String {
        let title = input::short_title(self.table);
        let row_name = if row.label.is_empty() { String::new() } else { format!("“{}”", row.label) };
        let columns =
            self.table.columns.iter().filter(|column| column.side == row.side || column.side.is_none());
        match self.table.columns.get(cell.column) {
            Some(column) if columns.count() > 1 => {
                format!("{title}{row_name}（{}）", column.name.replace('/', "·"))
            }
            _ => format!("{title}{row_name}"),
        }
    }
}

/// Why something could not be assessed, in Chinese and English.
pub(in crate::audit) type Doubt = (&'static str, &'static str);

const LOST_LINES: Doubt = (
    "表内有未能识别的行，加总可能缺项",
    "the table has lines that could not be read; an addend may be missing",
);
const UNKNOWN_COLUMN: Doubt = (
    "表内有未能识别的列，加总可能缺项",
    "the table has a column that could not be read; an addend may be missing",
);
const SHIFTED: Doubt = (
    "表头与数据错位，列的含义不确定",
    "the header does not stand above the figures; what a column means is uncertain",
);

/// What the amount in a cell is counted in.
fn denomination(table: &Table, cell: &Cell) -> Option<Denomination> {
    table.columns.get(cell.column).and_then(|column| column.denomination).or(table.denomination)
}

fn below(table: &Table) -> BTreeMap<&str, Vec<&Row>> {
    let mut below: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in table.rows.iter().filter(|row| row.code.is_ascii()) {
        for prefix in [3, 5].iter().filter_map(|length| row.code.get(..*length)) {
            if prefix.len() < row.code.len() {
                below.entry(prefix).or_default().push(row);
            }
        }
    }
    below
}

/// What the last digit of each column is worth: the finest that is printed in it.
fn units(table: &Table) -> Vec<Decimal> {
    let mut units: Vec<Option<Decimal>> = vec![None; table.columns.len()];
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        let (CellValue::Amount(_), Some(denomination)) = (&cell.value, denomination(table, cell)) else {
            continue;
        };
        if let Some(unit) = units.get_mut(cell.column) {
            let own = precision(&cell.printed, denomination);
            *unit = Some(unit.map_or(own, |known| known.min(own)));
        }
    }
    units.into_iter().map(Option::unwrap_or_default).collect()
}
