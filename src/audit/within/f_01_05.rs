//! # 收入总计等于支出总计
//! Total income equals total expenditure
//!
//! **公式**　收入支出决算总表：收入侧总计 = 支出侧总计
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　总计行可能称“收入总计”“支出总计”。
//!
//! ---
//!
//! **Formula**　Summary table: the totals of both sides are equal.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　The rows may be called 收入总计 and 支出总计.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::names;
use super::super::report::Report;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-01-05",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_01_05.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("summary") else { return };
    let total = |side, names: &[&str]| sheet.slot(sheet.row_on(side, names), "amount");
    report.assert_same(
        total(Side::Income, &names::INCOME_GRAND),
        total(Side::Expenditure, &names::EXPENDITURE_GRAND),
    );
}
