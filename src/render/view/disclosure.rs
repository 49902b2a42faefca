//! The page of one disclosure.

use serde::Serialize;

use super::chart::{ChartData, ChartView, spending_by_function, three_public};
use super::cite::Citation;
use super::grid::Grid;
use super::head::{DisclosureName, LineLink, PageHead, Section, disclosure_crumbs, here};
use super::key::{KeyFigure, key_amounts, key_figures};
use super::layout;
use super::reading::{ReadingSummary, reading_summary};
use crate::model::{Denomination, Disclosure, Table, Unit};
use crate::render::link::{Linker, path};
use crate::text::LineRange;

/// A table that disclosures of this kind usually have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedTable {
    /// The registry's id.
    pub kind: String,
    /// Its usual title.
    pub title: String,
}

/// What a disclosure's page needs beyond the disclosure.
pub struct DisclosureExtras<'a> {
    /// Tables that are named as missing if the document does not have them.
    pub expected: &'a [ExpectedTable],
    /// Draws a chart.
    pub draw: &'a dyn Fn(&ChartData) -> String,
}

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
    /// 1 to 4.
    pub depth: u8,
    /// Its line.
    pub at: LineLink,
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
    pub keys: Vec<KeyFigure>,
    /// The charts.
    pub charts: Vec<ChartView>,
    /// The main tables.
    pub inline: Vec<InlineTable>,
    /// All tables.
    pub tables: Vec<TableEntry>,
    /// The headings of the text down to the second level.
    pub outline: Vec<OutlineEntry>,
    /// Titles of usual tables that the document does not have.
    pub missing: Vec<String>,
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
const OUTLINE_DEPTH: u8 = 2;

/// The page of a disclosure.
pub fn disclosure_page(unit: &Unit, disclosure: &Disclosure, extras: &DisclosureExtras<'_>) -> DisclosureView {
    let path = path::disclosure(&disclosure.id);
    let linker = Linker::new(&path);
    let name = DisclosureName::new(unit, disclosure, &linker);
    let reading = &disclosure.reading;
    let charts = [spending_by_function(disclosure, &name), three_public(disclosure, &name)];
    let whole = LineRange::new(0, 0);
    DisclosureView {
        head: PageHead::new(&path, Section::Units, here(disclosure_crumbs(unit, disclosure, &linker))),
        denomination: reading.denomination.map_or("", Denomination::name),
        keys: key_figures(&key_amounts(disclosure), &name, &linker),
        charts: charts.into_iter().flatten().map(|data| drawn(data, extras)).collect(),
        inline: inline(disclosure, &linker),
        tables: reading.tables.iter().map(|table| entry(table, disclosure, &name, &linker)).collect(),
        outline: outline(disclosure, &name),
        missing: missing(&reading.tables, extras.expected),
        reading: reading_summary(disclosure, &name),
        citation: Citation::new(&name, "", whole),
        disclosure: name,
    }
}

fn drawn(data: ChartData, extras: &DisclosureExtras<'_>) -> ChartView {
    let svg = (extras.draw)(&data);
    data.with_svg(svg)
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
        href: linker.to(&path::table(&disclosure.id, &table.id)),
        fits: grids.iter().all(|grid| grid.width <= FITTING_COLUMNS),
        grids,
    }
}

fn entry(table: &Table, disclosure: &Disclosure, name: &DisclosureName, linker: &Linker) -> TableEntry {
    TableEntry {
        id: table.id.clone(),
        title: if table.title.is_empty() { table.id.clone() } else { table.title.clone() },
        tag: table.tag.clone(),
        href: linker.to(&path::table(&disclosure.id, &table.id)),
        level: table.level.number(),
        figures: table.figure_count(),
        declared_empty: table.declared_empty,
        issues: table.issues.len(),
        at: name.line(table.lines.first),
    }
}

fn outline(disclosure: &Disclosure, name: &DisclosureName) -> Vec<OutlineEntry> {
    let shown = disclosure.reading.sections.iter().filter(|section| section.depth <= OUTLINE_DEPTH);
    let entry = |section: &crate::model::Section| OutlineEntry {
        heading: section.heading.clone(),
        depth: section.depth,
        at: name.line(section.lines.first),
    };
    shown.map(entry).collect()
}

fn missing(tables: &[Table], expected: &[ExpectedTable]) -> Vec<String> {
    let is_missing = |wanted: &&ExpectedTable| tables.iter().all(|table| table.kind != wanted.kind);
    expected.iter().filter(is_missing).map(|wanted| wanted.title.clone()).collect()
}
