//! # 收支总表与收入、支出总表的总数一致
//! Budget summary, income and expenditure tables give the same total
//!
//! **公式**　收支总表收入总计 = 收入总表合计；支出总计 = 支出总表合计（含上年结转，逐一取总计或本年合计中相符的口径）
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　收入、支出总表可能含或不含上年结转：与总计或本年合计之一相符即可。
//!
//! ---
//!
//! **Formula**　收入总计 of the summary = total of the income table; 支出总计 = total of the expenditure table.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　Both tables may hold last year’s balance or not: it is enough to agree with the grand total or with
//! the year’s total.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::names;
use super::super::report::Report;
use super::scope;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-20",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_20.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(summary) = facts.sheet("summary") else { return };
    let sides = [
        ("income", Side::Income, "amount", &names::BUDGET_INCOME_GRAND[..], &names::INCOME[..]),
        ("expenditure", Side::Expenditure, "total", &names::BUDGET_GRAND[..], &names::EXPENDITURE[..]),
    ];
    for (kind, side, role, grand, year) in sides {
        let Some(sheet) = facts.sheet(kind) else { continue };
        let of = |names: &[&str]| summary.slot(summary.row_on(side, names), role);
        let total = || sheet.slot(sheet.total(), "total");
        scope::same_in_either(report, &total, &|| of(grand), &|| of(year));
    }
}
