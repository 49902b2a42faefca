//! The cells of the standard tables, looked up by kind, row and role.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::wording::{core, is_slip};
use crate::model::{CellValue, Claim, Quoted, Reading, Row, Side, Table};
use crate::read::words;

/// Tables of one kind among which a figure is looked for: a department's and those of its units.
const MOST_TABLES: usize = 8;

/// A figure of a table, by indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    table: usize,
    row: usize,
    cell: usize,
}

/// The tables of a document with their rows by label.
pub(super) struct Cells<'a> {
    tables: &'a [Table],
    /// Kind → tables of it, in document order.
    kinds: BTreeMap<&'a str, Vec<usize>>,
    /// Table and the core of a label → rows.
    labels: BTreeMap<(usize, String), Vec<usize>>,
    /// Table and code → row.
    codes: BTreeMap<(usize, &'a str), usize>,
    /// The rows of totals of each table.
    totals: BTreeMap<usize, Vec<usize>>,
}

impl<'a> Cells<'a> {
    pub fn new(reading: &'a Reading) -> Self {
        let mut cells = Self {
            tables: &reading.tables,
            kinds: BTreeMap::new(),
            labels: BTreeMap::new(),
            codes: BTreeMap::new(),
            totals: BTreeMap::new(),
        };
        for (index, table) in reading.tables.iter().enumerate().filter(|(_, table)| !table.kind.is_empty()) {
            let kind = cells.kinds.entry(table.kind.as_str()).or_default();
            if kind.len() == MOST_TABLES {
                continue;
            }
            kind.push(index);
            for (at, row) in table.rows.iter().enumerate() {
                cells.labels.entry((index, name(row))).or_default().push(at);
                if !row.code.is_empty() {
                    cells.codes.entry((index, row.code.as_str())).or_insert(at);
                } else if words::is_total(&row.label) {
                    cells.totals.entry(index).or_default().push(at);
                }
            }
        }
        cells
    }

    /// The figures under `role` in the rows of that kind of table that `is_wanted`.
    pub fn find(&self, kind: &str, role: &str, is_wanted: impl Fn(&Row) -> bool) -> Vec<Place> {
        let tables = self.kinds.get(kind).map(Vec::as_slice).unwrap_or_default();
        tables
            .iter()
            .flat_map(|table| {
                self.tables[*table].rows.iter().enumerate().map(move |(row, r)| (*table, row, r))
            })
            .filter(|(_, _, row)| is_wanted(row))
            .filter_map(|(table, row, _)| self.cell(table, row, role))
            .collect()
    }

    /// The figures under `role` in the rows of totals (合计, 本年支出合计).
    pub fn totals(&self, kind: &str, role: &str) -> Vec<Place> {
        let tables = self.kinds.get(kind).map(Vec::as_slice).unwrap_or_default();
        let rows = tables.iter().flat_map(|table| {
            let rows = self.totals.get(table).map(Vec::as_slice).unwrap_or_default();
            rows.iter().map(move |row| (*table, *row))
        });
        rows.filter_map(|(table, row)| self.cell(table, row, role)).collect()
    }

    /// Whether such a table has a column of that role.
    pub fn has_role(&self, kind: &str, role: &str) -> bool {
        let tables = self.kinds.get(kind).map(Vec::as_slice).unwrap_or_default();
        tables.iter().any(|table| self.tables[*table].columns.iter().any(|column| column.role == role))
    }

    /// The core of the label of the row with that code, in the table of the place.
    pub fn label_of(&self, place: Place, code: &str) -> Option<String> {
        let row = self.codes.get(&(place.table, code))?;
        self.tables.get(place.table)?.rows.get(*row).map(name)
    }

