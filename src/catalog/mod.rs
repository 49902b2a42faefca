//! What is known across units: small rows with the names of the figures they come from, never whole tables.
//!
//! Built disclosure by disclosure, in any order and in parts: what [`CatalogBuilder::finish`] gives depends on
//! what was added only.

mod amount;
mod findings;
#[cfg(test)]
pub(crate) mod fixture;
mod items;
mod key_figures;
mod projects;
mod terms;
#[cfg(test)]
mod tests;
mod topics;
pub mod url;

use std::collections::BTreeMap;

pub use amount::{Amount, denomination};
pub use findings::{CatalogFinding, Tallies, findings};
pub use items::{Classification, Item, ItemEntry, ItemName};
pub use key_figures::{KeyFigure, KeyFigureEntry, key_figures};
pub use projects::{
    CatalogProject, ProjectFlag, ProjectValue, budget_line, first_figure, forms, projects, same_project,
};

pub use terms::{CatalogTerm, Definition};
pub use topics::{IndicatorRole, TopicEntry, TopicIndicator, UnitCost, unit_costs};

use crate::model::{
    Denomination, Disclosure, DisclosureId, FiscalYear, Scope, Stage, Table, Topic, Unit, UnitId,
};

/// The indexes over all units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalog {
    /// Every unit, by id.
    pub units: BTreeMap<UnitId, UnitEntry>,
    /// Every function that somebody spends on, by code.
    pub functions: BTreeMap<String, Item>,
    /// Every economic item that somebody spends on, by code.
    pub economics: BTreeMap<String, Item>,
    /// Every project: by disclosure, then in order of first appearance.
    pub projects: Vec<CatalogProject>,
    /// What there is about each topic, by its id: by disclosure, then in order of first appearance.
    pub topics: BTreeMap<String, Vec<TopicEntry>>,
    /// The terms that documents explain, those that most explain first.
    pub terms: Vec<CatalogTerm>,
    /// Every finding: by disclosure, then in the order of the audit.
    pub findings: Vec<CatalogFinding>,
    /// How often each check was assessed.
    pub tallies: Tallies,
    /// Every region with units, by code.
    pub regions: BTreeMap<String, RegionEntry>,
    /// Every fiscal year with disclosures.
    pub years: BTreeMap<FiscalYear, YearEntry>,
}

impl Catalog {
    /// The items of a classification, by code.
    pub fn items(&self, classification: Classification) -> &BTreeMap<String, Item> {
        match classification {
            Classification::Function => &self.functions,
            Classification::Economic => &self.economics,
        }
    }

    /// A disclosure and its unit.
    pub fn disclosure(&self, id: &DisclosureId) -> Option<(&Unit, &DisclosureEntry)> {
        let entry = self.units.get(&id.unit)?;
        Some((&entry.unit, entry.disclosures.iter().find(|disclosure| disclosure.id == *id)?))
    }

    /// A project by its disclosure and number.
    pub fn project(&self, id: &DisclosureId, ordinal: u32) -> Option<&CatalogProject> {
        let key = |project: &CatalogProject| (project.disclosure.clone(), project.ordinal);
        let at = self.projects.binary_search_by_key(&(id.clone(), ordinal), key).ok()?;
        self.projects.get(at)
    }

    /// The projects of a unit, by year and stage.
    pub fn projects_of(&self, unit: &UnitId) -> &[CatalogProject] {
        let start = self.projects.partition_point(|project| project.disclosure.unit < *unit);
        let end = self.projects.partition_point(|project| project.disclosure.unit <= *unit);
        self.projects.get(start..end).unwrap_or_default()
    }

    /// The findings of a disclosure, in the order of the audit.
    pub fn findings_of(&self, id: &DisclosureId) -> &[CatalogFinding] {
        let start = self.findings.partition_point(|finding| finding.disclosure < *id);
        let end = self.findings.partition_point(|finding| finding.disclosure <= *id);
        self.findings.get(start..end).unwrap_or_default()
    }

    /// The same project in other disclosures of its unit, by year and stage.
    pub fn same_project(&self, project: &CatalogProject) -> Vec<&CatalogProject> {
        same_project(self.projects_of(&project.disclosure.unit), project)
    }
}

/// A unit and its disclosures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitEntry {
    /// The unit.
    pub unit: Unit,
    /// By year, the budget first.
    pub disclosures: Vec<DisclosureEntry>,
}

/// A disclosure in few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisclosureEntry {
    /// Its name.
    pub id: DisclosureId,
    /// What it covers.
    pub scope: Option<Scope>,
    /// Its title as printed.
    pub title: String,
    /// What its main tables are printed in.
    pub denomination: Option<Denomination>,
    /// How many tables it has.
    pub tables: usize,
    /// How many figures its tables hold.
    pub figures: usize,
    /// The figures that matter first.
    pub key_figures: Vec<KeyFigureEntry>,
}

impl DisclosureEntry {
    /// The first key figure that says this.
    pub fn key_figure(&self, figure: KeyFigure) -> Option<&KeyFigureEntry> {
        self.key_figures.iter().find(|entry| entry.figure == figure)
    }
}

/// What there is of a region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegionEntry {
    /// Its name as the first of its units gives it.
    pub name: String,
    /// Its units, by id.
    pub units: Vec<UnitId>,
    /// How many disclosures these have.
    pub disclosures: usize,
}

