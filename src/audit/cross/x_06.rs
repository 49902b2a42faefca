//! # 收入与支出之差等于结余的变动
//! Income less spending is what the balance changed by
//!
//! **公式**　收入决算表合计 = 支出决算表合计 + 年末结转和结余 + 结余分配 − 年初结转和结余 − 使用非财政拨款结余
//!
//! **依据**　部门决算报表表间关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　收入与支出按科目不要求相等，差额由结转结余解释。
//!
//! ---
//!
//! **Formula**　Total income = total spending + closing balance + distribution − opening balance − surplus used.
//!
//! **Basis**　Relations between the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Income and spending need not be equal: balances explain the difference.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::names;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-06",
    family: Family::Cross,
    severity: Severity::Info,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_06.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(summary), Some(income), Some(spending)) =
        (facts.sheet("summary"), facts.sheet("income"), facts.sheet("expenditure"))
    else {
        return;
    };
    let row = |side, names: &[&str]| summary.slot(summary.row_on(side, names), "amount").value();
    let (Some(stated), Some(spent)) =
        (income.slot(income.total(), "total").value(), spending.slot(spending.total(), "total").value())
    else {
        return report.not_assessable(NOT_PRINTED);
    };
    let left = [row(Side::Expenditure, &names::CLOSING), row(Side::Expenditure, &names::DISTRIBUTION)];
    let had = [row(Side::Income, &names::OPENING), row(Side::Income, &names::SURPLUS_USED)];
    report.assert(
        Assertion::equal(stated)
            .plus([spent])
            .plus(left.into_iter().flatten())
            .minus(had.into_iter().flatten())
            .doubt(summary.row_doubt()),
    );
}
