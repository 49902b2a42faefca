//! # 政府性基金支出在两张表中一致
//! Two tables give the same spending of government funds
//!
//! **公式**　财政拨款收入支出决算总表“本年支出合计”（政府性基金）= 政府性基金表“合计”
//!
//! **依据**　部门决算报表表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　没有此项预算的表是空表。
//!
//! ---
//!
//! **Formula**　本年支出合计 of the appropriation table, column government funds = 合计 of the table of government
//! funds.
//!
//! **Basis**　Relations between the tables of departmental final accounts.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　The table is empty where there is no such budget.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::names;
use super::super::report::Report;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-10",
    family: Family::Cross,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_10.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(whole), Some(part)) = (facts.sheet("appropriation"), facts.sheet("government-fund")) else {
        return;
    };
    let stated = part.slot(part.total(), "total");
    report.assert_same(
        stated,
        whole.slot(whole.row_on(Side::Expenditure, &names::EXPENDITURE), "government-fund"),
    );
}
