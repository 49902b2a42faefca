//! Tables: one record for the table, one for each row that says something.

use super::{Frame, Kind, Record};
use crate::catalog::{first_figure, url};
use crate::model::{CellValue, Money, Row, Table};

/// Adds the records of all tables.
pub(super) fn collect(frame: &Frame<'_>, records: &mut Vec<Record>) {
    for table in &frame.disclosure.reading.tables {
        records.push(table_record(frame, table));
        let rows = table.rows.iter().filter(|row| says_something(row));
        records.extend(rows.map(|row| line(frame, table, row)));
        records.extend(table.parts().map(|(heading, rows)| part(frame, heading, rows)));
    }
}

/// Template rows without any value are the same in every document; they would only hide the others.
fn says_something(row: &Row) -> bool {
    row.cells.iter().any(|cell| cell.value != CellValue::Blank && cell.value != CellValue::NotApplicable)
}

fn table_record(frame: &Frame<'_>, table: &Table) -> Record {
    let columns = table.columns.iter().map(|column| column.name.as_str());
    let notes = table.notes.iter().map(|(_, note)| note.as_str());
    let texts = std::iter::once(table.tag.as_str()).chain(columns).chain(notes);
    let body = texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
    Record { body, ..frame.record(Kind::Table, url::table(frame.id(), &table.id), title(frame, table)) }
}

fn line(frame: &Frame<'_>, table: &Table, row: &Row) -> Record {
    let title = title(frame, table);
    let title = match row_name(row) {
        "" => title,
        name => format!("{title} · {name}"),
    };
    let amount = amount(table, row);
    Record {
        codes: Some(row.code.clone()).filter(|code| !code.is_empty()).into_iter().collect(),
        body: cells(row),
        value: amount.map(|(money, _)| money.yuan().to_string()),
        value_name: amount.map(|(_, name)| name.to_owned()).unwrap_or_default(),
        ..frame.record(Kind::Line, place(frame, table, row), title)
    }
}

/// A heading within a table and what is told under it.
fn part(frame: &Frame<'_>, heading: &Row, rows: &[Row]) -> Record {
    let labels = rows.iter().map(|row| row.label.as_str()).filter(|label| !label.is_empty());
    let body = labels.collect::<Vec<_>>().join("\n");
    Record { body, ..frame.record(Kind::Section, url::line(frame.id(), heading.line), heading.label.clone()) }
}

/// Label and values as printed; a phrase is never found across two cells.
fn cells(row: &Row) -> String {
    let printed = row.cells.iter().map(|cell| cell.printed.as_str());
    let texts = std::iter::once(row.label.as_str()).chain(printed);
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\t")
}

/// The total of a row, else its first amount, and the name of its column.
fn amount<'a>(table: &'a Table, row: &Row) -> Option<(Money, &'a str)> {
    let amounts = || {
        row.cells.iter().filter_map(|cell| match cell.value {
            CellValue::Amount(money) => Some((money, table.columns.get(cell.column)?)),
            _ => None,
        })
    };
    let under = |role| amounts().find(|(_, column)| column.role == role);
    let found = ["total", "amount", "final-total"].into_iter().find_map(under).or_else(|| amounts().next());
    found.map(|(money, column)| (money, column.name.as_str()))
}

/// The row's first figure in the table's page; its line in the text where it has none.
fn place(frame: &Frame<'_>, table: &Table, row: &Row) -> String {
    match first_figure(table, row) {
        Some(figure) => url::figure(frame.id(), &table.id, &figure),
        None => url::line(frame.id(), row.line),
    }
}

/// The table's title as printed; that of the disclosure where it has none.
fn title(frame: &Frame<'_>, table: &Table) -> String {
    if table.title.is_empty() { frame.title() } else { table.title.clone() }
}

fn row_name(row: &Row) -> &str {
    if row.label.is_empty() { &row.code } else { &row.label }
}
