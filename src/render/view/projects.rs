//! The projects of all disclosures, with facets.

use std::collections::BTreeMap;

use serde::Serialize;

use super::head::{PageHead, Section, top_crumbs};
use super::info::DisclosureLink;
use super::project_row::ProjectRow;
use crate::catalog::{Catalog, CatalogProject, ProjectFlag, url};
use crate::model::{Grade, Stage};
use crate::render::link::Linker;
use crate::render::rows::Rows;

/// A project in the list, with the marks of the facets it has.
#[derive(Clone, Debug, Serialize)]
pub struct ListedProject {
    /// The project.
    pub row: ProjectRow,
    /// Whose, which year and stage.
    pub disclosure: DisclosureLink,
    /// `u1 y2 …`: a letter for each facet and the number of the choice; see [`Facet`].
    pub marks: String,
}

/// A way to choose among the projects. Its word is the message `facet.<key>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Facet {
    /// `unit`, `year`, `stage`, `grade` or `flag`.
    pub key: &'static str,
    /// Its letter in the marks.
    pub letter: &'static str,
    /// Its choices.
    pub choices: Vec<Choice>,
}

/// One choice of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// 1-based, its number in the marks.
    pub number: usize,
    /// What is chosen: a name, a year, a grade; or a key of the messages `facet.<facet>.<value>`.
    pub value: String,
    /// How many projects have it.
    pub count: usize,
}

/// All projects, largest first.
#[derive(Clone, Debug, Serialize)]
pub struct ProjectsView {
    /// Where the page is.
    pub head: PageHead,
    /// What can be chosen; facets with one choice only are left out.
    pub facets: Vec<Facet>,
    /// The rows.
    pub projects: Vec<ListedProject>,
}

/// Choices a facet may have at most: as many as the stylesheet has lines for.
const MOST_CHOICES: [usize; 5] = [60, 30, 2, 5, 4];
const FACETS: [(&str, &str); 5] =
    [("unit", "u"), ("year", "y"), ("stage", "s"), ("grade", "g"), ("flag", "f")];

/// The list of projects.
pub fn projects_page(catalog: &Catalog) -> ProjectsView {
    let linker = Linker::new(url::PROJECTS);
    let mut sorted: Vec<&CatalogProject> = catalog.projects.iter().collect();
    let money = |project: &CatalogProject| {
        let amounts = [&project.executed, &project.initial_budget, &project.adjusted_budget];
        amounts.into_iter().flatten().map(|amount| amount.value).max()
    };
    sorted.sort_by(|a, b| {
        money(b).cmp(&money(a)).then_with(|| (&a.disclosure, a.ordinal).cmp(&(&b.disclosure, b.ordinal)))
    });
    let choices = Choices::of(&sorted, catalog);
    ProjectsView {
        head: PageHead::new(url::PROJECTS, Section::Projects, top_crumbs("projects", &linker)),
        projects: sorted
            .into_iter()
            .filter_map(|project| listed(project, catalog, &choices, &linker))
            .collect(),
        facets: choices.facets(),
    }
}

fn listed(
    project: &CatalogProject,
    catalog: &Catalog,
    choices: &Choices,
    linker: &Linker,
) -> Option<ListedProject> {
    let (unit, disclosure) = catalog.disclosure(&project.disclosure)?;
    Some(ListedProject {
        row: ProjectRow::new(project, linker),
        disclosure: DisclosureLink::new(&disclosure.id, &unit.name, disclosure.scope, linker),
        marks: choices.marks(&values(project, catalog)),
    })
}

/// What a project has in a facet: what it is sorted by, and the value.
type Value = (String, String);
/// The choices of a facet: their numbers, and how many projects have them.
type Numbered = BTreeMap<Value, (usize, usize)>;

/// What a project has in each facet.
fn values(project: &CatalogProject, catalog: &Catalog) -> [Vec<Value>; 5] {
    let id = &project.disclosure;
    let unit = catalog.disclosure(id).map(|(unit, _)| unit.name.clone()).unwrap_or_default();
    let plain = |text: String| (text.clone(), text);
    let stage = match id.stage {
        Stage::Budget => "budget",
        Stage::Final => "final",
    };
    let newest_first = 10_000_u16.saturating_sub(id.year.get());
    let grade = project.grade.as_ref().map(|grade| grade.value);
    let order = grade.and_then(|grade| Grade::ALL.iter().position(|other| *other == grade));
    [
        vec![(id.unit.to_string(), unit)],
        vec![(newest_first.to_string(), id.year.to_string())],
        vec![plain(stage.to_owned())],
        vec![(order.map_or("9".to_owned(), |order| order.to_string()), grade_value(grade))],
        project.flags.iter().map(|flag: &ProjectFlag| plain(flag.name().to_owned())).collect(),
    ]
}

fn grade_value(grade: Option<Grade>) -> String {
    grade
        .map_or("none", |grade| match grade {
            Grade::Excellent => "excellent",
            Grade::Good => "good",
            Grade::Fair => "fair",
            Grade::Poor => "poor",
        })
        .to_owned()
}

/// The choices of each facet.
struct Choices([Numbered; 5]);

impl Choices {
    fn of(projects: &[&CatalogProject], catalog: &Catalog) -> Self {
        let mut counts: [Numbered; 5] = Default::default();
        for project in projects {
            for (facet, values) in counts.iter_mut().zip(values(project, catalog)) {
                values.into_iter().for_each(|value| facet.entry(value).or_default().1 += 1);
            }
        }
        for facet in &mut counts {
            (1..).zip(facet.values_mut()).for_each(|(number, choice)| choice.0 = number);
        }
        Self(counts)
    }

    fn marks(&self, values: &[Vec<Value>; 5]) -> String {
        let mut marks = Vec::new();
        for ((facet, values), (_, letter)) in self.0.iter().zip(values).zip(FACETS) {
            let numbers = values.iter().filter_map(|value| facet.get(value));
            marks.extend(numbers.map(|(number, _)| format!("{letter}{number}")));
        }
        marks.join(" ")
    }

    /// Facets that leave something to choose.
    fn facets(self) -> Vec<Facet> {
        let facets = self.0.into_iter().zip(FACETS).zip(MOST_CHOICES);
        let chosen = facets.filter(|((facet, (key, _)), most)| {
            let least = if *key == "flag" { 1 } else { 2 };
            (least..=*most).contains(&facet.len())
        });
        chosen.map(|((facet, (key, letter)), _)| Facet { key, letter, choices: choices(facet) }).collect()
    }
}

fn choices(facet: Numbered) -> Vec<Choice> {
    let choice = |((_, value), (number, count))| Choice { number, value, count };
    facet.into_iter().map(choice).collect()
}

impl ProjectsView {
    pub(in crate::render) fn rows(&self) -> Rows {
        let row = |listed: &ListedProject| {
            let mut row = vec![listed.row.id.clone(), listed.disclosure.unit.clone()];
            row.extend(listed.row.columns());
            row
        };
        let mut header = vec!["project", "unit_name"];
        header.extend(ProjectRow::COLUMNS);
        Rows { header, rows: self.projects.iter().map(row).collect() }
    }
}
