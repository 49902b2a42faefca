//! Regions, and what their units disclose, side by side.

use serde::Serialize;

use super::head::{Crumb, PageHead, Section, top_crumbs};
use super::periods::{self, PeriodGroup, periods};
use crate::catalog::{Catalog, RegionEntry, url};
use crate::render::link::Linker;
use crate::render::rows::Rows;

/// All regions.
#[derive(Clone, Debug, Serialize)]
pub struct RegionsView {
    /// Where the page is.
    pub head: PageHead,
    /// By code.
    pub regions: Vec<RegionLink>,
}

/// A region in lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RegionLink {
    /// Division code (GB/T 2260).
    pub code: String,
    /// Its name, from the province down; may be empty.
    pub name: String,
    /// Its page.
    pub href: String,
    /// How many units lie in it.
    pub units: usize,
    /// How many disclosures these have.
    pub disclosures: usize,
}

/// A region.
#[derive(Clone, Debug, Serialize)]
pub struct RegionView {
    /// Where the page is.
    pub head: PageHead,
    /// The region.
    pub region: RegionLink,
    /// Regions within it that have units.
    pub within: Vec<RegionLink>,
    /// What its units, and those of the regions within it, disclose; the newest first.
    pub periods: Vec<PeriodGroup>,
}

/// The list of regions.
pub fn regions_page(catalog: &Catalog) -> RegionsView {
    let linker = Linker::new(url::REGIONS);
    RegionsView {
        head: PageHead::new(url::REGIONS, Section::Units, top_crumbs("regions", &linker)),
        regions: catalog.regions.iter().map(|(code, entry)| region_link(code, entry, &linker)).collect(),
    }
}

fn region_link(code: &str, entry: &RegionEntry, linker: &Linker) -> RegionLink {
    RegionLink {
        code: code.to_owned(),
        name: entry.name.clone(),
        href: linker.to(&url::region(code)),
        units: entry.units.len(),
        disclosures: entry.disclosures,
    }
}

/// The pages of all regions that have units.
pub fn region_pages(catalog: &Catalog) -> Vec<RegionView> {
    catalog.regions.iter().map(|(code, entry)| region_page(code, entry, catalog)).collect()
}

fn region_page(code: &str, entry: &RegionEntry, catalog: &Catalog) -> RegionView {
    let path = url::region(code);
    let linker = Linker::new(&path);
    let mut crumbs = top_crumbs("regions", &linker);
    if let Some(list) = crumbs.last_mut() {
        list.href = linker.to(url::REGIONS);
    }
    let region = region_link(code, entry, &linker);
    let name = if region.name.is_empty() { code } else { &region.name };
    crumbs.push(Crumb::text(name, String::new()));
    let within = || catalog.regions.iter().filter(|(other, _)| is_within(other, code));
    let units = std::iter::once(entry).chain(within().map(|(_, entry)| entry)).flat_map(|entry| &entry.units);
    let disclosures = units
        .filter_map(|id| catalog.units.get(id))
        .flat_map(|unit| unit.disclosures.iter().map(move |disclosure| (&unit.unit, disclosure)));
    RegionView {
        head: PageHead::new(&path, Section::Units, crumbs),
        within: within().map(|(code, entry)| region_link(code, entry, &linker)).collect(),
        periods: periods(disclosures, catalog, &linker),
        region,
    }
}

/// Whether a division lies within another one: codes are pairs of digits, from the province down.
fn is_within(code: &str, other: &str) -> bool {
    let significant = other.trim_end_matches('0');
    let pairs = significant.len().next_multiple_of(2);
    code != other && other.get(..pairs).is_some_and(|start| pairs < other.len() && code.starts_with(start))
}

impl RegionsView {
    pub(in crate::render) fn rows(&self) -> Rows {
        let row = |region: &RegionLink| {
            let RegionLink { code, name, units, disclosures, .. } = region;
            vec![code.clone(), name.clone(), units.to_string(), disclosures.to_string()]
        };
        Rows {
            header: vec!["code", "name", "units", "disclosures"],
            rows: self.regions.iter().map(row).collect(),
        }
    }
}

impl RegionView {
    pub(in crate::render) fn rows(&self) -> Rows {
        periods::rows(&self.periods)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divisions_lie_within_each_other() {
        let cases = [
            ("140522", "140500", true),
            ("140522", "140000", true),
            ("140500", "140000", true),
            ("140522", "140522", false),
            ("140500", "140522", false),
            ("141181", "140500", false),
            ("140522", "140523", false),
            ("110101", "110000", true),
            ("211000", "210000", true),
            ("211000", "211100", false),
        ];
        for (code, other, expected) in cases {
            assert_eq!(is_within(code, other), expected, "{code} in {other}");
        }
    }
}
