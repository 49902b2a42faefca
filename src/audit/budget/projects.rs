//! Rows of the table of projects.

use super::super::facts::{Facts, Sheet};
use crate::model::{FormKind, Row};

/// The columns of a table of projects.
pub(super) const FUNDS: [&str; 7] = [
    "total",
    "general-budget",
    "government-fund",
    "state-capital",
    "fiscal-account",
    "unit-funds",
    "carried-over",
];

/// The rows that are projects: the reader knows totals and units from them.
pub(super) fn lines<'a>(facts: &Facts<'a>, sheet: &Sheet<'a>) -> Vec<&'a Row> {
    let named: std::collections::BTreeSet<u32> =
        facts.forms(FormKind::BudgetLine).map(|(_, form)| form.name_line).collect();
    sheet.table.rows.iter().filter(|row| named.contains(&row.line)).collect()
}
