//! The charts of a disclosure: what they are drawn from, their picture, and the table beside it.

use rust_decimal::Decimal;
use serde::Serialize;

use super::head::{DisclosureName, LineLink};
use crate::catalog::denomination;
use crate::chart::{self, BarChart, Dot, DotChart, Group, GroupedChart};
use crate::model::{Cell, CellValue, Disclosure, Row, Table};
use crate::render::format::grouped;
use crate::render::messages::Messages;

/// One label of a chart, with the value of each series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChartRow {
    /// As printed.
    pub label: String,
    /// For the geometry, in yuan; `None` where nothing was printed.
    #[serde(skip)]
    pub values: Vec<Option<Decimal>>,
    /// As shown; empty where nothing was printed.
    pub shown: Vec<String>,
    /// The line.
    pub at: LineLink,
    /// Whether it is planned only.
    #[serde(skip)]
    pub planned: bool,
}

/// What a chart says. Its words are the messages `chart.<kind>.title`, `.note` and `.axis`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChartData {
    /// `by-function`, `three-public`, `money-path` or `unit-costs`.
    pub kind: &'static str,
    /// Which row the caption speaks of, where there is one series.
    #[serde(skip)]
    pub subject: usize,
    /// What the values are shown in.
    pub denomination: &'static str,
    /// Names of the series, as printed; one or more.
    pub series: Vec<String>,
    /// The rows, in the order in which they are drawn.
    pub rows: Vec<ChartRow>,
}

/// A chart with its picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChartView {
    /// What it says.
    #[serde(flatten)]
    pub data: ChartData,
    /// The picture, made by [`crate::chart`] and safe to be put into a page as it is.
    pub svg: String,
}

/// The charts of a disclosure.
pub(super) fn charts(disclosure: &Disclosure, name: &DisclosureName, messages: &Messages) -> Vec<ChartView> {
    let all = [spending_by_function(disclosure, name), three_public(disclosure, name)];
    let drawn = |data: ChartData| ChartView { svg: draw(&data, messages), data };
    all.into_iter().flatten().map(drawn).collect()
}

pub(super) fn draw(data: &ChartData, messages: &Messages) -> String {
    let id = format!("chart-{}", data.kind);
    let title = messages.text(&format!("chart.{}.title", data.kind), &[]).unwrap_or_default();
    let description = describe(data, messages);
    if data.kind == UNIT_COSTS {
        return chart::dots(&DotChart {
            id,
            title,
            description,
            dots: data.rows.iter().flat_map(dot).collect(),
        });
    }
    if data.series.len() == 1 {
        let rows = data
            .rows
            .iter()
            .enumerate()
            .flat_map(|(i, row)| bars(row, &[row.label.as_str()], |_| i == data.subject));
        return chart::bars(&BarChart { id, title, description, rows: rows.collect() });
    }
    let names: Vec<&str> = data.series.iter().map(String::as_str).collect();
    let last = names.len() - 1;
    let group = |row: &ChartRow| Group { label: row.label.clone(), rows: bars(row, &names, |i| i == last) };
    chart::grouped(&GroupedChart { id, title, description, groups: data.rows.iter().map(group).collect() })
}

/// The chart whose amounts are compared and not summed.
pub(super) const UNIT_COSTS: &str = "unit-costs";

fn dot(row: &ChartRow) -> Option<Dot> {
    let (value, printed) = row.values.first().copied().flatten().zip(row.shown.first().cloned())?;
    Some(Dot { label: row.label.clone(), value, printed, planned: row.planned })
}

/// A bar for each value that was printed.
fn bars(row: &ChartRow, labels: &[&str], emphasis: impl Fn(usize) -> bool) -> Vec<chart::Row> {
    let values = row.values.iter().zip(&row.shown).zip(labels).enumerate();
    let bar = |(i, ((value, shown), label)): (usize, ((&Option<Decimal>, &String), &&str))| {
        let (label, printed) = ((*label).to_owned(), shown.clone());
        value.map(|value| chart::Row { label, value, printed, emphasis: emphasis(i) })
    };
    values.filter_map(bar).collect()
}

