//! Projects as budgets list them: one row of the projects table each.

use super::amount::Amount;
use super::key_figures::name;
use crate::model::{Disclosure, DisclosureId, FigureKey, Row, Table, Unit};
use crate::text::matching;

/// A row of 项目支出预算表.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProjectLine {
    /// Whose, which year and stage.
    pub disclosure: DisclosureId,
    /// 1-based line of the source.
    pub line: u32,
    /// The project's name as printed, without white space.
    pub name: String,
    /// Whether it is paid from what was left of the year before (上年结转).
    pub carried_over: bool,
    /// The id of the table.
    pub table: String,
    /// 合计; `None` where nothing is printed.
    pub amount: Option<Amount>,
    /// The first figure of the row; `None` if it has none.
    pub figure: Option<FigureKey>,
}

/// The project lines of a disclosure, in document order.
pub fn project_lines(unit: &Unit, disclosure: &Disclosure) -> Vec<ProjectLine> {
    let tables = disclosure.reading.tables.iter();
    tables
        .flat_map(|table| {
            let projects = project_rows(unit, disclosure, table).into_iter();
            projects.map(|row| project_line(disclosure, table, row))
        })
        .collect()
}

/// The rows of a table that are projects: none but in the tables of projects, and there neither totals nor the rows
/// that name the unit.
pub fn project_rows<'a>(unit: &Unit, disclosure: &Disclosure, table: &'a Table) -> Vec<&'a Row> {
    if !is_projects_table(table) {
        return Vec::new();
    }
    let printed = &disclosure.reading.unit_name;
    let names = [&unit.name, &unit.short_name, printed].into_iter().chain(&unit.former_names);
    let unit_names: Vec<String> = names.map(|name| matching(name)).collect();
    table.rows.iter().filter(|row| is_project(row, &unit_names)).collect()
}

fn is_projects_table(table: &Table) -> bool {
    matches!(table.kind.as_str(), "projects" | "projects-carried-over")
}

fn is_project(row: &Row, unit_names: &[String]) -> bool {
    let is_total = matches!(name(row).as_str(), "合计" | "总计" | "小计" | "部门合计" | "单位合计");
    !row.label.is_empty() && !is_total && !unit_names.contains(&matching(&row.label))
}

fn project_line(disclosure: &Disclosure, table: &Table, row: &Row) -> ProjectLine {
    ProjectLine {
        disclosure: disclosure.id.clone(),
        line: row.line,
        name: row.label.clone(),
        carried_over: table.kind == "projects-carried-over",
        table: table.id.clone(),
        amount: Amount::under(table, row, "total"),
        figure: first_figure(table, row),
    }
}

/// The permanent name of the first figure of a row.
pub fn first_figure(table: &Table, row: &Row) -> Option<FigureKey> {
    let cell = row.cells.iter().find(|cell| cell.value.state().is_some())?;
    Some(table.figure_key(row, cell))
}
