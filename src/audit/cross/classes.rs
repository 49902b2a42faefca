//! Classes of spending that two tables print.

use std::collections::BTreeMap;

use super::super::facts::Sheet;
use super::super::names;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Row, Side};

/// Each class of the two-sided table equals the class of that name in the coded one.
pub(super) fn same(report: &mut Report<'_>, coded: (&Sheet<'_>, &str), sided: (&Sheet<'_>, &str)) {
    let Some(total) = sided.0.row_on(Side::Expenditure, &names::EXPENDITURE) else { return };
    let is_class = |row: &Row| row.code.len() == 3;
    let mut classes: BTreeMap<String, &Row> = BTreeMap::new();
    for (row, name) in coded.0.rows().filter(|(row, _)| is_class(row)) {
        classes.entry(name.to_owned()).or_insert(row);
    }
    for row in sums::items_above(sided.0, Side::Expenditure, total) {
        if let Some(class) = classes.get(&row.name()) {
            report.assert_same(coded.0.slot(Some(class), coded.1), sided.0.slot(Some(row), sided.1));
        }
    }
}
