//! Economic tables that name a row by its department item and its government item instead of a code.

use super::super::facts::Sheet;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Row, is_total};

/// Classes, which name no government item, are the sums of the rows below them; the total is the sum of the classes.
pub(super) fn classes(report: &mut Report<'_>, sheet: &Sheet<'_>, roles: &[&str]) {
    let mut classes: Vec<(&Row, Vec<&Row>)> = Vec::new();
    for (row, _) in sheet.rows().filter(|(_, name)| !is_total(name)) {
        match classes.last_mut() {
            Some((_, below)) if is_item(row) => below.push(row),
            // An item above all classes: the table is built otherwise.
            None if is_item(row) => return,
            _ => classes.push((row, Vec::new())),
        }
    }
    for (class, below) in &classes {
        sums::sums(report, sheet, roles, class, below);
    }
    if let (Some(total), true) = (sheet.total(), classes.iter().any(|(_, below)| !below.is_empty())) {
        let classes: Vec<&Row> = classes.iter().map(|(class, _)| *class).collect();
        sums::sums(report, sheet, roles, total, &classes);
    }
}

fn is_item(row: &Row) -> bool {
    row.key.contains('|') || row.label.contains('|')
}
