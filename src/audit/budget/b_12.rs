//! # “三公”经费预算合计等于三项之和
//! Budget of the three public expenses adds up
//!
//! **公式**　合计 = 因公出国（境）费 + 公务接待费 + 公务用车购置及运行费；公务用车 = 购置费 + 运行维护费（逐栏）
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　合计可能印在最后一行；有的表按栏、有的表按行列各项。
//!
//! ---
//!
//! **Formula**　Total = travel abroad + reception + vehicles; vehicles = purchase + operation, in each column.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　The total may be the last row; some tables print the parts in columns, some in rows.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-12",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_12.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("three-public") else { return };
    if sheet.has_role("vehicles") || sheet.has_role("reception") {
        sums::along_rows(report, sheet, "total", &["abroad", "reception", "vehicles"]);
        sums::along_rows(report, sheet, "vehicles", &["vehicle-purchase", "vehicle-operation"]);
        return;
    }
    let row = |words: [&str; 2]| {
        sheet.rows().find(|(_, name)| words.iter().all(|word| name.contains(word))).map(|(row, _)| row)
    };
    let vehicles = row(["公务用车", "购置及运行"]);
    let purchase = sheet
        .rows()
        .find(|(_, name)| name.contains("公务用车购置") && !name.contains("运行"))
        .map(|(row, _)| row);
    let operation = sheet.rows().find(|(_, name)| name.contains("公务用车运行")).map(|(row, _)| row);
    for role in ["total", "general-budget", "government-fund", "state-capital"] {
        let parts = [row(["因公出国", ""]), row(["公务接待", ""]), vehicles];
        sums::of_rows(report, sheet, role, sheet.total(), &parts);
        sums::of_rows(report, sheet, role, vehicles, &[purchase, operation]);
    }
}
