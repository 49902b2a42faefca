//! # 各类支出相加等于本年支出合计
//! Classes of expenditure add up to the year's expenditure
//!
//! **公式**　收入支出决算总表支出侧“本年支出合计”之前各行相加 = 本年支出合计
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　按行名而不按行次取数；空白行不是加数。
//!
//! ---
//!
//! **Formula**　On the expenditure side of the summary table, the rows above 本年支出合计 add up to it.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Rows are taken by name, not by number; blank rows are no addends.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-01-02",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_01_02.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("summary") else { return };
    sums::above(report, sheet, Side::Expenditure, &["本年支出合计"], &["amount"]);
}
