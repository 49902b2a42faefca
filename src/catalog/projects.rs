//! Projects across disclosures: a small row for each, without its forms.

use rust_decimal::Decimal;

use crate::model::{
    AmountRole, Denomination, Disclosure, DisclosureId, FigureKey, Form, FormKind, Grade, Money, Project,
    Row, Stated, Table,
};
use crate::text::name_key;

/// The forms a value is taken from, the first that prints it.
const PREFERRED: [FormKind; 7] = [
    FormKind::SelfEvaluation,
    FormKind::SelfEvaluationReport,
    FormKind::UnitSelfEvaluationReport,
    FormKind::Goal,
    FormKind::UnitGoal,
    FormKind::BudgetLine,
    FormKind::NarrativeResult,
];

/// A project of a disclosure: a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogProject {
    /// Whose, which year and stage.
    pub disclosure: DisclosureId,
    /// 1-based, in order of first appearance in the disclosure.
    pub ordinal: u32,
    /// The last part of its address.
    pub slug: String,
    /// Its most complete name; empty if none could be read.
    pub name: String,
    /// The name folded for comparison.
    pub key: String,
    /// Whether it stands for the whole unit.
    pub is_unit: bool,
    /// The places that speak of it, in document order.
    pub kinds: Vec<FormKind>,
    /// 1-based line of the first of them.
    pub line: u32,
    /// Whether nothing but tables of money left over from the year before (上年结转) lists it.
    pub carried_over: bool,
    /// 年初预算数
    pub initial_budget: Option<ProjectValue<Money>>,
    /// 全年预算数
    pub adjusted_budget: Option<ProjectValue<Money>>,
    /// 全年执行数
    pub executed: Option<ProjectValue<Money>>,
    /// 执行率 as printed, in percent.
    pub execution_rate: Option<ProjectValue<Decimal>>,
    /// What was spent of the initial budget, in percent: computed, with two decimals.
    pub execution_rate_initial: Option<Decimal>,
    /// 总分
    pub total_score: Option<ProjectValue<Decimal>>,
    /// 评价等级
    pub grade: Option<ProjectValue<Grade>>,
    /// What is to be known before anything is concluded, in the order of [`ProjectFlag`].
    pub flags: Vec<ProjectFlag>,
}

/// A value of a form, and where it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectValue<T> {
    /// The value.
    pub value: T,
    /// As printed.
    pub printed: String,
    /// What an amount is printed in.
    pub denomination: Option<Denomination>,
    /// The form it is taken from.
    pub form: FormKind,
    /// 1-based line.
    pub line: u32,
}

/// Facts about a project's forms that can be told without judging.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProjectFlag {
    /// The conversion damaged a form of it.
    Damaged,
    /// A part of a form is known to be lost.
    Incomplete,
    /// The budget was lowered to just what was spent.
    Lowered,
}

impl ProjectFlag {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Damaged, Self::Incomplete, Self::Lowered];

    /// The name in data and addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
            Self::Incomplete => "incomplete",
            Self::Lowered => "lowered",
        }
    }
}

/// The projects of a disclosure, in order.
pub fn projects(disclosure: &Disclosure) -> Vec<CatalogProject> {
    disclosure.reading.projects.iter().map(|project| row(disclosure, project)).collect()
}

fn row(disclosure: &Disclosure, project: &Project) -> CatalogProject {
    let forms: Vec<&Form> = forms(disclosure, project).collect();
    let amount = |role: AmountRole| first(&forms, |form| form.total.amount(role));
    CatalogProject {
        disclosure: disclosure.id.clone(),
        ordinal: project.ordinal,
        slug: project.slug.clone(),
        name: project.name.clone(),
        key: name_key(&project.name),
        is_unit: project.is_unit,
        kinds: forms.iter().map(|form| form.kind).collect(),
        line: forms.first().map_or(0, |form| form.lines.first),
        carried_over: is_carried_over(disclosure, &forms),
        initial_budget: amount(AmountRole::InitialBudget),
        adjusted_budget: amount(AmountRole::AdjustedBudget),
        executed: amount(AmountRole::Executed),
        execution_rate: first(&forms, |form| form.total.execution_rate.as_ref()),
        execution_rate_initial: preferred(&forms).find_map(|form| form.execution_rate_initial()),
        total_score: first(&forms, |form| form.total_score.as_ref()),
        grade: first(&forms, |form| form.grade.as_ref()),
        flags: flags(&forms),
    }
}

/// The places that speak of a project, in document order.
pub fn forms<'a>(disclosure: &'a Disclosure, project: &'a Project) -> impl Iterator<Item = &'a Form> {
    project.forms.iter().filter_map(|index| disclosure.reading.forms.get(*index))
}

