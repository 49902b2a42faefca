//! The unit's other disclosures.

use super::super::facts::{Facts, Sheet};
use crate::model::{CellValue, Disclosure, FigureKey, Input, Stage};

/// The disclosure of the year before, of this stage and of the same scope.
pub(super) fn before<'a>(facts: &Facts<'a>, stage: Stage) -> Option<&'a Disclosure> {
    let own = facts.disclosure();
    facts.subject.others.iter().find(|other| {
        other.id.stage == stage && other.id.year.get() + 1 == own.id.year.get() && other.scope == own.scope
    })
}

/// The disclosure of the same year, of this stage and of the same scope.
pub(super) fn same<'a>(facts: &Facts<'a>, stage: Stage) -> Option<&'a Disclosure> {
    let own = facts.disclosure();
    facts
        .subject
        .others
        .iter()
        .find(|other| other.id.stage == stage && other.id.year == own.id.year && other.scope == own.scope)
}

/// The first table of this kind in another disclosure.
pub(super) fn sheet<'a>(disclosure: &'a Disclosure, kind: &str) -> Option<Sheet<'a>> {
    let reading = &disclosure.reading;
    reading.tables.iter().find(|table| table.kind == kind).map(|table| Sheet::new(table, reading))
}

/// A figure of another disclosure by its name.
pub(super) fn figure(disclosure: &Disclosure, table: &str, figure: &FigureKey) -> Option<Input> {
    let table = disclosure.reading.tables.iter().find(|other| other.id == table)?;
    let sheet = Sheet::new(table, &disclosure.reading);
    let cells = table.rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell)));
    let (row, cell) = cells
        .filter(|(_, cell)| matches!(cell.value, CellValue::Amount(_)))
        .find(|(row, cell)| table.figure_key(row, cell) == *figure)?;
    sheet.cell(row, cell).value()
}

/// An input that stands in another disclosure.
pub(super) fn elsewhere(input: Input, disclosure: &Disclosure) -> Input {
    let id = &disclosure.id;
    Input {
        label: format!("{}年{}{}", id.year, id.stage.chinese(), input.label),
        elsewhere: Some(id.clone()),
        ..input
    }
}
