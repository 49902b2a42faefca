//! The projects of all disclosures.

use serde::Serialize;

use super::head::{PageHead, Section, top_crumbs};
use super::info::{AmountView, DisclosureLink};
use crate::catalog::{Catalog, CatalogProject, url};
use crate::render::link::Linker;
use crate::render::rows::Rows;

/// A project in the list.
#[derive(Clone, Debug, Serialize)]
pub struct ProjectRow {
    /// Its name as printed.
    pub name: String,
    /// Whose, which year and stage.
    pub disclosure: DisclosureLink,
    /// `<unit>/<year>/<stage>`
    pub id: String,
    /// Its budget at the beginning of the year.
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
pub fn projects_page(catalog: &Catalog) -> ProjectsView {
    let linker = Linker::new(url::PROJECTS);
    let mut sorted: Vec<&CatalogProject> = catalog.projects.iter().collect();
    let money = |project: &CatalogProject| project.initial_budget.as_ref().map(|amount| amount.value);
    sorted.sort_by(|a, b| {
        money(b).cmp(&money(a)).then_with(|| (&a.disclosure, a.ordinal).cmp(&(&b.disclosure, b.ordinal)))
    });
    ProjectsView {
        head: PageHead::new(url::PROJECTS, Section::Projects, top_crumbs("projects", &linker)),
        projects: sorted.into_iter().filter_map(|project| row(project, catalog, &linker)).collect(),
    }
}

fn row(project: &CatalogProject, catalog: &Catalog, linker: &Linker) -> Option<ProjectRow> {
    let (unit, disclosure) = catalog.disclosure(&project.disclosure)?;
    Some(ProjectRow {
        name: project.name.clone(),
        disclosure: DisclosureLink::new(&disclosure.id, &unit.name, disclosure.scope, linker),
        id: project.disclosure.to_string(),
        amount: project
            .initial_budget
            .as_ref()
            .map(|amount| AmountView::at(amount.value, &url::line(&project.disclosure, amount.line), linker)),
        carried_over: project.carried_over,
        line: project.line,
        line_href: linker.to(&url::line(&project.disclosure, project.line)),
    })
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
