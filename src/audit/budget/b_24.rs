//! # 支出总表的项目支出与项目支出表一致
//! Project spending agrees with the tables of projects
//!
//! **公式**　支出总表“合计”（项目支出）= 项目支出表（本年）+ 项目支出表（上年结转）
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　支出总表不含上年结转时，两表之和可以更大。
//!
//! ---
//!
//! **Formula**　Project spending in the total row of the expenditure table = the projects of this year plus those
//! carried over.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　The sum may be larger where the expenditure table leaves out last year’s balance.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::projects;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-24",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_24.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(whole) = facts.sheet("expenditure") else { return };
    if facts.sheet("projects").is_none() {
        return;
    }
    let mut terms = Vec::new();
    for kind in ["projects", "projects-carried-over"] {
        let Some(sheet) = facts.sheet(kind) else { continue };
        let lines = projects::lines(facts, sheet);
        terms.extend(lines.into_iter().map(|row| sheet.slot(Some(row), "total")));
        if let Some(reason) = sheet.row_doubt() {
            return report.not_assessable(reason);
        }
    }
    report.assert_sum(whole.slot(whole.total(), "project"), terms, whole.row_doubt());
}
