//! Rows that print their opening and closing balance.

use super::super::facts::{Sheet, Slot};
use super::super::report::{Assertion, Report, UNCERTAIN};

/// In each row: opening + income − spending = closing.
pub(super) fn rows(report: &mut Report<'_>, sheet: &Sheet<'_>) {
    for (row, _) in sheet.rows() {
        let slots = ["opening", "income", "total", "closing"].map(|role| sheet.slot(Some(row), role));
        if slots.iter().any(Slot::is_uncertain) {
            report.not_assessable(UNCERTAIN);
            continue;
        }
        let [opening, income, spent, closing] = slots.map(Slot::value);
        let received = opening.into_iter().chain(income);
        match (spent, closing) {
            (spent, Some(closing)) => {
                report.assert(
                    Assertion::equal(closing).plus(received).minus(spent).doubt(sheet.column_doubt()),
                );
            }
            (Some(spent), None) if sheet.has_role("closing") && sheet.has_role("income") => {
                report.assert(Assertion::equal(spent).plus(received).doubt(sheet.column_doubt()));
            }
            _ => {}
        }
    }
}
