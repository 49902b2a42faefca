//! # 下属单位数两处不同
//! Two numbers of subordinate units
//!
//! **公式**　表中所属预算单位数 = 文字所称下属单位数
//!
//! **依据**　公开材料自身的表述。
//!
//! **容差**　不设容差。
//!
//! **易错**　是否含本级，各处口径可能不同。
//!
//! ---
//!
//! **Formula**　Subordinate units in the form = those the text speaks of.
//!
//! **Basis**　Arithmetic of the document’s own statements.
//!
//! **Tolerance**　None.
//!
//! **Traps**　The unit itself may be counted or not.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use crate::model::{Aspect, Severity};

pub(super) const CHECK: Check = Check {
    code: "S-04",
    family: Family::Staffing,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("s_04.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let names =
        ["下属预算单位个数", "所属预算单位数", "下属单位", "所属单位", "所属预算单位", "二级预算单位"];
    let mut found = facts
        .narrative_or_form()
        .filter(|(index, claim)| claim.aspect == Aspect::Count && names.contains(&facts.subject(*index)));
    let Some((_, first)) = found.next() else { return };
    for (_, other) in found {
        report.assert(Assertion::quotes(facts.claim(other), facts.claim(first)).unexplained());
    }
}
