//! Audits: the disclosures of a unit beside each other, a department beside its units.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::document;
use super::sources::{Sources, UnitSources};
use crate::audit::{self, PartTotals, Settings, Subject};
use crate::config::Response;
use crate::content::DisclosureFile;
use crate::diag::Warned;
use crate::model::{Audit, Disclosure, UnitId};

/// The totals of the units below each unit, by the id of the unit above.
pub(super) type Parts = BTreeMap<UnitId, Vec<PartTotals>>;

/// Reads, of the units that stand below another one, the disclosures that the one above has, too.
pub(super) fn parts(sources: &Sources) -> Parts {
    let of = |id: &UnitId| sources.units.iter().find(|unit| unit.unit.id == *id);
    let below = sources.units.iter().filter_map(|unit| Some((unit, of(unit.unit.parent.as_ref()?)?)));
    let wanted: Vec<(&UnitSources, &UnitSources, &DisclosureFile)> = below
        .flat_map(|(unit, above)| unit.files.iter().map(move |file| (unit, above, file)))
        .filter(|(_, above, file)| above.files.iter().any(|other| is_same_period(other, file)))
        .collect();
    let totals: Vec<_> = wanted
        .par_iter()
        .map(|(unit, above, file)| {
            // What is to be said of the document is said where it is read for its own unit.
            let disclosure = document::disclosure(sources, &unit.unit, file).value?;
            Some((above.unit.id.clone(), PartTotals::of(&unit.unit, &disclosure)))
        })
        .collect();
    let mut parts = Parts::new();
    for (above, totals) in totals.into_iter().flatten() {
        parts.entry(above).or_default().push(totals);
    }
    parts
}

fn is_same_period(one: &DisclosureFile, other: &DisclosureFile) -> bool {
    one.id.year == other.id.year && one.id.stage == other.id.stage
}

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
