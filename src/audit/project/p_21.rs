//! # 所称涉及资金与各自评表之和不同
//! The declared money differs from the forms attached
//!
//! **公式**　文字所称涉及资金 = Σ各表全年执行数（或全年预算数、年初预算数，取最接近的口径）
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　所附自评表少于所称项目数时不核对。
//!
//! ---
//!
//! **Formula**　Declared money = the sum of the forms: spent, adjusted or initial budget, whichever is nearest.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Not assessed where fewer forms are attached than projects declared.

use rust_decimal::Decimal;

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::ledger;
use crate::model::{Form, Input, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-21",
    family: Family::Project,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_21.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let forms: Vec<(usize, &Form)> = facts.evaluations().collect();
    let Some(claim) = ledger::declared_money(facts).filter(|_| !forms.is_empty()) else { return };
    // Money of forms that are not attached cannot be added.
    if ledger::declared_projects(facts).is_none_or(|count| count.value != Decimal::from(forms.len())) {
        return report.not_assessable(ledger::NOT_ALL_ATTACHED);
    }
    let on_basis = |field: &'static str| {
        let amounts: Option<Vec<Input>> =
            forms.iter().map(|(index, form)| facts.form_field(*index, form, field)).collect();
        Some(Assertion::equal(facts.claim(claim)).plus(amounts?).unexplained())
    };
    let bases: Vec<Assertion> =
        ["executed", "adjusted_budget", "initial_budget"].into_iter().filter_map(on_basis).collect();
    let distance = |assertion: &&Assertion| {
        assertion.judgement().map_or(Decimal::MAX, |judgement| judgement.computed.difference.abs())
    };
    match bases.iter().find(|assertion| !assertion.fails()).or_else(|| bases.iter().min_by_key(distance)) {
        Some(nearest) => report.assert(nearest.clone()),
        None => report.not_assessable(NOT_PRINTED),
    }
}
