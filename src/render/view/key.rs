//! The figures people ask for first, found by table, role and row.

use rust_decimal::Decimal;
use serde::Serialize;

use super::cell::denomination;
use super::head::{DisclosureName, LineLink};
use crate::model::{Cell, CellValue, Denomination, Disclosure, Money, Row, Table};
use crate::render::format::{self, Spoken, spoken, yuan};
use crate::render::link::{Linker, path};

/// A figure with all that is needed to check it.
#[derive(Clone, Debug, Serialize)]
pub struct KeyFigure {
    /// `spending`, `basic`, `project`, `three-public`, `operating` or `procurement`.
    pub key: &'static str,
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

/// A key figure before it is shown on a page: what lists of disclosures keep of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyAmount {
    /// See [`KeyFigure::key`].
    pub key: &'static str,
    /// How much.
    pub money: Money,
    /// As printed.
    pub printed: String,
    /// What it is printed in.
    pub denomination: Option<Denomination>,
    /// Title of the table.
    pub table: String,
    /// Label of the row; may be empty.
    pub row: String,
    /// Name of the column.
    pub column: String,
    /// 1-based line of the source.
    pub line: u32,
    /// The figure's path below the site's root.
    pub path: String,
}

/// Where a key figure may stand: table, roles, and labels of rows (no label: the first row that has the figure).
struct Place {
    key: &'static str,
    kind: &'static str,
    roles: &'static [&'static str],
    rows: &'static [&'static str],
}

const fn place(
    key: &'static str,
    kind: &'static str,
    roles: &'static [&'static str],
    rows: &'static [&'static str],
) -> Place {
    Place { key, kind, roles, rows }
}

const TOTALS: &[&str] = &["合计", "总计"];

/// In the order in which they are shown; the first place that has the figure wins.
const PLACES: &[Place] = &[
    place("spending", "expenditure", &["total"], TOTALS),
    place("basic", "expenditure", &["basic"], TOTALS),
    place("project", "expenditure", &["project"], TOTALS),
    place("three-public", "three-public", &["final-total", "total"], &[]),
    place("operating", "statistics", &["amount"], &["行政单位"]),
    place("operating", "operating-expenses", &["total"], TOTALS),
    place("procurement", "statistics", &["amount"], &["合计"]),
];

/// The key figures a disclosure has, each at most once.
pub(super) fn key_amounts(disclosure: &Disclosure) -> Vec<KeyAmount> {
    let mut amounts: Vec<KeyAmount> = Vec::new();
    for place in PLACES {
        if amounts.iter().all(|known| known.key != place.key) {
            amounts.extend(find(disclosure, place));
        }
    }
    amounts
}

fn find(disclosure: &Disclosure, place: &Place) -> Option<KeyAmount> {
    let table = disclosure.reading.tables.iter().find(|table| table.kind == place.kind)?;
    let is_wanted = |row: &Row| place.rows.is_empty() || place.rows.iter().any(|label| row_is(row, label));
    let rows: Vec<&Row> = table.rows.iter().filter(|row| is_wanted(row)).collect();
    let in_role = |role: &&str| rows.iter().find_map(|row| amount(disclosure, table, row, role));
    Some(KeyAmount { key: place.key, ..place.roles.iter().find_map(in_role)? })
}

/// Whether a row goes by `label`, with or without an ordinal.
fn row_is(row: &Row, label: &str) -> bool {
    row.key == label
        || row
            .label
            .strip_suffix(label)
            .is_some_and(|ordinal| ordinal.is_empty() || ordinal.ends_with(['）', ')']))
}

fn amount(disclosure: &Disclosure, table: &Table, row: &Row, role: &str) -> Option<KeyAmount> {
    let column_of = |cell: &Cell| table.columns.get(cell.column).filter(|column| column.role == role);
    row.cells.iter().find_map(|cell| match (column_of(cell), &cell.value) {
        (Some(column), CellValue::Amount(money)) => Some(KeyAmount {
            key: "",
            money: *money,
            printed: cell.printed.trim().to_owned(),
            denomination: denomination(table, cell),
            table: table.title.clone(),
            row: row.label.clone(),
            column: column.name.clone(),
            line: cell.span.line,
            path: format!("{}#{}", path::table(&disclosure.id, &table.id), table.figure_key(row, cell)),
        }),
        _ => None,
    })
}

/// The key figures as the page behind `linker` shows them.
pub(super) fn key_figures(amounts: &[KeyAmount], name: &DisclosureName, linker: &Linker) -> Vec<KeyFigure> {
    let spending = amounts.iter().find(|amount| amount.key == "spending").map(|amount| amount.money.yuan());
    amounts.iter().map(|amount| key_figure(amount, spending, name, linker)).collect()
}

fn key_figure(
    amount: &KeyAmount,
    spending: Option<Decimal>,
    name: &DisclosureName,
    linker: &Linker,
) -> KeyFigure {
    let Spoken { number, denomination, rounded } = spoken(amount.money, &amount.printed, amount.denomination);
    let is_part = matches!(amount.key, "basic" | "project");
    let share = spending.filter(|_| is_part).and_then(|whole| format::share(amount.money.yuan(), whole));
    KeyFigure {
        key: amount.key,
        number,
        denomination: denomination.name(),
        rounded,
        exact: yuan(amount.money),
        value: amount.money.yuan().to_string(),
        table: amount.table.clone(),
        row: amount.row.clone(),
        column: amount.column.clone(),
        at: name.line(amount.line),
        href: linker.to(&amount.path),
        share: share.unwrap_or_default(),
    }
}
