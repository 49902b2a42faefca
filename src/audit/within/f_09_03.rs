//! # “三公”经费决算数大于预算数
//! Three public expenses exceed their budget
//!
//! **公式**　合计及各项：决算数 ≤ 预算数
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　预算数为全年预算数（含调整）。
//!
//! ---
//!
//! **Formula**　In total and in each part the final figure is no more than the budget.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　The budget here is the adjusted one.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-09-03",
    family: Family::Within,
    severity: Severity::Warning,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_09_03.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("three-public") else { return };
    for part in ["total", "abroad", "vehicles", "reception"] {
        for (row, _) in sheet.rows() {
            let half = |half: &str| sheet.slot(Some(row), &format!("{half}-{part}"));
            sums::no_more(report, half("final"), half("budget"), true);
        }
    }
}
