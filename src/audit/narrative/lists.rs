//! Amounts that are named as parts of another one.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::facts::Facts;
use super::super::report::Assertion;
use crate::model::{Aspect, Claim, Input};

/// Each amount with the amounts that are named as its parts: at least two, and none of them a part of another one.
pub(super) fn parts<'a>(facts: &Facts<'a>) -> Vec<(&'a Claim, Vec<&'a Claim>)> {
    let mut lists: BTreeMap<usize, Vec<&Claim>> = BTreeMap::new();
    for (_, claim) in facts.narrative().filter(|(_, claim)| is_plain(claim)) {
        if let Some(of) = claim.of {
            lists.entry(of).or_default().push(claim);
        }
    }
    let parent = |index: usize| facts.reading.claims.get(index).filter(|claim| is_plain(claim));
    let lists = lists.into_iter().filter_map(|(of, parts)| Some((parent(of)?, parts)));
    lists.filter(|(parent, parts)| parts.len() > 1 && are_apart(parent, parts)).collect()
}

fn is_plain(claim: &Claim) -> bool {
    claim.aspect == Aspect::Amount && claim.denomination.is_some()
}

/// Whether the parts are of the same kind as their parent, and none of them may be the sum of some of the others.
fn are_apart(parent: &Claim, parts: &[&Claim]) -> bool {
    let mut subjects: Vec<&str> = parts.iter().map(|part| part.subject.as_str()).collect();
    subjects.sort_unstable();
    subjects.dedup();
    let same_kind = parts.iter().all(|part| part.basis == parent.basis && part.base == parent.base);
    same_kind && subjects.len() == parts.len() && !has_subtotal(parts)
}

/// Whether one part equals the sum of those right after it.
fn has_subtotal(parts: &[&Claim]) -> bool {
    parts.iter().enumerate().any(|(at, part)| {
        let mut sum = Decimal::ZERO;
        parts.get(at + 1..).unwrap_or_default().iter().any(|next| {
            sum = sum.checked_add(next.value).unwrap_or(sum);
            sum == part.value && !sum.is_zero()
        })
    })
}

/// The sum of the parts is no more than the stated whole: written with the whole on the right.
pub(super) fn exceeds(whole: Input, mut parts: Vec<Input>) -> Assertion {
    let first = if parts.is_empty() { whole.clone() } else { parts.remove(0) };
    // first ≤ whole − others
    Assertion::at_most(first).plus([whole]).minus(parts).unexplained()
}
