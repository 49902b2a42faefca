//! The page of one table.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cite::Citation;
use super::finding_row::FindingList;
use super::grid::Grid;
use super::head::{Crumb, DisclosureName, LineLink, Link, PageHead, Section, disclosure_crumbs};
use super::layout;
use crate::catalog::{self, url};
use crate::data;
use crate::model::{Denomination, Disclosure, Evidence, Finding, Severity, Table, Unit};
use crate::render::link::Linker;
use crate::render::messages::Messages;

/// A table with everything that was said about it.
#[derive(Clone, Debug, Serialize)]
pub struct TableView {
    /// Where the page is.
    pub head: PageHead,
    /// Whose it is.
    pub disclosure: DisclosureName,
    /// `summary`, `general-budget` …
    pub id: String,
    /// The registry's id; empty for a generic grid.
    pub kind: String,
    /// As printed; empty for a grid without a title.
    pub title: String,
    /// 公开03表; may be empty.
    pub tag: String,
    /// What amounts are printed in; empty if nothing is said.
    pub denomination: &'static str,
    /// First line.
    pub first: LineLink,
    /// Last line.
    pub last: LineLink,
    /// 0 to 3, see the block ledger.
    pub level: u8,
    /// Whether the document says that the table holds no data.
    pub declared_empty: bool,
    /// How many figures it holds.
    pub figure_count: usize,
    /// Its rows and columns; two for a two-sided table.
    pub grids: Vec<Grid>,
    /// Whether a wide screen shows all columns.
    pub fits: bool,
    /// What was assumed or not understood.
    pub issues: Vec<IssueView>,
    /// Findings that rest on its figures.
    pub findings: FindingList,
    /// The notes below it.
    pub notes: Vec<NoteView>,
    /// The table before and after it in the document.
    pub previous: Option<Link>,
    /// The table after it.
    pub next: Option<Link>,
    /// How to cite it.
    pub citation: Citation,
    /// Its figures, as published in `index.csv`.
    #[serde(skip)]
    pub csv: Vec<u8>,
}

/// What the reader assumed or could not use, and everywhere it did so.
#[derive(Clone, Debug, Serialize)]
pub struct IssueView {
    /// Diagnostic code.
    pub code: &'static str,
    /// One sentence, about the first place.
    pub message: String,
    /// Where, in document order.
    pub at: Vec<LineLink>,
}

/// A note below a table.
#[derive(Clone, Debug, Serialize)]
pub struct NoteView {
    /// As printed.
    pub text: String,
    /// Where.
    pub at: LineLink,
}

/// More columns than this do not fit beside each other on a wide screen.
const FITTING_COLUMNS: usize = 8;

/// The page of a table of a disclosure.
pub fn table_page(unit: &Unit, disclosure: &Disclosure, table: &Table, messages: &Messages) -> TableView {
    let path = url::table(&disclosure.id, &table.id);
    let linker = Linker::new(&path);
    let name = DisclosureName::new(unit, disclosure, &linker);
    let mut crumbs = disclosure_crumbs(unit, disclosure, &linker);
    crumbs.push(crumb(table));
    let mut grids = layout::grids(table);
    mark(&mut grids, disclosure, &linker);
    let findings = catalog::findings(unit, disclosure);
    let own = findings.iter().filter(|finding| finding.tables.contains(&table.id));
    TableView {
        head: PageHead::new(&path, Section::Units, crumbs),
        id: table.id.clone(),
        kind: table.kind.clone(),
        title: table.title.clone(),
        tag: table.tag.clone(),
        denomination: table.denomination.map_or("", Denomination::name),
        first: name.line(table.lines.first),
        last: name.line(table.lines.last),
        level: table.level.number(),
        declared_empty: table.declared_empty,
        figure_count: table.figure_count(),
        fits: grids.iter().all(|grid| grid.width <= FITTING_COLUMNS),
        grids,
        issues: issues(table, &name),
        findings: FindingList::new(own, &linker, messages),
        notes: notes(table, &name),
        previous: neighbour(disclosure, table, &linker, |index| index.checked_sub(1)),
        next: neighbour(disclosure, table, &linker, |index| index.checked_add(1)),
        citation: Citation::new(&name, &[table.tag.as_str(), table.title.as_str()].concat(), table.lines),
        csv: data::table_csv(&disclosure.id, table).unwrap_or_default(),
        disclosure: name,
    }
}

/// Marks the cells that a finding rests on with the first of them that is shown.
fn mark(grids: &mut [Grid], disclosure: &Disclosure, linker: &Linker) {
    let mut marks: BTreeMap<&str, &Finding> = BTreeMap::new();
    let shown = disclosure
        .audit
        .findings
        .iter()
        .filter(|finding| finding.is_signal() && finding.severity > Severity::Info);
    for finding in shown {
        for input in finding.inputs.iter().filter(|input| input.elsewhere.is_none()) {
            if let Evidence::Figure { figure, .. } = &input.evidence {
                marks.entry(&figure.0).or_insert(finding);
            }
        }
    }
    for cell in grids.iter_mut().flat_map(|grid| &mut grid.rows).flat_map(|row| &mut row.cells) {
        if let Some(finding) = marks.get(cell.id.as_str()) {
            cell.finding = linker.to(&url::finding(&finding.id));
        }
    }
}

/// The printed tag is shorter than the title; a grid may have neither.
fn crumb(table: &Table) -> Crumb {
    match [&table.tag, &table.title].into_iter().find(|text| !text.is_empty()) {
        Some(text) => Crumb::text(text, String::new()),
        None => Crumb::word("table", String::new()),
    }
}

fn issues(table: &Table, name: &DisclosureName) -> Vec<IssueView> {
    let mut views: Vec<IssueView> = Vec::new();
    for issue in &table.issues {
        let at = name.line(issue.span.line);
        match views.iter_mut().find(|view| view.code == issue.code) {
            Some(view) if view.at.contains(&at) => {}
            Some(view) => view.at.push(at),
            None => views.push(IssueView { code: issue.code, message: issue.message.clone(), at: vec![at] }),
        }
    }
    views
}

fn notes(table: &Table, name: &DisclosureName) -> Vec<NoteView> {
    table.notes.iter().map(|(line, text)| NoteView { text: text.clone(), at: name.line(*line) }).collect()
}

fn neighbour(
    disclosure: &Disclosure,
    table: &Table,
    linker: &Linker,
    step: fn(usize) -> Option<usize>,
) -> Option<Link> {
    let tables = &disclosure.reading.tables;
    let index = tables.iter().position(|other| other.id == table.id)?;
    let other = tables.get(step(index)?)?;
    let text = if other.title.is_empty() { other.id.clone() } else { other.title.clone() };
    Some(Link { text, href: linker.to(&url::table(&disclosure.id, &other.id)) })
}
