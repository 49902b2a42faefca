//! # 机关运行经费等于行政单位与参公单位之和
//! Operating expenses are those of administrative and of comparable units
//!
//! **公式**　机关运行经费 = 行政单位 + 参照公务员法管理事业单位
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　有的表在该标题行不印金额。
//!
//! ---
//!
//! **Formula**　Operating expenses = administrative units + institutions managed like the civil service.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Some tables print no amount in the heading row.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Row, Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-10-03",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_10_03.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("statistics") else { return };
    let mut rows = sheet.under("机关运行经费");
    let Some((total, _)) = rows.next() else { return };
    let parts: Vec<&Row> = rows.filter(|(_, name)| name.contains("单位")).map(|(row, _)| row).collect();
    sums::sums(report, sheet, &["amount"], total, &parts);
}
