//! # 文字中的占比与金额不符
//! A share in prose does not follow from the amounts
//!
//! **公式**　占比 = 部分 ÷ 总体 × 100%
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　按印出精度作区间计算：比值的取值区间须与印出的百分数（末位半个单位）相交；截尾而非四舍五入的记为“留意”。
//!
//! **易错**　各项占比凑成恰好 100.00% 的尾差为提示；没有写明总体的不核对。
//!
//! ---
//!
//! **Formula**　Share = part ÷ whole × 100 %.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　Interval arithmetic: the range of the ratio, given the printed precision, must meet the printed
//! percentage (half its last digit); a truncated percentage is a notice.
//!
//! **Traps**　A remainder that makes shares add up to exactly 100.00 is info; not assessed where no whole is named.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::share;
use crate::model::{Aspect, Severity};

pub(super) const CHECK: Check = Check {
    code: "N-02",
    family: Family::Narrative,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_02.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, claim) in facts.narrative().filter(|(_, claim)| claim.aspect == Aspect::Share) {
        match (share::part(facts, claim), share::whole(facts, index, claim)) {
            (Some(part), Some(whole)) if whole.value.is_some_and(|value| !value.is_zero()) => {
                let assertion = Assertion::percent(facts.claim(claim)).plus([part]).over([whole]);
                let forced = assertion.fails() && share::is_forced(facts, claim);
                report.assert(if forced { assertion.severity(Severity::Info) } else { assertion });
            }
            _ => report.not_assessable(NOT_PRINTED),
        }
    }
}
