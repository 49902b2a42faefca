//! # 支出决算表类等于所含各款之和
//! Expenditure table: each class is the sum of its sections
//!
//! **公式**　支出决算表逐栏：类 = Σ款
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　有的地方只印类、款，或只印类；缺的层级跳过。合计可能印在最后一行。
//!
//! ---
//!
//! **Formula**　Expenditure table, in each column: each class is the sum of its sections.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Some places print 类 and 款 only, or 类 only: levels that are not printed are passed over. The total
//! may be the last row.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-03-02",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_03_02.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("expenditure") else { return };
    sums::tree(
        report,
        sheet,
        &["total", "basic", "project", "payment-to-superior", "business", "subsidy-to-affiliate"],
        sums::Level::Class,
    );
}
