//! # 基本支出合计与经济分类表一致
//! Basic spending agrees with the economic table
//!
//! **公式**　一般公共预算财政拨款支出决算表“合计”（基本支出）= 基本支出决算明细表各类之和
//!
//! **依据**　部门决算报表表间关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　“——”不是加数；表中另列“其中：基本支出”的取该栏。
//!
//! ---
//!
//! **Formula**　Basic spending in the total row of the general budget table = the sum of the classes of the economic
//! table.
//!
//! **Basis**　Relations between the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　—— is no addend. Where the table has a column 其中：基本支出, that one is taken.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::names;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-12",
    family: Family::Cross,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_12.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(whole), Some(detail)) = (facts.sheet("general-budget"), facts.sheet("economic-detail")) else {
        return;
    };
    let role = names::basic_role(detail);
    let terms: Vec<_> = sums::shortest(detail).into_iter().map(|row| detail.slot(Some(row), role)).collect();
    report.assert_sum(whole.slot(whole.total(), "basic"), terms, detail.row_doubt());
}
