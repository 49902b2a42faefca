//! # 正文所列项目金额与自评表不同
//! Amounts of projects in the main text differ from their forms
//!
//! **公式**　正文中某项目的预算、执行、结余、执行率 = 该项目自评表的单元格
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　元换算为万元后四舍五入比较；去尾的为提示。
//!
//! **易错**　按项目名称唯一对应时才比较。
//!
//! ---
//!
//! **Formula**　Budget, spending, balance and rate of a project in the main text = the cells of its form.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　Yuan are rounded to 万元; rounding down is info.
//!
//! **Traps**　Compared only where the name fits one form.

use std::collections::BTreeMap;

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::ledger;
use crate::model::{Aspect, Basis, Claim, FormKind, Quoted, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-19",
    family: Family::Project,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_19.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let named = ledger::by_name(facts);
    for (index, claim) in facts.claims().filter(|(_, claim)| claim.aspect != Aspect::Score) {
        let Some((form_index, field)) = quoted(facts, &named, index, claim) else { continue };
        let Some(form) = facts.reading.forms.get(form_index) else { continue };
        if form.lines.contains(claim.span.line) || form.kind == FormKind::NarrativeResult {
            continue;
        }
        match facts.form_field(form_index, form, field) {
            Some(cell) => {
                let assertion = Assertion::quotes(facts.claim(claim), cell);
                report.assert(assertion.project(facts.project_of(form_index)));
            }
            None => report.not_assessable(NOT_PRINTED),
        }
    }
}

/// The value of a form that a claim of the main text quotes: as read, or by the project's name and what is said of it.
fn quoted(
    facts: &Facts<'_>,
    named: &BTreeMap<String, Option<usize>>,
    index: usize,
    claim: &Claim,
) -> Option<(usize, &'static str)> {
    if let Some(Quoted::Form(field)) = &claim.quoted {
        return Some((field.form, field.field));
    }
    if !facts.is_narrative(index) || claim.quoted.is_some() {
        return None;
    }
    let form = (*named.get(facts.subject(index))?)?;
    let field = match (claim.aspect, claim.basis) {
        (Aspect::Amount, Some(Basis::InitialBudget)) => "initial_budget",
        (Aspect::Amount, Some(Basis::AdjustedBudget)) => "adjusted_budget",
        (Aspect::Amount, Some(Basis::Final)) => "executed",
        (Aspect::CompletionRate, None) => "execution_rate",
        _ => return None,
    };
    Some((form, field))
}
