//! # 收入决算表每行合计等于各来源之和
//! Income table: each row is the sum of its sources
//!
//! **公式**　本年收入合计 = 财政拨款收入 + 上级补助收入 + 事业收入 + 经营收入 + 附属单位上缴收入 + 其他收入（逐行）
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　“其中：教育收费”已含在事业收入中。
//!
//! ---
//!
//! **Formula**　In each row the total is the sum of the sources.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　其中：教育收费 is part of 事业收入.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-02-04",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_02_04.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("income") else { return };
    let sources = [
        "appropriation",
        "superior-subsidy",
        "institution-income",
        "business-income",
        "affiliate-payment",
        "other",
    ];
    sums::along_rows(report, sheet, "total", &sources);
}
