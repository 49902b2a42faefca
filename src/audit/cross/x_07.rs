//! # 一般公共预算财政拨款收入在两张总表中一致
//! Summary and appropriation table give the same general budget income
//!
//! **公式**　收入支出决算总表“一般公共预算财政拨款收入”= 财政拨款收入支出决算总表“一般公共预算财政拨款”
//!
//! **依据**　部门决算报表表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　年初结转下的同名行不取。
//!
//! ---
//!
//! **Formula**　一般公共预算财政拨款收入 of the summary table = 一般公共预算财政拨款 of the appropriation table.
//!
//! **Basis**　Relations between the tables of departmental final accounts.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　Rows of that name below the opening balance are not taken.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, Sheet};
use super::super::report::Report;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-07",
    family: Family::Cross,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_07.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(summary), Some(own)) = (facts.sheet("summary"), facts.sheet("appropriation")) else { return };
    let first = |sheet: &Sheet<'_>| {
        let row = sheet.on(Side::Income).find(|(_, name)| name.contains("一般公共预算"));
        sheet.slot(row.map(|(row, _)| row), "amount")
    };
    report.assert_same(first(own), first(summary));
}
