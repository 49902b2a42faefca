//! # 财政拨款支出合计栏等于三本预算之和
//! Appropriation spending: the total column is the sum of the funds
//!
//! **公式**　支出侧逐行：合计 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　转换丢失合计栏时无法核对。
//!
//! ---
//!
//! **Formula**　In each row of the expenditure side the total is the sum of the funds.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Not assessable where the conversion lost the total column.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-04-06",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_04_06.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("appropriation") else { return };
    sums::along_rows(report, sheet, "total", &["general-budget", "government-fund", "state-capital"]);
}
