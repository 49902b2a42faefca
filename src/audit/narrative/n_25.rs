//! # 文字中的增减额与两数之差不符
//! A change in prose is not the difference of the two amounts
//!
//! **公式**　决算数与年初预算数同句印出时：增减额 = |决算数 − 年初预算数|
//!
//! **依据**　表述自身的算术关系。实例：按年初预算与决算逐类说明增减额的决算说明。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　方向相反的见 N-05。
//!
//! ---
//!
//! **Formula**　Where final figure and initial budget stand in one sentence, the change is their difference.
//!
//! **Basis**　Arithmetic of the sentence itself, as printed in narratives that go through initial budget and final
//! figure class by class.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　A wrong direction is N-05.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::change;
use crate::model::{Aspect, Severity};

pub(super) const CHECK: Check = Check {
    code: "N-25",
    family: Family::Narrative,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_25.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (_, claim) in facts.narrative().filter(|(_, claim)| claim.aspect == Aspect::Change) {
        let Some((one, other)) = change::both(facts, claim) else { continue };
        let (more, less) = if one.value >= other.value { (one, other) } else { (other, one) };
        report.assert(Assertion::equal(facts.claim(claim)).plus([more]).minus([less]));
    }
}
