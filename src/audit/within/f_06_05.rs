//! # 其中的基本支出不大于全部支出
//! The basic part of an item is no more than the item
//!
//! **公式**　逐行：其中：基本支出 ≤ 金额
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　只有部分地方的表有此栏。
//!
//! ---
//!
//! **Formula**　In each row 其中：基本支出 is no more than the amount.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Only some places print that column.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-06-05",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_06_05.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("economic-detail") else { return };
    if sheet.has_role("basic") {
        for (row, _) in sheet.rows() {
            sums::no_more(report, sheet.slot(Some(row), "basic"), sheet.slot(Some(row), "amount"), false);
        }
    }
}
