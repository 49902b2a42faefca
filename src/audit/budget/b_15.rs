//! # 项目支出预算表每行合计等于各项资金之和
//! Budget table of projects: each row is the sum of its funds
//!
//! **公式**　合计 = 一般公共预算 + 政府性基金 + 国有资本 + 财政专户 + 单位资金 + 上年结转（逐行）
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
//! **Formula**　In each row the total is the sum of the funds.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Blank cells and —— are no addends.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use super::projects;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-15",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_15.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for kind in ["projects", "projects-carried-over"] {
        let Some(sheet) = facts.sheet(kind) else { continue };
        let funds: Vec<&str> = projects::FUNDS.into_iter().filter(|role| *role != "total").collect();
        sums::along_rows(report, sheet, "total", &funds);
    }
}
