//! # 各类支出在总表与支出决算表中一致
//! Summary and expenditure table give the same classes
//!
//! **公式**　总表各类支出行 = 支出决算表同名的类
//!
//! **依据**　部门决算报表表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　按类的名称对应，不按行次。
//!
//! ---
//!
//! **Formula**　Each class of the summary table = the class of that name in the expenditure table.
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
    code: "X-05",
    family: Family::Cross,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_05.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(summary), Some(spending)) = (facts.sheet("summary"), facts.sheet("expenditure")) else {
        return;
    };
    classes::same(report, (spending, "total"), (summary, "amount"));
}
