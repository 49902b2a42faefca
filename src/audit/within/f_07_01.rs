//! # 政府性基金表的收支平衡
//! Government funds: each row balances
//!
//! **公式**　年初结转和结余 + 本年收入 − 本年支出 = 年末结转和结余；支出小计 = 基本支出 + 项目支出（逐行）
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　没有政府性基金的表是空表。
//!
//! ---
//!
//! **Formula**　In each row opening + income − spending = closing; spending = basic + project.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　The table is empty where there are no government funds.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use super::balance;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-07-01",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_07_01.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("government-fund") else { return };
    sums::along_rows(report, sheet, "total", &["basic", "project"]);
    balance::rows(report, sheet);
}
