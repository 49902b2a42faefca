//! # 国有资本经营预算支出在两张表中一致
//! Two tables give the same spending of state capital
//!
//! **公式**　财政拨款收入支出决算总表“本年支出合计”（国有资本经营预算）= 国有资本经营预算表“合计”
//!
//! **依据**　部门决算报表表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　没有此项预算的表是空表。
//!
//! ---
//!
//! **Formula**　本年支出合计 of the appropriation table, column state capital = 合计 of the table of state capital.
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
    code: "X-11",
    family: Family::Cross,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_11.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(whole), Some(part)) = (facts.sheet("appropriation"), facts.sheet("state-capital")) else {
        return;
    };
    let stated = part.slot(part.total(), "total");
    report.assert_same(
        stated,
        whole.slot(whole.row_on(Side::Expenditure, &names::EXPENDITURE), "state-capital"),
    );
}
