//! Claims about projects: values of the form they stand in, or of the form of the project they tell of.

use super::cells::agree;
use crate::model::{Aspect, Basis, Claim, Form, FormField, FormKind, Quoted, Reading};
use crate::text::Span;

/// The value of a form that a claim in its text quotes.
pub(super) fn within(reading: &Reading, form: usize, claim: &Claim) -> Option<Quoted> {
    let owner = reading.forms.get(form)?;
    let fields: Vec<&'static str> = fields(claim).into_iter().filter(|field| has(owner, field)).collect();
    let said = fields.iter().find(|field| is_said(owner, field, claim));
    // 全年预算资金 may mean the first budget as well; where it says neither, the year's is meant.
    let sure = fields.first().filter(|_| fields.len() == 1 || claim.basis == Some(Basis::AdjustedBudget));
    let field = *said.or(sure)?;
    Some(Quoted::Form(FormField { form, field }))
}

/// The fields a claim may be about; several where its words fit several.
fn fields(claim: &Claim) -> Vec<&'static str> {
    let says = |word: &str| claim.subject.contains(word);
    match claim.aspect {
        Aspect::Amount if says("到位") || says("合同") => Vec::new(),
        Aspect::Amount if says("结余") || says("结转") => vec!["balance"],
        Aspect::Amount => amounts(claim.basis),
        Aspect::CompletionRate => vec!["execution_rate"],
        Aspect::Score if says("执行") => vec!["budget_score"],
        Aspect::Score if says("总") || says("自评得分") || says("评价得分") => vec!["total_score"],
        _ => Vec::new(),
    }
}

fn amounts(basis: Option<Basis>) -> Vec<&'static str> {
    match basis {
        Some(Basis::InitialBudget) => vec!["initial_budget"],
        Some(Basis::AdjustedBudget | Basis::Budget) => vec!["adjusted_budget", "initial_budget"],
        Some(Basis::Final) => vec!["executed"],
        None => Vec::new(),
    }
}

/// Whether the form prints the field.
fn has(form: &Form, field: &str) -> bool {
    let total = &form.total;
    match field {
        "initial_budget" => total.initial_budget.is_some(),
        "adjusted_budget" => total.adjusted_budget.is_some(),
        "executed" => total.executed.is_some(),
        "balance" => total.balance.is_some(),
        "execution_rate" => total.execution_rate.is_some(),
        "budget_score" => total.score.is_some(),
        "total_score" => form.total_score.is_some(),
        _ => false,
    }
}

fn is_said(form: &Form, field: &str, claim: &Claim) -> bool {
    let money = match field {
        "initial_budget" => &form.total.initial_budget,
        "adjusted_budget" => &form.total.adjusted_budget,
        _ => return false,
    };
    money.as_ref().is_some_and(|stated| agree(stated.value.yuan(), claim))
}

/// The value that a result told in prose quotes: the same field in the form of its project.
pub(super) fn told(reading: &Reading, claim: &Claim) -> Option<Quoted> {
    let results =
        reading.forms.iter().enumerate().filter(|(_, form)| {
            form.kind == FormKind::NarrativeResult && form.lines.contains(claim.span.line)
        });
    let (result, field) =
        results.filter_map(|(index, form)| Some((index, field_at(form, claim.span)?))).next()?;
    let project = reading.projects.iter().find(|project| project.forms.contains(&result))?;
    let is_quoted = |form: &&usize| {
        reading.forms.get(**form).is_some_and(|form| {
            matches!(form.kind, FormKind::SelfEvaluation | FormKind::SelfEvaluationReport) && has(form, field)
        })
    };
    project.forms.iter().find(is_quoted).map(|form| Quoted::Form(FormField { form: *form, field }))
}

/// The field of a told result that stands there.
fn field_at(form: &Form, span: Span) -> Option<&'static str> {
    let total = &form.total;
    let money = [
        ("initial_budget", total.initial_budget.as_ref().map(|stated| stated.span)),
        ("adjusted_budget", total.adjusted_budget.as_ref().map(|stated| stated.span)),
        ("executed", total.executed.as_ref().map(|stated| stated.span)),
        ("balance", total.balance.as_ref().map(|stated| stated.span)),
        ("execution_rate", total.execution_rate.as_ref().map(|stated| stated.span)),
        ("total_score", form.total_score.as_ref().map(|stated| stated.span)),
    ];
    let meets = |other: &Span| other.line == span.line && other.start < span.end && span.start < other.end;
    money.into_iter().find(|(_, place)| place.as_ref().is_some_and(meets)).map(|(field, _)| field)
}
