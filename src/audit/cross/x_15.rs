//! # 基本支出中的“三公”科目大于“三公”经费决算数
//! Items of basic spending exceed the three public expenses
//!
//! **公式**　30212 ≤ 因公出国（境）费，30217 ≤ 公务接待费，30231 ≤ 公务用车运行维护费，31013 ≤ 公务用车购置费
//!
//! **依据**　部门决算报表表间关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　“三公”经费还可来自项目支出，所以只比较大小。
//!
//! ---
//!
//! **Formula**　30212, 30217, 30231 and 31013 of the economic table are no more than travel abroad, reception,
//! vehicle operation and vehicle purchase.
//!
//! **Basis**　Relations between the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　The three public expenses may also come from project spending, so that only “no more than” is checked.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::names;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-15",
    family: Family::Cross,
    severity: Severity::Warning,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_15.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(detail), Some(expenses)) = (facts.sheet("economic-detail"), facts.sheet("three-public")) else {
        return;
    };
    let role = names::basic_role(detail);
    let Some((row, _)) = expenses.rows().next() else { return };
    for (code, part) in [
        ("30212", "final-abroad"),
        ("30217", "final-reception"),
        ("30231", "final-vehicle-operation"),
        ("31013", "final-vehicle-purchase"),
    ] {
        sums::no_more(report, detail.slot(detail.coded(code), role), expenses.slot(Some(row), part), true);
    }
}
