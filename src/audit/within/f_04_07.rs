//! # 财政拨款收入总计等于支出总计
//! Appropriation: total income equals total expenditure
//!
//! **公式**　财政拨款收入支出决算总表：收入侧总计 = 支出侧总计（合计栏）
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　总计行可能称“收入总计”“支出总计”。
//!
//! ---
//!
//! **Formula**　Appropriation table: the totals of both sides are equal.
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
    code: "F-04-07",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_04_07.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("appropriation") else { return };
    let income = sheet.slot(sheet.row_on(Side::Income, &names::INCOME_GRAND), "amount");
    let spending = sheet.slot(sheet.row_on(Side::Expenditure, &names::EXPENDITURE_GRAND), "total");
    report.assert_same(income, spending);
}
