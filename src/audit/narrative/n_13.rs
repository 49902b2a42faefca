//! # 文字中“三公”各项增减额之和与总增减额不同
//! Changes of the three public expenses in prose do not add up
//!
//! **公式**　“三公”经费增减额 = 各项增减额之和（增为正、减为负）
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　没有印出增减额的项为“持平”或未说明；有非零金额而未说增减的不核对。
//!
//! ---
//!
//! **Formula**　The change of the total is the sum of the changes of its parts, increases positive, decreases
//! negative.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Not assessed where a part with money says nothing of its change.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::expenses;
use crate::model::Severity;

pub(super) const CHECK: Check = Check {
    code: "N-13",
    family: Family::Narrative,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_13.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    if let Some(assertion) = expenses::changes(facts) {
        report.assert(assertion);
    }
}
