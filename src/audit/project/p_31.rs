//! # 同样未达目标的指标得分不一致
//! Equal misses are scored unequally
//!
//! **公式**　同一材料中完成比例相同的未达标指标，得分比例应相同
//!
//! **依据**　财预〔2020〕10号：评分标准应统一。实例：同为完成一半的两个指标，一个扣半数分，一个不扣分。
//!
//! **容差**　不设容差。
//!
//! **易错**　只比较“≥”“=”的指标。
//!
//! ---
//!
//! **Formula**　Indicators that missed their targets by the same part are scored alike.
//!
//! **Basis**　财预〔2020〕10号: one standard for all scores.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Only ≥ and = targets are compared.

use rust_decimal::Decimal;

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::{marks, quantity};
use crate::model::{Input, Severity};
use std::collections::BTreeMap;

pub(super) const CHECK: Check = Check {
    code: "P-31",
    family: Family::Project,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_31.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let mut seen: BTreeMap<Decimal, (Decimal, Vec<Input>)> = BTreeMap::new();
    for (index, form) in facts.evaluations() {
        for (at, indicator) in form.indicators.iter().enumerate() {
            let Some(outcome) =
                quantity::outcome(indicator).filter(|outcome| !outcome.is_met() && outcome.is_floor())
            else {
                continue;
            };
            let (Some(score), Some(weight)) = (&indicator.score, &indicator.weight) else { continue };
            let (Some(part), Some(marks)) =
                (outcome.actual.checked_div(outcome.target), score.value.checked_div(weight.value))
            else {
                continue;
            };
            if marks::is_uncertain(indicator, &["adjusted_target", "target", "actual", "score", "weight"]) {
                continue;
            }
            let inputs = vec![
                facts.indicator(index, at, "actual", &indicator.actual, Some(outcome.actual)),
                marks::score(facts, index, at, score),
            ];
            match seen.get(&part) {
                Some((other, earlier)) if *other != marks => {
                    let (zh, en) = (
                        format!("指标“{}”与另一指标完成比例相同，得分比例不同。", indicator.name),
                        format!(
                            "Indicator {} and another one were reached to the same part and scored differently.",
                            indicator.name
                        ),
                    );
                    let all = inputs.into_iter().chain(earlier.iter().cloned());
                    report.show(
                        Assertion::shown(all).unexplained().project(facts.project_of(index)).say(zh, en),
                    );
                }
                Some(_) => report.agree(),
                None => {
                    seen.insert(part, (marks, inputs));
                }
            }
        }
    }
}