/// All amounts in one sentence, for those who cannot see the picture.
fn describe(data: &ChartData, messages: &Messages) -> String {
    let comma = messages.text("chart.comma", &[]).unwrap_or_default();
    let unit = messages.text(&format!("denomination.{}", data.denomination), &[]).unwrap_or_default();
    let row = |row: &ChartRow| format!("{} {}", row.label, row.shown.join(" / "));
    let rows: Vec<String> = data.rows.iter().map(row).collect();
    messages.text("chart.description", &[("unit", &unit), ("rows", &rows.join(&comma))]).unwrap_or_default()
}

/// Spending by function class, largest first; `None` with fewer than two classes.
fn spending_by_function(disclosure: &Disclosure, name: &DisclosureName) -> Option<ChartData> {
    let table = table_of_kind(disclosure, "expenditure")?;
    let column = table.columns.iter().find(|column| column.role == "total")?;
    let classes = table.rows.iter().filter(|row| row.code.len() == 3);
    let mut rows: Vec<ChartRow> = classes.filter_map(|row| one_value(table, row, name)).collect();
    rows.sort_by(|a, b| b.values.cmp(&a.values));
    // Without denomination nothing can be said of the amounts.
    let denomination = column.denomination.or(table.denomination)?.name();
    let series = vec![column.name.clone()];
    (rows.len() > 1).then_some(ChartData { kind: "by-function", subject: 0, denomination, series, rows })
}

fn one_value(table: &Table, row: &Row, name: &DisclosureName) -> Option<ChartRow> {
    let has_role = |cell: &&Cell| table.columns.get(cell.column).is_some_and(|column| column.role == "total");
    let cell = row.cells.iter().find(has_role)?;
    let value = yuan(cell)?;
    let shown = vec![grouped(&cell.printed)];
    let label = row.label.clone();
    Some(ChartRow { label, values: vec![Some(value)], shown, at: name.line(row.line), planned: false })
}

fn yuan(cell: &Cell) -> Option<Decimal> {
    match cell.value {
        CellValue::Amount(money) => Some(money.yuan()),
        _ => None,
    }
}

fn table_of_kind<'a>(disclosure: &'a Disclosure, kind: &str) -> Option<&'a Table> {
    disclosure.reading.tables.iter().find(|table| table.kind == kind)
}

/// The “三公” items, budget against final accounts; `None` if the table does not print both or prints nothing.
fn three_public(disclosure: &Disclosure, name: &DisclosureName) -> Option<ChartData> {
    let table = table_of_kind(disclosure, "three-public")?;
    let [row] = table.rows.as_slice() else { return None };
    let budget: Vec<(&str, usize)> = roles(table, "budget-");
    let pairs = budget
        .iter()
        .filter_map(|(item, index)| Some((*index, table_column(table, &format!("final-{item}"))?)));
    let rows: Vec<ChartRow> = pairs.filter_map(|pair| item_values(table, row, pair, name)).collect();
    let series = ["budget-total", "final-total"].map(|role| series_name(table, role)).into();
    let denomination = row.cells.iter().find_map(|cell| denomination(table, cell))?.name();
    (!rows.is_empty()).then_some(ChartData { kind: "three-public", subject: 0, denomination, series, rows })
}

fn roles<'a>(table: &'a Table, prefix: &str) -> Vec<(&'a str, usize)> {
    let columns = table.columns.iter().enumerate();
    columns.filter_map(|(index, column)| Some((column.role.strip_prefix(prefix)?, index))).collect()
}

fn table_column(table: &Table, role: &str) -> Option<usize> {
    table.columns.iter().position(|column| column.role == role)
}

/// The first heading above a column: 预算数, 决算数.
fn series_name(table: &Table, role: &str) -> String {
    let column = table.columns.iter().find(|column| column.role == role);
    column.and_then(|column| column.name.split('/').next()).unwrap_or_default().to_owned()
}

/// One item, unless both of its cells are empty.
fn item_values(table: &Table, row: &Row, pair: (usize, usize), name: &DisclosureName) -> Option<ChartRow> {
    let cells = [pair.0, pair.1].map(|index| row.cells.iter().find(|cell| cell.column == index));
    let values: Vec<Option<Decimal>> = cells.iter().map(|cell| cell.and_then(yuan)).collect();
    values.iter().any(Option::is_some).then(|| ChartRow {
        label: super::layout::column_item(&table.columns[pair.1].name).to_owned(),
        shown: cells.iter().map(|cell| cell.map(|cell| grouped(&cell.printed)).unwrap_or_default()).collect(),
        values,
        at: name.line(row.line),
        planned: false,
    })
}