    /// The figures under `role` in rows whose labels differ from this one by a slip of the pen.
    pub fn near(&self, kind: &str, label: &str, role: &str) -> Vec<Place> {
        let label = core(label);
        let tables = self.kinds.get(kind).map(Vec::as_slice).unwrap_or_default();
        let names = tables
            .iter()
            .flat_map(|table| self.labels.range((*table, String::new())..(*table + 1, String::new())));
        names
            .filter(|((_, name), _)| is_slip(name, &label))
            .flat_map(|((table, _), rows)| rows.iter().map(move |row| (*table, *row)))
            .filter_map(|(table, row)| self.cell(table, row, role))
            .collect()
    }

    /// The figures under `role` in rows with that label.
    pub fn labelled(&self, kind: &str, side: Option<Side>, label: &str, role: &str) -> Vec<Place> {
        let label = core(label);
        let tables = self.kinds.get(kind).map(Vec::as_slice).unwrap_or_default();
        let rows = tables.iter().flat_map(|table| {
            let rows = self.labels.get(&(*table, label.clone())).map(Vec::as_slice).unwrap_or_default();
            rows.iter().map(move |row| (*table, *row))
        });
        rows.filter(|(table, row)| side.is_none() || self.tables[*table].rows[*row].side == side)
            .filter_map(|(table, row)| self.cell(table, row, role))
            .collect()
    }

    /// The figure of a row under a role: the one of its own side.
    fn cell(&self, table: usize, row: usize, role: &str) -> Option<Place> {
        let (owner, line) = (self.tables.get(table)?, self.tables.get(table)?.rows.get(row)?);
        let has_role = |column: usize| owner.columns.get(column).is_some_and(|column| column.role == role);
        let is_figure = |value: &CellValue| matches!(value, CellValue::Amount(_) | CellValue::Count(..));
        let cell = line.cells.iter().position(|cell| has_role(cell.column) && is_figure(&cell.value))?;
        Some(Place { table, row, cell })
    }

    pub fn row(&self, place: Place) -> &'a Row {
        &self.tables[place.table].rows[place.row]
    }

    pub fn quoted(&self, place: Place) -> Quoted {
        let table = &self.tables[place.table];
        let row = &table.rows[place.row];
        Quoted::Figure { table: table.id.clone(), figure: table.figure_key(row, &row.cells[place.cell]) }
    }

    /// Whether the claim says what the cell says, as exactly as it is printed.
    pub fn agrees(&self, place: Place, claim: &Claim) -> bool {
        let value = match &self.row(place).cells[place.cell].value {
            CellValue::Amount(money) => money.yuan(),
            CellValue::Count(number, _) => *number,
            _ => return false,
        };
        agree(value, claim)
    }

    /// The one figure among these: if there are several, the one with the claimed value, if that is one.
    pub fn only(&self, places: &[Place], claim: &Claim) -> Option<Place> {
        if let [only] = places {
            return Some(*only);
        }
        let mut agreeing = places.iter().filter(|place| self.agrees(**place, claim));
        let first = agreeing.next()?;
        agreeing.next().is_none().then_some(*first)
    }
}

/// The label of a row for comparison: without ordinal; of a pair the first.
fn name(row: &Row) -> String {
    let label = words::strip_ordinal(&row.label);
    core(label.split('|').next().unwrap_or_default())
}

/// Whether a value, rounded as the claim is printed, is the claim's.
pub(super) fn agree(value: Decimal, claim: &Claim) -> bool {
    let unit = claim.denomination.map_or(Decimal::ONE, crate::model::Denomination::yuan);
    let digits: String = claim.printed.chars().filter(|c| !c.is_whitespace()).collect();
    let decimals = digits.split_once('.').map_or("", |(_, rest)| rest);
    let scale = decimals.chars().take_while(char::is_ascii_digit).count();
    let counted = value.checked_div(unit).unwrap_or(value);
    let rounded = counted
        .round_dp_with_strategy(u32::try_from(scale).unwrap_or(0), RoundingStrategy::MidpointAwayFromZero);
    rounded.checked_mul(unit).is_some_and(|rounded| rounded == claim.value)
}
