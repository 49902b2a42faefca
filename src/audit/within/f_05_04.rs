//! # 一般公共预算支出表合计恰为各类之和的两倍
//! General budget table: the total is exactly twice the sum of the classes
//!
//! **公式**　合计 = 2 × Σ类，且三栏同时如此：合计把类、款、项重复加总
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　不设容差。
//!
//! **易错**　合计与各类之和相差其他倍数的，见 F-05-01。
//!
//! ---
//!
//! **Formula**　The total is 2 × the sum of the classes: rows of two levels were added.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Other differences are F-05-01.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::super::sums;
use super::double;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-05-04",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_05_04.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("general-budget") else { return };
    let Some(total) = sheet.total() else { return };
    if !double::is_double(sheet) {
        return report.agree();
    }
    for role in ["total", "basic", "project"] {
        let terms: Vec<_> =
            sums::shortest(sheet).into_iter().filter_map(|row| sheet.slot(Some(row), role).value()).collect();
        let Some(stated) = sheet.slot(Some(total), role).value().filter(|_| !terms.is_empty()) else {
            continue;
        };
        let (label, printed) = (stated.label.clone(), stated.printed.clone());
        let assertion = Assertion::equal(stated).plus(terms).doubt(sheet.row_doubt());
        report.assert(assertion.say(
            format!("{label}印为{printed}，恰为各类之和的2倍。"),
            format!("{label} is printed as {printed}, exactly twice the sum of the classes."),
        ));
    }
}
