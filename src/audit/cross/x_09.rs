//! # 各类一般公共预算支出在两张表中一致
//! Two tables give the same classes of general budget spending
//!
//! **公式**　财政拨款收入支出决算总表各类（一般公共预算财政拨款）= 一般公共预算财政拨款支出决算表同名的类
//!
//! **依据**　部门决算报表表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　按类的名称对应，不按行次。
//!
//! ---
//!
//! **Formula**　Each class of the appropriation table, column general budget = the class of that name in the general
//! budget table.
//!
//! **Basis**　Relations between the tables of departmental final accounts.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　Classes are matched by name, not by number.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::classes;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-09",
    family: Family::Cross,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_09.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(whole), Some(part)) = (facts.sheet("appropriation"), facts.sheet("general-budget")) else {
        return;
    };
    classes::same(report, (part, "total"), (whole, "general-budget"));
}
