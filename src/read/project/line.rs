//! The rows of project tables (项目支出预算表, 项目支出决算表) as forms.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::group::Layer;
use crate::model::{
    AmountRole, Cell, CellValue, Form, FormKind, Funding, FundingAxis, Money, Row, Stage, Stated, Table,
};
use crate::read::words;
use crate::text::{LineRange, matching};

/// Digits of the code of a class (类) of budget items.
const CLASS: usize = 3;

/// A form for every project that a table of projects lists; each table is a layer of its own.
pub(super) fn forms(tables: &[Table], units: &BTreeSet<String>, stage: Stage) -> Vec<(Layer, Form)> {
    let listed = tables.iter().enumerate().filter(|(_, table)| is_of_projects(table));
    listed
        .flat_map(|(position, table)| {
            let layer = Layer { kind: FormKind::BudgetLine, table: position };
            of_table(table, units, stage).into_iter().map(move |form| (layer, form))
        })
        .collect()
}

fn is_of_projects(table: &Table) -> bool {
    matches!(table.kind.as_str(), "projects" | "projects-carried-over")
}

/// The projects of one table, each with the unit above it. Totals and rows that name a unit are none; nor are budget
/// items, where the table has them down from their classes.
fn of_table(table: &Table, units: &BTreeSet<String>, stage: Stage) -> Vec<Form> {
    let by_item = table.rows.iter().any(|row| row.code.len() == CLASS);
    let is_item = |row: &Row| by_item && words::is_code(&row.code);
    let rows: Vec<&Row> = table.rows.iter().filter(|row| !row.label.is_empty() && !is_item(row)).collect();
    let mut unit = String::new();
    let mut forms = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let label = matching(&row.label);
        if units.contains(&label) || is_unit(table, row, rows.get(index + 1..).unwrap_or_default()) {
            unit.clone_from(&row.label);
        } else if !words::is_total(&label) {
            forms.push(Form { unit: unit.clone(), ..form(table, row, stage) });
        }
    }
    forms
}

/// Whether a row names a unit whose projects stand below it: it is called like one, and is their sum.
fn is_unit(table: &Table, row: &Row, below: &[&Row]) -> bool {
    let Some(sum) = total(table, row).filter(|_| is_called_a_unit(row)) else { return false };
    let members: Vec<Money> = below
        .iter()
        .take_while(|row| !is_called_a_unit(row) && !words::is_total(&matching(&row.label)))
        .filter_map(|row| total(table, row))
        .collect();
    let added = members.iter().try_fold(Decimal::ZERO, |sum, money| sum.checked_add(money.yuan()));
    members.len() > 1 && added == Some(sum.yuan())
}

/// Whether a label ends like the name of a body.
fn is_called_a_unit(row: &Row) -> bool {
    const ENDINGS: [&str; 14] =
        ["局", "委", "委员会", "办公室", "中心", "本级", "机关", "院", "站", "所", "队", "馆", "校", "会"];
    let label = matching(&row.label);
    let name = label.trim_end_matches([')', '(']);
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

fn total(table: &Table, row: &Row) -> Option<Money> {
    let cell = row.cells.iter().find(|cell| is_total(table, cell))?;
    amount(cell).map(|stated| stated.value)
}

fn form(table: &Table, row: &Row, stage: Stage) -> Form {
    let role = match stage {
        Stage::Budget => AmountRole::InitialBudget,
        Stage::Final => AmountRole::Executed,
    };
    let total = row.cells.iter().find(|cell| is_total(table, cell));
    let sources = row.cells.iter().filter(|cell| !is_total(table, cell));
    Form {
        name: row.label.clone(),
        name_printed: row.label.clone(),
        denomination: total
            .and_then(|cell| table.columns.get(cell.column))
            .and_then(|column| column.denomination)
            .or(table.denomination),
        total: total.map(|cell| funding(FundingAxis::Total, "", cell, role)).unwrap_or_default(),
        funding: sources.filter_map(|cell| source(table, cell, role)).collect(),
        ..Form::new(FormKind::BudgetLine, LineRange::new(row.line, row.line))
    }
}

fn is_total(table: &Table, cell: &Cell) -> bool {
    table.columns.get(cell.column).is_some_and(|column| column.role == "total")
}

/// What one source gives (一般公共预算), where something is printed.
fn source(table: &Table, cell: &Cell, role: AmountRole) -> Option<Funding> {
    let label = table.columns.get(cell.column)?.name.rsplit('/').next().unwrap_or_default();
    amount(cell).is_some().then(|| funding(FundingAxis::Source, label, cell, role))
}

fn funding(axis: FundingAxis, label: &str, cell: &Cell, role: AmountRole) -> Funding {
    let mut funding = Funding { axis, label: label.to_owned(), line: cell.span.line, ..Funding::default() };
    *funding.amount_mut(role) = amount(cell);
    funding
}

fn amount(cell: &Cell) -> Option<Stated<Money>> {
    let CellValue::Amount(value) = cell.value else { return None };
    Some(Stated { value, printed: cell.printed.clone(), span: cell.span })
}
