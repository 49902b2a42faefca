//! # 机关运行经费在文字与表中不同
//! Operating expenses differ between prose and table
//!
//! **公式**　文字中的机关运行经费 = 表中的机关运行经费（各类单位之和）
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　文字可能把上年数与本年数写反；多类单位时取合计。
//!
//! ---
//!
//! **Formula**　Operating expenses in prose = those in the table, all kinds of units together.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　The text may swap this year’s figure with last year’s; of several kinds of units the sum is taken.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, Slot};
use super::super::report::{Assertion, NOT_PRINTED, Report, UNCERTAIN};
use super::quote;
use crate::model::{Input, Severity};

pub(super) const CHECK: Check = Check {
    code: "N-11",
    family: Family::Narrative,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_11.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(claim) = quote::operating_expenses(facts) else { return };
    let slots = quote::operating_cells(facts);
    if slots.iter().any(Slot::is_uncertain) {
        return report.not_assessable(UNCERTAIN);
    }
    let cells: Vec<Input> = slots.into_iter().filter_map(Slot::value).collect();
    match cells.as_slice() {
        [] => report.not_assessable(NOT_PRINTED),
        [cell] => report.assert(Assertion::quotes(facts.claim(claim), cell.clone())),
        _ => report.assert(Assertion::equal(facts.claim(claim)).plus(cells)),
    }
}
