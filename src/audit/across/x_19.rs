//! # 文字推算的上年数与上年决算不同
//! Last year’s figure by the text differs from last year’s table
//!
//! **公式**　本年数 = 上年决算表同一数 ± 文字所称增减额
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　上年数可能按新口径重述；单位合并、划转会使口径变化。
//!
//! ---
//!
//! **Formula**　This year’s figure = the same figure of last year’s table, plus or minus the change the text gives.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Last year’s figure may be restated; units merge and split.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::years;
use crate::model::{Aspect, Basis, Direction, Quoted, Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-19",
    family: Family::Across,
    severity: Severity::Warning,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_19.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(earlier) = years::before(facts, Stage::Final) else { return };
    for (index, claim) in facts.narrative().filter(|(_, claim)| claim.aspect == Aspect::Change) {
        let is_year = !claim.base.contains("预算")
            && claim.denomination.is_some()
            && claim.basis != Some(Basis::InitialBudget);
        let current = claim.of.and_then(|of| facts.reading.claims.get(of)).filter(|_| is_year);
        let named = || {
            facts
                .amount_before(index, facts.subject(index), &[None, Some(Basis::Final)])
                .map(|(_, claim)| claim)
        };
        let Some(current) = current.or_else(|| named().filter(|_| is_year)) else { continue };
        let Some(Quoted::Figure { table, figure }) = &current.quoted else { continue };
        let Some(prior) = years::figure(earlier, table, figure) else { continue };
        let stated =
            Assertion::equal(facts.claim(current)).plus([years::elsewhere(prior, earlier)]).unexplained();
        let change = facts.claim(claim);
        match claim.direction {
            Some(Direction::Increase) => report.assert(stated.plus([change])),
            Some(Direction::Decrease) => report.assert(stated.minus([change])),
            None => report.not_assessable(NOT_PRINTED),
        }
    }
}
