//! # 项目支出预算表的合计等于各项目之和
//! Budget table of projects adds up
//!
//! **公式**　单位行（或合计行）= Σ项目（逐栏）
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　单位行和合计行不是项目。
//!
//! ---
//!
//! **Formula**　The row of the unit (or the total) is the sum of the projects, in each column.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Rows of units and totals are no projects.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use super::projects;
use crate::model::{Row, Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-14",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_14.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for kind in ["projects", "projects-carried-over"] {
        let Some(sheet) = facts.sheet(kind) else { continue };
        let lines = projects::lines(facts, sheet);
        let others: Vec<&Row> = sheet
            .table
            .rows
            .iter()
            .filter(|row| !lines.iter().any(|line| line.number == row.number))
            .collect();
        // With several rows that are no projects nobody knows which project belongs to which.
        if let ([total], false) = (others.as_slice(), lines.is_empty()) {
            sums::sums(report, sheet, &projects::FUNDS, total, &lines);
        } else if let Some(total) = sheet.total().filter(|_| !lines.is_empty()) {
            sums::sums(report, sheet, &projects::FUNDS, total, &lines);
        }
    }
}
