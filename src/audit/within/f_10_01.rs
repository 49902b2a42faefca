//! # 政府采购支出合计等于货物、工程、服务之和
//! Procurement is the sum of goods, works and services
//!
//! **公式**　政府采购支出合计 = 货物 + 工程 + 服务
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　空白为零。
//!
//! ---
//!
//! **Formula**　Procurement total = goods + works + services.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Blank means nothing.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-10-01",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_10_01.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("statistics") else { return };
    let row = |word: &str| sheet.under("政府采购").find(|(_, name)| name.contains(word)).map(|(row, _)| row);
    let addends = ["货物", "工程", "服务"].map(row);
    let total = sheet.under("政府采购").find(|(_, name)| name.contains("合计")).map(|(row, _)| row);
    sums::of_rows(report, sheet, "amount", total, &addends);
}
