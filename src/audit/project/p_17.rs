//! # 单价乘数量与执行数相差悬殊
//! Unit price times quantity is far from the money spent
//!
//! **公式**　实际单价 × 实际数量 与 全年执行数相差不超过 5%（同一张表中单价、数量各只有一个）
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　5%。
//!
//! **易错**　单价与数量的计量单位对不上的不核对；有几种单价时只看最低单价。
//!
//! ---
//!
//! **Formula**　Actual price × actual quantity within 5 % of the money spent, where the form has one of each.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　5 %.
//!
//! **Traps**　Not assessed where price and quantity count different things; of several prices the lowest counts.

use rust_decimal::Decimal;

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::marks::is_zero;
use super::quantity;
use crate::model::{Form, Severity, Tolerance};

pub(super) const CHECK: Check = Check {
    code: "P-17",
    family: Family::Project,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_17.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, form) in facts.evaluations() {
        examine(facts, index, form, report);
    }
}

fn examine(facts: &Facts<'_>, index: usize, form: &Form, report: &mut Report<'_>) {
    let Some(executed) = facts.form_field(index, form, "executed").filter(|input| !is_zero(input)) else {
        return report.not_assessable(NOT_PRINTED);
    };
    let Some((quantity, prices)) = quantity::priced(facts, index, form, &executed) else { return };
    let assertion = match prices.as_slice() {
        [price] => Assertion::equal(executed).plus([price.clone(), quantity]),
        // Pieces at several prices cost at least as much as all of them at the lowest.
        [first, ..] => {
            let lowest = prices.iter().min_by_key(|price| price.value).unwrap_or(first).clone();
            let others = prices.iter().filter(|price| price.evidence != lowest.evidence).cloned();
            Assertion::at_least(executed).beside(others.collect::<Vec<_>>()).plus([lowest, quantity])
        }
        [] => return,
    };
    let assertion = assertion.product().within(Tolerance::Relative(NEAR)).unexplained();
    report.assert(assertion.project(facts.project_of(index)));
}

/// Five percent.
const NEAR: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
