//! # 政府性基金、国有资本经营预算表的合计
//! Budget tables of government funds and state capital add up
//!
//! **公式**　合计 = Σ类，类 = Σ款，款 = Σ项；合计 = 基本支出 + 项目支出
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　没有此项预算的表是空表。
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
//! **Traps**　The table is empty where there is no such budget.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-11",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_11.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for kind in ["government-fund", "state-capital"] {
        let Some(sheet) = facts.sheet(kind) else { continue };
        for level in [sums::Level::Total, sums::Level::Class, sums::Level::Section] {
            sums::tree(report, sheet, &["total", "basic", "project"], level);
        }
        sums::along_rows(report, sheet, "total", &["basic", "project"]);
    }
}
