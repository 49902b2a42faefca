//! # 非财政拨款收入在总表与收入决算表中一致
//! Summary and income table give the same other income
//!
//! **公式**　总表上级补助收入、事业收入、经营收入、附属单位上缴收入、其他收入各行 = 收入决算表“合计”行相应栏
//!
//! **依据**　部门决算报表表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　两处都空白的不核对。
//!
//! ---
//!
//! **Formula**　The rows of other income in the summary table = the columns of the income table, in its total row.
//!
//! **Basis**　Relations between the tables of departmental final accounts.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　Nothing is checked where both are blank.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-03",
    family: Family::Cross,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_03.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(summary), Some(income)) = (facts.sheet("summary"), facts.sheet("income")) else { return };
    for (name, role) in [
        ("上级补助收入", "superior-subsidy"),
        ("事业收入", "institution-income"),
        ("经营收入", "business-income"),
        ("附属单位上缴收入", "affiliate-payment"),
        ("其他收入", "other"),
    ] {
        let row = summary.row_on(Side::Income, &[name]);
        if row.is_some() && income.has_role(role) {
            report.assert_same(income.slot(income.total(), role), summary.slot(row, "amount"));
        }
    }
}
