//! Reads the text of a disclosure: lines → blocks → grids → typed tables. Never fails; what is not understood is
//! kept as a grid or as raw lines, with a reason.

mod align;
mod column;
mod context;
mod cover;
mod form;
mod grid;
mod header;
mod key;
mod ledger;
mod line;
mod narrative;
mod notes;
mod panel;
mod part;
mod project;
mod region;
mod report;
mod row;
mod table;
mod toc;
mod words;

use std::collections::BTreeMap;

use crate::diag::Warned;
use crate::model::{BlockKind, Denomination, FiscalYear, Reading, ReadingLevel, Stage, Table};
use crate::registry::Registry;
use crate::text::SourceText;

use ledger::Ledger;
use line::Line;
use part::Part;
use table::TableSource;

/// What is known of a document before it is read: its path for messages, and what its file name says.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    /// Path below the root.
    pub path: &'a str,
    /// From the file name.
    pub year: FiscalYear,
    /// From the file name.
    pub stage: Stage,
    /// Every name the editor gives the unit; rows of a table of projects that print one are no projects.
    pub unit_names: &'a [String],
}

/// Reads a document.
pub fn read(source: &SourceText, document: Document<'_>, registry: &Registry) -> Warned<Reading> {
    let lines = line::lines(source);
    let toc = toc::toc_lines(&lines);
    let parts = part::parts(&lines, &toc, registry, document.stage);
    let fallback = main_denomination(&parts);
    let mut ledger = Ledger::new(lines.len());
    ledger.claim(toc.iter().copied(), BlockKind::Toc, ReadingLevel::Typed, "");
    let mut reading = Reading { denomination: fallback, ..Reading::default() };
    let forms = form::Forms::find(&lines, &toc, &parts);
    for (_, part) in parts.iter().enumerate().filter(|(position, _)| !forms.holds(*position)) {
        reading.tables.extend(read_part(&lines, part, fallback, registry, &mut ledger));
    }
    name_tables(&mut reading.tables);
    reading.forms = forms.read(&parts, &mut ledger);
    let cover = cover::cover_lines(&lines, |index| ledger.is_taken(index));
    ledger.claim(cover.iter().copied(), BlockKind::Cover, ReadingLevel::Typed, "");
    ledger.claim_text(&lines);
    let unit_names: Vec<String> = parts.iter().filter_map(|part| part.context.unit_name()).collect();
    let years: Vec<FiscalYear> = parts.iter().filter_map(|part| part.context.year()).collect();
    cover::describe(&mut reading, &lines, &cover, &unit_names, &years);
    project::join(&mut reading, document);
    reading.blocks = ledger.blocks(&lines);
    reading.sections = ledger.sections(&lines);
    narrative::collect(&mut reading, &lines, document);
    let diagnostics = report::diagnostics(source, document, &reading);
    Warned { value: reading, diagnostics }
}

/// The denomination of most standard tables.
fn main_denomination(parts: &[Part<'_>]) -> Option<Denomination> {
    let printed: Vec<Denomination> = parts
        .iter()
        .filter(|part| part.context.spec.is_some())
        .filter_map(|part| part.context.denomination())
        .collect();
    cover::most_common(&printed)
}

/// Claims the lines of a part, and reads its table if it is one.
fn read_part(
    lines: &[Line<'_>],
    part: &Part<'_>,
    fallback: Option<Denomination>,
    registry: &Registry,
    ledger: &mut Ledger,
) -> Option<Table> {
    let Part { region, context, grid, notes } = part;
    let form = part.is_form();
    let lone = context.spec.is_none() && !form && grid.rows.len() < 2;
    let table = (!form && !lone).then(|| {
        let first = context.title_lines.first().copied().unwrap_or(region.first());
        let notes = notes
            .iter()
            .filter_map(|note| Some((lines[*note.lines.first()?].number, note.text.clone())))
            .collect();
        table::table(
            TableSource { context, grid, notes, first_line: lines[first].number, fallback },
            registry,
        )
    });
    let (kind, level, reason) = match &table {
        Some(table) if table.level == ReadingLevel::Generic => {
            (BlockKind::Grid, ReadingLevel::Generic, reason(table))
        }
        Some(table) => (BlockKind::Table, table.level, reason(table)),
        None if form => {
            (BlockKind::Form, ReadingLevel::Generic, "a performance form, shown as a grid".to_owned())
        }
        None => (BlockKind::Raw, ReadingLevel::Raw, "cells that form no table".to_owned()),
    };
    ledger.claim(context.title_lines.iter().copied(), BlockKind::Heading, ReadingLevel::Typed, "");
    ledger.claim(context.meta_lines.iter().copied(), BlockKind::Meta, ReadingLevel::Typed, "");
    for note in notes {
        ledger.claim(note.lines.iter().copied(), BlockKind::Note, ReadingLevel::Typed, "");
    }
    ledger.claim(
        region.strays.iter().copied(),
        BlockKind::Raw,
        ReadingLevel::Raw,
        "a line between two rows of a grid",
    );
    ledger.claim(region.rows.iter().copied(), kind, level, &reason);
    table
}

fn reason(table: &Table) -> String {
    let mut messages: Vec<&str> = table.issues.iter().map(|issue| issue.message.as_str()).collect();
    messages.dedup();
    messages.join("; ")
}

/// Gives ids in document order: the registry's, numbered from the second on; `other-<n>` for the rest.
fn name_tables(tables: &mut [Table]) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for table in tables {
        let known = !table.kind.is_empty();
        let base = if known { table.kind.clone() } else { "other".to_owned() };
        let count = counts.entry(base.clone()).or_insert(0);
        *count += 1;
        table.id = if known && *count == 1 { base } else { format!("{base}-{count}") };
    }
}
