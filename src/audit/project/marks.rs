//! Points of a form: weights, scores, grades, and whether they can be trusted.

use rust_decimal::Decimal;

use super::super::facts::{Facts, text, whole_line};
use super::super::report::Reason;
use crate::model::{DamageKind, Form, Grade, Indicator, Input, Measure, Stated};

/// The usual weight of budget execution.
pub(super) const EXECUTION: Decimal = Decimal::TEN;
/// What is left for the indicators.
pub(super) const WITHOUT_EXECUTION: Decimal = Decimal::from_parts(90, 0, 0, false, 0);
/// The usual groups and their points.
pub(super) const GROUPS: [(&str, Decimal); 3] = [
    ("产出", Decimal::from_parts(50, 0, 0, false, 0)),
    ("效益", Decimal::from_parts(30, 0, 0, false, 0)),
    ("满意度", Decimal::TEN),
];
/// Grades by the least score.
const GRADES: [(Decimal, Grade); 3] = [
    (WITHOUT_EXECUTION, Grade::Excellent),
    (Decimal::from_parts(80, 0, 0, false, 0), Grade::Good),
    (Decimal::from_parts(60, 0, 0, false, 0), Grade::Fair),
];

/// Why execution cannot be scored.
pub(super) const OTHER_WEIGHT: Reason = (
    "预算执行的权重不是10分，或全年预算数为零",
    "the weight of execution is not 10, or the adjusted budget is zero",
);
const MONEY_DAMAGED: Reason = ("资金行在文本转换中受损", "the rows of money were damaged in conversion");

/// The grade that a total score gives (财预〔2020〕10号).
pub(super) fn grade_of(score: Decimal) -> Grade {
    GRADES.into_iter().find(|(least, _)| score >= *least).map_or(Grade::Poor, |(_, grade)| grade)
}

/// A grade as a place to point at.
pub(super) fn of_grade(grade: &Stated<Grade>) -> Stated<Decimal> {
    Stated { value: Decimal::ZERO, printed: grade.printed.clone(), span: grade.span }
}

pub(super) fn is_zero(input: &Input) -> bool {
    input.value.is_some_and(|value| value.is_zero())
}

/// What damage leaves a value unknown.
fn is_grave(kind: DamageKind) -> bool {
    matches!(kind, DamageKind::Merged | DamageKind::Lost | DamageKind::Ambiguous | DamageKind::Clipped)
}

/// Whether one of these fields of an indicator is not certain.
pub(super) fn is_uncertain(indicator: &Indicator, fields: &[&str]) -> bool {
    indicator.damage.iter().any(|damage| is_grave(damage.kind) && fields.contains(&damage.field))
}

/// Whether rows or points of the form were lost or merged.
pub(super) fn is_damaged(form: &Form) -> bool {
    let touches = |field: &str| !matches!(field, "level1" | "level2" | "qualitative" | "deviation_reason");
    let of_form = form.damage.iter().any(|damage| is_grave(damage.kind));
    let of_rows = form.indicators.iter().flat_map(|indicator| &indicator.damage);
    of_form || of_rows.into_iter().any(|damage| is_grave(damage.kind) && touches(damage.field))
}

/// Why sums of money may fail, if they may.
pub(super) fn money_doubt(form: &Form) -> Option<Reason> {
    form.damage.iter().any(|damage| is_grave(damage.kind)).then_some(MONEY_DAMAGED)
}

/// The weights of all indicators; `None` where one is missing.
pub(super) fn weights(facts: &Facts<'_>, form: usize, of: &Form) -> Option<Vec<Input>> {
    let each = of.indicators.iter().enumerate();
    let all: Option<Vec<Input>> =
        each.map(|(at, indicator)| Some(weight(facts, form, at, indicator.weight.as_ref()?))).collect();
    all.filter(|all| !all.is_empty())
}

/// The scores of all indicators; `None` where one is missing.
pub(super) fn scores(facts: &Facts<'_>, form: usize, of: &Form) -> Option<Vec<Input>> {
    let each = of.indicators.iter().enumerate();
    let all: Option<Vec<Input>> =
        each.map(|(at, indicator)| Some(score(facts, form, at, indicator.score.as_ref()?))).collect();
    all.filter(|all| !all.is_empty())
}

pub(super) fn weight(facts: &Facts<'_>, form: usize, at: usize, stated: &Stated<Decimal>) -> Input {
    let input = facts.indicator(form, at, "weight", &stated.printed, Some(stated.value));
    Input {
        label: format!("{}分值", input.label),
        span: stated.span,
        unit: points(&stated.printed, input.unit),
        ..input
    }
}

pub(super) fn score(facts: &Facts<'_>, form: usize, at: usize, stated: &Stated<Decimal>) -> Input {
    let input = facts.indicator(form, at, "score", &stated.printed, Some(stated.value));
    Input {
        label: format!("{}得分", input.label),
        span: stated.span,
        unit: points(&stated.printed, input.unit),
        ..input
    }
}

/// What the last digit of points is worth: whole points are exact.
fn points(printed: &str, unit: Decimal) -> Decimal {
    if printed.contains('.') { unit } else { Decimal::ZERO }
}

/// Points that a rule fixes.
pub(super) fn full(form: &Form, points: Decimal, label: &str) -> Input {
    Input {
        value: Some(points),
        measure: Measure::Item,
        label: label.to_owned(),
        ..text(
            &format!("{label} {}", form.name),
            &points.normalize().to_string(),
            whole_line(form.lines.first),
        )
    }
}

/// Whether the indicators leave the usual weight to execution, as far as they can be added up.
pub(super) fn has_usual_weight(form: &Form) -> bool {
    let weights: Option<Vec<Decimal>> =
        form.indicators.iter().map(|indicator| Some(indicator.weight.as_ref()?.value)).collect();
    let sum = weights.and_then(|weights| weights.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add));
    // A form with lost rows adds up to less; one with another weight of execution to another round sum.
    !form.complete || is_damaged(form) || sum.is_none_or(|sum| sum.is_zero() || sum == WITHOUT_EXECUTION)
}

/// Whether weights and scores are short of their totals by the same amount: then rows are missing in the text.
pub(super) fn short_alike(facts: &Facts<'_>, index: usize, form: &Form) -> bool {
    let sum = |inputs: Option<Vec<Input>>| {
        inputs?.iter().filter_map(|input| input.value).try_fold(Decimal::ZERO, Decimal::checked_add)
    };
    let short_of_weight = sum(weights(facts, index, form)).map(|sum| WITHOUT_EXECUTION - sum);
    let total = facts.form_field(index, form, "total_score").and_then(|input| input.value);
    let execution = facts.form_field(index, form, "execution_score").and_then(|input| input.value);
    let short_of_score = match (total, execution, sum(scores(facts, index, form))) {
        (Some(total), Some(execution), Some(sum)) => Some(total - execution - sum),
        _ => return false,
    };
    short_of_weight == short_of_score && short_of_weight.is_some_and(|short| short > Decimal::ZERO)
}
