//! # 各类年初预算之和与年初预算总数不同
//! Initial budgets by class do not add up
//!
//! **公式**　各类年初预算数之和 = 年初预算总数（各类决算数之和等于决算总数时）
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　有预算而没有决算的类可能不列，列不全时不核对。
//!
//! ---
//!
//! **Formula**　Initial budgets by class add up to the total, where the final figures do.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　A class with a budget and no spending may be left out; not assessed where the list is not complete.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::classes;
use crate::model::Severity;

pub(super) const CHECK: Check = Check {
    code: "N-07",
    family: Family::Narrative,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_07.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    if let Some(list) = classes::budgets(facts) {
        report.assert(Assertion::equal(list.total).plus(list.parts).unexplained());
    }
}
