//! # 决算说明的年初预算与公布的预算不同
//! The initial budget in the accounts differs from the published budget
//!
//! **公式**　决算说明中某类的年初预算数 = 本年预算公开中该类的预算数
//!
//! **依据**　《预算法》第十四条：预算、决算均应公开，二者应可对照。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　年初预算可含上年结转；部门与单位口径不同。
//!
//! ---
//!
//! **Formula**　The initial budget of a class in the narrative of final accounts = that class in the published
//! budget.
//!
//! **Basis**　Budget Law, article 14: budget and accounts are both published and can be compared.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　The initial budget may hold last year’s balance; department and unit differ in scope.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::years;
use crate::model::{Aspect, Basis, Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-21",
    family: Family::Across,
    severity: Severity::Warning,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_21.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(budget) = years::same(facts, Stage::Budget) else { return };
    let Some(sheet) = years::sheet(budget, "general-budget") else { return };
    for (index, claim) in facts.narrative() {
        if claim.aspect != Aspect::Amount || claim.basis != Some(Basis::InitialBudget) {
            continue;
        }
        let class = sheet.rows().find(|(row, name)| row.code.len() == 3 && *name == facts.subject(index));
        let Some((row, _)) = class else { continue };
        match sheet.slot(Some(row), "total").value() {
            Some(cell) => {
                let assertion = Assertion::quotes(facts.claim(claim), years::elsewhere(cell, budget));
                report.assert(assertion.unexplained());
            }
            None => report.not_assessable(NOT_PRINTED),
        }
    }
}
