//! # 一般公共预算支出表的基本支出与经济分类表一致
//! Basic spending agrees with the budget economic table
//!
//! **公式**　一般公共预算支出表“合计”（基本支出）= 基本支出经济科目表“合计”
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　差一个末位单位为尾差。
//!
//! ---
//!
//! **Formula**　Basic spending in the total row of the general budget table = the total of the economic table.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　One unit of the last digit is a rounding remainder.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-23",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_23.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(whole), Some(detail)) = (facts.sheet("general-budget"), facts.sheet("economic-detail")) else {
        return;
    };
    report.assert_same(detail.slot(detail.total(), "total"), whole.slot(whole.total(), "basic"));
}