/// What there is of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearEntry {
    /// How many units have a disclosure.
    pub units: usize,
    /// How many budgets there are.
    pub budgets: usize,
    /// How many final accounts there are.
    pub finals: usize,
}

/// A catalog that is being built.
#[derive(Clone, Debug, Default)]
pub struct CatalogBuilder {
    units: BTreeMap<UnitId, UnitEntry>,
    functions: items::Entries,
    economics: items::Entries,
    projects: Vec<CatalogProject>,
    topics: topics::Entries,
    terms: terms::Entries,
    findings: Vec<CatalogFinding>,
    tallies: Tallies,
}

impl CatalogBuilder {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a unit, which may have no disclosures.
    pub fn add_unit(&mut self, unit: &Unit) {
        self.unit_entry(unit);
    }

    /// Adds a disclosure of a unit.
    pub fn add(&mut self, unit: &Unit, disclosure: &Disclosure) {
        self.unit_entry(unit).disclosures.push(disclosure_entry(disclosure));
        items::collect(Classification::Function, disclosure, &mut self.functions);
        items::collect(Classification::Economic, disclosure, &mut self.economics);
        self.projects.extend(projects::projects(disclosure));
        terms::collect(disclosure, &mut self.terms);
        self.findings.extend(findings::findings(unit, disclosure));
        disclosure.audit.tallies.iter().for_each(|tally| findings::add(&mut self.tallies, tally));
    }

    /// Adds what a disclosure has to say about topics.
    pub fn add_topics(&mut self, topics: &[Topic], disclosure: &Disclosure) {
        topics::collect(topics, disclosure, &mut self.topics);
    }

    /// Takes in what another one has, so that parts can be built in parallel.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        for (_, entry) in other.units {
            self.unit_entry(&entry.unit).disclosures.extend(entry.disclosures);
        }
        for (mine, others) in [(&mut self.functions, other.functions), (&mut self.economics, other.economics)]
        {
            others.into_iter().for_each(|(code, entries)| mine.entry(code).or_default().extend(entries));
        }
        self.projects.extend(other.projects);
        other.topics.into_iter().for_each(|(id, entries)| self.topics.entry(id).or_default().extend(entries));
        terms::merge(&mut self.terms, other.terms);
        self.findings.extend(other.findings);
        other.tallies.values().for_each(|tally| findings::add(&mut self.tallies, tally));
        self
    }

    /// Puts everything in order.
    pub fn finish(self) -> Catalog {
        let Self { mut units, functions, economics, mut projects, topics, terms, mut findings, tallies } =
            self;
        for entry in units.values_mut() {
            entry.disclosures.sort_by(|a, b| a.id.cmp(&b.id));
        }
        projects.sort_by(|a, b| (&a.disclosure, a.ordinal).cmp(&(&b.disclosure, b.ordinal)));
        // The findings of one disclosure stand together, in their order.
        findings.sort_by(|a, b| a.disclosure.cmp(&b.disclosure));
        let (regions, years) = (regions(&units), years(&units));
        Catalog {
            functions: items::finish(functions),
            economics: items::finish(economics),
            units,
            projects,
            topics: topics::finish(topics),
            terms: terms::finish(terms),
            findings,
            tallies,
            regions,
            years,
        }
    }

    fn unit_entry(&mut self, unit: &Unit) -> &mut UnitEntry {
        let new = || UnitEntry { unit: unit.clone(), disclosures: Vec::new() };
        self.units.entry(unit.id.clone()).or_insert_with(new)
    }
}

fn disclosure_entry(disclosure: &Disclosure) -> DisclosureEntry {
    let reading = &disclosure.reading;
    DisclosureEntry {
        id: disclosure.id.clone(),
        scope: disclosure.scope,
        title: reading.title.clone(),
        denomination: reading.denomination,
        tables: reading.tables.len(),
        figures: reading.tables.iter().map(Table::figure_count).sum(),
        key_figures: key_figures(&reading.tables),
    }
}

fn regions(units: &BTreeMap<UnitId, UnitEntry>) -> BTreeMap<String, RegionEntry> {
    let mut regions: BTreeMap<String, RegionEntry> = BTreeMap::new();
    for entry in units.values().filter(|entry| !entry.unit.region.is_empty()) {
        let region = regions.entry(entry.unit.region.clone()).or_default();
        if region.name.is_empty() {
            region.name.clone_from(&entry.unit.region_name);
        }
        region.units.push(entry.unit.id.clone());
        region.disclosures += entry.disclosures.len();
    }
    regions
}

fn years(units: &BTreeMap<UnitId, UnitEntry>) -> BTreeMap<FiscalYear, YearEntry> {
    let mut years: BTreeMap<FiscalYear, YearEntry> = BTreeMap::new();
    for entry in units.values() {
        let mut last = None;
        for DisclosureEntry { id, .. } in &entry.disclosures {
            let year = years.entry(id.year).or_default();
            match id.stage {
                Stage::Budget => year.budgets += 1,
                Stage::Final => year.finals += 1,
            }
            // Disclosures of a unit stand by year, so a new year is a unit not counted yet.
            year.units += usize::from(last.replace(id.year) != Some(id.year));
        }
    }
    years
}
