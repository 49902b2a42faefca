//! # 预算收入总计等于支出总计
//! Budget: total income equals total expenditure
//!
//! **公式**　收入总计 = 支出总计
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　没有结转的表可能只印合计，不印总计。
//!
//! ---
//!
//! **Formula**　收入总计 = 支出总计.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　Tables without balances may print 合计 only.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::names;
use super::super::report::Report;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-04",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_04.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("summary") else { return };
    let income = sheet.slot(sheet.row_on(Side::Income, &names::BUDGET_INCOME_GRAND), "amount");
    report.assert_same(income, sheet.slot(sheet.row_on(Side::Expenditure, &names::BUDGET_GRAND), "total"));
}
