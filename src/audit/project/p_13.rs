//! # 实际完成值达到指标值的两倍以上
//! The actual value is twice the target or more
//!
//! **公式**　实际完成值 ≥ 2 × 指标值，得满分，且没有说明偏差原因
//!
//! **依据**　财预〔2020〕10号：偏差较大的应分析原因；指标值应当合理。
//!
//! **容差**　不设容差。
//!
//! **易错**　“≤”的指标不适用；百分数不适用。
//!
//! ---
//!
//! **Formula**　Actual ≥ 2 × target with full marks and no reason given.
//!
//! **Basis**　财预〔2020〕10号: large deviations are explained; targets are reasonable.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Not for ≤ targets and percentages.

use rust_decimal::Decimal;

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::{marks, quantity};
use crate::model::{Form, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-13",
    family: Family::Project,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_13.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, form) in facts.evaluations() {
        examine(facts, index, form, report);
    }
}

fn examine(facts: &Facts<'_>, index: usize, form: &Form, report: &mut Report<'_>) {
    for (at, indicator) in form.indicators.iter().enumerate() {
        let Some(outcome) = quantity::outcome(indicator) else { continue };
        let twice = outcome.target.checked_mul(Decimal::TWO).is_some_and(|twice| outcome.actual >= twice);
        let counts = outcome.is_floor() && outcome.target > Decimal::ZERO && !outcome.is_percent();
        if marks::is_uncertain(indicator, &["adjusted_target", "target", "actual"]) || !counts {
            continue;
        }
        if !twice || !indicator.deviation_reason.is_empty() {
            report.agree();
            continue;
        }
        let target = quantity::target_text(indicator);
        let (zh, en) = (
            format!(
                "指标“{}”的指标值为{target}，实际完成值为{}，没有说明原因。",
                indicator.name, indicator.actual
            ),
            format!(
                "Indicator {}: target {target}, actual {}; no reason is given.",
                indicator.name, indicator.actual
            ),
        );
        let inputs = [
            facts.indicator(index, at, "actual", &indicator.actual, Some(outcome.actual)),
            facts.indicator(index, at, quantity::target_field(indicator), target, Some(outcome.target)),
        ];
        report.show(Assertion::shown(inputs).unexplained().project(facts.project_of(index)).say(zh, en));
    }
}
