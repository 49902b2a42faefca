//! # “三公”经费合计等于三项之和
//! Three public expenses add up to their total
//!
//! **公式**　预算数、决算数各自：合计 = 因公出国（境）费 + 公务用车购置及运行维护费 + 公务接待费
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　空白为零；两半分别核对。
//!
//! ---
//!
//! **Formula**　In the budget and the final half: total = travel abroad + vehicles + reception.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Blank means nothing; both halves are checked apart.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-09-01",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_09_01.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("three-public") else { return };
    sums::along_rows(
        report,
        sheet,
        "budget-total",
        &["budget-abroad", "budget-vehicles", "budget-reception"],
    );
    sums::along_rows(report, sheet, "final-total", &["final-abroad", "final-vehicles", "final-reception"]);
}
