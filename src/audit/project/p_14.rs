//! # 指标的计量单位与其内容不符
//! The unit of an indicator does not fit what it measures
//!
//! **公式**　成本指标以金额计、数量指标以个数计；以百分数计的（名称不是比率）为不符
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　不设容差。
//!
//! **易错**　名称以“率”结尾的是比率；58万元/年、15个工作日等复合单位不是问题。
//!
//! ---
//!
//! **Formula**　A cost is counted in money, a quantity in pieces; a percentage, unless the name is a rate, fits
//! neither.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Names that end in 率 are rates; compound units such as 58万元/年 are fine.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report, UNCERTAIN};
use super::{marks, quantity};
use crate::model::{Indicator, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-14",
    family: Family::Project,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_14.rs"),
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
    if indicator.parsed.number.is_none() || indicator.name.is_empty() {
        return;
    }
    if marks::is_uncertain(indicator, &["name", "adjusted_target", "target", "level2"]) {
        return report.not_assessable(UNCERTAIN);
    }
    let ends = |words: &[&str]| words.iter().any(|word| indicator.name.ends_with(word));
    let in_percent = ["%", "％"].contains(&indicator.parsed.measure.as_str());
    let money = ends(&["经费", "费用", "费", "成本", "金额", "资金"]);
    let pieces =
        indicator.level2.contains("数量") && ends(&["数量", "个数", "人数", "次数", "件数", "户数", "总量"]);
    if !in_percent || !(money || pieces) {
        return report.agree();
    }
    let target = quantity::target_text(indicator);
    let (zh, en) = (
        format!("指标“{}”的指标值为{target}，以百分数计。", indicator.name),
        format!("Indicator {} has the target {target}, a percentage.", indicator.name),
    );
    let input = facts.indicator(index, at, quantity::target_field(indicator), target, None);
    let actual = facts.indicator(index, at, "actual", &indicator.actual, None);
    let assertion =
        Assertion::shown([input, actual]).unexplained().project(facts.project_of(index)).say(zh, en);
    report.show(if money { assertion } else { assertion.severity(Severity::Notice) });
}
