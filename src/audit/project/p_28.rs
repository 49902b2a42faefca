//! # 分项成本之和大于执行数
//! Parts of the cost exceed the money spent
//!
//! **公式**　Σ分项成本的实际完成值（“=”的金额指标）≤ 全年执行数
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　“≤”的指标常把指标值抄作实际值，不核对。
//!
//! ---
//!
//! **Formula**　The actual values of the parts of the cost (exact targets in money) add up to no more than the money
//! spent.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Values of ≤ targets are often copied; they are not assessed.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report, UNCERTAIN};
use super::marks::{self, is_zero};
use super::quantity;
use crate::model::{Form, Input, Operator, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-28",
    family: Family::Project,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_28.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, form) in facts.evaluations() {
        examine(facts, index, form, report);
    }
}

fn examine(facts: &Facts<'_>, index: usize, form: &Form, report: &mut Report<'_>) {
    let costs = quantity::costs(form);
    if costs.len() < 2 {
        return;
    }
    let Some(executed) = facts.form_field(index, form, "executed").filter(|input| !is_zero(input)) else {
        return report.not_assessable(NOT_PRINTED);
    };
    let exact = costs.iter().all(|(_, indicator, _)| indicator.parsed.operator == Some(Operator::Equal));
    let sure = costs.iter().all(|(_, indicator, _)| {
        !marks::is_uncertain(indicator, &["target", "adjusted_target", "actual", "level2"])
    });
    if !exact || !sure {
        return report.not_assessable(UNCERTAIN);
    }
    let parts: Option<Vec<Input>> = costs
        .iter()
        .map(|(at, indicator, outcome)| quantity::money(facts, index, *at, indicator, outcome))
        .collect();
    if let Some(parts) = parts {
        report
            .assert(Assertion::at_least(executed).plus(parts).unexplained().project(facts.project_of(index)));
    }
}
