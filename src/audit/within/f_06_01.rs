//! # 经济分类表类等于所含各款之和
//! Economic table: each class is the sum of its items
//!
//! **公式**　301 = Σ301xx，302 = Σ302xx ……（逐栏）
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　“——”表示本表不列，不是加数。
//!
//! ---
//!
//! **Formula**　In each column a class is the sum of its items.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　—— means that nothing is listed here; it is no addend.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-06-01",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_06_01.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("economic-detail") else { return };
    sums::tree(report, sheet, &["amount", "basic"], sums::Level::Class);
}
