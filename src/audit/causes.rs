//! One cause, its consequences beneath it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::evaluate;
use crate::model::{Evidence, Finding, Part, Relation, Verdict};

/// Puts findings under the one they follow from. A finding follows from an earlier one if they share a figure, and with
/// the value of that figure at which the earlier one agrees, the later one agrees too.
pub(super) fn connect(findings: &mut [Finding]) {
    let mut by_figure: BTreeMap<&Evidence, Vec<usize>> = BTreeMap::new();
    for (index, finding) in findings.iter().enumerate().filter(|(_, finding)| can_follow(finding)) {
        for input in finding.inputs.iter().filter(|input| input.elsewhere.is_none()) {
            by_figure.entry(&input.evidence).or_default().push(index);
        }
    }
    let mut causes: Vec<Option<usize>> = vec![None; findings.len()];
    for cause in 0..findings.len() {
        let is_free = causes.get(cause).is_some_and(Option::is_none);
        let best = findings.get(cause).filter(|finding| is_free && can_follow(finding)).map(|finding| {
            finding.inputs.iter().map(|input| followers(findings, &by_figure, cause, &input.evidence)).max_by(
                // Of equals the first, which is the stated figure.
                |a, b| a.len().cmp(&b.len()).then(std::cmp::Ordering::Greater),
            )
        });
        for follower in best.flatten().unwrap_or_default() {
            if let Some(slot) = causes.get_mut(follower).filter(|slot| slot.is_none()) {
                *slot = Some(cause);
            }
        }
    }
    write(findings, &causes);
}

fn can_follow(finding: &Finding) -> bool {
    finding.verdict == Verdict::Contradiction && finding.formula.relation != Relation::Shown
}

/// The later findings that agree once the shared figure has the value the cause implies.
fn followers(
    findings: &[Finding],
    by_figure: &BTreeMap<&Evidence, Vec<usize>>,
    cause: usize,
    shared: &Evidence,
) -> Vec<usize> {
    let later = || by_figure.get(shared).into_iter().flatten().copied().filter(|index| *index > cause);
    if later().next().is_none() {
        return Vec::new();
    }
    let implied = findings.get(cause).and_then(|finding| implied(finding, shared));
    let Some(implied) = implied else { return Vec::new() };
    later().filter(|index| findings.get(*index).is_some_and(|other| agrees(other, shared, implied))).collect()
}

/// The value of a figure at which the finding would agree: the stated one's, or that of an addend.
fn implied(finding: &Finding, shared: &Evidence) -> Option<Decimal> {
    let computed = finding.computed?;
    let input = finding.inputs.iter().find(|input| input.evidence == *shared)?;
    let is_plain = finding.formula.scale == Decimal::ONE
        && finding.inputs.iter().all(|input| !matches!(input.part, Part::Over | Part::OverMinus));
    match input.part {
        Part::Stated => Some(computed.computed),
        Part::Plus if is_plain => input.value?.checked_add(computed.difference),
        Part::Minus if is_plain => input.value?.checked_sub(computed.difference),
        _ => None,
    }
}

fn agrees(finding: &Finding, shared: &Evidence, value: Decimal) -> bool {
    let mut inputs = finding.inputs.clone();
    for input in inputs.iter_mut().filter(|input| input.evidence == *shared) {
        input.value = Some(value);
    }
    evaluate::judge(&finding.formula, &inputs)
        .is_some_and(|judgement| judgement.verdict != Verdict::Contradiction)
}

fn write(findings: &mut [Finding], causes: &[Option<usize>]) {
    for (follower, cause) in causes.iter().enumerate() {
        let Some(cause) = *cause else { continue };
        let ids = (findings.get(cause).map(|f| f.id.clone()), findings.get(follower).map(|f| f.id.clone()));
        let (Some(cause_id), Some(follower_id)) = ids else { continue };
        if let Some(finding) = findings.get_mut(follower) {
            finding.cause = Some(cause_id);
        }
        if let Some(finding) = findings.get_mut(cause) {
            finding.consequences.push(follower_id);
        }
    }
}
