//! Units above units: every parent exists, and none is its own.

use std::collections::{BTreeMap, BTreeSet};

use super::UnitFolder;
use crate::diag::{Diagnostic, Placed, closest, codes};
use crate::model::ids::UnitId;

/// Takes away parents that do not exist or that close a circle, and says so. `units` are sorted by id.
pub(super) fn check(units: &mut [UnitFolder], said: &mut Vec<Diagnostic>) {
    drop_unknown(units, said);
    let parents: BTreeMap<_, _> =
        units.iter().filter_map(|unit| Some((unit.id.clone(), parent(unit)?))).collect();
    let mut told = BTreeSet::new();
    for unit in units {
        if told.contains(&unit.id) {
            continue;
        }
        if let Some(circle) = circle(&unit.id, &parents) {
            said.extend(unit.config.parent.take().map(|parent| closed(parent, &circle)));
            told.extend(circle);
        }
    }
}

fn parent(unit: &UnitFolder) -> Option<UnitId> {
    unit.config.parent.as_ref().map(|parent| parent.value.clone())
}

fn drop_unknown(units: &mut [UnitFolder], said: &mut Vec<Diagnostic>) {
    let ids: BTreeSet<_> = units.iter().map(|unit| unit.id.clone()).collect();
    for unit in units {
        let unknown = unit.config.parent.take_if(|parent| !ids.contains(&parent.value));
        said.extend(unknown.map(|parent| missing(parent, &ids)));
    }
}

fn missing(parent: Placed<UnitId>, ids: &BTreeSet<UnitId>) -> Diagnostic {
    let message = format!("there is no unit `{}`", parent.value);
    let meant = closest(parent.value.as_str(), ids.iter().map(UnitId::as_str));
    let hint = meant.map_or_else(
        || "`parent` is the name of another unit's folder.".to_owned(),
        |meant| format!("Did you mean `{meant}`?"),
    );
    Diagnostic::of(codes::UNKNOWN_PARENT, message).at(parent.place).hint(hint)
}

/// The units from `start` upwards, if the last one's parent is `start` again.
fn circle(start: &UnitId, parents: &BTreeMap<UnitId, UnitId>) -> Option<Vec<UnitId>> {
    let mut seen = BTreeSet::new();
    let mut path = Vec::new();
    let mut here = start;
    while seen.insert(here) {
        path.push(here.clone());
        here = parents.get(here)?;
    }
    (here == start).then_some(path)
}

fn closed(parent: Placed<UnitId>, circle: &[UnitId]) -> Diagnostic {
    let names: Vec<_> = circle.iter().chain(circle.first()).map(UnitId::as_str).collect();
    let message = format!("the parents go round in a circle: {}", names.join(" → "));
    Diagnostic::of(codes::PARENT_CYCLE, message).at(parent.place).hint("Remove the `parent` that is wrong.")
}
