//! # 财政拨款收支总表的合计
//! Budget appropriation table adds up
//!
//! **公式**　两侧：合计之前各行相加 = 合计；合计 + 结转 = 总计；支出侧合计栏 = 三本预算之和
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
//! **Formula**　On both sides the rows above the total add up to it; with balances they give the grand total; in
//! each row of the expenditure side the total is the sum of the funds.
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
    code: "B-08",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_08.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("appropriation") else { return };
    let funds = ["general-budget", "government-fund", "state-capital"];
    let columns = ["total", "general-budget", "government-fund", "state-capital"];
    sums::above(report, sheet, Side::Income, &names::INCOME, &["amount"]);
    sums::above(report, sheet, Side::Expenditure, &names::EXPENDITURE, &columns);
    grand::side(report, sheet, Side::Income, &["amount"]);
    grand::side(report, sheet, Side::Expenditure, &columns);
    sums::along_rows(report, sheet, "total", &funds);
}
