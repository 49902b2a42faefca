//! # 收入支出决算总表与收入决算表的本年收入合计一致
//! Summary and income table give the same income
//!
//! **公式**　收入支出决算总表“本年收入合计”= 收入决算表“合计”
//!
//! **依据**　部门决算报表表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　合计行可能印在最后一行。
//!
//! ---
//!
//! **Formula**　本年收入合计 of the summary table = 合计 of the income table.
//!
//! **Basis**　Relations between the tables of departmental final accounts.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　The total may be the last row.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::names;
use super::super::report::Report;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-01",
    family: Family::Cross,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_01.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(summary), Some(income)) = (facts.sheet("summary"), facts.sheet("income")) else { return };
    let stated = income.slot(income.total(), "total");
    report.assert_same(stated, summary.slot(summary.row_on(Side::Income, &names::INCOME), "amount"));
}
