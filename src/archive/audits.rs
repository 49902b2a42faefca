//! Audits: the disclosures of a unit beside each other, a department beside its units.

use std::collections::BTreeMap;

use super::sources::UnitSources;
use crate::audit::{self, PartTotals, Settings, Subject};
use crate::config::Response;
use crate::diag::Warned;
use crate::model::{Audit, Disclosure, UnitId};

/// The totals of the units below each unit, by the id of the unit above.
pub(super) type Parts = BTreeMap<UnitId, Vec<PartTotals>>;

/// The audit of each disclosure of a unit, in their order.
pub(super) fn of_unit(
    unit: &UnitSources,
    read: &[Disclosure],
    parts: &Parts,
    settings: &Settings,
) -> Warned<Vec<Audit>> {
    let mut diagnostics = Vec::new();
    let below = parts.get(&unit.unit.id).map_or(&[][..], Vec::as_slice);
    let value = read
        .iter()
        .map(|disclosure| {
            let subject = Subject {
                unit: &unit.unit,
                disclosure,
                others: read,
                parts: below,
                responses: responses(unit, disclosure),
            };
            audit::audit(subject, settings).unwarn(&mut diagnostics)
        })
        .collect();
    Warned { value, diagnostics }
}

fn responses<'a>(unit: &'a UnitSources, disclosure: &Disclosure) -> &'a [Response] {
    let file = unit.files.iter().find(|file| file.id == disclosure.id);
    file.map_or(&[], |file| file.config.responses.as_slice())
}
