//! Classes of general budget spending, one after another in the narrative: budgets, final figures, changes.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::facts::Facts;
use super::super::report::Assertion;
use crate::model::{Aspect, Basis, Claim, Input, Stage};

/// A total and the parts that were proven to be all of it.
pub(super) struct List {
    pub total: Input,
    pub parts: Vec<Input>,
}

/// For each class of the general budget table (by its folded name) the first claim that `fits`, if every class with money
/// has one.
fn of_all_classes<'a>(facts: &Facts<'a>, fits: impl Fn(&Claim) -> bool) -> Option<Vec<&'a Claim>> {
    let sheet = facts.sheet("general-budget")?;
    let mut claims: BTreeMap<&str, &Claim> = BTreeMap::new();
    for (index, claim) in facts.narrative().filter(|(_, claim)| fits(claim)) {
        claims.entry(facts.subject(index)).or_insert(claim);
    }
    let mut found = Vec::new();
    for (row, name) in sheet.rows().filter(|(row, _)| row.code.len() == 3) {
        let amount = sheet.slot(Some(row), "total").value().and_then(|input| input.value);
        if amount.is_some_and(|amount| !amount.is_zero()) {
            found.push(*claims.get(name)?);
        }
    }
    (found.len() > 1).then_some(found)
}

/// The initial budget of all, and of each class.
pub(super) fn budgets(facts: &Facts<'_>) -> Option<List> {
    if facts.stage() == Stage::Budget {
        return None;
    }
    let is_budget =
        |claim: &Claim| claim.aspect == Aspect::Amount && claim.basis == Some(Basis::InitialBudget);
    let parts = of_all_classes(facts, is_budget)?;
    let is_total = |(index, claim): &(usize, &Claim)| is_budget(claim) && is_general(facts.subject(*index));
    let (_, total) = facts.narrative().find(is_total)?;
    Some(List {
        total: facts.claim(total),
        parts: parts.into_iter().map(|claim| facts.claim(claim)).collect(),
    })
}

/// The change of all against last year, and of each class.
pub(super) fn changes(facts: &Facts<'_>) -> Option<Assertion> {
    let is_change = |claim: &Claim| {
        claim.aspect == Aspect::Change
            && claim.denomination.is_some()
            && claim.direction.is_some()
            && !claim.base.contains("预算")
            && claim.basis != Some(Basis::InitialBudget)
    };
    let parts = of_all_classes(facts, is_change)?;
    let is_total = |(index, claim): &(usize, &Claim)| is_change(claim) && is_general(facts.subject(*index));
    let (_, total) = facts.narrative().find(is_total)?;
    Some(signed(facts, total, &parts))
}

/// The change of a total is the sum of the changes of its parts, each with its direction.
pub(super) fn signed(facts: &Facts<'_>, total: &Claim, parts: &[&Claim]) -> Assertion {
    let (same, other): (Vec<&Claim>, Vec<&Claim>) = parts
        .iter()
        .copied()
        .partition(|part| part.direction == total.direction || part.value == Decimal::ZERO);
    Assertion::equal(facts.claim(total))
        .plus(same.into_iter().map(|claim| facts.claim(claim)))
        .minus(other.into_iter().map(|claim| facts.claim(claim)))
}

/// Whether a subject is all of the general budget's spending.
fn is_general(subject: &str) -> bool {
    ["一般公共预算财政拨款支出", "财政拨款支出", "一般公共预算支出", "一般公共预算财政拨款"]
        .contains(&subject)
}
