//! Sums that many tables share: down a tree of codes, along a row, down a side.

use super::facts::{Sheet, Slot};
use super::report::{Assertion, Report, UNCERTAIN};
use crate::model::{Row, Side, is_total};

/// A level of a classification by the digits of its codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// 合计: everything.
    Total,
    /// 类: three digits.
    Class,
    /// 款: five digits.
    Section,
}

/// In each column, the rows of a level are the sums of the rows below them. Levels that the table does not print are
/// passed over; a row without rows below it is not a sum.
pub(super) fn tree(report: &mut Report<'_>, sheet: &Sheet<'_>, roles: &[&str], level: Level) {
    match level {
        Level::Total => {
            let Some(total) = sheet.total() else { return };
            let addends = shortest(sheet);
            sums(report, sheet, roles, total, &addends);
        }
        Level::Class => of_length(report, sheet, roles, 3),
        Level::Section => of_length(report, sheet, roles, 5),
    }
}

fn of_length(report: &mut Report<'_>, sheet: &Sheet<'_>, roles: &[&str], length: usize) {
    for (row, below) in sheet.families(length) {
        sums(report, sheet, roles, row, &below);
    }
}

/// Each column of `stated` is the sum of the `addends`.
pub(super) fn sums(
    report: &mut Report<'_>,
    sheet: &Sheet<'_>,
    roles: &[&str],
    stated: &Row,
    addends: &[&Row],
) {
    if addends.is_empty() {
        return;
    }
    for role in roles.iter().filter(|role| sheet.has_role(role)) {
        let terms: Vec<Slot> = addends.iter().map(|row| sheet.slot(Some(row), role)).collect();
        report.assert_sum(sheet.slot(Some(stated), role), terms, sheet.row_doubt());
    }
}

/// The coded rows with the shortest code: the highest level that is printed.
pub(super) fn shortest<'a>(sheet: &Sheet<'a>) -> Vec<&'a Row> {
    let coded = || sheet.table.rows.iter().filter(|row| !row.code.is_empty());
    let length = coded().map(|row| row.code.len()).min().unwrap_or_default();
    coded().filter(|row| row.code.len() == length).collect()
}

/// In each row, `stated` is the sum of the columns with `roles`; only columns the table has count.
pub(super) fn along_rows(report: &mut Report<'_>, sheet: &Sheet<'_>, stated: &str, roles: &[&str]) {
    let present: Vec<&str> = roles.iter().copied().filter(|role| sheet.has_role(role)).collect();
    if present.is_empty() || !sheet.has_role(stated) {
        return;
    }
    for (row, _) in sheet.rows() {
        let terms: Vec<Slot> = present.iter().map(|role| sheet.slot(Some(row), role)).collect();
        // A row that prints its total only says nothing of its parts.
        if terms.iter().any(|slot| matches!(slot, Slot::Value(_) | Slot::Uncertain)) {
            report.assert_sum(sheet.slot(Some(row), stated), terms, sheet.column_doubt());
        }
    }
}

/// On one side, the rows above the one called by `names` add up to it.
pub(super) fn above(report: &mut Report<'_>, sheet: &Sheet<'_>, side: Side, names: &[&str], roles: &[&str]) {
    let Some(total) = sheet.row_on(side, names) else { return };
    let above: Vec<&Row> = items_above(sheet, side, total);
    sums(report, sheet, roles, total, &above);
}

/// The rows of a side above `total` that are no part of another row.
pub(super) fn items_above<'a>(sheet: &Sheet<'a>, side: Side, total: &Row) -> Vec<&'a Row> {
    let rows = sheet.on(side).take_while(|(row, _)| row.number < total.number);
    rows.filter(|(row, name)| !is_part(row) && !is_total(name)).map(|(row, _)| row).collect()
}

/// Whether the row is a part of the one above it: 其中.
pub(super) fn is_part(row: &Row) -> bool {
    row.label.contains("其中") || row.key.contains("其中")
}

/// `stated` is the sum of the amounts in these rows under one role; rows that are not there are passed over.
pub(super) fn of_rows(
    report: &mut Report<'_>,
    sheet: &Sheet<'_>,
    role: &str,
    stated: Option<&Row>,
    addends: &[Option<&Row>],
) {
    if stated.is_none() {
        return;
    }
    let terms: Vec<Slot> = addends.iter().map(|row| sheet.slot(*row, role)).collect();
    report.assert_sum(sheet.slot(stated, role), terms, sheet.row_doubt());
}

/// The parts of `whole` are no more than it is.
pub(super) fn no_more(report: &mut Report<'_>, part: Slot, whole: Slot, unexplained: bool) {
    match (part, whole) {
        (Slot::Value(part), Slot::Value(whole)) => {
            let assertion = Assertion::at_most(part).plus([whole]);
            report.assert(if unexplained { assertion.unexplained() } else { assertion });
        }
        (Slot::Uncertain, _) | (_, Slot::Uncertain) => report.not_assessable(UNCERTAIN),
        _ => {}
    }
}
