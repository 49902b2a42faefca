//! # 两张表的一般公共预算财政拨款支出合计一致
//! Two tables give the same total of general budget spending
//!
//! **公式**　财政拨款收入支出决算总表“本年支出合计”（一般公共预算财政拨款）= 一般公共预算财政拨款支出决算表“合计”
//!
//! **依据**　部门决算报表编制说明：表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差。
//!
//! **易错**　有的地方一般公共预算表的合计行印在最后一行。
//!
//! ---
//!
//! **Formula**　本年支出合计 of the appropriation table, column general budget = 合计 of the general budget table.
//!
//! **Basis**　Instructions for departmental final accounts: relations between tables.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder.
//!
//! **Traps**　Some places print the total of the general budget table in its last row.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-08",
    family: Family::Cross,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_08.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(whole), Some(part)) = (facts.sheet("appropriation"), facts.sheet("general-budget")) else {
        return;
    };
    let row = whole.row_on(Side::Expenditure, &["本年支出合计"]);
    report.assert_same(part.slot(part.total(), "total"), whole.slot(row, "general-budget"));
}
