//! # 机关运行经费预算合计等于各单位之和
//! Budget of operating expenses is the sum of the units
//!
//! **公式**　部门合计 = Σ单位（逐栏）
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　部门下的单位再列下级单位时会重复，不核对。
//!
//! ---
//!
//! **Formula**　In each column the total is the sum of the units.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Not assessed where units are listed below units.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Row, Severity, Stage, is_total};

pub(super) const CHECK: Check = Check {
    code: "B-13",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_13.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("operating-expenses") else { return };
    let Some(total) = sheet.total() else { return };
    let units: Vec<&Row> = sheet.rows().filter(|(_, name)| !is_total(name)).map(|(row, _)| row).collect();
    for role in ["total", "general-budget", "government-fund", "state-capital"] {
        sums::sums(report, sheet, &[role], total, &units);
    }
}
