//! # 人员经费与公用经费之和等于基本支出合计
//! Personnel plus operating costs are the basic spending of the general budget
//!
//! **公式**　人员经费合计 + 公用经费合计 = 一般公共预算支出表基本支出合计
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　空白和“——”不是加数。
//!
//! ---
//!
//! **Formula**　人员经费合计 + 公用经费合计 = basic spending in the total row of the general budget table.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Blank cells and —— are no addends.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, Slot};
use super::super::names;
use super::super::report::{NOT_PRINTED, Report};
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-06-04",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_06_04.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("economic-detail") else { return };
    let Some(other) = facts.sheet("general-budget") else { return };
    let role = names::basic_role(sheet);
    let parts =
        [&names::PERSONNEL[..], &names::OPERATING[..]].map(|names| sheet.slot(sheet.row(names), role));
    if parts.iter().any(|slot| matches!(slot, Slot::Missing)) {
        return report.not_assessable(NOT_PRINTED);
    }
    report.assert_sum(other.slot(other.total(), "basic"), parts, sheet.row_doubt());
}
