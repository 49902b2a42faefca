//! Every figure of the gold, read from the raw documents: 0 wrong, 0 missing, 0 invented.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a test looks at the files themselves")]

mod support;

use std::collections::BTreeMap;

use gongkai::model::{CellValue, FiscalYear, Reading, Stage};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText, column_name, compact};
use serde_json::Value;

/// Line, side, code, label, column → as printed.
type Figures = BTreeMap<(u64, String, String, String, String), String>;

fn table_id(kind: &str) -> &str {
    match kind.trim_start_matches("b_") {
        "total" => "summary",
        "expend" => "expenditure",
        "fiscal" => "appropriation",
        "general" => "general-budget",
        "detail" => "economic-detail",
        "fund" | "fund_expend" => "government-fund",
        "fund_income" => "government-fund-income",
        "capital" => "state-capital",
        "three" => "three-public",
        "info" => "statistics",
        "operating" => "operating-expenses",
        "projects_carry" => "projects-carried-over",
        other => other,
    }
}

fn text(value: &Value) -> String {
    value.as_str().map(compact).unwrap_or_default()
}

/// What the gold says a table holds; blank cells give no figure.
fn expected(table: &Value) -> Figures {
    let mut figures = Figures::new();
    for row in table["rows"].as_array().unwrap() {
        let Some(cells) = row["cells"].as_object() else { continue };
        let label = [text(&row["label"]), text(&row["label2"])]
            .into_iter()
            .filter(|l| !l.is_empty())
            .collect::<Vec<_>>()
            .join(" | ");
        for (column, printed) in cells.iter().filter(|(_, printed)| !printed.is_null()) {
            let key = (
                row["line"].as_u64().unwrap(),
                text(&row["side"]),
                text(&row["code"]),
                label.clone(),
                column_name(column),
            );
            figures.insert(key, printed.as_str().unwrap().to_owned());
        }
    }
    figures
}

fn found(reading: &Reading, id: &str) -> Figures {
    let mut figures = Figures::new();
    let Some(table) = reading.tables.iter().find(|table| table.id == id) else { return figures };
    for row in &table.rows {
        for cell in row.cells.iter().filter(|cell| cell.value.state().is_some()) {
            let side = row.side.map_or("", |side| side.chinese()).to_owned();
            let column = table.columns[cell.column].name.clone();
            let printed =
                if cell.value == CellValue::NotApplicable { "n/a".to_owned() } else { cell.printed.clone() };
            let key = (u64::from(row.line), side, row.code.clone(), row.label.clone(), column);
            assert!(
                figures.insert(key, printed).is_none(),
                "{id}: two figures in one place at line {}",
                row.line
            );
        }
    }
    figures
}

#[test]
fn every_cell_of_the_gold_tables_is_read() {
    let Some(corpus) = support::corpus() else { return };
    let tables: Vec<Value> =
        serde_json::from_slice(&std::fs::read(corpus.join("gold/tables.json")).unwrap()).unwrap();
    let registry = Registry::built_in();
    let mut wrong = Vec::new();
    let mut count = 0;
    for (seed, year, stage) in [
        ("000", 2024, Stage::Final),
        ("001", 2022, Stage::Final),
        ("002", 2024, Stage::Budget),
        ("003", 2024, Stage::Final),
    ] {
        let source = SourceText::new(&support::seed(&corpus, seed), &Redactor::default());
        let document = Document { path: seed, year: FiscalYear::new(year).unwrap(), stage, unit_names: &[] };
        let reading = read(&source, document, &registry).value;
        for table in tables.iter().filter(|table| table["seed"] == seed) {
            let id = table_id(table["kind"].as_str().unwrap());
            let (expected, found) = (expected(table), found(&reading, id));
            count += expected.len();
            wrong.extend(
                expected
                    .iter()
                    .filter(|(key, printed)| found.get(*key) != Some(*printed))
                    .map(|(key, printed)| format!("{seed} {id} missing {key:?} = {printed}")),
            );
            wrong.extend(
                found
                    .iter()
                    .filter(|(key, _)| !expected.contains_key(*key))
                    .map(|(key, printed)| format!("{seed} {id} invented {key:?} = {printed}")),
            );
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count} figures differ:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(60)].join("\n")
    );
    assert!(count > 900, "the gold holds {count} figures only");
}
