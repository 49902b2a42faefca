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

/// Totals of persons with the parts that their sentence names behind 其中.
pub(super) fn lists<'a>(facts: &Facts<'a>) -> Vec<(&'a Claim, Vec<&'a Claim>)> {
    let is_persons = |claim: &Claim| claim.aspect == Aspect::Count && claim.measure == Measure::Person;
    let mut sentences: BTreeMap<u32, Vec<&Claim>> = BTreeMap::new();
    for (_, claim) in facts.narrative().filter(|(_, claim)| is_persons(claim)) {
        sentences.entry(claim.sentence).or_default().push(claim);
    }
    let lists = sentences.into_values().filter_map(|mut claims| {
        let whole = (claims.len() > 2).then(|| claims.remove(0))?;
        Some((whole, claims))
    });
    lists.filter(|(whole, parts)| is_divided(facts, whole, parts) && are_parts(whole, parts)).collect()
}

/// Whether 其中 stands between the whole and the first of its parts, on one line.
fn is_divided(facts: &Facts<'_>, whole: &Claim, parts: &[&Claim]) -> bool {
    let Some(first) = parts.first().filter(|first| first.span.line == whole.span.line) else { return false };
    let between = first.span.start.saturating_sub(whole.span.end);
    let convert = |count: u32| usize::try_from(count).unwrap_or_default();
    let line = facts.line(whole.span.line).chars();
    line.skip(convert(whole.span.end)).take(convert(between)).collect::<String>().contains("其中")
}

/// Whether none of the parts is larger than the whole, a part of another one, or out of service.
fn are_parts(whole: &Claim, parts: &[&Claim]) -> bool {
    let mut sum = Decimal::ZERO;
    let mut adds_up_early = false;
    for part in parts {
        adds_up_early |= sum == whole.value;
        sum = sum.checked_add(part.value).unwrap_or(sum);
    }
    let fits = |part: &&Claim| part.value <= whole.value && !part.subject.contains("退休");
    let repeats = |part: &Claim| parts.iter().filter(|other| other.subject == part.subject).count() > 1;
    parts.iter().all(fits) && !adds_up_early && !parts.iter().any(|part| repeats(part))
}
