//! The last row of a side: the year's total and the balances.

use super::super::facts::Sheet;
use super::super::names;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Row, Side, is_total};

/// The year's total and the rows between it and the grand total add up to the latter.
pub(super) fn side(report: &mut Report<'_>, sheet: &Sheet<'_>, side: Side, roles: &[&str]) {
    let (year, grand) = match side {
        Side::Income => (&names::INCOME[..1], &names::INCOME_GRAND[..]),
        Side::Expenditure => (&names::EXPENDITURE[..1], &names::EXPENDITURE_GRAND[..]),
    };
    let (Some(year), Some(grand)) = (sheet.row_on(side, year), sheet.row_on(side, grand)) else { return };
    let balances = ["结转", "结余"];
    let is_balance = |name: &str| balances.iter().any(|word| name.contains(word)) && !is_total(name);
    let mut addends: Vec<&Row> = vec![year];
    let between = |row: &Row| row.number > year.number && row.number < grand.number;
    // Rows below a balance are its parts: only the first of them counts.
    addends.extend(
        sheet.on(side).filter(|(row, name)| between(row) && is_balance(name)).map(|(row, _)| row).take(1),
    );
    sums::sums(report, sheet, roles, grand, &addends);
}
