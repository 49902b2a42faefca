//! # 财政拨款支出侧各部分相加等于总计
//! The parts of the appropriation expenditure side add up to its total
//!
//! **公式**　支出侧逐栏：本年支出合计 + 年末财政拨款结转和结余 = 总计
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
//! **Formula**　Expenditure side, in each column: 本年支出合计 + 年末财政拨款结转和结余 = 总计.
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
    code: "F-04-05",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_04_05.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("appropriation") else { return };
    let row = |names: &[&str]| sheet.row_on(Side::Expenditure, names);
    let addends = [row(&names::EXPENDITURE), row(&names::CLOSING)];
    for role in ["total", "general-budget", "government-fund", "state-capital"] {
        sums::of_rows(report, sheet, role, row(&names::EXPENDITURE_GRAND), &addends);
    }
}
