//! # 机关运行经费与公用经费合计一致
//! Operating expenses agree with the operating costs of basic spending
//!
//! **公式**　机关运行经费（行政单位和参公单位）= 基本支出决算明细表“公用经费合计”
//!
//! **依据**　部门决算报表表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　只有行政单位和参公单位有机关运行经费；含其他事业单位的部门公用经费更大。
//!
//! ---
//!
//! **Formula**　Operating expenses of administrative and comparable units = 公用经费合计 of the economic table.
//!
//! **Basis**　Relations between the tables of departmental final accounts.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　Only administrative and comparable units have operating expenses; departments with other institutions
//! have larger operating costs.

use rust_decimal::Decimal;

use super::super::check::{Check, Family};
use super::super::facts::{Facts, Slot};
use super::super::names;
use super::super::report::{Assertion, Report, UNCERTAIN};
use crate::model::{Input, Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-16",
    family: Family::Cross,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_16.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(detail), Some(statistics)) = (facts.sheet("economic-detail"), facts.sheet("statistics")) else {
        return;
    };
    let parts: Vec<_> = statistics
        .under("机关运行经费")
        .skip(1)
        .filter(|(_, name)| name.contains("单位"))
        .map(|(row, _)| statistics.slot(Some(row), "amount"))
        .collect();
    let role = names::basic_role(detail);
    let stated = detail.slot(detail.row(&names::OPERATING), role);
    let spent = parts.iter().any(|slot| matches!(slot, Slot::Value(value) if !is_zero(value)));
    let (true, Slot::Value(stated)) = (spent, stated) else { return };
    if parts.iter().any(Slot::is_uncertain) {
        return report.not_assessable(UNCERTAIN);
    }
    let terms: Vec<Input> = parts.into_iter().filter_map(Slot::value).collect();
    let assertion = Assertion::equal(stated).plus(terms).doubt(statistics.row_doubt());
    // Other institutions have operating costs and no operating expenses: a surplus of the former proves nothing.
    let has_surplus = assertion.judgement().is_some_and(|judged| judged.computed.difference > Decimal::ZERO);
    report.assert(if has_surplus { assertion.unexplained().severity(Severity::Info) } else { assertion });
}

fn is_zero(input: &Input) -> bool {
    input.value.is_some_and(|value| value.is_zero())
}
