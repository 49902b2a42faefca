//! The cells of the standard tables, looked up by kind, row and role.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::wording::core;
use crate::model::{CellValue, Claim, Quoted, Reading, Row, Side, Table};
use crate::read::words;

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
}

impl<'a> Cells<'a> {
    pub fn new(reading: &'a Reading) -> Self {
        let mut cells = Self { tables: &reading.tables, kinds: BTreeMap::new(), labels: BTreeMap::new() };
        for (index, table) in reading.tables.iter().enumerate().filter(|(_, table)| !table.kind.is_empty()) {
            cells.kinds.entry(table.kind.as_str()).or_default().push(index);
            for (row, label) in table.rows.iter().enumerate().map(|(at, row)| (at, name(row))) {
                cells.labels.entry((index, label)).or_default().push(row);
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
