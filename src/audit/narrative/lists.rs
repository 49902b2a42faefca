//! Amounts that are named as parts of another one.

use std::collections::BTreeMap;

use super::super::facts::Facts;
use super::super::report::Assertion;
use crate::model::{Aspect, Claim};

/// Each amount with a list of its parts, as the text names them one after another. A text may divide an amount twice (by
/// fund and by class): each division ends where it adds up. Lists in which a part is larger than the whole are of
/// something else.
pub(super) fn parts<'a>(facts: &Facts<'a>) -> Vec<(&'a Claim, Vec<&'a Claim>)> {
    let mut lists: BTreeMap<usize, Vec<(usize, &Claim)>> = BTreeMap::new();
    for (index, claim) in facts.narrative().filter(|(_, claim)| is_plain(claim)) {
        if let Some(of) = claim.of {
            lists.entry(of).or_default().push((index, claim));
        }
    }
    let mut found = Vec::new();
    for (of, parts) in lists {
        let Some(whole) = facts.reading.claims.get(of).filter(|claim| is_plain(claim)) else { continue };
        let follow = parts.iter().all(|(index, part)| *index > of && part.value <= whole.value);
        let same_kind = parts.iter().all(|(_, part)| part.basis == whole.basis && part.base == whole.base);
        if follow && same_kind && !whole.value.is_zero() {
            let parts: Vec<&Claim> = parts.into_iter().map(|(_, part)| part).collect();
            found.extend(divisions(facts, whole, &parts).into_iter().map(|division| (whole, division)));
        }
    }
    found
}

fn is_plain(claim: &Claim) -> bool {
    claim.aspect == Aspect::Amount && claim.denomination.is_some()
}

/// Cuts a list where it adds up to the whole; what is left at the end may be partial. Lists with subtotals are left out.
fn divisions<'a>(facts: &Facts<'a>, whole: &'a Claim, parts: &[&'a Claim]) -> Vec<Vec<&'a Claim>> {
    let mut divisions = Vec::new();
    let mut current: Vec<&Claim> = Vec::new();
    for part in parts {
        current.push(part);
        if adds_up(facts, whole, &current) {
            divisions.push(std::mem::take(&mut current));
        }
    }
    divisions.push(current);
    divisions.retain(|division| division.len() > 1 && !has_subtotal(facts, division));
    divisions
}

fn adds_up<'a>(facts: &Facts<'a>, whole: &Claim, parts: &[&'a Claim]) -> bool {
    let parts = parts.iter().map(|part| facts.claim(part));
    !Assertion::equal(facts.claim(whole)).plus(parts).fails()
}

/// Whether one part is the sum of those right after it.
fn has_subtotal<'a>(facts: &Facts<'a>, parts: &[&'a Claim]) -> bool {
    parts.iter().enumerate().any(|(at, part)| {
        let rest = parts.get(at + 1..).unwrap_or_default();
        !part.value.is_zero()
            && (2..=rest.len()).any(|end| rest.get(..end).is_some_and(|some| adds_up(facts, part, some)))
    })
}
