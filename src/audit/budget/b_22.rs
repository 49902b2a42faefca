//! # 财政拨款收支总表与一般公共预算支出表一致
//! Budget appropriation and general budget table agree
//!
//! **公式**　财政拨款收支总表支出（一般公共预算）本年合计或总计 = 一般公共预算支出表合计
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　一般公共预算支出表可能不含上年结转：与两个口径之一相符即可。
//!
//! ---
//!
//! **Formula**　The general budget column of the appropriation table (year or grand total) = the total of the
//! general budget table.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　The general budget table may leave out last year’s balance: it is enough to agree with one of the two.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::names;
use super::super::report::Report;
use super::scope;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-22",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_22.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(whole), Some(part)) = (facts.sheet("appropriation"), facts.sheet("general-budget")) else {
        return;
    };
    let of = |names: &[&str]| whole.slot(whole.row_on(Side::Expenditure, names), "general-budget");
    let total = || part.slot(part.total(), "total");
    scope::same_in_either(report, &total, &|| of(&names::EXPENDITURE), &|| of(&names::BUDGET_GRAND));
}
