//! Disclosures of one year and stage side by side: what a region, or a year, is compared by.

use serde::Serialize;

use super::info::{AmountView, DisclosureLink};
use super::key::word;
use super::unit::COLUMNS;
use super::units::region_href;
use crate::catalog::{Amount, Catalog, DisclosureEntry, KeyFigure};
use crate::model::{FiscalYear, Stage, Unit};
use crate::render::link::Linker;
use crate::render::rows::Rows;

/// The disclosures of one year and stage.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodGroup {
    /// Fiscal year.
    pub year: u16,
    /// `budget` or `final`.
    pub stage: &'static str,
    /// Keys of the figures that at least one disclosure has.
    pub columns: Vec<&'static str>,
    /// By region and unit.
    pub rows: Vec<PeriodRow>,
}

/// A disclosure beside others.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodRow {
    /// `<unit>/<year>/<stage>`
    pub id: String,
    /// Whose, and what it covers.
    pub disclosure: DisclosureLink,
    /// The unit's region; may be empty.
    pub region: String,
    /// The page of the region; empty if it is not known.
    pub region_href: String,
    /// One for each column; `None` where the document has none, or prints it in parts.
    pub amounts: Vec<Option<AmountView>>,
    /// How many findings it has that say something about the document.
    pub findings: usize,
}

/// Groups disclosures, the newest first and final accounts before the budget of a year.
pub(super) fn periods<'a>(
    disclosures: impl IntoIterator<Item = (&'a Unit, &'a DisclosureEntry)>,
    catalog: &Catalog,
    linker: &Linker,
) -> Vec<PeriodGroup> {
    let period = |entry: &DisclosureEntry| (entry.id.year, entry.id.stage);
    let mut sorted: Vec<(&Unit, &DisclosureEntry)> = disclosures.into_iter().collect();
    sorted.sort_by(|(a_unit, a), (b_unit, b)| {
        let newest = period(b).cmp(&period(a));
        newest.then_with(|| (&a_unit.region, &a_unit.id).cmp(&(&b_unit.region, &b_unit.id)))
    });
    let groups = sorted.chunk_by(|(_, a), (_, b)| period(a) == period(b));
    groups.filter_map(|rows| Some(group(period(rows.first()?.1), rows, catalog, linker))).collect()
}

fn group(
    (year, stage): (FiscalYear, Stage),
    disclosures: &[(&Unit, &DisclosureEntry)],
    catalog: &Catalog,
    linker: &Linker,
) -> PeriodGroup {
    let has = |figure: &KeyFigure| disclosures.iter().any(|(_, entry)| single(entry, *figure).is_some());
    let columns: Vec<KeyFigure> = COLUMNS.into_iter().filter(has).collect();
    let row = |(unit, entry): &(&Unit, &DisclosureEntry)| PeriodRow {
        id: entry.id.to_string(),
        disclosure: DisclosureLink::new(&entry.id, &unit.name, entry.scope, linker),
        region: unit.region_name.clone(),
        region_href: region_href(&unit.region, linker),
        amounts: columns
            .iter()
            .map(|figure| single(entry, *figure).map(|amount| AmountView::of(amount, &entry.id, linker)))
            .collect(),
        findings: catalog.findings_of(&entry.id).iter().filter(|finding| finding.is_shown()).count(),
    };
    PeriodGroup {
        year: year.get(),
        stage: stage.name(),
        rows: disclosures.iter().map(row).collect(),
        columns: columns.into_iter().map(word).collect(),
    }
}

/// A key figure, unless it is printed in parts: one of them would be taken for the whole.
fn single(entry: &DisclosureEntry, figure: KeyFigure) -> Option<&Amount> {
    let mut entries = entry.key_figures.iter().filter(|entry| entry.figure == figure);
    match (entries.next(), entries.next()) {
        (Some(entry), None) => Some(&entry.amount),
        _ => None,
    }
}

/// One row for each disclosure; figures in yuan.
pub(super) fn rows(groups: &[PeriodGroup]) -> Rows {
    let words = COLUMNS.map(word);
    let row = |group: &PeriodGroup, row: &PeriodRow| {
        let amount = |key: &&str| {
            let at = group.columns.iter().position(|column| column == key)?;
            Some(row.amounts.get(at)?.as_ref()?.value.clone())
        };
        let mut cells = vec![row.id.clone(), row.disclosure.unit.clone(), row.region.clone()];
        cells.extend(words.iter().map(|key| amount(key).unwrap_or_default()));
        cells.push(row.findings.to_string());
        cells
    };
    let mut header = vec!["disclosure", "unit_name", "region_name"];
    header.extend(words);
    header.push("findings");
    Rows {
        header,
        rows: groups.iter().flat_map(|group| group.rows.iter().map(|one| row(group, one))).collect(),
    }
}
