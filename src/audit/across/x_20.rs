//! # 部门数与所属单位之和不同
//! A department is not the sum of its units
//!
//! **公式**　部门本年收入（支出）合计 = Σ所属单位本年收入（支出）合计
//!
//! **依据**　部门决算由本级及所属单位决算汇总而成。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　部门与单位之间的往来可能抵销；本站未收录全部单位时不应设置上级。
//!
//! ---
//!
//! **Formula**　Income (and spending) of a department = the sum of its units.
//!
//! **Basis**　A department’s accounts are those of its units together.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Transfers between them may be netted; set a parent only where all units are in the archive.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::facts::PartTotals;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use crate::model::Scope;
use crate::model::{Input, Severity};

pub(super) const CHECK: Check = Check {
    code: "X-20",
    family: Family::Across,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("x_20.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let own = PartTotals::of(facts.subject.unit, facts.disclosure());
    let id = &facts.disclosure().id;
    let parts: Vec<&PartTotals> = facts
        .subject
        .parts
        .iter()
        .filter(|part| part.disclosure.year == id.year && part.disclosure.stage == id.stage)
        .collect();
    if parts.is_empty() || facts.disclosure().scope != Some(Scope::Department) {
        return;
    }
    let kinds: [fn(&PartTotals) -> Option<&Input>; 2] =
        [|part| part.income.as_ref(), |part| part.expenditure.as_ref()];
    for total in kinds {
        let addends: Option<Vec<Input>> = parts.iter().map(|part| total(part).cloned()).collect();
        match (total(&own), addends) {
            (Some(stated), Some(addends)) => {
                let stated = Input { elsewhere: None, ..stated.clone() };
                report.assert(Assertion::equal(stated).plus(addends).unexplained());
            }
            _ => report.not_assessable(NOT_PRINTED),
        }
    }
}
