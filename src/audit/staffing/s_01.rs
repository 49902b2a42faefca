//! # 在职人数与在编、其他人数之和不同
//! Staff is not permanent plus other staff
//!
//! **公式**　实际在职人员总数 = 在编人员数 + 其他人员数
//!
//! **依据**　公开材料自身的表述。
//!
//! **容差**　不设容差。
//!
//! **易错**　两项没有都印出的不核对。
//!
//! ---
//!
//! **Formula**　Staff in service = permanent staff + other staff.
//!
//! **Basis**　Arithmetic of the document’s own statements.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Not assessed unless both parts are printed.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::people;
use crate::model::{Input, Severity};

pub(super) const CHECK: Check = Check {
    code: "S-01",
    family: Family::Staffing,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("s_01.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(total) = people::count(facts, &["实际在职人员总数", "实有在职人员", "在职人员总数"])
    else {
        return;
    };
    let parts = [&["在编人员数"][..], &["其他人员数"][..]];
    let parts: Vec<Input> = parts
        .iter()
        .filter_map(|names| people::near(facts, names, total))
        .map(|claim| facts.claim(claim))
        .collect();
    match parts.len() {
        2 => report.assert(Assertion::equal(facts.claim(total)).plus(parts)),
        _ => report.not_assessable(NOT_PRINTED),
    }
}
