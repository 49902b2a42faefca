//! # 基本支出中的“三公”科目大于“三公”经费预算
//! Items of basic spending exceed the budget of the three public expenses
//!
//! **公式**　因公出国（境）费、公务接待费、公务用车运行维护费、公务用车购置：经济科目表 ≤ “三公”经费表
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　“三公”经费还可来自项目支出，所以只比较大小。
//!
//! ---
//!
//! **Formula**　Travel abroad, reception, vehicle operation and purchase: economic table ≤ table of the three public
//! expenses.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　The three public expenses may also come from project spending.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, Sheet};
use super::super::report::{Assertion, Report};
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-26",
    family: Family::Budget,
    severity: Severity::Warning,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_26.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(detail), Some(expenses)) = (facts.sheet("economic-detail"), facts.sheet("three-public")) else {
        return;
    };
    for (word, role) in [
        ("因公出国", "abroad"),
        ("公务接待费", "reception"),
        ("公务用车运行", "vehicle-operation"),
        ("公务用车购置", "vehicle-purchase"),
    ] {
        let find = |sheet: &Sheet<'_>| {
            let mut rows = sheet.rows().filter(|(_, name)| name.contains(word) && !name.contains("购置及"));
            rows.find_map(|(row, _)| sheet.slot(Some(row), "total").value())
        };
        let whole = match expenses.has_role(role) {
            true => expenses.rows().find_map(|(row, _)| expenses.slot(Some(row), role).value()),
            false => find(expenses),
        };
        if let (Some(part), Some(whole)) = (find(detail), whole) {
            report.assert(Assertion::at_most(part).plus([whole]).unexplained());
        }
    }
}
