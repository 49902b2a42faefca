//! # 一般公共预算支出不大于全部支出
//! General budget spending is no more than all spending
//!
//! **公式**　按科目：一般公共预算 + 政府性基金 + 国有资本经营预算支出 ≤ 支出决算表同科目支出
//!
//! **依据**　部门决算报表表间关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　全部支出可以更大：还有其他资金。
//!
//! ---
//!
//! **Formula**　By code: spending of the three budgets is no more than that of the expenditure table.
//!
//! **Basis**　Relations between the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　All spending may be more: there are other funds.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, Sheet};
use super::super::report::Report;
use super::super::sums;
use crate::model::{Row, Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-13",
    family: Family::Cross,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_13.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(whole), Some(part)) = (facts.sheet("expenditure"), facts.sheet("general-budget")) else {
        return;
    };
    let total = |sheet: &Sheet<'_>, row: Option<&Row>| sheet.slot(row, "total");
    sums::no_more(report, total(part, part.total()), total(whole, whole.total()), false);
    for (row, _) in part.rows().filter(|(row, _)| !row.code.is_empty()) {
        if let Some(other) = whole.coded(&row.code) {
            sums::no_more(report, total(part, Some(row)), total(whole, Some(other)), false);
        }
    }
}
