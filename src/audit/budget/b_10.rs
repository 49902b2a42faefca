//! # 一般公共预算基本支出表的合计与分类
//! Budget economic table: classes and totals
//!
//! **公式**　类 = 所含各款之和；合计 = Σ类（逐栏）；合计 = 人员经费 + 公用经费（逐行）
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　没有科目编码的表，类行只有部门科目、没有政府科目。
//!
//! ---
//!
//! **Formula**　Each class is the sum of the rows below it, the total the sum of the classes; in each row the total
//! is personnel plus operating costs.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　In tables without codes, rows of classes name no government item.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use super::pairs;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-10",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_10.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("economic-detail") else { return };
    let roles = ["total", "personnel", "operating"];
    if sheet.table.rows.iter().any(|row| !row.code.is_empty()) {
        sums::tree(report, sheet, &roles, sums::Level::Total);
        sums::tree(report, sheet, &roles, sums::Level::Class);
    } else {
        pairs::classes(report, sheet, &roles);
    }
    sums::along_rows(report, sheet, "total", &["personnel", "operating"]);
}
