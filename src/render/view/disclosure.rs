//! The page of one disclosure.

use serde::Serialize;

use super::chart::{ChartView, charts};
use super::cite::Citation;
use super::finding_row::{CheckRow, FindingList, TallyView};
use super::grid::Grid;
use super::head::{DisclosureName, LineLink, PageHead, Section, disclosure_crumbs, here};
use super::key::{KeyFigureView, key_figure_views};
use super::layout;
use super::narrative::{NarrativeView, narrative};
use super::project_row::ProjectRow;
use super::reading::{ReadingSummary, reading_summary};
use crate::catalog::{self, url};
use crate::model::{Denomination, Disclosure, Table, Unit};
use crate::registry::{Registry, TableSpec};
use crate::render::link::Linker;
use crate::render::messages::Messages;
use crate::text::LineRange;

/// A table in the list of all.
#[derive(Clone, Debug, Serialize)]
pub struct TableEntry {
    /// `summary` …
    pub id: String,
    /// As printed; the id if there is none.
    pub title: String,
    /// 公开03表; may be empty.
    pub tag: String,
    /// Its page.
    pub href: String,
    /// 0 to 3.
    pub level: u8,
    /// How many figures it holds.
    pub figures: usize,
    /// Whether the document says that it holds no data.
    pub declared_empty: bool,
    /// What was assumed or not understood.
    pub issues: usize,
    /// First line.
    pub at: LineLink,
}

/// A table shown on the page itself.
#[derive(Clone, Debug, Serialize)]
pub struct InlineTable {
    /// `expenditure` …
    pub id: String,
    /// As printed.
    pub title: String,
    /// What amounts are printed in; empty if nothing is said.
    pub denomination: &'static str,
    /// Its page.
    pub href: String,
    /// Whether a wide screen shows all columns.
    pub fits: bool,
    /// Its rows and columns, their figures without ids: those are on its own page.
    pub grids: Vec<Grid>,
}

/// A heading of the text.
#[derive(Clone, Debug, Serialize)]
pub struct OutlineEntry {
    /// As printed.
    pub heading: String,
    /// Its line.
    pub at: LineLink,
}

/// A part of the text (第一部分 …) with the headings in it.
#[derive(Clone, Debug, Serialize)]
pub struct OutlinePart {
    /// Its own heading; `None` for headings before the first part.
    pub part: Option<OutlineEntry>,
    /// The headings in it, down to 一、.
    pub entries: Vec<OutlineEntry>,
}

/// A disclosure.
#[derive(Clone, Debug, Serialize)]
pub struct DisclosureView {
    /// Where the page is.
    pub head: PageHead,
    /// Whose it is.
    pub disclosure: DisclosureName,
    /// The denomination of most tables; empty if nothing is said.
    pub denomination: &'static str,
    /// The figures people ask for first.
    pub keys: Vec<KeyFigureView>,
    /// The charts.
    pub charts: Vec<ChartView>,
    /// The main tables.
    pub inline: Vec<InlineTable>,
    /// All tables.
    pub tables: Vec<TableEntry>,
    /// The projects it speaks of, in order of first appearance.
    pub projects: Vec<ProjectRow>,
    /// What the prose says of the unit.
    pub narrative: NarrativeView,
    /// The headings of the text.
    pub outline: Vec<OutlinePart>,
    /// Titles of usual tables that the document does not have.
    pub missing: Vec<String>,
    /// What the audit found.
    pub findings: FindingList,
    /// What it came to.
    pub audit: TallyView,
    /// What each check came to.
    pub checks: Vec<CheckRow>,
    /// How it was read.
    pub reading: ReadingSummary,
    /// How to cite it.
    pub citation: Citation,
}

/// The tables shown on the page itself, where they hold figures.
const INLINE: [&str; 3] = ["expenditure", "economic-detail", "three-public"];

/// More columns than this do not fit beside the contents rail.
const FITTING_COLUMNS: usize = 6;

/// Headings deeper than this stay out of the outline.
const OUTLINE_DEPTH: u8 = 3;

