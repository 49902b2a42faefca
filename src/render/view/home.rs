//! The home page.

use serde::Serialize;

use super::head::{PageHead, Section};
use super::info::{AmountView, DisclosureInfo, DisclosureLink, UnitInfo};
use super::items::{ItemLink, item_link};
use super::topics::{TopicLink, topic_link};
use super::units::{RegionGroup, by_region};
use super::years::{YearLink, year_links};
use crate::catalog::{Catalog, Classification, KeyFigure, url};
use crate::model::Topic;
use crate::render::link::Linker;

/// How much the archive holds.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct HomeCounts {
    /// Units.
    pub units: usize,
    /// Disclosures.
    pub disclosures: usize,
    /// Figures in tables.
    pub figures: usize,
    /// Projects in budget tables.
    pub projects: usize,
    /// Lines of source text.
    pub lines: u64,
}

/// A disclosure in the list of the newest.
#[derive(Clone, Debug, Serialize)]
pub struct NewDisclosure {
    /// Whose, which year and stage.
    pub disclosure: DisclosureLink,
    /// ISO date; empty if it is not known.
    pub published_on: String,
    /// How many tables it holds.
    pub tables: usize,
    /// How many figures they hold.
    pub figures: usize,
    /// All spending.
    pub spending: Option<AmountView>,
}

/// The home page.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// Where the page is.
    pub head: PageHead,
    /// How much the archive holds.
    pub counts: HomeCounts,
    /// First and last fiscal year; zero in an empty archive.
    pub years: (u16, u16),
    /// Units by region.
    pub regions: Vec<RegionGroup>,
    /// Function classes.
    pub functions: Vec<ItemLink>,
    /// Newest disclosures.
    pub newest: Vec<NewDisclosure>,
    /// The list of units.
    pub units_href: String,
    /// The list of functions.
    pub functions_href: String,
    /// The topics, in the order of the editor.
    pub topics: Vec<TopicLink>,
    /// The list of economic items.
    pub economics_href: String,
    /// The list of regions.
    pub regions_href: String,
    /// The years, the newest first.
    pub by_year: Vec<YearLink>,
    /// The list of years.
    pub years_href: String,
    /// The list of projects.
    pub projects_href: String,
    /// Downloads.
    pub data_href: String,
}

/// How many disclosures are listed as the newest.
const NEWEST: usize = 8;

/// The home page; of the functions only the classes are shown.
pub fn home_page(counts: HomeCounts, units: &[UnitInfo], catalog: &Catalog, topics: &[Topic]) -> HomeView {
    let linker = Linker::new("");
    let mut newest: Vec<&DisclosureInfo> = units.iter().flat_map(|unit| &unit.disclosures).collect();
    let years = newest.iter().map(|info| info.id.year.get());
    let span = (years.clone().min().unwrap_or(0), years.max().unwrap_or(0));
    newest.sort_by(|a, b| order(b).cmp(&order(a)).then_with(|| a.id.unit.cmp(&b.id.unit)));
    HomeView {
        head: PageHead::new("", Section::Home, Vec::new()),
        counts,
        years: span,
        regions: by_region(units, &linker),
        functions: catalog
            .functions
            .values()
            .filter(|item| item.code.len() == 3)
            .map(|item| item_link(Classification::Function, item, &linker))
            .collect(),
        newest: newest.into_iter().take(NEWEST).map(|info| new_disclosure(info, &linker)).collect(),
        topics: topics.iter().map(|topic| topic_link(topic, catalog, &linker)).collect(),
        units_href: linker.to(url::UNITS),
        functions_href: linker.to(url::FUNCTIONS),
        economics_href: linker.to(url::ECONOMICS),
        regions_href: linker.to(url::REGIONS),
        by_year: year_links(catalog, &linker),
        years_href: linker.to(url::YEARS),
        projects_href: linker.to(url::PROJECTS),
        data_href: linker.to(url::DATA),
    }
}

/// Fiscal year and stage, then the date of publication.
fn order(info: &DisclosureInfo) -> (crate::model::FiscalYear, crate::model::Stage, &str) {
    (info.id.year, info.id.stage, &info.published_on)
}

fn new_disclosure(info: &DisclosureInfo, linker: &Linker) -> NewDisclosure {
    NewDisclosure {
        disclosure: DisclosureLink::new(&info.id, &info.unit_name, info.scope, linker),
        published_on: info.published_on.clone(),
        tables: info.tables,
        figures: info.figures,
        spending: info.amount(KeyFigure::ExpenditureTotal, linker),
    }
}
