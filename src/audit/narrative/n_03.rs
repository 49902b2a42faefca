//! # 各项占比之和不是100%
//! Shares do not add up to 100 %
//!
//! **公式**　同一总体的各项占比（金额之和等于总体时）相加 = 100% ± n × 0.005%
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　只有列全的清单才相加。
//!
//! ---
//!
//! **Formula**　Where the parts add up to the whole, so do their shares to 100 %, within half a digit each.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Only complete lists are added up.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::share;
use crate::model::Severity;

pub(super) const CHECK: Check = Check {
    code: "N-03",
    family: Family::Narrative,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_03.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for group in share::complete_groups(facts) {
        let shares = group.iter().map(|claim| facts.claim(claim));
        let Some(first) = group.first() else { continue };
        let stated = share::hundred(first);
        report.assert(Assertion::equal(stated).plus(shares).unexplained().say(
            format!("“{}”的{}项占比相加不是100%。", first.base, group.len()),
            format!("The {} shares of {} do not add up to 100 %.", group.len(), first.base),
        ));
    }
}
