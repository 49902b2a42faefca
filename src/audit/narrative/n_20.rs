//! # 文字与表的金额单位相差一万倍
//! Prose and table differ by a factor of 10,000
//!
//! **公式**　文字中的数 = 所引单元格 × 10000 或 ÷ 10000：元与万元混用
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　不设容差。
//!
//! **易错**　只在恰为一万倍时报告，此时 N-01 不再报告。
//!
//! ---
//!
//! **Formula**　A figure in prose is 10,000 times its cell, or its ten-thousandth part: yuan and 万元 are mixed up.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Reported only where the factor is exactly 10,000; then N-01 says nothing.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::quote;
use crate::model::{Aspect, Severity};

pub(super) const CHECK: Check = Check {
    code: "N-20",
    family: Family::Narrative,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_20.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, claim) in facts.narrative().filter(|(_, claim)| claim.aspect == Aspect::Amount) {
        let Some(cell) = facts.quoted(claim).filter(|_| !quote::is_elsewhere(facts, index, claim)) else {
            continue;
        };
        let assertion = Assertion::quotes(facts.claim(claim), cell);
        if quote::is_factor(&assertion) {
            report.assert(assertion);
        } else {
            report.agree();
        }
    }
}
