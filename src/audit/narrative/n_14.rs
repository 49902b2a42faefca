//! # 接待费、批次、人次不相符
//! Reception expenses, batches and persons do not agree
//!
//! **公式**　接待批次 ≤ 接待人次；公务接待费为零 ⇔ 人次为零；国内 + 国（境）外 = 合计
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　外事接待含在国内接待中；一批至少一人。
//!
//! ---
//!
//! **Formula**　Batches ≤ persons; no money ⇔ no persons; domestic + foreign = total.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Reception of foreign guests is part of domestic reception; a batch has at least one person.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::reception;
use crate::model::Severity;

pub(super) const CHECK: Check = Check {
    code: "N-14",
    family: Family::Narrative,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_14.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for sentence in reception::counts(facts) {
        let [batches, persons] = sentence.map(|claim| facts.claim(claim));
        report.assert(Assertion::at_most(batches).plus([persons]).unexplained());
    }
    if let Some((total, parts)) = reception::money(facts) {
        let parts = parts.into_iter().map(|claim| facts.claim(claim));
        report.assert(Assertion::equal(facts.claim(total)).plus(parts).unexplained());
    }
}
