//! # 财政拨款结转大于全部结转
//! Balances of appropriation exceed all balances
//!
//! **公式**　年初、年末：财政拨款收入支出决算总表的结转和结余 ≤ 收入支出决算总表的结转和结余
//!
//! **依据**　部门决算报表表间关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　全部结转还含其他资金的结转。
//!
//! ---
//!
//! **Formula**　Opening and closing balance of the appropriation table are no more than those of the summary table.
//!
//! **Basis**　Relations between the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　All balances include those of other funds.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, Sheet};
use super::super::names;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-17",
    family: Family::Cross,
    severity: Severity::Warning,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_17.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(whole), Some(part)) = (facts.sheet("summary"), facts.sheet("appropriation")) else { return };
    let opening = |sheet: &Sheet<'_>| sheet.slot(sheet.row_on(Side::Income, &names::OPENING), "amount");
    sums::no_more(report, opening(part), opening(whole), true);
    let row = |sheet: &Sheet<'_>, role| sheet.slot(sheet.row_on(Side::Expenditure, &names::CLOSING), role);
    sums::no_more(report, row(part, "total"), row(whole, "amount"), true);
}
