//! # 年初财政拨款结转和结余等于各项资金之和
//! Opening balance of appropriation is the sum of its funds
//!
//! **公式**　年初财政拨款结转和结余 = 其下一般公共预算、政府性基金预算、国有资本经营预算之和
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
//! **Formula**　年初财政拨款结转和结余 is the sum of the funds below it.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Blank cells and —— are no addends.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::names;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Row, Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-04-02",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_04_02.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("appropriation") else { return };
    let Some(opening) = sheet.row_on(Side::Income, &names::OPENING) else { return };
    let below = sheet.on(Side::Income).skip_while(|(row, _)| row.number <= opening.number);
    let parts: Vec<&Row> =
        below.take_while(|(_, name)| !names::INCOME_GRAND.contains(name)).map(|(row, _)| row).collect();
    sums::sums(report, sheet, &["amount"], opening, &parts);
}