fn preferred<'a>(forms: &[&'a Form]) -> impl Iterator<Item = &'a Form> {
    PREFERRED.into_iter().flat_map(|kind| forms.iter().copied().filter(move |form| form.kind == kind))
}

/// The value of the first form that prints it.
fn first<'a, T: Clone + 'a>(
    forms: &[&'a Form],
    value: impl Fn(&'a Form) -> Option<&'a Stated<T>>,
) -> Option<ProjectValue<T>> {
    preferred(forms).find_map(|form| {
        let stated = value(form)?;
        Some(ProjectValue {
            value: stated.value.clone(),
            printed: stated.printed.clone(),
            denomination: form.denomination,
            form: form.kind,
            line: stated.span.line,
        })
    })
}

fn is_carried_over(disclosure: &Disclosure, forms: &[&Form]) -> bool {
    let carried = |form: &&Form| {
        budget_line(disclosure, form).is_some_and(|(table, _)| table.kind == "projects-carried-over")
    };
    !forms.is_empty() && forms.iter().all(carried)
}

fn flags(forms: &[&Form]) -> Vec<ProjectFlag> {
    let holds = |flag: &ProjectFlag| {
        forms.iter().any(|form| match flag {
            ProjectFlag::Damaged => {
                !form.damage.is_empty()
                    || form.indicators.iter().any(|indicator| !indicator.damage.is_empty())
            }
            ProjectFlag::Incomplete => !form.complete,
            ProjectFlag::Lowered => is_lowered(form),
        })
    };
    ProjectFlag::ALL.into_iter().filter(holds).collect()
}

/// Whether the budget of the year is less than that of its beginning, and just what was spent.
fn is_lowered(form: &Form) -> bool {
    let amount = |role: AmountRole| form.total.amount(role).map(|stated| stated.value);
    let [initial, adjusted, executed] =
        [AmountRole::InitialBudget, AmountRole::AdjustedBudget, AmountRole::Executed].map(amount);
    adjusted.is_some() && adjusted == executed && adjusted < initial
}

/// The table and row of a form that is a row of a project table; its figures are that row's.
pub fn budget_line<'a>(disclosure: &'a Disclosure, form: &Form) -> Option<(&'a Table, &'a Row)> {
    let spans = || {
        let amounts = [&form.total].into_iter().chain(&form.funding);
        amounts.flat_map(|funding| AmountRole::ALL.into_iter().filter_map(|role| funding.amount(role)))
    };
    let is_row = |row: &&Row| {
        row.label == form.name && spans().all(|stated| row.cells.iter().any(|cell| cell.span == stated.span))
    };
    let is_listed = |table: &&Table| {
        form.kind == FormKind::BudgetLine
            && table.kind.starts_with("projects")
            && table.lines.contains(form.name_line)
    };
    let mut tables = disclosure.reading.tables.iter().filter(is_listed);
    tables.find_map(|table| {
        let start = table.rows.partition_point(|row| row.line < form.name_line);
        let mut rows = table.rows.iter().skip(start).take_while(|row| row.line == form.name_line);
        Some((table, rows.find(is_row)?))
    })
}

/// The permanent name of the first figure of a row.
pub fn first_figure(table: &Table, row: &Row) -> Option<FigureKey> {
    let cell = row.cells.iter().find(|cell| cell.value.state().is_some())?;
    Some(table.figure_key(row, cell))
}

/// The same project in other disclosures of the unit, by year and stage, among `all`: those of its name, where
/// neither disclosure has two of it.
pub fn same_project<'a>(all: &'a [CatalogProject], project: &CatalogProject) -> Vec<&'a CatalogProject> {
    let is_alike = |other: &&CatalogProject| {
        other.disclosure.unit == project.disclosure.unit
            && other.is_unit == project.is_unit
            && (project.is_unit || (!project.key.is_empty() && other.key == project.key))
    };
    let mut alike: Vec<&CatalogProject> = all.iter().filter(is_alike).collect();
    alike.sort_by_key(|other| (&other.disclosure, other.ordinal));
    let runs: Vec<&[&CatalogProject]> =
        alike.chunk_by(|left, right| left.disclosure == right.disclosure).collect();
    let is_single = |id: &DisclosureId| runs.iter().any(|run| matches!(run, [one] if one.disclosure == *id));
    if !is_single(&project.disclosure) {
        return Vec::new();
    }
    let singles = runs.into_iter().filter(|run| run.len() == 1).flatten().copied();
    singles.filter(|other| other.disclosure != project.disclosure).collect()
}
