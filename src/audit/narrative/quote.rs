//! Claims that quote a cell.

use rust_decimal::Decimal;

use super::super::facts::{Facts, Slot};
use super::super::report::Assertion;
use crate::model::{Aspect, Claim, Stage};

/// What 元 and 万元 differ by.
const FACTOR: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// Whether stated and quoted differ by exactly the factor between yuan and 万元.
pub(super) fn is_factor(assertion: &Assertion) -> bool {
    let Some(judgement) = assertion.judgement() else { return false };
    let (stated, other) = (judgement.computed.stated, judgement.computed.computed);
    !stated.is_zero()
        && (stated.checked_mul(FACTOR) == Some(other) || other.checked_mul(FACTOR) == Some(stated))
}

/// Whether another check holds this claim against its cell.
pub(super) fn is_elsewhere(facts: &Facts<'_>, index: usize, claim: &Claim) -> bool {
    claim.aspect == Aspect::Amount && is_operating(facts.subject(index))
}

fn is_operating(subject: &str) -> bool {
    subject.starts_with("机关运行经费")
}

/// The first amount of operating expenses in the narrative.
pub(super) fn operating_expenses<'a>(facts: &Facts<'a>) -> Option<&'a Claim> {
    facts
        .narrative()
        .find(|(index, claim)| {
            claim.aspect == Aspect::Amount && claim.base.is_empty() && is_operating(facts.subject(*index))
        })
        .map(|(_, claim)| claim)
}

/// The cells of operating expenses: the total of a budget's table, the kinds of units of final accounts.
pub(super) fn operating_cells(facts: &Facts<'_>) -> Vec<Slot> {
    match facts.stage() {
        Stage::Budget => facts
            .sheet("operating-expenses")
            .map(|sheet| {
                let row = sheet.total().or_else(|| sheet.rows().next().map(|(row, _)| row));
                vec![sheet.slot(row, "total")]
            })
            .unwrap_or_default(),
        Stage::Final => facts
            .sheet("statistics")
            .map(|sheet| {
                let kinds = sheet.under("机关运行经费").skip(1).filter(|(_, name)| name.contains("单位"));
                kinds.map(|(row, _)| sheet.slot(Some(row), "amount")).collect()
            })
            .unwrap_or_default(),
    }
}
