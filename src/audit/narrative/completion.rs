//! Completion rates: what was spent, and the budget it is a part of.

use super::super::facts::Facts;
use crate::model::{Aspect, Basis, Claim, Input};

/// The amount spent and the budget that a completion rate speaks of; `None` where one of them is not certain.
pub(super) fn both(facts: &Facts<'_>, index: usize, rate: &Claim) -> Option<(Input, Input)> {
    let budgets: &[Option<Basis>] = match rate.basis {
        Some(Basis::InitialBudget) => &[Some(Basis::InitialBudget)],
        Some(Basis::AdjustedBudget | Basis::Budget) => &[Some(Basis::AdjustedBudget), Some(Basis::Budget)],
        Some(Basis::Final) | None => return None,
    };
    let subject = facts.subject(index);
    let budget = one(facts, index, rate, budgets)?;
    let spent = rate.of.and_then(|of| facts.reading.claims.get(of)).filter(|claim| is_spent(claim));
    let near = || facts.amount_before(index, subject, &[Some(Basis::Final), None]).map(|(_, claim)| claim);
    let spent = spent.or_else(near).filter(|claim| is_spent(claim))?;
    Some((facts.claim(spent), facts.claim(budget)))
}

fn is_spent(claim: &Claim) -> bool {
    claim.aspect == Aspect::Amount
        && claim.base.is_empty()
        && matches!(claim.basis, Some(Basis::Final) | None)
}

/// The budget of the sentence or, if it has none, the last one of the section; never one of several.
fn one<'a>(facts: &Facts<'a>, index: usize, rate: &Claim, bases: &[Option<Basis>]) -> Option<&'a Claim> {
    let subject = facts.subject(index);
    let fits = |(other, claim): &(usize, &Claim)| {
        *other < index
            && claim.aspect == Aspect::Amount
            && bases.contains(&claim.basis)
            && facts.subject(*other) == subject
    };
    let here: Vec<&Claim> = facts.sentence(rate).filter(fits).map(|(_, claim)| claim).collect();
    match here.as_slice() {
        [] => facts.amount_before(index, subject, bases).map(|(_, claim)| claim),
        [first, rest @ ..] => rest.iter().all(|claim| claim.value == first.value).then_some(*first),
    }
}
