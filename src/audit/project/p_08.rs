//! # 指标得分大于分值或小于零
//! A score exceeds its weight or is below zero
//!
//! **公式**　0 ≤ 得分 ≤ 分值
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　不设容差。
//!
//! **易错**　列错位的行不核对。
//!
//! ---
//!
//! **Formula**　0 ≤ score ≤ weight.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Rows with shifted columns are not assessed.

use rust_decimal::Decimal;

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report, UNCERTAIN};
use super::marks;
use crate::model::{Form, Severity, Tolerance};

pub(super) const CHECK: Check = Check {
    code: "P-08",
    family: Family::Project,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_08.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, form) in facts.evaluations() {
        examine(facts, index, form, report);
    }
}

fn examine(facts: &Facts<'_>, index: usize, form: &Form, report: &mut Report<'_>) {
    for (at, indicator) in form.indicators.iter().enumerate() {
        let (Some(score), Some(weight)) = (&indicator.score, &indicator.weight) else { continue };
        if marks::is_uncertain(indicator, &["score", "weight", "row"]) {
            report.not_assessable(UNCERTAIN);
            continue;
        }
        let (score, weight) =
            (marks::score(facts, index, at, score), marks::weight(facts, index, at, weight));
        report.assert(
            Assertion::at_most(score)
                .plus([weight])
                .within(Tolerance::Fixed(Decimal::ZERO))
                .project(facts.project_of(index)),
        );
    }
}
