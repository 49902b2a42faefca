//! # 预算收支总表收入侧各行相加等于合计
//! Budget summary: the income side adds up
//!
//! **公式**　“本年收入合计”之前各行相加 = 本年收入合计；本年收入合计 + 上年结转 = 收入总计
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　空白和“——”不是加数。
//!
//! ---
//!
//! **Formula**　The rows above 本年收入合计 add up to it; with the balance of last year they give 收入总计.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
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
use super::grand;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-01",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_01.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("summary") else { return };
    sums::above(report, sheet, Side::Income, &names::INCOME, &["amount"]);
    grand::side(report, sheet, Side::Income, &["amount"]);
}
