//! Shares: part, whole, and lists of them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::facts::{Facts, fold, text};
use crate::model::{Aspect, Claim, Input, Measure, Stage};

/// The amount that a share speaks of.
pub(super) fn part(facts: &Facts<'_>, claim: &Claim) -> Option<Input> {
    let amount = facts.reading.claims.get(claim.of?)?;
    (amount.aspect == Aspect::Amount).then(|| facts.claim(amount))
}

/// The whole of a share: the last amount in front of it about what it names as its whole, else that total in the tables.
pub(super) fn whole(facts: &Facts<'_>, index: usize, claim: &Claim) -> Option<Input> {
    if claim.base.is_empty() {
        return None;
    }
    let base = fold(&claim.base);
    let before = |(other, amount): &(usize, &Claim)| *other < index && amount.aspect == Aspect::Amount;
    let near = facts.about(&base).filter(before).last().map(|(_, amount)| amount);
    near.map(|amount| facts.claim(amount)).or_else(|| total(facts, &base))
}

/// The total of the tables that a narrative calls by this name.
fn total(facts: &Facts<'_>, base: &str) -> Option<Input> {
    let kind = match base {
        "收入合计" | "收入总额" => "income",
        "支出合计" | "支出总额" => "expenditure",
        "一般公共预算财政拨款支出" if facts.stage() == Stage::Final => "general-budget",
        _ => return None,
    };
    let sheet = facts.sheet(kind)?;
    sheet.slot(sheet.total(), "total").value()
}

/// Whether the shares of one whole were made to add up to exactly 100, which may cost one of them a digit.
pub(super) fn is_forced(facts: &Facts<'_>, claim: &Claim) -> bool {
    let siblings = facts.narrative().filter(|(_, other)| is_sibling(claim, other));
    let sum = siblings.map(|(_, other)| other.value).try_fold(Decimal::ZERO, Decimal::checked_add);
    sum == Some(Decimal::ONE_HUNDRED)
}

fn is_sibling(claim: &Claim, other: &Claim) -> bool {
    other.aspect == Aspect::Share && other.base == claim.base && near(claim, other)
}

/// Whether two claims stand in one section or, one paragraph each, in neighbouring ones.
fn near(one: &Claim, other: &Claim) -> bool {
    one.section == other.section
}

/// A section, and what its shares are of.
type Whole<'a> = (Option<usize>, &'a str);

/// Lists of shares of one whole whose amounts add up to it.
pub(super) fn complete_groups<'a>(facts: &Facts<'a>) -> Vec<Vec<&'a Claim>> {
    let mut groups: BTreeMap<Whole<'_>, Vec<(usize, &Claim)>> = BTreeMap::new();
    for (index, claim) in facts.narrative().filter(|(_, claim)| claim.aspect == Aspect::Share) {
        if !claim.base.is_empty() {
            groups.entry((claim.section, claim.base.as_str())).or_default().push((index, claim));
        }
    }
    let complete = groups.into_values().filter(|group| group.len() > 1 && is_complete(facts, group));
    complete.map(|group| group.into_iter().map(|(_, claim)| claim).collect()).collect()
}

fn is_complete(facts: &Facts<'_>, group: &[(usize, &Claim)]) -> bool {
    let Some((index, first)) = group.first() else { return false };
    let whole = whole(facts, *index, first).and_then(|input| input.value);
    let parts = group.iter().map(|(_, claim)| part(facts, claim).and_then(|input| input.value));
    let sum = parts
        .collect::<Option<Vec<Decimal>>>()
        .and_then(|parts| parts.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add));
    sum.is_some() && sum == whole
}

/// What a complete list of shares adds up to.
pub(super) fn hundred(first: &Claim) -> Input {
    Input {
        value: Some(Decimal::ONE_HUNDRED),
        measure: Measure::Percent,
        ..text(&format!("“{}”的占比合计", first.base), "100", first.span)
    }
}
