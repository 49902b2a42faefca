//! The three public expenses in prose.

use std::collections::BTreeMap;

use super::super::facts::Facts;
use super::super::report::Assertion;
use super::classes;
use crate::model::{Aspect, Basis, Claim};

/// Which of the three public expenses a subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Total,
    Abroad,
    Vehicles,
    Purchase,
    Operation,
    Reception,
}

fn part(subject: &str) -> Option<Part> {
    let subject = subject.trim_end_matches("支出").trim_end_matches("费用").trim_end_matches('费');
    Some(match subject {
        _ if subject.contains("三公") => Part::Total,
        "因公出国(境)" | "因公出国" | "因公出国境" => Part::Abroad,
        "公务用车购置及运行维护" | "公务用车购置及运行" | "公务用车购置和运行维护" => {
            Part::Vehicles
        }
        "公务用车购置" => Part::Purchase,
        "公务用车运行维护" | "公务用车运行" => Part::Operation,
        "公务接待" => Part::Reception,
        _ => return None,
    })
}

type Found<'a> = BTreeMap<(Option<usize>, Part), &'a Claim>;

/// The first claim of each part in each section.
fn find<'a>(facts: &Facts<'a>, fits: impl Fn(&Claim) -> bool) -> Found<'a> {
    let mut found = Found::new();
    for (index, claim) in facts.narrative().filter(|(_, claim)| fits(claim)) {
        let whole = facts.reading.claims.get(index).map(|claim| crate::text::matching(&claim.subject));
        if let Some(part) = whole.and_then(|subject| part(&subject)) {
            found.entry((claim.section, part)).or_insert(claim);
        }
    }
    found
}

/// Totals with all their parts, section by section.
pub(super) fn amounts<'a>(facts: &Facts<'a>) -> Vec<(&'a Claim, Vec<&'a Claim>)> {
    let is_final = |claim: &Claim| {
        claim.aspect == Aspect::Amount
            && claim.base.is_empty()
            && matches!(claim.basis, Some(Basis::Final) | None)
    };
    let found = find(facts, is_final);
    let totals = found.iter().filter(|((_, part), _)| *part == Part::Total);
    totals
        .filter_map(|((section, _), total)| {
            let get = |part| found.get(&(*section, part)).copied();
            let vehicles = match (get(Part::Vehicles), get(Part::Purchase), get(Part::Operation)) {
                (_, Some(purchase), Some(operation)) => vec![purchase, operation],
                (Some(vehicles), ..) => vec![vehicles],
                _ => return None,
            };
            let others = [get(Part::Abroad)?, get(Part::Reception)?];
            Some((*total, others.into_iter().chain(vehicles).collect()))
        })
        .collect()
}

/// The change of the total against those of its parts, where every part with money says how it changed.
pub(super) fn changes(facts: &Facts<'_>) -> Option<Assertion> {
    let is_change = |claim: &Claim| {
        claim.aspect == Aspect::Change
            && claim.denomination.is_some()
            && claim.direction.is_some()
            && !claim.base.contains("预算")
    };
    let found = find(facts, is_change);
    let ((section, _), total) = found.iter().find(|((_, part), _)| *part == Part::Total)?;
    let amounts = amounts(facts).into_iter().find(|(amount, _)| amount.section == *section)?.1;
    let mut parts = Vec::new();
    for amount in amounts {
        let own = part(&crate::text::matching(&amount.subject))?;
        match found.get(&(*section, own)) {
            Some(change) => parts.push(*change),
            None if says_same(facts.line(amount.span.line), amount.span.end) => {}
            // A part without money may have had some last year.
            None => return None,
        }
    }
    Some(classes::signed(facts, total, &parts))
}

/// Whether the clause behind this character of the line says that nothing changed.
fn says_same(line: &str, from: u32) -> bool {
    let behind = line.chars().skip(usize::try_from(from).unwrap_or_default());
    let clause: String = behind.take_while(|c| !matches!(c, '；' | '。' | ';')).collect();
    ["相同", "持平", "一致", "无增减", "无变化"].iter().any(|word| clause.contains(word))
}
