//! # 文字中“三公”各项之和与总数不同
//! The three public expenses in prose do not add up
//!
//! **公式**　“三公”经费 = 因公出国（境）费 + 公务用车购置费 + 公务用车运行维护费 + 公务接待费（同一段，决算口径）
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　四项没有都说到的段不核对。
//!
//! ---
//!
//! **Formula**　Total = travel abroad + vehicle purchase + vehicle operation + reception, in one section, final
//! figures.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Not assessed where a section does not name all of them.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::expenses;
use crate::model::Severity;

pub(super) const CHECK: Check = Check {
    code: "N-12",
    family: Family::Narrative,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_12.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (total, parts) in expenses::amounts(facts) {
        let parts = parts.into_iter().map(|claim| facts.claim(claim));
        report.assert(Assertion::equal(facts.claim(total)).plus(parts));
    }
}
