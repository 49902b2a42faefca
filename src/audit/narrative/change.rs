//! Changes: by how much, by what part, against what.

use super::super::facts::Facts;
use crate::model::{Aspect, Basis, Claim, Input};

/// The change that a rate of change stands beside: of the same subject, base and direction, in its sentence.
pub(super) fn beside(facts: &Facts<'_>, index: usize, rate: &Claim) -> Option<Input> {
    let fits = |(other_index, other): &(usize, &Claim)| {
        *other_index < index
            && other.aspect == Aspect::Change
            && other.direction == rate.direction
            && other.base == rate.base
            && facts.subject(*other_index) == facts.subject(index)
    };
    let (_, change) = facts.sentence(rate).filter(fits).last()?;
    change.denomination.is_some().then(|| facts.claim(change))
}

/// The amount that a rate of change speaks of: this year's.
pub(super) fn current(facts: &Facts<'_>, index: usize, rate: &Claim) -> Option<Input> {
    let is_current =
        |claim: &&Claim| claim.aspect == Aspect::Amount && claim.base.is_empty() && !is_budget(claim.basis);
    let named = rate.of.and_then(|of| facts.reading.claims.get(of)).filter(is_current);
    let near = || {
        facts.amount_before(index, facts.subject(index), &[None, Some(Basis::Final)]).map(|(_, claim)| claim)
    };
    named.or_else(near).filter(is_current).map(|claim| facts.claim(claim))
}

fn is_budget(basis: Option<Basis>) -> bool {
    matches!(basis, Some(Basis::InitialBudget | Basis::AdjustedBudget | Basis::Budget))
}

/// The two amounts that a change between budget and final figure stands between, the one it is said of first.
pub(super) fn both(facts: &Facts<'_>, claim: &Claim) -> Option<(Input, Input)> {
    let of_final = claim.basis == Some(Basis::InitialBudget) && claim.base.contains("决算");
    let of_budget = claim.base.contains("预算") && claim.basis != Some(Basis::InitialBudget);
    if !of_final && !of_budget {
        return None;
    }
    let index = facts.sentence(claim).find(|(_, other)| other.key == claim.key)?.0;
    let subject = facts.subject(index);
    let amounts = |basis: Basis| {
        let same = |(other, amount): &(usize, &Claim)| {
            amount.aspect == Aspect::Amount && amount.basis == Some(basis) && facts.subject(*other) == subject
        };
        let mut found = facts.sentence(claim).filter(same).map(|(_, amount)| amount);
        let first = found.next()?;
        found.all(|other| other.value == first.value).then(|| facts.claim(first))
    };
    let (budget, spent) = (amounts(Basis::InitialBudget)?, amounts(Basis::Final)?);
    Some(if of_final { (budget, spent) } else { (spent, budget) })
}

/// The word for what an amount is.
pub(super) fn word(basis: Option<Basis>) -> &'static str {
    match basis {
        Some(Basis::InitialBudget) => "年初预算数",
        Some(Basis::AdjustedBudget) => "全年预算数",
        Some(Basis::Budget) => "预算数",
        Some(Basis::Final) => "决算数",
        None => "",
    }
}
