//! # 产出、效益、满意度分值不是50、30、10
//! Groups of indicators do not weigh 50, 30 and 10
//!
//! **公式**　产出指标 50 分、效益指标 30 分、满意度指标 10 分
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　不设容差。
//!
//! **易错**　地方可以另定权重（如成本指标单列）；一级指标不清楚的不核对。
//!
//! ---
//!
//! **Formula**　Output 50, benefit 30, satisfaction 10.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Places may set other weights (cost as a group of its own); not assessed where the groups are not clear.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report, UNCERTAIN};
use super::marks;
use crate::model::{Form, Input, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-07",
    family: Family::Project,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_07.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, form) in facts.evaluations() {
        examine(facts, index, form, report);
    }
}

fn examine(facts: &Facts<'_>, index: usize, form: &Form, report: &mut Report<'_>) {
    if !form.complete || marks::is_damaged(form) || marks::weights(facts, index, form).is_none() {
        return report.not_assessable(UNCERTAIN);
    }
    for (word, points) in marks::GROUPS {
        let of_group: Vec<Input> = form
            .indicators
            .iter()
            .enumerate()
            .filter(|(_, indicator)| indicator.level1.contains(word))
            .filter_map(|(at, indicator)| Some(marks::weight(facts, index, at, indicator.weight.as_ref()?)))
            .collect();
        if !of_group.is_empty() && form.indicators.iter().all(|indicator| !indicator.level1.is_empty()) {
            let stated = marks::full(form, points, &format!("{word}指标分值"));
            let assertion =
                Assertion::equal(stated).plus(of_group).unexplained().project(facts.project_of(index));
            let sum =
                assertion.judgement().map(|judged| judged.computed.computed).unwrap_or_default().normalize();
            report.assert(assertion.say(
                format!("“{}”{word}指标分值相加为{sum}，通常为{}。", form.name, points.normalize()),
                format!("The weights of {word} add up to {sum}; usual are {}.", points.normalize()),
            ));
        }
    }
}
