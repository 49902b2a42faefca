//! What records have in common: the unit, its region, the year and the stage, kept once for all of them.

#[cfg(feature = "native")]
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::fold;
use crate::record::{Kind, Record, Region, Stage};

/// The name of the file.
pub(crate) const FILE: &str = "groups";

/// The groups of an index, and how many records each kind has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "File", try_from = "File")]
pub(crate) struct Groups {
    /// Records lie in the order of these kinds; so many of each.
    pub kinds: Vec<(Kind, u32)>,
    /// The groups, by number.
    pub groups: Vec<Group>,
}

/// What the records of a disclosure, or those that belong to no disclosure of a unit, have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Group {
    pub unit: Option<String>,
    pub unit_name: Option<String>,
    pub region: Option<Region>,
    pub year: Option<u16>,
    pub stage: Option<Stage>,
}

/// Groups as they are written: what several have in common once.
#[derive(Serialize, Deserialize)]
struct File {
    kinds: Vec<(Kind, u32)>,
    owners: Vec<Owner>,
    groups: Vec<(usize, Option<u16>, Option<Stage>)>,
}

/// The unit's id, its name, its region.
type Owner = (Option<String>, Option<String>, Option<Region>);

impl From<Groups> for File {
    fn from(Groups { kinds, groups }: Groups) -> Self {
        let mut owners: Vec<Owner> = Vec::new();
        let mut packed = Vec::new();
        for Group { unit, unit_name, region, year, stage } in groups {
            let owner = (unit, unit_name, region);
            if owners.last() != Some(&owner) {
                owners.push(owner);
            }
            packed.push((owners.len() - 1, year, stage));
        }
        Self { kinds, owners, groups: packed }
    }
}

impl TryFrom<File> for Groups {
    type Error = &'static str;

    fn try_from(File { kinds, owners, groups }: File) -> Result<Self, Self::Error> {
        let group = |(owner, year, stage)| {
            let (unit, unit_name, region) = owners.get(owner).cloned().ok_or("a group belongs to nobody")?;
            Ok(Group { unit, unit_name, region, year, stage })
        };
        let groups: Result<_, Self::Error> = groups.into_iter().map(group).collect();
        Ok(Self { kinds, groups: groups? })
    }
}

impl Group {
    /// The group of a record.
    #[cfg(feature = "native")]
    pub(crate) fn of(record: &Record) -> Self {
        let Record { unit, unit_name, region, year, stage, .. } = record.clone();
        Self { unit, unit_name, region, year, stage }
    }

    /// Gives a record what it shares with its group.
    pub(crate) fn complete(&self, record: &mut Record) {
        let Self { unit, unit_name, region, year, stage } = self.clone();
        record.unit = unit;
        record.unit_name = unit_name;
        record.region = region;
        record.year = year;
        record.stage = stage;
    }

    /// What is known of the unit, folded, one fact a line.
    pub(crate) fn of_unit(&self) -> String {
        let region = self.region.as_ref();
        let facts = [&self.unit_name, &self.unit].into_iter().flatten();
        let facts: Vec<&str> =
            facts.map(String::as_str).chain(region.into_iter().flat_map(Region::facts)).collect();
        fold(&facts.join("\n"))
    }

    /// What is known of the time, folded, one fact a line.
    pub(crate) fn of_time(&self) -> String {
        let stage = self.stage.map_or("", |stage| stage.label());
        match self.year {
            Some(year) => fold(&format!("{year}年{stage}\n{year}年度{stage}")),
            None => fold(stage),
        }
    }
}

impl Region {
    fn facts(&self) -> [&str; 2] {
        [&self.name, &self.code]
    }
}

impl Groups {
    /// The groups of records that lie in the order of their kinds.
    #[cfg(feature = "native")]
    pub(crate) fn of(records: &[Record]) -> Self {
        let groups: BTreeSet<Group> = records.iter().map(Group::of).collect();
        let kinds = records.chunk_by(|a, b| a.kind == b.kind).filter_map(|run| {
            let count = u32::try_from(run.len()).unwrap_or(u32::MAX);
            Some((run.first()?.kind, count))
        });
        Self { kinds: kinds.collect(), groups: groups.into_iter().collect() }
    }

    /// The number of each record's group.
    #[cfg(feature = "native")]
    pub(crate) fn numbers(&self, records: &[Record]) -> Vec<u32> {
        let number = |record| self.groups.binary_search(&Group::of(record)).unwrap_or_default();
        records.iter().map(|record| u32::try_from(number(record)).unwrap_or_default()).collect()
    }

    /// Where (numbers of records) the records of a kind lie.
    pub(crate) fn range(&self, kind: Kind) -> std::ops::Range<u32> {
        let mut start = 0;
        for &(of, count) in &self.kinds {
            if of == kind {
                return start..start + count;
            }
            start += count;
        }
        start..start
    }

    /// The kind of a record.
    pub(crate) fn kind(&self, doc: u32) -> Kind {
        let mut end = 0;
        let found = self.kinds.iter().find(|(_, count)| {
            end += count;
            doc < end
        });
        found.map_or(Kind::Page, |(kind, _)| *kind)
    }
}
