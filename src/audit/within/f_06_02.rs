//! # 人员经费合计等于工资福利支出与对个人和家庭的补助之和
//! Personnel costs are the sum of 301 and 303
//!
//! **公式**　人员经费合计 = 301 + 303
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　309、311 属于项目支出，不在本表加总；表中另列“其中：基本支出”的取该栏。
//!
//! ---
//!
//! **Formula**　人员经费合计 = 301 + 303.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　309 and 311 belong to project spending. Where the table has a column 其中：基本支出, that one is taken.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::names;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-06-02",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_06_02.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("economic-detail") else { return };
    let role = names::basic_role(sheet);
    let codes: Vec<_> = ["301", "303"].iter().map(|code| sheet.coded(code)).collect();
    sums::of_rows(report, sheet, role, sheet.row(&names::PERSONNEL), &codes);
}
