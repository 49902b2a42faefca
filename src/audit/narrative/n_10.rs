//! # 文字列举的各项之和大于总数
//! Items listed in prose exceed their total
//!
//! **公式**　“其中”“包括”列举的各项金额之和 ≤ 所属总数
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　“主要包括”可以不全，所以只看是否超过；清单中又含小计的不核对。
//!
//! ---
//!
//! **Formula**　The amounts listed as parts of an amount are no more than it is.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Lists may be partial, so that only an excess counts; lists that hold subtotals are not assessed.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::lists;
use crate::model::{Input, Severity};

pub(super) const CHECK: Check = Check {
    code: "N-10",
    family: Family::Narrative,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_10.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (parent, parts) in lists::parts(facts) {
        let stated = facts.claim(parent);
        let parts: Vec<Input> = parts.into_iter().map(|part| facts.claim(part)).collect();
        report.assert(Assertion::at_least(stated).plus(parts).unexplained());
    }
}
