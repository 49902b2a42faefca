//! A project as lists show it.

use serde::Serialize;

use crate::catalog::{CatalogProject, ProjectValue, url};
use crate::model::{Grade, Money};
use crate::render::format::{ten_thousands, yuan};
use crate::render::link::Linker;

/// An amount in a list of projects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProjectMoney {
    /// In 万元 with two decimals.
    pub shown: String,
    /// The exact yuan, with separators.
    pub exact: String,
    /// In yuan, without separators.
    pub value: String,
    /// Its line.
    pub href: String,
}

/// A project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProjectRow {
    /// `<disclosure>/projects/<slug>`
    pub id: String,
    /// Its name; empty if none could be read.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Whether it stands for the whole unit.
    pub is_unit: bool,
    /// Whether the money was carried over from the year before.
    pub carried_over: bool,
    /// 年初预算
    pub initial_budget: Option<ProjectMoney>,
    /// 全年预算
    pub adjusted_budget: Option<ProjectMoney>,
    /// 执行数
    pub executed: Option<ProjectMoney>,
    /// As printed, in percent; may be empty.
    pub execution_rate: String,
    /// Computed against the initial budget, in percent with two decimals; may be empty.
    pub execution_rate_initial: String,
    /// As printed; may be empty.
    pub total_score: String,
    /// 优, 良, 中, 差; may be empty.
    pub grade: &'static str,
    /// `damaged`, `incomplete`, `lowered`
    pub flags: Vec<&'static str>,
}

impl ProjectRow {
    /// The columns of `index.csv` that come from a row.
    pub(super) const COLUMNS: [&'static str; 9] = [
        "name",
        "initial_budget",
        "adjusted_budget",
        "executed",
        "execution_rate",
        "execution_rate_initial",
        "total_score",
        "grade",
        "flags",
    ];

    pub(super) fn new(project: &CatalogProject, linker: &Linker) -> Self {
        let money = |value: &Option<ProjectValue<Money>>| {
            value.as_ref().map(|value| ProjectMoney {
                shown: ten_thousands(value.value),
                exact: yuan(value.value),
                value: value.value.yuan().to_string(),
                href: linker.to(&url::line(&project.disclosure, value.line)),
            })
        };
        let number = |value: &Option<ProjectValue<rust_decimal::Decimal>>| {
            value.as_ref().map(|value| value.value.to_string()).unwrap_or_default()
        };
        Self {
            id: format!("{}/projects/{}", project.disclosure, project.slug),
            name: project.name.clone(),
            href: linker.to(&url::project(&project.disclosure, &project.slug)),
            is_unit: project.is_unit,
            carried_over: project.carried_over,
            initial_budget: money(&project.initial_budget),
            adjusted_budget: money(&project.adjusted_budget),
            executed: money(&project.executed),
            execution_rate: number(&project.execution_rate),
            execution_rate_initial: project
                .execution_rate_initial
                .map(|rate| rate.to_string())
                .unwrap_or_default(),
            total_score: number(&project.total_score),
            grade: project.grade.as_ref().map(|grade| grade.value).map_or("", Grade::chinese),
            flags: project.flags.iter().map(|flag| flag.name()).collect(),
        }
    }

    /// One value for each of [`Self::COLUMNS`].
    pub(super) fn columns(&self) -> Vec<String> {
        let value =
            |money: &Option<ProjectMoney>| money.as_ref().map(|m| m.value.clone()).unwrap_or_default();
        vec![
            self.name.clone(),
            value(&self.initial_budget),
            value(&self.adjusted_budget),
            value(&self.executed),
            self.execution_rate.clone(),
            self.execution_rate_initial.clone(),
            self.total_score.clone(),
            self.grade.to_owned(),
            self.flags.join(" "),
        ]
    }
}
