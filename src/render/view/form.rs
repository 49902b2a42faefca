//! One appearance of a project in its document.

use rust_decimal::Decimal;
use serde::Serialize;

use super::head::{DisclosureName, LineLink};
use super::indicator::{IndicatorGroup, groups};
use super::stated::{DamageView, StatedView, damages};
use crate::model::{AmountRole, Denomination, Form, Funding, FundingAxis, Indicator, Money, Passage, Stated};

/// A row of a form's money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FundingRow {
    /// `total`, `source` or `direction`.
    pub axis: &'static str,
    /// As printed; may be empty for the total.
    pub label: String,
    /// One for each of the form's amount columns; `None` where nothing is printed.
    pub amounts: Vec<Option<StatedView>>,
    /// 执行率
    pub execution_rate: Option<StatedView>,
    /// 得分
    pub score: Option<StatedView>,
    /// 偏差原因; may be empty.
    pub deviation_reason: String,
    /// The line.
    pub at: LineLink,
}

/// A labelled text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PassageView {
    /// Its label.
    pub heading: String,
    /// Its text.
    pub text: String,
    /// First line.
    pub at: LineLink,
}

/// A form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormView {
    /// `self-evaluation` …
    pub kind: &'static str,
    /// Its place on the page: its kind; a second form of one kind is `<kind>-2`.
    pub id: String,
    /// The project's name as printed here.
    pub name_printed: String,
    /// Code and name, as far as printed.
    pub department: String,
    /// Code and name, as far as printed.
    pub unit: String,
    /// What amounts are printed in; empty if nothing is said.
    pub denomination: &'static str,
    /// First line.
    pub first: LineLink,
    /// Last line.
    pub last: LineLink,
    /// Names of the amount columns, as in `projects.csv`, and `implementation`.
    pub columns: Vec<&'static str>,
    /// Total first.
    pub funding: Vec<FundingRow>,
    /// Whether any row prints a rate or a score.
    pub rated: bool,
    /// 总分
    pub total_score: Option<StatedView>,
    /// 等级
    pub grade: Option<StatedView>,
    /// The indicators.
    pub groups: Vec<IndicatorGroup>,
    /// How many indicators there are.
    pub indicator_count: usize,
    /// Whether any indicator has a target for the implementation period.
    pub has_implementation: bool,
    /// Whether any indicator has an actual value, a weight or a score.
    pub is_scored: bool,
    /// Goals, attributes, analysis.
    pub passages: Vec<PassageView>,
    /// Whether all rows of the form are there.
    pub complete: bool,
    /// What the conversion did to the form as a whole.
    pub damage: Vec<DamageView>,
}

/// The forms of a project as its page shows them.
pub(super) fn form_views(forms: &[&Form], name: &DisclosureName) -> Vec<FormView> {
    let view = |(at, form): (usize, &&Form)| {
        let earlier = forms.iter().take(at).filter(|other| other.kind == form.kind).count();
        let kind = form.kind.name();
        let id = if earlier == 0 { kind.to_owned() } else { format!("{kind}-{}", earlier + 1) };
        form_view(form, id, name)
    };
    forms.iter().enumerate().map(view).collect()
}

fn form_view(form: &Form, id: String, name: &DisclosureName) -> FormView {
    let columns = columns(form);
    let rows = std::iter::once(&form.total).filter(|total| total.line > 0).chain(&form.funding);
    let funding: Vec<FundingRow> = rows.map(|row| funding_row(form, row, &columns, &id, name)).collect();
    let scored = |i: &Indicator| !i.actual.is_empty() || i.weight.is_some() || i.score.is_some();
    let score = form.total_score.as_ref();
    FormView {
        kind: form.kind.name(),
        name_printed: form.name_printed.clone(),
        department: joined(&form.department_code, &form.department),
        unit: joined(&form.unit_code, &form.unit),
        denomination: form.denomination.map_or("", Denomination::name),
        first: name.line(form.lines.first),
        last: name.line(form.lines.last),
        rated: funding.iter().any(|row| row.execution_rate.is_some() || row.score.is_some()),
        columns: columns.iter().map(|column| column.name()).collect(),
        funding,
        total_score: score.map(|score| StatedView::number(score, format!("{id}.total_score"), name)),
        grade: form.grade.as_ref().map(|grade| StatedView::grade(grade, format!("{id}.grade"), name)),
        groups: groups(form, &id, name),
        indicator_count: form.indicators.len(),
        has_implementation: form.indicators.iter().any(|i| !i.implementation_target.is_empty()),
        is_scored: form.indicators.iter().any(scored),
        passages: form.passages.iter().map(|passage| passage_view(passage, name)).collect(),
        complete: form.complete,
        damage: damages(&form.damage, name),
        id,
    }
}

/// A column of a form's money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Implementation,
    Role(AmountRole),
}

impl Column {
    fn name(self) -> &'static str {
        match self {
            Self::Implementation => "implementation",
            Self::Role(role) => role.name(),
        }
    }

    fn of(self, row: &Funding) -> Option<&Stated<Money>> {
        match self {
            Self::Implementation => row.implementation.as_ref(),
            Self::Role(role) => row.amount(role),
        }
    }
}

/// The columns in which the form prints anything.
fn columns(form: &Form) -> Vec<Column> {
    let rows = || std::iter::once(&form.total).chain(&form.funding);
    let all = std::iter::once(Column::Implementation).chain(AmountRole::ALL.into_iter().map(Column::Role));
    all.filter(|column| rows().any(|row| column.of(row).is_some())).collect()
}

fn funding_row(
    form: &Form,
    row: &Funding,
    columns: &[Column],
    form_id: &str,
    name: &DisclosureName,
) -> FundingRow {
    // A second total (by direction) repeats the first and has no name of its own.
    let is_total = std::ptr::eq(row, &form.total);
    let id = |field: &str| if is_total { format!("{form_id}.{field}") } else { String::new() };
    let amount = |column: &Column| {
        let stated = column.of(row)?;
        Some(StatedView::money(stated, form.denomination, id(column.name()), name))
    };
    let number = |stated: &Option<Stated<Decimal>>, field| {
        stated.as_ref().map(|stated| StatedView::number(stated, id(field), name))
    };
    FundingRow {
        axis: match row.axis {
            FundingAxis::Total => "total",
            FundingAxis::Source => "source",
            FundingAxis::Direction => "direction",
        },
        label: row.label.clone(),
        amounts: columns.iter().map(amount).collect(),
        execution_rate: number(&row.execution_rate, "execution_rate"),
        score: number(&row.score, "budget_score"),
        deviation_reason: row.deviation_reason.clone(),
        at: name.line(row.line),
    }
}

fn joined(code: &str, name: &str) -> String {
    [code, name].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

fn passage_view(passage: &Passage, name: &DisclosureName) -> PassageView {
    PassageView {
        heading: passage.heading.clone(),
        text: passage.text.clone(),
        at: name.line(passage.lines.first),
    }
}
