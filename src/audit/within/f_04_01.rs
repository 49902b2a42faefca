//! # 财政拨款各项收入相加等于本年收入合计
//! Funds of appropriation add up to the year's income
//!
//! **公式**　财政拨款收入支出决算总表收入侧：“本年收入合计”之前各行相加 = 本年收入合计
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　空白和“——”不是加数。
//!
//! ---
//!
//! **Formula**　Appropriation table, income side: the rows above 本年收入合计 add up to it.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Blank cells and —— are no addends.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::names;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-04-01",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_04_01.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("appropriation") else { return };
    sums::above(report, sheet, Side::Income, &names::INCOME, &["amount"]);
}
