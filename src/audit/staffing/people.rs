//! Counts of staff and divisions.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::facts::{Facts, text, whole_line};
use crate::model::{Aspect, Claim, Input, Measure};

/// The first count under one of these names; the earlier names are preferred.
pub(super) fn count<'a>(facts: &Facts<'a>, names: &[&str]) -> Option<&'a Claim> {
    names.iter().find_map(|name| {
        facts.about(name).find(|(_, claim)| claim.aspect == Aspect::Count).map(|(_, claim)| claim)
    })
}

/// The count under one of these names that stands next to `other`, within its form or paragraph.
pub(super) fn near<'a>(facts: &Facts<'a>, names: &[&str], other: &Claim) -> Option<&'a Claim> {
    let distance = |claim: &Claim| claim.span.line.abs_diff(other.span.line);
    let candidates = names.iter().flat_map(|name| facts.about(name));
    candidates
        .map(|(_, claim)| claim)
        .filter(|claim| claim.aspect == Aspect::Count && distance(claim) <= NEAR)
        .min_by_key(|claim| distance(claim))
}

/// Rows of one form stand within so many lines.
const NEAR: u32 = 6;

/// Something that is counted.
pub(super) fn one(name: &str, line: u32) -> Input {
    Input { value: Some(Decimal::ONE), measure: Measure::Item, ..text(name, name, whole_line(line)) }
}

/// What counting begins with.
pub(super) fn none(line: u32) -> Input {
    Input { value: Some(Decimal::ZERO), measure: Measure::Item, ..text("", "0", whole_line(line)) }
}

/// Totals of persons with the parts that one sentence names.
pub(super) fn lists<'a>(facts: &Facts<'a>) -> Vec<(&'a Claim, Vec<&'a Claim>)> {
    let is_persons = |claim: &Claim| claim.aspect == Aspect::Count && claim.measure == Measure::Person;
    let mut lists: BTreeMap<usize, Vec<&Claim>> = BTreeMap::new();
    for (index, claim) in facts.narrative().filter(|(_, claim)| is_persons(claim)) {
        if let Some(of) = claim.of.filter(|of| *of < index) {
            lists.entry(of).or_default().push(claim);
        }
    }
    let whole = |of: usize| facts.reading.claims.get(of).filter(|claim| is_persons(claim));
    let lists = lists.into_iter().filter_map(|(of, parts)| Some((whole(of)?, parts)));
    lists.filter(|(whole, parts)| are_parts(whole, parts)).collect()
}

/// Whether the parts are of the whole's sentence, none is larger than it, and none is a part of another one.
fn are_parts(whole: &Claim, parts: &[&Claim]) -> bool {
    let mut sum = Decimal::ZERO;
    let mut adds_up_early = false;
    for part in parts {
        adds_up_early |= sum == whole.value;
        sum = sum.checked_add(part.value).unwrap_or(sum);
    }
    let same = |part: &&Claim| part.sentence == whole.sentence && part.value <= whole.value;
    let repeats =
        parts.iter().any(|part| parts.iter().filter(|other| other.subject == part.subject).count() > 1);
    parts.len() > 1 && parts.iter().all(same) && !adds_up_early && !repeats
}
