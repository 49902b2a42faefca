//! # 文字中的完成率与金额不符
//! A completion rate in prose does not follow from the amounts
//!
//! **公式**　完成率 = 决算数 ÷ 预算数 × 100%
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　按印出精度作区间计算：比值的取值区间须与印出的百分数（末位半个单位）相交；截尾而非四舍五入的记为“留意”。
//!
//! **易错**　预算数为零时完成率无意义，不核对；只取同一主语、同一口径的预算数。
//!
//! ---
//!
//! **Formula**　Completion rate = final figure ÷ budget × 100 %.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　Interval arithmetic: the range of the ratio, given the printed precision, must meet the printed
//! percentage (half its last digit); a truncated percentage is a notice.
//!
//! **Traps**　Not assessed where the budget is zero; only a budget of the same subject and kind is taken.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::completion;
use crate::model::{Aspect, Severity};

pub(super) const CHECK: Check = Check {
    code: "N-06",
    family: Family::Narrative,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_06.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, claim) in facts.narrative().filter(|(_, claim)| claim.aspect == Aspect::CompletionRate) {
        match completion::both(facts, index, claim) {
            Some((spent, budget)) if budget.value.is_some_and(|value| !value.is_zero()) => {
                report.assert(Assertion::percent(facts.claim(claim)).plus([spent]).over([budget]));
            }
            _ => report.not_assessable(NOT_PRINTED),
        }
    }
}
