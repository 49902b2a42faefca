//! Forms in groups, one for each project. A join that is not certain is not made.

use std::collections::{BTreeMap, BTreeSet};

use super::pair::Pairing;
use crate::model::{Form, FormKind};

/// Forms of which no two are about one project: those of a kind, and of project tables the rows of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Layer {
    /// The kind of form.
    pub kind: FormKind,
    /// Which table, for rows of project tables.
    pub table: usize,
}

/// The indices of the forms of each project, in no order.
pub(super) fn groups(forms: &[Form], layers: &[Layer], units: &BTreeSet<String>) -> Vec<Vec<usize>> {
    let (mut of_units, mut of_projects) = (BTreeMap::new(), BTreeMap::new());
    for (index, layer) in layers.iter().enumerate() {
        let side: &mut BTreeMap<Layer, Vec<usize>> =
            if layer.kind.is_of_unit() { &mut of_units } else { &mut of_projects };
        side.entry(*layer).or_default().push(index);
    }
    let mut groups = whole_units(forms, of_units, units);
    groups.extend(joined(forms, of_projects, units));
    groups
}

/// Forms about the whole unit: where there is one of each kind at most, they are about one unit.
fn whole_units(
    forms: &[Form],
    layers: BTreeMap<Layer, Vec<usize>>,
    units: &BTreeSet<String>,
) -> Vec<Vec<usize>> {
    if layers.values().all(|layer| layer.len() == 1) {
        let all: Vec<usize> = layers.into_values().flatten().collect();
        return if all.is_empty() { Vec::new() } else { vec![all] };
    }
    joined(forms, layers, units)
}

/// Layer after layer is joined to what the layers before it gave.
fn joined(forms: &[Form], layers: BTreeMap<Layer, Vec<usize>>, units: &BTreeSet<String>) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for layer in layers.into_values() {
        let pairs = Pairing::new(forms, &groups, &layer, units).pairs();
        for form in layer {
            match pairs.get(&form).and_then(|group| groups.get_mut(*group)) {
                Some(group) => group.push(form),
                None => groups.push(vec![form]),
            }
        }
    }
    groups
}
