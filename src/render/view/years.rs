//! Fiscal years, and what was disclosed for each, side by side.

use serde::Serialize;

use super::head::{Crumb, PageHead, Section, top_crumbs};
use super::periods::{self, PeriodGroup, periods};
use crate::catalog::{Catalog, YearEntry, url};
use crate::model::FiscalYear;
use crate::render::link::Linker;
use crate::render::rows::Rows;

/// All years.
#[derive(Clone, Debug, Serialize)]
pub struct YearsView {
    /// Where the page is.
    pub head: PageHead,
    /// The newest first.
    pub years: Vec<YearLink>,
}

/// A year in lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearLink {
    /// The fiscal year.
    pub year: u16,
    /// Its page.
    pub href: String,
    /// How many units disclosed something.
    pub units: usize,
    /// How many budgets there are.
    pub budgets: usize,
    /// How many final accounts there are.
    pub finals: usize,
}

/// A year.
#[derive(Clone, Debug, Serialize)]
pub struct YearView {
    /// Where the page is.
    pub head: PageHead,
    /// The year.
    pub year: YearLink,
    /// Final accounts, then budgets.
    pub periods: Vec<PeriodGroup>,
}

/// The list of years.
pub fn years_page(catalog: &Catalog) -> YearsView {
    let linker = Linker::new(url::YEARS);
    YearsView {
        head: PageHead::new(url::YEARS, Section::Units, top_crumbs("years", &linker)),
        years: year_links(catalog, &linker),
    }
}

/// The newest first.
pub(super) fn year_links(catalog: &Catalog, linker: &Linker) -> Vec<YearLink> {
    catalog.years.iter().rev().map(|(year, entry)| year_link(*year, *entry, linker)).collect()
}

fn year_link(year: FiscalYear, entry: YearEntry, linker: &Linker) -> YearLink {
    let YearEntry { units, budgets, finals } = entry;
    YearLink { year: year.get(), href: linker.to(&url::year(year)), units, budgets, finals }
}

/// The pages of all years that have disclosures.
pub fn year_pages(catalog: &Catalog) -> Vec<YearView> {
    catalog.years.iter().map(|(year, entry)| year_page(*year, *entry, catalog)).collect()
}

fn year_page(year: FiscalYear, entry: YearEntry, catalog: &Catalog) -> YearView {
    let path = url::year(year);
    let linker = Linker::new(&path);
    let mut crumbs = top_crumbs("years", &linker);
    if let Some(list) = crumbs.last_mut() {
        list.href = linker.to(url::YEARS);
    }
    crumbs.push(Crumb::text(&year.to_string(), String::new()));
    let disclosures = catalog.units.values().flat_map(|unit| {
        let of_year = unit.disclosures.iter().filter(move |disclosure| disclosure.id.year == year);
        of_year.map(move |disclosure| (&unit.unit, disclosure))
    });
    YearView {
        head: PageHead::new(&path, Section::Units, crumbs),
        year: year_link(year, entry, &linker),
        periods: periods(disclosures, catalog, &linker),
    }
}

impl YearsView {
    pub(in crate::render) fn rows(&self) -> Rows {
        let row = |year: &YearLink| {
            vec![
                year.year.to_string(),
                year.units.to_string(),
                year.budgets.to_string(),
                year.finals.to_string(),
            ]
        };
        Rows {
            header: vec!["year", "units", "budgets", "finals"],
            rows: self.years.iter().map(row).collect(),
        }
    }
}

impl YearView {
    pub(in crate::render) fn rows(&self) -> Rows {
        periods::rows(&self.periods)
    }
}
