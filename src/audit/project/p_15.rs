//! # 成本指标用“≥”
//! A cost indicator has a lower bound
//!
//! **公式**　成本指标应为上限（≤）或定额（=）
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　不设容差。
//!
//! **易错**　“节约率”“降低成本”等以高为好的不算。
//!
//! ---
//!
//! **Formula**　A cost has an upper bound (≤) or an exact amount (=).
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Savings, where more is better, do not count.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report, UNCERTAIN};
use super::{marks, quantity};
use crate::model::{Indicator, Operator, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-15",
    family: Family::Project,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_15.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, form) in facts.reading.forms.iter().enumerate() {
        for (at, indicator) in form.indicators.iter().enumerate() {
            examine(facts, index, at, indicator, report);
        }
    }
}

fn examine(facts: &Facts<'_>, index: usize, at: usize, indicator: &Indicator, report: &mut Report<'_>) {
    if !indicator.level2.contains("成本") || indicator.parsed.number.is_none() {
        return;
    }
    if marks::is_uncertain(indicator, &["level2", "adjusted_target", "target"]) {
        return report.not_assessable(UNCERTAIN);
    }
    let is_floor = matches!(indicator.parsed.operator, Some(Operator::AtLeast | Operator::MoreThan));
    let is_saving = ["节约", "降低", "节省", "减少", "率"].iter().any(|word| indicator.name.contains(word));
    if !is_floor || is_saving {
        return report.agree();
    }
    let target = quantity::target_text(indicator);
    let (zh, en) = (
        format!("成本指标“{}”的指标值为{target}，没有上限。", indicator.name),
        format!("The cost indicator {} has the target {target}, which is no upper bound.", indicator.name),
    );
    let input = facts.indicator(index, at, quantity::target_field(indicator), target, None);
    report.show(Assertion::shown([input]).unexplained().project(facts.project_of(index)).say(zh, en));
}
