//! # 收入支出决算总表与支出决算表的本年支出合计一致
//! Summary and expenditure table give the same spending
//!
//! **公式**　收入支出决算总表“本年支出合计”= 支出决算表“合计”
//!
//! **依据**　部门决算报表表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　合计行可能印在最后一行。
//!
//! ---
//!
//! **Formula**　本年支出合计 of the summary table = 合计 of the expenditure table.
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
    code: "X-04",
    family: Family::Cross,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_04.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(summary), Some(spending)) = (facts.sheet("summary"), facts.sheet("expenditure")) else {
        return;
    };
    let stated = spending.slot(spending.total(), "total");
    report
        .assert_same(stated, summary.slot(summary.row_on(Side::Expenditure, &names::EXPENDITURE), "amount"));
}
