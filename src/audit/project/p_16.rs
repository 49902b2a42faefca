//! # 成本指标的实际完成值与执行数不同
//! The actual cost differs from the money spent
//!
//! **公式**　唯一的金额成本指标的实际完成值 = 全年执行数
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　实际完成值与执行数各自印出末位的一半。
//!
//! **易错**　跨年合同的总价、分项成本、单价不核对；“≤”的指标为留意。
//!
//! ---
//!
//! **Formula**　The actual value of the only cost in money = the money spent.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　Half of the last printed digit of either.
//!
//! **Traps**　Not for parts of the cost and unit prices; contracts may run over years; a notice for ≤ targets.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report, UNCERTAIN};
use super::{marks, quantity};
use crate::model::{Form, Operator, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-16",
    family: Family::Project,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_16.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, form) in facts.evaluations() {
        examine(facts, index, form, report);
    }
}

fn examine(facts: &Facts<'_>, index: usize, form: &Form, report: &mut Report<'_>) {
    let Some(executed) = facts.form_field(index, form, "executed") else {
        return report.not_assessable(NOT_PRINTED);
    };
    let costs = quantity::costs(form);
    let [(at, indicator, outcome)] = costs.as_slice() else { return };
    if marks::is_uncertain(indicator, &["level2", "adjusted_target", "target", "actual"]) {
        return report.not_assessable(UNCERTAIN);
    }
    // A bound for the actual value says nothing of what was spent.
    if outcome.is_open() {
        return report.not_assessable(NOT_PRINTED);
    }
    let Some(actual) = quantity::money(facts, index, *at, indicator, outcome) else { return };
    let is_bound = !matches!(indicator.parsed.operator, Some(Operator::Equal));
    let assertion = Assertion::equal(actual).plus([executed]).unexplained().project(facts.project_of(index));
    report.assert(if is_bound { assertion.severity(Severity::Notice) } else { assertion });
}
