//! # 财政拨款收入在三张表中一致
//! Three tables give the same appropriation
//!
//! **公式**　收入决算表“合计”（财政拨款收入）= 总表各财政拨款收入行之和 = 财政拨款收入支出决算总表“本年收入合计”
//!
//! **依据**　部门决算报表表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　上级补助收入不是财政拨款；结转不是本年收入。
//!
//! ---
//!
//! **Formula**　Appropriation in the total row of the income table = the appropriation rows of the summary table = 本
//! 年收入合计 of the appropriation table.
//!
//! **Basis**　Relations between the tables of departmental final accounts.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　上级补助收入 is no appropriation; balances are no income of the year.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::names;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-02",
    family: Family::Cross,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_02.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(income) = facts.sheet("income") else { return };
    let stated = || income.slot(income.total(), "appropriation");
    if let Some(own) = facts.sheet("appropriation") {
        report.assert_same(stated(), own.slot(own.row_on(Side::Income, &names::INCOME), "amount"));
    }
    if let Some(summary) = facts.sheet("summary") {
        let rows =
            summary.on(Side::Income).filter(|(row, name)| name.contains("财政拨款") && !sums::is_part(row));
        let opening = |name: &str| name.contains("结转") || name.contains("结余");
        let terms: Vec<_> = rows
            .filter(|(_, name)| !opening(name))
            .map(|(row, _)| summary.slot(Some(row), "amount"))
            .collect();
        report.assert_sum(stated(), terms, summary.row_doubt());
    }
}
