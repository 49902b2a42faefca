//! All units, by region.

use serde::Serialize;

use super::head::{PageHead, Section, top_crumbs};
use super::info::{AmountView, DisclosureLink, UnitInfo};
use crate::catalog::{KeyFigure, url};
use crate::render::link::Linker;
use crate::render::rows::Rows;

/// A unit in the list.
#[derive(Clone, Debug, Serialize)]
pub struct UnitEntry {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Division code; may be empty.
    pub region: String,
    /// Administrative level; may be empty.
    pub level: String,
    /// Its disclosures, newest first.
    pub disclosures: Vec<DisclosureLink>,
    /// All spending in the newest disclosure that tells it.
    pub spending: Option<AmountView>,
    /// Which disclosure that is.
    pub spending_of: Option<DisclosureLink>,
}

/// Units of one region.
#[derive(Clone, Debug, Serialize)]
pub struct RegionGroup {
    /// Its name; empty for units without a region.
    pub name: String,
    /// Its page; empty for units without a region.
    pub href: String,
    /// Its units, by id.
    pub units: Vec<UnitEntry>,
}

/// All units.
#[derive(Clone, Debug, Serialize)]
pub struct UnitsView {
    /// Where the page is.
    pub head: PageHead,
    /// By region.
    pub regions: Vec<RegionGroup>,
    /// How many units.
    pub unit_count: usize,
    /// How many disclosures.
    pub disclosure_count: usize,
}

/// The page of all units.
pub fn units_page(units: &[UnitInfo]) -> UnitsView {
    let linker = Linker::new(url::UNITS);
    UnitsView {
        head: PageHead::new(url::UNITS, Section::Units, top_crumbs("units", &linker)),
        regions: by_region(units, &linker),
        unit_count: units.len(),
        disclosure_count: units.iter().map(|unit| unit.disclosures.len()).sum(),
    }
}

/// Regions by their code, units by id.
pub(super) fn by_region(units: &[UnitInfo], linker: &Linker) -> Vec<RegionGroup> {
    let mut sorted: Vec<&UnitInfo> = units.iter().collect();
    sorted.sort_by(|a, b| (&a.region, &a.region_name, &a.id).cmp(&(&b.region, &b.region_name, &b.id)));
    let mut groups: Vec<RegionGroup> = Vec::new();
    for unit in sorted {
        match groups.last_mut() {
            Some(group) if group.name == unit.region_name => group.units.push(entry(unit, linker)),
            _ => {
                let href = region_href(&unit.region, linker);
                groups.push(RegionGroup {
                    name: unit.region_name.clone(),
                    href,
                    units: vec![entry(unit, linker)],
                });
            }
        }
    }
    groups
}

/// The page of a region; empty for none.
pub(super) fn region_href(code: &str, linker: &Linker) -> String {
    if code.is_empty() { String::new() } else { linker.to(&url::region(code)) }
}

fn entry(unit: &UnitInfo, linker: &Linker) -> UnitEntry {
    let link =
        |info: &super::info::DisclosureInfo| DisclosureLink::new(&info.id, &unit.name, info.scope, linker);
    let spending = unit
        .disclosures
        .iter()
        .find_map(|info| Some((info.amount(KeyFigure::ExpenditureTotal, linker)?, link(info))));
    let (spending, spending_of) = spending.unzip();
    UnitEntry {
        id: unit.id.to_string(),
        name: unit.name.clone(),
        href: linker.to(&url::unit(&unit.id)),
        region: unit.region.clone(),
        level: unit.level.clone(),
        disclosures: unit.disclosures.iter().map(link).collect(),
        spending,
        spending_of,
    }
}

impl UnitsView {
    pub(in crate::render) fn rows(&self) -> Rows {
        let row = |group: &RegionGroup, unit: &UnitEntry| {
            vec![
                unit.id.clone(),
                unit.name.clone(),
                unit.region.clone(),
                group.name.clone(),
                unit.level.clone(),
                unit.disclosures.len().to_string(),
            ]
        };
        Rows {
            header: vec!["unit", "name", "region", "region_name", "level", "disclosures"],
            rows: self
                .regions
                .iter()
                .flat_map(|group| group.units.iter().map(move |unit| row(group, unit)))
                .collect(),
        }
    }
}
