//! # 未达目标的指标扣分与完成比例不符
//! The deduction does not fit how far the target was missed
//!
//! **公式**　得分 ≈ 分值 × 实际完成值 ÷ 指标值（±1 分）
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　一分。
//!
//! **易错**　扣分办法可以另定，只在相差超过一分时提示。
//!
//! ---
//!
//! **Formula**　Score ≈ weight × actual ÷ target, within one point.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　One point.
//!
//! **Traps**　Other rules of deduction are possible; only more than a point is said.

use rust_decimal::Decimal;

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::{marks, quantity};
use crate::model::{Form, Severity, Tolerance};

pub(super) const CHECK: Check = Check {
    code: "P-12",
    family: Family::Project,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_12.rs"),
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
        let (Some(score), Some(weight)) = (&indicator.score, &indicator.weight) else { continue };
        let partial = !outcome.is_met()
            && score.value < weight.value
            && outcome.is_floor()
            && !outcome.actual.is_zero()
            && !outcome.is_harmless(indicator);
        if !partial
            || marks::is_uncertain(indicator, &["adjusted_target", "target", "actual", "score", "weight"])
        {
            continue;
        }
        let actual = facts.indicator(index, at, "actual", &indicator.actual, Some(outcome.actual));
        let target = facts.indicator(
            index,
            at,
            quantity::target_field(indicator),
            quantity::target_text(indicator),
            Some(outcome.target),
        );
        report.assert(
            Assertion::equal(marks::score(facts, index, at, score))
                .plus([marks::weight(facts, index, at, weight), actual])
                .product()
                .over([target])
                .within(Tolerance::Fixed(Decimal::ONE))
                .unexplained()
                .project(facts.project_of(index)),
        );
    }
}
