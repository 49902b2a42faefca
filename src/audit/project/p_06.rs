//! # 各指标分值之和加预算执行分值不是100
//! Weights do not add up to 100
//!
//! **公式**　10 + Σ指标分值 = 100
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　不设容差。
//!
//! **易错**　分值与得分短缺同样多，或表格丢行、并行的，是文本转换缺损。
//!
//! ---
//!
//! **Formula**　10 + the weights of the indicators = 100.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Where weights and scores are short by the same amount, or rows were lost or merged, the conversion
//! lost them.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::marks;
use crate::model::{Form, Severity, Verdict};

pub(super) const CHECK: Check = Check {
    code: "P-06",
    family: Family::Project,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_06.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, form) in facts.evaluations() {
        examine(facts, index, form, report);
    }
}

fn examine(facts: &Facts<'_>, index: usize, form: &Form, report: &mut Report<'_>) {
    match marks::weights(facts, index, form) {
        Some(weights) => {
            let stated = marks::full(form, marks::WITHOUT_EXECUTION, "指标分值合计");
            let lost = !form.complete || marks::is_damaged(form) || marks::short_alike(facts, index, form);
            let assertion = Assertion::equal(stated).plus(weights).project(facts.project_of(index));
            let sum = assertion.judgement().map(|judged| judged.computed.computed).unwrap_or_default();
            let assertion = assertion.say(
                format!("“{}”各指标分值相加为{}，加预算执行10分，不是100分。", form.name, sum.normalize()),
                format!(
                    "The weights of the indicators add up to {}; with 10 for execution they are not 100.",
                    sum.normalize()
                ),
            );
            report.assert(if lost {
                assertion.verdict(Verdict::Conversion)
            } else {
                assertion.unexplained()
            });
        }
        None => report.not_assessable(NOT_PRINTED),
    }
}
