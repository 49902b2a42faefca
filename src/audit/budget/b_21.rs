//! # 收支总表与财政拨款收支总表一致
//! Budget summary and appropriation table agree
//!
//! **公式**　收支总表一般公共预算、政府性基金、国有资本三项收入 = 财政拨款收支总表同名三项
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　上年结转的行不取。
//!
//! ---
//!
//! **Formula**　The three appropriation rows of the summary = those of the appropriation table.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　Rows of last year’s balance are not taken.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, Sheet};
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-21",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_21.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(summary), Some(own)) = (facts.sheet("summary"), facts.sheet("appropriation")) else { return };
    for word in ["一般公共预算", "政府性基金", "国有资本"] {
        let first = |sheet: &Sheet<'_>| {
            let mut rows = sheet.on(Side::Income).filter(|(row, _)| !sums::is_part(row));
            let row = rows.find(|(_, name)| name.contains(word) && !name.contains("结转"));
            sheet.slot(row.map(|(row, _)| row), "amount")
        };
        report.assert_same(first(own), first(summary));
    }
}
