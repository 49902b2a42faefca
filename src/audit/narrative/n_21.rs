//! # 对零预算计算完成率
//! A completion rate of a budget of zero
//!
//! **公式**　预算数为零而印出完成率
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　不设容差。
//!
//! **易错**　0/0 没有意义，印 0.00% 或 100% 的都有。
//!
//! ---
//!
//! **Formula**　A completion rate is printed though the budget is zero.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　None.
//!
//! **Traps**　0/0 has no value; some print 0.00 %, some 100 %.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::completion;
use crate::model::{Aspect, Severity};

pub(super) const CHECK: Check = Check {
    code: "N-21",
    family: Family::Narrative,
    severity: Severity::Info,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_21.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, claim) in facts.narrative().filter(|(_, claim)| claim.aspect == Aspect::CompletionRate) {
        let Some((spent, budget)) = completion::both(facts, index, claim) else { continue };
        if budget.value.is_none_or(|value| !value.is_zero()) {
            report.agree();
            continue;
        }
        let (zh, en) = (
            format!("“{}”的预算数为零，印有完成率{}。", claim.subject, claim.printed),
            format!(
                "The budget of {} is zero; a completion rate of {} is printed.",
                claim.subject, claim.printed
            ),
        );
        report.show(Assertion::shown([facts.claim(claim), budget, spent]).unexplained().say(zh, en));
    }
}
