//! # 国有资本经营预算表合计等于基本支出与项目支出之和
//! State capital: each row is basic plus project spending
//!
//! **公式**　合计 = 基本支出 + 项目支出；列有年初、年末的，年初 + 收入 − 支出 = 年末（逐行）
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　没有国有资本经营预算的表是空表。
//!
//! ---
//!
//! **Formula**　In each row the total is basic plus project spending; where printed, opening + income − spending =
//! closing.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　The table is empty where there is no such budget.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use super::balance;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-08-01",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_08_01.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("state-capital") else { return };
    sums::along_rows(report, sheet, "total", &["basic", "project"]);
    balance::rows(report, sheet);
}
