//! # 同一个数在文字中有两个值
//! One quantity has two values in the text
//!
//! **公式**　同一段中同一主语、同一口径的金额应当相同
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　口径（年初预算、全年预算、决算）不同的不比较；已按单元格核对的见 N-01。
//!
//! ---
//!
//! **Formula**　Amounts of one subject and kind in one section are the same.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　Initial, adjusted and final figures are not compared with each other; what quotes a cell is N-01.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use crate::model::{Aspect, Basis, Claim, Severity};
use std::collections::BTreeMap;

pub(super) const CHECK: Check = Check {
    code: "N-22",
    family: Family::Narrative,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_22.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let mut seen: BTreeMap<Quantity<'_>, &Claim> = BTreeMap::new();
    for (index, claim) in facts.narrative() {
        let kinds = [Some(Basis::InitialBudget), Some(Basis::AdjustedBudget)];
        if claim.aspect != Aspect::Amount || !kinds.contains(&claim.basis) || !is_named(facts.subject(index))
        {
            continue;
        }
        let key = (facts.subject(index), claim.section, claim.base.as_str(), claim.basis);
        match seen.get(&key) {
            Some(earlier) => report.assert(Assertion::quotes(facts.claim(claim), facts.claim(earlier))),
            None => {
                seen.insert(key, claim);
            }
        }
    }
}

/// Subject, section, base, basis.
type Quantity<'a> = (&'a str, Option<usize>, &'a str, Option<Basis>);

/// Whether a subject is one quantity and not a word for any.
fn is_named(subject: &str) -> bool {
    subject.ends_with("支出") && subject.chars().count() > SHORTEST_NAME
}

/// Words as short as 项目支出 are used for many things.
const SHORTEST_NAME: usize = 5;