/// The page of a disclosure. `registry` knows which tables are usual, `messages` the words of charts.
pub fn disclosure_page(
    unit: &Unit,
    disclosure: &Disclosure,
    registry: &Registry,
    messages: &Messages,
) -> DisclosureView {
    let path = url::disclosure(&disclosure.id);
    let linker = Linker::new(&path);
    let name = DisclosureName::new(unit, disclosure, &linker);
    let reading = &disclosure.reading;
    let whole = LineRange::new(0, 0);
    DisclosureView {
        head: PageHead::new(&path, Section::Units, here(disclosure_crumbs(unit, disclosure, &linker))),
        denomination: reading.denomination.map_or("", Denomination::name),
        keys: key_figure_views(disclosure, &name, &linker),
        charts: charts(disclosure, &name, messages),
        inline: inline(disclosure, &linker),
        tables: reading.tables.iter().map(|table| entry(table, disclosure, &name, &linker)).collect(),
        projects: catalog::projects(disclosure).iter().map(|p| ProjectRow::new(p, &linker)).collect(),
        narrative: narrative(disclosure, &name),
        outline: outline(disclosure, &name),
        missing: missing(disclosure, registry),
        findings: FindingList::new(&catalog::findings(unit, disclosure), &linker, messages),
        audit: TallyView::from(&disclosure.audit.total()),
        checks: disclosure
            .audit
            .tallies
            .iter()
            .map(|tally| CheckRow::new(tally.check, tally, &linker, messages))
            .collect(),
        reading: reading_summary(disclosure, &name),
        citation: Citation::new(&name, "", whole),
        disclosure: name,
    }
}

fn inline(disclosure: &Disclosure, linker: &Linker) -> Vec<InlineTable> {
    let of_kind = |kind: &&str| disclosure.reading.tables.iter().find(|table| table.kind == *kind);
    let with_figures = INLINE.iter().filter_map(of_kind).filter(|table| table.figure_count() > 0);
    with_figures.map(|table| inline_table(table, disclosure, linker)).collect()
}

fn inline_table(table: &Table, disclosure: &Disclosure, linker: &Linker) -> InlineTable {
    let grids = layout::grids(table);
    InlineTable {
        id: table.id.clone(),
        title: table.title.clone(),
        denomination: table.denomination.map_or("", Denomination::name),
        href: linker.to(&url::table(&disclosure.id, &table.id)),
        fits: grids.iter().all(|grid| grid.width <= FITTING_COLUMNS),
        grids,
    }
}

fn entry(table: &Table, disclosure: &Disclosure, name: &DisclosureName, linker: &Linker) -> TableEntry {
    TableEntry {
        id: table.id.clone(),
        title: if table.title.is_empty() { table.id.clone() } else { table.title.clone() },
        tag: table.tag.clone(),
        href: linker.to(&url::table(&disclosure.id, &table.id)),
        level: table.level.number(),
        figures: table.figure_count(),
        declared_empty: table.declared_empty,
        issues: table.issues.len(),
        at: name.line(table.lines.first),
    }
}

fn outline(disclosure: &Disclosure, name: &DisclosureName) -> Vec<OutlinePart> {
    let mut parts: Vec<OutlinePart> = Vec::new();
    for section in disclosure.reading.sections.iter().filter(|section| section.depth <= OUTLINE_DEPTH) {
        let entry = OutlineEntry { heading: section.heading.clone(), at: name.line(section.lines.first) };
        match parts.last_mut() {
            _ if section.depth == 1 => parts.push(OutlinePart { part: Some(entry), entries: Vec::new() }),
            Some(part) => part.entries.push(entry),
            None => parts.push(OutlinePart { part: None, entries: vec![entry] }),
        }
    }
    parts
}

fn missing(disclosure: &Disclosure, registry: &Registry) -> Vec<String> {
    let tables = &disclosure.reading.tables;
    let is_missing = |spec: &&TableSpec| tables.iter().all(|table| table.kind != spec.id);
    registry.tables(disclosure.id.stage).filter(is_missing).map(|spec| spec.name.clone()).collect()
}
