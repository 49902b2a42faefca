//! What passes the filters, and how much there is of what.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::amount::Bounds;
use crate::candidates::Overview;
use crate::groups::{Group, Groups};
use crate::record::Kind;
use crate::{Error, Filters, Query};

/// What can be filtered by and is counted: the kind, and what [`Filters::pass`] says of a group.
const SIDES: usize = 5;
/// The side of the kinds.
const KIND: usize = 4;

/// How many candidates there are of each kind, unit, year, stage and region. What a filter of one of these leaves out is
/// counted for that one, so that a reader sees what else there is to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facets {
    /// By kind.
    pub kinds: Vec<Facet>,
    /// By unit: its id, its name.
    pub units: Vec<Facet>,
    /// By fiscal year, the last one first.
    pub years: Vec<Facet>,
    /// By stage.
    pub stages: Vec<Facet>,
    /// By region: its code, its name.
    pub regions: Vec<Facet>,
}

/// What to filter by, and how many candidates it leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Facet {
    /// The value of the filter.
    pub value: String,
    /// Its name, where it has one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// How many candidates have it.
    pub count: u32,
}

/// Filters held against the groups and kinds of an index.
pub(crate) struct Sieve<'a> {
    overview: &'a Overview,
    /// For each group, a bit for each side it fails on.
    groups: Vec<u8>,
    /// For each kind, in the order of the index.
    kinds: Vec<u8>,
    /// The bounds of the amount.
    pub bounds: Bounds,
}

/// What passed, and the counts.
pub(crate) struct Sifted {
    /// Numbers of records.
    pub docs: Vec<u32>,
    /// For each side and each group (kind) how many pass on all other sides.
    counts: [Vec<u32>; SIDES],
}

impl<'a> Sieve<'a> {
    pub(crate) fn new(overview: &'a Overview, query: &Query, filters: &Filters) -> Result<Self, Error> {
        let both = [filters, query.filters()];
        let Groups { groups, kinds } = &overview.groups;
        let fails = |group: &Group| {
            let sides = both.map(|filters| filters.pass(group));
            (0..KIND)
                .filter(|side| sides.iter().any(|passed| !passed[*side]))
                .fold(0, |bits, side| bits | 1 << side)
        };
        let fails_kind =
            |kind: Kind| if both.iter().all(|filters| filters.pass_kind(kind)) { 0 } else { 1 << KIND };
        Ok(Self {
            overview,
            groups: groups.iter().map(fails).collect(),
            kinds: kinds.iter().map(|(kind, _)| fails_kind(*kind)).collect(),
            bounds: filters.bounds()?.and(query.bounds()).and(query.filters().bounds()?),
        })
    }

    /// Sifts the candidates; `is_within` tells whether the value of a record is within the bounds.
    pub(crate) fn sift(&self, worth: &[u32], is_within: impl Fn(u32) -> bool) -> Sifted {
        let Groups { groups, kinds } = &self.overview.groups;
        let mut counts: [Vec<u32>; SIDES] = std::array::from_fn(|_| vec![0; groups.len().max(kinds.len())]);
        let mut docs = Vec::new();
        let mut doc = 0;
        for (nth, &(_, count)) in kinds.iter().enumerate() {
            for _ in 0..count {
                let (this, at) = (doc, usize::try_from(doc).unwrap_or(usize::MAX));
                doc += 1;
                if worth.get(at).is_none_or(|worth| *worth == 0) || !is_within(this) {
                    continue;
                }
                let Some(group) = self.overview.group(this).filter(|group| *group < groups.len()) else {
                    continue;
                };
                let fails = self.groups[group] | self.kinds[nth];
                if fails == 0 {
                    docs.push(this);
                }
                for (side, counts) in counts.iter_mut().enumerate() {
                    if fails & !(1 << side) == 0 {
                        counts[if side == KIND { nth } else { group }] += 1;
                    }
                }
            }
        }
        Sifted { docs, counts }
    }
}

impl Sifted {
    /// Takes a candidate out of the counts that turned out to be none.
    pub(crate) fn reject(&mut self, overview: &Overview, doc: u32) {
        let group = overview.group(doc);
        let kind = overview.groups.kind(doc);
        let kind = overview.groups.kinds.iter().position(|(of, _)| *of == kind);
        for (side, counts) in self.counts.iter_mut().enumerate() {
            let at = if side == KIND { kind } else { group };
            if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
                *count = count.saturating_sub(1);
            }
        }
    }

    /// The counts, the greatest first.
    pub(crate) fn facets(&self, groups: &Groups) -> Facets {
        let named = |side: usize, of: &dyn Fn(&'_ Group) -> Option<(&'_ str, &'_ str)>| {
            let facet = |((value, name), count): ((&str, &str), u32)| Facet {
                value: value.to_owned(),
                name: name.to_owned(),
                count,
            };
            tally(&groups.groups, &self.counts[side], of).into_iter().map(facet).collect::<Vec<_>>()
        };
        let plain = |(value, count): (String, u32)| Facet { value, name: String::new(), count };
        let kinds = groups.kinds.iter().zip(&self.counts[KIND]);
        let kinds = kinds.map(|((kind, _), count)| Facet {
            value: kind.to_string(),
            name: String::new(),
            count: *count,
        });
        let mut facets = Facets {
            kinds: kinds.filter(|facet| facet.count > 0).collect(),
            units: named(0, &|group| {
                group.unit.as_deref().map(|id| (id, group.unit_name.as_deref().unwrap_or_default()))
            }),
            years: tally(&groups.groups, &self.counts[1], |group| group.year)
                .into_iter()
                .map(|(year, count)| plain((year.to_string(), count)))
                .collect(),
            stages: tally(&groups.groups, &self.counts[2], |group| group.stage)
                .into_iter()
                .map(|(stage, count)| plain((stage.to_string(), count)))
                .collect(),
            regions: named(3, &|group| {
                group.region.as_ref().map(|region| (region.code.as_str(), region.name.as_str()))
            }),
        };
        facets.years.reverse();
        for facets in [&mut facets.units, &mut facets.regions] {
            facets.sort_by_key(|facet| std::cmp::Reverse(facet.count));
        }
        facets
    }
}

/// Sums the counts of groups by what they have in common. Groups that follow each other are mostly alike.
fn tally<'a, K: Ord + Copy>(
    groups: &'a [Group],
    counts: &[u32],
    of: impl Fn(&'a Group) -> Option<K>,
) -> BTreeMap<K, u32> {
    let counted = groups.iter().zip(counts).filter(|(_, count)| **count > 0);
    let counted: Vec<(K, u32)> = counted.filter_map(|(group, count)| Some((of(group)?, *count))).collect();
    let mut sums = BTreeMap::new();
    for run in counted.chunk_by(|a, b| a.0 == b.0) {
        if let Some((key, _)) = run.first() {
            *sums.entry(*key).or_default() += run.iter().map(|(_, count)| count).sum::<u32>();
        }
    }
    sums
}
