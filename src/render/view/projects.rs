//! The projects of budget tables.

use serde::Serialize;

use super::head::{PageHead, Section, top_crumbs};
use super::info::{AmountInfo, AmountView, DisclosureLink};
use crate::model::{DisclosureId, Scope};
use crate::render::link::{Linker, path};
use crate::render::rows::Rows;

/// A row of a projects table.
#[derive(Clone, Debug)]
pub struct ProjectInfo {
    /// Unit, year, stage.
    pub id: DisclosureId,
    /// The unit's name.
    pub unit_name: String,
    /// What the disclosure covers.
    pub scope: Option<Scope>,
    /// The project's name as printed.
    pub name: String,
    /// Its whole budget.
    pub amount: Option<AmountInfo>,
    /// Whether the money was carried over from the year before.
    pub carried_over: bool,
    /// 1-based line of the source.
    pub line: u32,
}

/// A project in the list.
#[derive(Clone, Debug, Serialize)]
pub struct ProjectRow {
    /// Its name as printed.
    pub name: String,
    /// Whose, which year and stage.
    pub disclosure: DisclosureLink,
    /// `<unit>/<year>/<stage>`
    pub id: String,
    /// Its whole budget.
    pub amount: Option<AmountView>,
    /// Whether the money was carried over from the year before.
    pub carried_over: bool,
    /// 1-based line of the source.
    pub line: u32,
    /// The line.
    pub line_href: String,
}

/// All projects, largest first.
#[derive(Clone, Debug, Serialize)]
pub struct ProjectsView {
    /// Where the page is.
    pub head: PageHead,
    /// The rows.
    pub projects: Vec<ProjectRow>,
}

/// The list of projects.
pub fn projects_page(projects: &[ProjectInfo]) -> ProjectsView {
    let linker = Linker::new(path::PROJECTS);
    let mut sorted: Vec<&ProjectInfo> = projects.iter().collect();
    let money = |project: &ProjectInfo| project.amount.as_ref().map(|amount| amount.money);
    sorted.sort_by(|a, b| money(b).cmp(&money(a)).then_with(|| (&a.id, a.line).cmp(&(&b.id, b.line))));
    ProjectsView {
        head: PageHead::new(path::PROJECTS, Section::Projects, top_crumbs("projects", &linker)),
        projects: sorted.into_iter().map(|project| row(project, &linker)).collect(),
    }
}

fn row(project: &ProjectInfo, linker: &Linker) -> ProjectRow {
    ProjectRow {
        name: project.name.clone(),
        disclosure: DisclosureLink::new(&project.id, &project.unit_name, project.scope, linker),
        id: project.id.to_string(),
        amount: project.amount.as_ref().map(|amount| AmountView::of(amount, &project.id, linker)),
        carried_over: project.carried_over,
        line: project.line,
        line_href: linker.to(&format!("{}#L{}", path::source(&project.id), project.line)),
    }
}

impl ProjectsView {
    pub(in crate::render) fn rows(&self) -> Rows {
        let row = |row: &ProjectRow| {
            let value = row.amount.as_ref().map(|amount| amount.value.clone()).unwrap_or_default();
            vec![row.id.clone(), row.disclosure.unit.clone(), row.name.clone(), value, row.line.to_string()]
        };
        Rows {
            header: vec!["disclosure", "unit_name", "name", "budget", "line"],
            rows: self.projects.iter().map(row).collect(),
        }
    }
}
