//! # 未达目标的指标得满分
//! An indicator that missed its target has full marks
//!
//! **公式**　实际完成值未达到（调整后）指标值时，得分应小于分值
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　不设容差。
//!
//! **易错**　“=”的成本指标实际低于指标值、数量指标实际高于指标值的为留意；单位不同的不比较。
//!
//! ---
//!
//! **Formula**　Where the actual value misses the target, the score is less than the weight.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　None.
//!
//! **Traps**　A cost below, or a quantity above an exact target is a notice; values with different units are not
//! compared.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report, UNCERTAIN};
use super::{marks, quantity};
use crate::model::{Form, Indicator, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-11",
    family: Family::Project,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_11.rs"),
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
        if marks::is_uncertain(indicator, &["adjusted_target", "target", "actual", "score", "weight"]) {
            report.not_assessable(UNCERTAIN);
            continue;
        }
        if outcome.is_met() || score.value < weight.value {
            report.agree();
            continue;
        }
        let target = indicator_target(indicator);
        let (zh, en) = (
            format!(
                "指标“{}”的指标值为{target}，实际完成值为{}，得分{}，与分值{}相同。",
                indicator.name, indicator.actual, score.printed, weight.printed
            ),
            format!(
                "Indicator {}: target {target}, actual {}, score {} of {}.",
                indicator.name, indicator.actual, score.printed, weight.printed
            ),
        );
        let inputs = [
            facts.indicator(index, at, "actual", &indicator.actual, Some(outcome.actual)),
            facts.indicator(index, at, quantity::target_field(indicator), target, Some(outcome.target)),
            marks::score(facts, index, at, score),
            marks::weight(facts, index, at, weight),
        ];
        let assertion = Assertion::shown(inputs).project(facts.project_of(index)).say(zh, en);
        // An exact target that was undercut in money, or overshot, was missed on paper only.
        report.show(if outcome.is_harmless(indicator) {
            assertion.unexplained().severity(Severity::Notice)
        } else {
            assertion
        });
    }
}

fn indicator_target(indicator: &Indicator) -> &str {
    if indicator.adjusted_target.is_empty() { &indicator.target } else { &indicator.adjusted_target }
}
