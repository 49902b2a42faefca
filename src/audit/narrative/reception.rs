//! Reception in prose: money, batches, persons.

use super::super::facts::Facts;
use crate::model::{Aspect, Claim, Measure};

/// Batches and persons that one sentence gives one after the other.
pub(super) fn counts<'a>(facts: &Facts<'a>) -> Vec<[&'a Claim; 2]> {
    let is_reception = |index: usize| facts.subject(index).contains("接待");
    let claims: Vec<&Claim> = facts
        .narrative()
        .filter(|(index, claim)| claim.aspect == Aspect::Count && is_reception(*index))
        .map(|(_, claim)| claim)
        .collect();
    let pairs = claims.windows(2).filter_map(|pair| <[&Claim; 2]>::try_from(pair).ok());
    pairs.filter(|[batches, persons]| is_pair(batches, persons)).collect()
}

fn is_pair(batches: &Claim, persons: &Claim) -> bool {
    batches.sentence == persons.sentence
        && batches.printed.contains('批')
        && persons.printed.contains('人')
        && persons.measure == Measure::Person
        && batches.subject == persons.subject
}

/// The total of reception, and its domestic and foreign parts.
pub(super) fn money<'a>(facts: &Facts<'a>) -> Option<(&'a Claim, Vec<&'a Claim>)> {
    let amounts =
        || facts.narrative().filter(|(_, claim)| claim.aspect == Aspect::Amount && claim.base.is_empty());
    let (index, domestic) = amounts().find(|(index, _)| facts.subject(*index).starts_with("国内接待费"))?;
    let is_total = |subject: &str| subject.starts_with("公务接待费");
    let (_, total) = amounts()
        .filter(|(other, claim)| {
            *other < index && claim.section == domestic.section && is_total(facts.subject(*other))
        })
        .last()?;
    let foreign = amounts().find(|(other, claim)| {
        *other > index
            && claim.section == domestic.section
            && is_foreign(&crate::text::matching(&claim.subject))
    });
    Some((total, std::iter::once(domestic).chain(foreign.map(|(_, claim)| claim)).collect()))
}

fn is_foreign(subject: &str) -> bool {
    subject.starts_with("国(境)外接待费") || subject.starts_with("国外接待费")
}
