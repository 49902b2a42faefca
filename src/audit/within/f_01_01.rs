//! # 各项收入相加等于本年收入合计
//! Kinds of income add up to the year's income
//!
//! **公式**　收入支出决算总表收入侧“本年收入合计”之前各行相加 = 本年收入合计
//!
//! **依据**　部门决算报表编制说明：收入支出决算总表表内关系。
//!
//! **容差**　每个数按印出的末位四舍五入：相加 n 项，容差为 (n+1) 个末位单位的一半。
//!
//! **易错**　空白行不是加数；“其中”行已含在上一行中，不重复相加。
//!
//! ---
//!
//! **Formula**　On the income side of the summary table, the rows above 本年收入合计 add up to it.
//!
//! **Basis**　Instructions for departmental final accounts: relations within the summary table.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends, (n+1) halves of that digit.
//!
//! **Traps**　Blank rows are no addends; a row 其中 (of which) is part of the row above it.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-01-01",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_01_01.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("summary") else { return };
    let Some(total) = sheet.row_on(Side::Income, &["本年收入合计"]) else { return };
    let above = sheet
        .on(Side::Income)
        .take_while(|(row, _)| row.number != total.number)
        .filter(|(row, _)| !row.label.contains("其中"));
    let terms: Vec<_> = above.map(|(row, _)| sheet.slot(Some(row), "amount")).collect();
    report.assert_sum(sheet.slot(Some(total), "amount"), terms, sheet.row_doubt());
}
