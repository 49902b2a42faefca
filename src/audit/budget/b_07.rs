//! # 预算支出总表的合计与分类
//! Budget expenditure table: tree and uses
//!
//! **公式**　合计 = Σ类，类 = Σ款，款 = Σ项（逐栏）；合计 = 基本支出 + 项目支出（逐行）
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　有的地方只印类、款，或只印类；缺的层级跳过。表头错位时不核对。
//!
//! ---
//!
//! **Formula**　Total, classes and sections are the sums of what is below them; in each row the total is basic plus
//! project spending.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Levels that are not printed are passed over; not assessed where the header stands beside its columns.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-07",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_07.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("expenditure") else { return };
    for level in [sums::Level::Total, sums::Level::Class, sums::Level::Section] {
        sums::tree(report, sheet, &["total", "basic", "project"], level);
    }
    let uses = ["basic", "project", "payment-to-superior", "business", "subsidy-to-affiliate"];
    sums::along_rows(report, sheet, "total", &uses);
}
