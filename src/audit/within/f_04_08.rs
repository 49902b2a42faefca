//! # 每本预算的收支平衡
//! Each fund balances
//!
//! **公式**　每本预算：本年收入 + 年初结转和结余 − 本年支出 = 年末结转和结余
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
//! **Formula**　For each fund: income + opening balance − spending = closing balance.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Blank cells and —— are no addends.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, Sheet, Slot};
use super::super::names;
use super::super::report::{Assertion, NOT_PRINTED, Report, UNCERTAIN};
use crate::model::{Input, Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-04-08",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_04_08.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("appropriation") else { return };
    for (word, role) in
        [("一般公共预算", "general-budget"), ("政府性基金", "government-fund"), ("国有资本", "state-capital")]
    {
        balance(sheet, word, role, report);
    }
}

fn balance(sheet: &Sheet<'_>, word: &str, role: &str, report: &mut Report<'_>) {
    let opening_row = sheet.row_on(Side::Income, &names::OPENING).map_or(u32::MAX, |row| row.number);
    let of_fund = |after: bool| {
        let mut rows = sheet.on(Side::Income).filter(|(_, name)| name.contains(word));
        sheet.slot(rows.find(|(row, _)| (row.number > opening_row) == after).map(|(row, _)| row), "amount")
    };
    let spending = |names: &[&str]| sheet.slot(sheet.row_on(Side::Expenditure, names), role);
    let (income, opening) = (of_fund(false), of_fund(true));
    let (spent, closing) = (spending(&names::EXPENDITURE), spending(&names::CLOSING));
    if [&income, &opening, &spent, &closing].into_iter().any(Slot::is_uncertain) {
        return report.not_assessable(UNCERTAIN);
    }
    let Some(spent) = spent.value() else { return };
    let received: Vec<Input> = [income, opening].into_iter().filter_map(Slot::value).collect();
    let left = closing.value();
    if received.is_empty() {
        return report.not_assessable(NOT_PRINTED);
    }
    let doubt = sheet.row_doubt();
    report.assert(match left {
        Some(left) => Assertion::equal(left).plus(received).minus([spent]).doubt(doubt),
        None => Assertion::equal(spent).plus(received).doubt(doubt),
    });
}
