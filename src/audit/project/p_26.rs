//! # 两个项目称同一产出
//! Two projects claim the same output
//!
//! **公式**　不同项目的数量指标：名称、实际完成值、计量单位都相同
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　不设容差。
//!
//! **易错**　小的个数常常相同；同一资产由两个项目出资也可能。
//!
//! ---
//!
//! **Formula**　A quantity indicator of two projects has the same name, actual value and unit.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Small numbers are often the same; two projects may pay for one thing.

use rust_decimal::Decimal;

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::quantity;
use crate::model::{Indicator, Severity};
use crate::text::matching;
use std::collections::BTreeMap;

pub(super) const CHECK: Check = Check {
    code: "P-26",
    family: Family::Project,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_26.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let mut seen: BTreeMap<(String, Decimal, &str), (usize, usize, &Indicator)> = BTreeMap::new();
    for (index, form) in facts.evaluations() {
        for (at, indicator) in form.indicators.iter().enumerate().filter(|(_, i)| i.level2.contains("数量"))
        {
            let Some(outcome) = quantity::outcome(indicator) else { continue };
            if outcome.is_percent() || outcome.actual < FEW || indicator.name.is_empty() {
                continue;
            }
            let key = (matching(&indicator.name), outcome.actual, indicator.parsed.measure.as_str());
            let Some((first, first_at, other)) = seen.insert(key, (index, at, indicator)) else { continue };
            if facts.project_of(first) == facts.project_of(index) {
                continue;
            }
            let (zh, en) = (
                format!("两个项目的指标“{}”实际完成值都是{}。", indicator.name, indicator.actual),
                format!("Two projects report {} for the indicator {}.", indicator.actual, indicator.name),
            );
            let inputs = [
                facts.indicator(index, at, "actual", &indicator.actual, Some(outcome.actual)),
                facts.indicator(first, first_at, "actual", &other.actual, Some(outcome.actual)),
            ];
            report.show(Assertion::shown(inputs).unexplained().project(facts.project_of(index)).say(zh, en));
        }
    }
    report.agree();
}

/// Small numbers are the same by chance.
const FEW: Decimal = Decimal::TEN;
