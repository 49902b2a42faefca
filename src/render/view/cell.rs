//! A cell as a page shows it.

use serde::Serialize;

use crate::catalog::denomination;
use crate::model::{Cell, CellValue, Denomination, Measure, Row, Table};
use crate::render::format::{grouped, yuan};

/// A cell: what is shown, and what it is exactly. Blank, not applicable and zero are three different things.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CellView {
    /// `blank`, `text`, `amount`, `count`, `not-applicable` or `unreadable`.
    pub state: &'static str,
    /// As printed, amounts with thousands separators.
    pub shown: String,
    /// In yuan (or, of counts, as printed), without separators; empty if it has no value.
    pub value: String,
    /// The exact yuan with separators, where they were printed in another denomination; else empty.
    pub exact: String,
    /// What the value counts; empty if there is none.
    pub measure: &'static str,
    /// The figure's name, unique on its table's page; empty if the cell is no figure.
    pub id: String,
    /// The page of a finding that rests on it; empty if there is none.
    pub finding: String,
    /// 1-based line of the source; 0 for a cell that was not printed.
    pub line: u32,
}

impl CellView {
    /// A cell that stands in no row of the source.
    pub(super) fn missing() -> Self {
        Self {
            state: "blank",
            shown: String::new(),
            value: String::new(),
            exact: String::new(),
            measure: "",
            id: String::new(),
            finding: String::new(),
            line: 0,
        }
    }

    /// A cell of a table.
    pub(super) fn new(table: &Table, row: &Row, cell: &Cell) -> Self {
        let state = match cell.value {
            CellValue::Blank => "blank",
            CellValue::Text => "text",
            ref value => value.state().unwrap_or("text"),
        };
        let id = cell.value.state().map(|_| table.figure_key(row, cell).0).unwrap_or_default();
        let shown = match cell.value {
            CellValue::Amount(_) | CellValue::Count(..) => grouped(cell.printed.trim()),
            _ => cell.printed.clone(),
        };
        let (value, measure) = value_of(&cell.value);
        let exact = exact_yuan(table, cell);
        Self { state, shown, value, exact, measure, id, finding: String::new(), line: cell.span.line }
    }
}

/// The published value and its measure; both empty where there is none.
pub(super) fn value_of(value: &CellValue) -> (String, &'static str) {
    match value {
        CellValue::Amount(money) => (money.yuan().to_string(), Measure::Yuan.name()),
        CellValue::Count(number, measure) => (number.to_string(), measure.name()),
        CellValue::Blank | CellValue::NotApplicable | CellValue::Text | CellValue::Unreadable => {
            (String::new(), "")
        }
    }
}

fn exact_yuan(table: &Table, cell: &Cell) -> String {
    match cell.value {
        CellValue::Amount(money) if denomination(table, cell) != Some(Denomination::Yuan) => yuan(money),
        _ => String::new(),
    }
}
