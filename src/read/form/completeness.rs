//! Rows that a conversion lost, proven by the points that are missing: what is printed of weights and scores must add
//! up to the points of the whole form.

use rust_decimal::Decimal;

use crate::model::{Damage, DamageKind, Form};

/// Points of the whole form. Source: 财预〔2020〕10号.
const ALL_POINTS: Decimal = Decimal::ONE_HUNDRED;
/// Points for spending the budget, where the form prints none.
const EXECUTION_POINTS: Decimal = Decimal::TEN;

/// Notes lost rows in a form of which points are missing, and that it is not complete. `execution` are the points for
/// spending the budget, if printed.
pub(in crate::read) fn prove_losses(form: &mut Form, execution: Option<Decimal>) {
    let Some(missing) = missing(form, execution) else { return };
    let line = form.indicators.last().map_or(form.lines.last, |indicator| indicator.span.line);
    let printed = format!("{} {}", missing.weight.normalize(), missing.score.normalize());
    form.complete = false;
    form.damage.push(Damage { kind: DamageKind::Lost, field: "row", line, printed });
}

/// Points of weight and of score that no row has.
struct Missing {
    weight: Decimal,
    score: Decimal,
}

fn missing(form: &Form, execution: Option<Decimal>) -> Option<Missing> {
    let total = form.total_score.as_ref()?.value;
    let spent = form.total.score.as_ref()?.value;
    let weights: Vec<Decimal> =
        form.indicators.iter().filter_map(|i| Some(i.weight.as_ref()?.value)).collect();
    let scores: Vec<Decimal> = form.indicators.iter().filter_map(|i| Some(i.score.as_ref()?.value)).collect();
    // A row of which one number is missing proves nothing about other rows.
    if weights.is_empty() || weights.len() != scores.len() {
        return None;
    }
    let weight =
        ALL_POINTS - execution.unwrap_or(EXECUTION_POINTS) - weights.iter().copied().sum::<Decimal>();
    let score = total - spent - scores.iter().copied().sum::<Decimal>();
    let lost = weight > Decimal::ZERO && score >= Decimal::ZERO && score <= weight && total <= ALL_POINTS;
    (lost && spent <= execution.unwrap_or(EXECUTION_POINTS)).then_some(Missing { weight, score })
}
