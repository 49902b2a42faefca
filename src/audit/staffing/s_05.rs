//! # 各类人员之和与人员总数不同
//! Kinds of staff do not add up
//!
//! **公式**　“共 N 人，其中甲 a 人、乙 b 人”：a + b = N
//!
//! **依据**　公开材料自身的表述。
//!
//! **容差**　不设容差。
//!
//! **易错**　“其中”可以不全，只看是否超过；离退休人员不在在职之内。本条即 N-18。
//!
//! ---
//!
//! **Formula**　“N persons, of which a and b”: a + b = N.
//!
//! **Basis**　Arithmetic of the document’s own statements.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Lists may be partial, so that only an excess counts; retired staff is not in service. This is N-18,
//! too.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::people;
use crate::model::{Input, Severity};

pub(super) const CHECK: Check = Check {
    code: "S-05",
    family: Family::Staffing,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("s_05.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (total, parts) in people::lists(facts) {
        let parts: Vec<Input> = parts.into_iter().map(|claim| facts.claim(claim)).collect();
        report.assert(Assertion::at_least(facts.claim(total)).plus(parts));
    }
}
