//! # 名称写明结转的项目列在本年预算表中
//! A project named as carried over stands among this year’s
//!
//! **公式**　项目名称含“结转”，而行在“项目支出预算表（本年预算）”中，且“上年结转”表没有它
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　不设容差。
//!
//! **易错**　名称可能沿用上年的叫法。
//!
//! ---
//!
//! **Formula**　The name says 结转 (carried over), and the row stands in the table of this year’s budget.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　None.
//!
//! **Traps**　The name may be last year’s.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{ABSENT, Assertion, Report};
use super::projects;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-31",
    family: Family::Budget,
    severity: Severity::Warning,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_31.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("projects") else { return };
    // Without a table or column for it there is no other place where it could stand.
    let has_place = facts.sheet("projects-carried-over").is_some() || sheet.has_role("carried-over");
    if !has_place {
        return report.not_assessable(ABSENT);
    }
    for row in projects::lines(facts, sheet) {
        let Some(amount) = sheet.slot(Some(row), "total").value() else { continue };
        let carried = sheet.slot(Some(row), "carried-over").value();
        if !row.label.contains("结转") || carried.is_some() {
            report.agree();
            continue;
        }
        let (zh, en) = (
            format!("项目“{}”的名称写明结转，列在本年预算表中，金额{}。", row.label, amount.printed),
            format!(
                "The name of the project says that it is carried over; it stands in this year’s table with {}.",
                amount.printed
            ),
        );
        report.show(Assertion::shown([amount]).unexplained().say(zh, en));
    }
}
