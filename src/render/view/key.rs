//! The figures that matter first, as the page of their disclosure shows them.

use rust_decimal::Decimal;
use serde::Serialize;

use super::head::{DisclosureName, LineLink};
use crate::catalog::{KeyFigure, KeyFigureEntry, key_figures, url};
use crate::model::{Cell, Column, Disclosure, FigureKey, Table};
use crate::render::format::{self, Spoken, spoken, yuan};
use crate::render::link::Linker;

/// A figure with all that is needed to check it.
#[derive(Clone, Debug, Serialize)]
pub struct KeyFigureView {
    /// `spending`, `basic`, `project`, `three-public`, `operating` or `procurement`.
    pub key: &'static str,
    /// The row it is about, where the document prints the figure in several parts; else empty.
    pub part: String,
    /// As a person says it.
    pub number: String,
    /// What the number is counted in.
    pub denomination: &'static str,
    /// Whether digits were left out.
    pub rounded: bool,
    /// The exact yuan, with separators.
    pub exact: String,
    /// In yuan, without separators.
    pub value: String,
    /// Title of the table.
    pub table: String,
    /// Label of the row; may be empty.
    pub row: String,
    /// Name of the column.
    pub column: String,
    /// The line.
    pub at: LineLink,
    /// The figure on its table's page: its permanent link.
    pub href: String,
    /// Part of all spending in percent; empty where that says nothing.
    pub share: String,
}

/// The word for a key figure in messages.
pub(super) fn word(figure: KeyFigure) -> &'static str {
    match figure {
        KeyFigure::IncomeTotal => "income",
        KeyFigure::ExpenditureTotal => "spending",
        KeyFigure::BasicSpending => "basic",
        KeyFigure::ProjectSpending => "project",
        KeyFigure::ThreePublic => "three-public",
        KeyFigure::ThreePublicBudget => "three-public-budget",
        KeyFigure::OperatingExpenses => "operating",
        KeyFigure::Procurement => "procurement",
    }
}

/// Figures that other figures of the page already tell.
const UNSHOWN: [KeyFigure; 2] = [KeyFigure::IncomeTotal, KeyFigure::ThreePublicBudget];

/// The key figures of a disclosure, as the page behind `linker` shows them.
pub(super) fn key_figure_views(
    disclosure: &Disclosure,
    name: &DisclosureName,
    linker: &Linker,
) -> Vec<KeyFigureView> {
    let entries = key_figures(&disclosure.reading.tables);
    let shown = entries.iter().filter(|entry| !UNSHOWN.contains(&entry.figure));
    shown.map(|entry| view(entry, &entries, disclosure, name, linker)).collect()
}

fn view(
    entry: &KeyFigureEntry,
    all: &[KeyFigureEntry],
    disclosure: &Disclosure,
    name: &DisclosureName,
    linker: &Linker,
) -> KeyFigureView {
    let KeyFigureEntry { figure, label, amount } = entry;
    let Spoken { number, denomination, rounded } = spoken(amount.money, &amount.printed, amount.denomination);
    let table = disclosure.reading.tables.iter().find(|table| table.id == amount.table);
    let in_parts = all.iter().filter(|other| other.figure == *figure).count() > 1;
    KeyFigureView {
        key: word(*figure),
        part: if in_parts { label.clone() } else { String::new() },
        number,
        denomination: denomination.name(),
        rounded,
        exact: yuan(amount.money),
        value: amount.money.yuan().to_string(),
        table: table.map(|table| table.title.clone()).unwrap_or_default(),
        row: label.clone(),
        column: table
            .and_then(|table| column(table, &amount.figure))
            .map(|column| column.name.clone())
            .unwrap_or_default(),
        at: name.line(amount.line),
        href: linker.to(&format!("{}#{}", url::table(&disclosure.id, &amount.table), amount.figure)),
        share: share(entry, all).unwrap_or_default(),
    }
}

/// Basic and project spending as parts of all spending, in percent.
fn share(entry: &KeyFigureEntry, all: &[KeyFigureEntry]) -> Option<String> {
    let is_part = matches!(entry.figure, KeyFigure::BasicSpending | KeyFigure::ProjectSpending);
    let whole: Decimal =
        all.iter().find(|other| other.figure == KeyFigure::ExpenditureTotal)?.amount.money.yuan();
    is_part.then(|| format::share(entry.amount.money.yuan(), whole)).flatten()
}

/// The column of a figure.
fn column<'a>(table: &'a Table, figure: &FigureKey) -> Option<&'a Column> {
    let cells = table.rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell)));
    let (_, cell): (_, &Cell) =
        cells.into_iter().find(|(row, cell)| table.figure_key(row, cell) == *figure)?;
    table.columns.get(cell.column)
}
