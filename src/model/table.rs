//! Tables: columns, rows, cells, and the permanent names of their figures.

use std::fmt;

use rust_decimal::Decimal;

use super::block::ReadingLevel;
use super::money::{Denomination, Money};
use crate::text::{LineRange, Span};

/// 收入 or 支出, in tables that print both side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// 收入
    Income,
    /// 支出
    Expenditure,
}

impl Side {
    /// The word printed above the side, also used in data.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Income => "收入",
            Self::Expenditure => "支出",
        }
    }

    /// What row keys of the side begin with.
    pub fn key_prefix(self) -> &'static str {
        match self {
            Self::Income => "in:",
            Self::Expenditure => "out:",
        }
    }
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Money; values are in yuan.
    Yuan,
    /// 辆
    Vehicle,
    /// 台、套
    Set,
    /// %
    Percent,
    /// 人
    Person,
    /// 个 and everything else that is counted.
    Item,
}

impl Measure {
    /// The name in data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yuan => "yuan",
            Self::Vehicle => "vehicle",
            Self::Set => "set",
            Self::Percent => "percent",
            Self::Person => "person",
            Self::Item => "item",
        }
    }

    /// The measure with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Yuan, Self::Vehicle, Self::Set, Self::Percent, Self::Person, Self::Item]
            .into_iter()
            .find(|m| m.name() == name)
    }
}

/// What a cell holds. Blank, zero and "not applicable" are three different things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellValue {
    /// Nothing was printed.
    Blank,
    /// Dashes: the template says that nothing belongs here.
    NotApplicable,
    /// Money.
    Amount(Money),
    /// A number of something else.
    Count(Decimal, Measure),
    /// Words.
    Text,
    /// Something in the place of a number that could not be read as one.
    Unreadable,
}

impl CellValue {
    /// The state in `figures.csv`; `None` for cells that are no figure.
    pub fn state(&self) -> Option<&'static str> {
        match self {
            Self::Blank | Self::Text => None,
            Self::NotApplicable => Some("not-applicable"),
            Self::Amount(_) => Some("amount"),
            Self::Count(..) => Some("count"),
            Self::Unreadable => Some("unreadable"),
        }
    }
}

/// One cell of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Index into [`Table::columns`].
    pub column: usize,
    /// As printed, without markup.
    pub printed: String,
    /// What it holds.
    pub value: CellValue,
    /// Where it stands.
    pub span: Span,
}

/// One column of figures (or, in generic grids, of words).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The printed header cells from top to bottom, joined with `/`.
    pub name: String,
    /// The registry's name of the column; empty if it has none.
    pub role: String,
    /// 1-based position among the table's columns, for figures without a role.
    pub number: usize,
    /// The side it belongs to, in two-sided tables.
    pub side: Option<Side>,
    /// The denomination of its amounts; `None` where none is printed.
    pub denomination: Option<Denomination>,
}

impl Column {
    /// The last part of a figure's name: the role, or `c<n>`.
    pub fn key(&self) -> String {
        if self.role.is_empty() { format!("c{}", self.number) } else { self.role.clone() }
    }
}

/// One row: what it is about, and its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// 1-based position in the table.
    pub number: u32,
    /// 1-based line of the source.
    pub line: u32,
    /// The side, in two-sided tables.
    pub side: Option<Side>,
    /// Function or economic code; empty if there is none.
    pub code: String,
    /// The label as printed, without white space and markup; empty if there is none.
    pub label: String,
    /// The permanent name of the row in its table.
    pub key: String,
    /// Its cells, one for each column of its side or group.
    pub cells: Vec<Cell>,
}

/// A permanent name of a figure within its disclosure: `<table>.<row key>.<role>`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureKey(pub String);

impl fmt::Display for FigureKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Something about a table that the reader had to assume or could not use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Diagnostic code.
    pub code: &'static str,
    /// One sentence.
    pub message: String,
    /// Where.
    pub span: Span,
}

/// A table as published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// `summary`, `general-budget`, `other-1` …; a second one of a kind is `<id>-2`.
    pub id: String,
    /// The registry's id without ordinal; empty for grids the registry does not know.
    pub kind: String,
    /// The title as printed, without markup and white space; may be empty for a grid without one.
    pub title: String,
    /// The printed tag (公开03表), without white space; may be empty.
    pub tag: String,
    /// Title to last row.
    pub lines: LineRange,
    /// The grid alone, with its header.
    pub grid: LineRange,
    /// What its amounts are printed in.
    pub denomination: Option<Denomination>,
    /// The columns of values, from left to right.
    pub columns: Vec<Column>,
    /// Top to bottom, and on one line from left to right.
    pub rows: Vec<Row>,
    /// The notes below it, each with its 1-based first line.
    pub notes: Vec<(u32, String)>,
    /// Whether a note says that the table holds no data.
    pub declared_empty: bool,
    /// How far it was understood.
    pub level: ReadingLevel,
    /// What was assumed or not understood.
    pub issues: Vec<Issue>,
}

impl Table {
    /// The permanent name of the figure in `cell` of `row`.
    pub fn figure_key(&self, row: &Row, cell: &Cell) -> FigureKey {
        let column = self.columns.get(cell.column).map(Column::key).unwrap_or_default();
        FigureKey(format!("{}.{}.{column}", self.id, row.key))
    }

    /// The amount under `role` in the first row that `is_wanted`.
    pub fn figure(&self, role: &str, is_wanted: impl Fn(&Row) -> bool) -> Option<(&Row, &Cell)> {
        self.rows.iter().filter(|row| is_wanted(row)).find_map(|row| {
            let cell = row
                .cells
                .iter()
                .find(|cell| self.columns.get(cell.column).is_some_and(|c| c.role == role))?;
            Some((row, cell))
        })
    }

    /// How many figures the table holds.
    pub fn figure_count(&self) -> usize {
        self.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.value.state().is_some()).count()
    }
}
