//! What records have in common: the unit, its region, the year and the stage, kept once for all of them.

use serde::{Deserialize, Serialize};

use crate::fold;
use crate::record::{Kind, Record, Region, Stage};

/// The name of the file.
pub(crate) const FILE: &str = "groups";

/// The groups of an index, and how many records each kind has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Groups {
    /// Records lie in the order of these kinds; so many of each.
    pub kinds: Vec<(Kind, u32)>,
    /// The groups, by number.
    pub groups: Vec<Group>,
}

/// What the records of a disclosure, or those that belong to no disclosure of a unit, have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Group {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
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

    /// What is known of the group, folded, one fact a line, so that `阳城 2024 政务外网` is found.
    pub(crate) fn about(&self) -> String {
        let stage = self.stage.map_or("", |stage| stage.label());
        let time = match self.year {
            Some(year) => format!("{year}年{stage}\n{year}年度{stage}"),
            None => stage.to_owned(),
        };
        format!("{}\n{}", self.of_unit(), fold(&time))
    }
}

impl Region {
    fn facts(&self) -> [&str; 2] {
        [&self.name, &self.code]
    }
}

impl Groups {
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
