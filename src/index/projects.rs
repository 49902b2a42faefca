//! Projects, their indicators and the texts of their forms: one record for each, all of them on the project's page.

use super::{Frame, Kind, Record, prose};
use crate::catalog::{self, CatalogProject, url};
use crate::model::{AmountRole, Form, Indicator, Passage, Project, Stage};

/// Characters of a goal or a text of a form that stand with its project.
const OPENING: usize = 120;

/// Adds the records of all projects.
pub(super) fn collect(frame: &Frame<'_>, records: &mut Vec<Record>) {
    let rows = catalog::projects(frame.disclosure);
    for (project, row) in frame.disclosure.reading.projects.iter().zip(&rows) {
        records.push(project_record(frame, project, row));
        for form in catalog::forms(frame.disclosure, project) {
            let indicators = (1..).zip(&form.indicators).filter(|(_, indicator)| says_something(indicator));
            records.extend(
                indicators.map(|(ordinal, indicator)| indicator_record(frame, row, form, ordinal, indicator)),
            );
            // What stands in the prose is found there.
            let passages = form.passages.iter().filter(|_| !form.kind.is_prose());
            records.extend(passages.flat_map(|passage| passage_records(frame, row, passage)));
        }
    }
}

/// Its value is what was spent, else its budget, the last one known.
fn project_record(frame: &Frame<'_>, project: &Project, row: &CatalogProject) -> Record {
    let forms: Vec<&Form> = catalog::forms(frame.disclosure, project).collect();
    let amounts = [
        (&row.executed, "全年执行数"),
        (&row.adjusted_budget, "全年预算数"),
        (
            &row.initial_budget,
            if row.executed.is_none() && is_budget(frame) { "预算数" } else { "年初预算数" },
        ),
    ];
    let amount = amounts.into_iter().find_map(|(amount, name)| Some((amount.as_ref()?, name)));
    let mut body = Body::default();
    for passage in forms.iter().flat_map(|form| &form.passages) {
        body.add(&passage.heading);
        body.add(&passage.text.chars().take(OPENING).collect::<String>());
    }
    forms.iter().for_each(|form| body.add_all([&form.name, &form.name_printed]));
    forms.iter().for_each(|form| body.add_all([&form.department, &form.unit]));
    forms.iter().for_each(|form| body.add_amounts(form));
    Record {
        codes: codes(&forms),
        body: body.text(),
        value: amount.map(|(amount, _)| amount.value.yuan().to_string()),
        value_name: amount.map(|(_, name)| name.to_owned()).unwrap_or_default(),
        ..frame.record(Kind::Project, page(frame, row), title(frame, row))
    }
}

fn is_budget(frame: &Frame<'_>) -> bool {
    frame.id().stage == Stage::Budget
}

fn indicator_record(
    frame: &Frame<'_>,
    row: &CatalogProject,
    form: &Form,
    ordinal: usize,
    indicator: &Indicator,
) -> Record {
    let Indicator { level1, level2, name, target, adjusted_target, implementation_target, actual, .. } =
        indicator;
    let mut body = Body::default();
    body.add_all([level1, level2, name, target, adjusted_target, implementation_target, actual]);
    body.add_all([&indicator.qualitative, &indicator.deviation_reason]);
    let url = url::indicator(frame.id(), &row.slug, form.kind, ordinal);
    Record { body: body.text(), ..frame.record(Kind::Indicator, url, title(frame, row)) }
}

/// The whole text of a passage, under its project's name: it opens on the project's page.
fn passage_records(frame: &Frame<'_>, row: &CatalogProject, passage: &Passage) -> Vec<Record> {
    let heading = Some(&passage.heading).filter(|heading| !heading.is_empty());
    let record = |piece: String| Record {
        body: heading.into_iter().cloned().chain([piece]).collect::<Vec<_>>().join("\n"),
        ..frame.record(Kind::Section, page(frame, row), title(frame, row))
    };
    prose::pieces(&passage.text).into_iter().map(record).collect()
}

/// Indicators without a word have nothing to be found by.
fn says_something(indicator: &Indicator) -> bool {
    let Indicator { name, target, adjusted_target, implementation_target, actual, .. } = indicator;
    [name, target, adjusted_target, implementation_target, actual].into_iter().any(|text| !text.is_empty())
}

fn page(frame: &Frame<'_>, row: &CatalogProject) -> String {
    url::project(frame.id(), &row.slug)
}

/// The project's name; the disclosure's title where none could be read.
fn title(frame: &Frame<'_>, row: &CatalogProject) -> String {
    if row.name.is_empty() { frame.title() } else { row.name.clone() }
}

fn codes(forms: &[&Form]) -> Vec<String> {
    let mut codes: Vec<String> =
        forms.iter().flat_map(|form| [form.department_code.clone(), form.unit_code.clone()]).collect();
    codes.retain(|code| !code.is_empty());
    codes.sort();
    codes.dedup();
    codes
}

/// Stretches of text, each once, in order.
#[derive(Default)]
struct Body(Vec<String>);

impl Body {
    fn add(&mut self, text: &str) {
        if !text.is_empty() && !self.0.iter().any(|other| other == text) {
            self.0.push(text.to_owned());
        }
    }

    fn add_all<'a>(&mut self, texts: impl IntoIterator<Item = &'a String>) {
        texts.into_iter().for_each(|text| self.add(text));
    }

    /// The amounts, the score and the grade as printed.
    fn add_amounts(&mut self, form: &Form) {
        let amounts = AmountRole::ALL.into_iter().filter_map(|role| form.total.amount(role));
        amounts.for_each(|stated| self.add(&stated.printed));
        let scores = [form.total.execution_rate.as_ref(), form.total_score.as_ref()];
        scores.into_iter().flatten().for_each(|stated| self.add(&stated.printed));
        form.grade.iter().for_each(|stated| self.add(stated.value.chinese()));
    }

    fn text(&self) -> String {
        self.0.join("\n")
    }
}
