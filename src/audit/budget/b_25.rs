//! # 公用经费与机关运行经费预算不同
//! Operating costs and operating expenses differ
//!
//! **公式**　基本支出经济科目表合计（公用经费）= 机关运行经费表合计
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　含其他事业单位的部门，机关运行经费可以小于公用经费。
//!
//! ---
//!
//! **Formula**　Operating costs in the total row of the economic table = the total of operating expenses.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　In departments with other institutions, operating expenses may be less than operating costs.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-25",
    family: Family::Budget,
    severity: Severity::Warning,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_25.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(detail), Some(expenses)) = (facts.sheet("economic-detail"), facts.sheet("operating-expenses"))
    else {
        return;
    };
    let total = expenses.total().or_else(|| expenses.rows().next().map(|(row, _)| row));
    let (Some(costs), Some(expenses)) =
        (detail.slot(detail.total(), "operating").value(), expenses.slot(total, "total").value())
    else {
        return report.not_assessable(NOT_PRINTED);
    };
    let less = expenses.value < costs.value;
    let assertion = Assertion::quotes(expenses, costs).unexplained();
    // Other institutions have operating costs and no operating expenses.
    report.assert(if less { assertion.severity(Severity::Info) } else { assertion });
}
