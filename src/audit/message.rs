//! The usual sentences: two figures and how far they are apart, never who erred.

use rust_decimal::Decimal;

use crate::model::{Computed, Denomination, Formula, Input, Measure, Operation, Part, Relation};

/// What is said of an assertion that fails, in Chinese and English.
pub(super) fn usual(formula: &Formula, inputs: &[Input], computed: Option<&Computed>) -> (String, String) {
    let (Some(stated), Some(computed)) = (inputs.iter().find(|input| input.part == Part::Stated), computed)
    else {
        return Default::default();
    };
    let terms: Vec<&Input> =
        inputs.iter().filter(|input| !matches!(input.part, Part::Stated | Part::Beside)).collect();
    let own = (&stated.label, with_measure(stated));
    let apart = number(computed.difference.abs(), stated);
    match terms.as_slice() {
        [other] if formula.relation == Relation::AtMost => more(own, other, &apart),
        [other] if formula.relation == Relation::AtLeast => less(own, other, &apart),
        [other] if formula.scale == Decimal::ONE => two(own, other, &apart),
        _ => {
            let result = number(computed.computed, stated);
            let how = match () {
                () if terms.iter().any(|input| matches!(input.part, Part::Over | Part::OverMinus)) => {
                    ("按印出的数计算", "the printed figures give")
                }
                () if formula.operation == Operation::Product => {
                    ("按印出的数相乘", "the printed figures multiply to")
                }
                () => ("各项相加", "the items add up to"),
            };
            many(own, how, &result, &apart, formula.relation)
        }
    }
}

fn two((label, value): (&String, String), other: &Input, apart: &str) -> (String, String) {
    let theirs = with_measure(other);
    (
        format!("{label}为{value}，{}为{theirs}，两处相差{apart}。", other.label),
        format!("{label} is {value}, {} is {theirs}: they differ by {apart}.", other.label),
    )
}

fn more((label, value): (&String, String), other: &Input, apart: &str) -> (String, String) {
    let theirs = with_measure(other);
    (
        format!("{label}为{value}，大于{}的{theirs}，多{apart}。", other.label),
        format!("{label} is {value}, more than {} with {theirs}, by {apart}.", other.label),
    )
}

fn less((label, value): (&String, String), other: &Input, apart: &str) -> (String, String) {
    let theirs = with_measure(other);
    (
        format!("{label}为{value}，小于{}的{theirs}，少{apart}。", other.label),
        format!("{label} is {value}, less than {} with {theirs}, by {apart}.", other.label),
    )
}

fn many(
    (label, value): (&String, String),
    how: (&str, &str),
    result: &str,
    apart: &str,
    relation: Relation,
) -> (String, String) {
    match relation {
        Relation::AtMost => (
            format!("{label}为{value}，{}为{result}，前者多{apart}。", how.0),
            format!("{label} is {value}, {} {result}: the former is larger by {apart}.", how.1),
        ),
        Relation::AtLeast => (
            format!("{label}为{value}，{}为{result}，前者少{apart}。", how.0),
            format!("{label} is {value}, {} {result}: the former is smaller by {apart}.", how.1),
        ),
        Relation::Equal | Relation::Shown => (
            format!("{label}印为{value}，{}为{result}，相差{apart}。", how.0),
            format!("{label} is printed as {value}, {} {result}: a difference of {apart}.", how.1),
        ),
    }
}

/// An input as printed, with what it counts.
pub(super) fn with_measure(input: &Input) -> String {
    let measure = match (input.measure, input.denomination) {
        (Measure::Yuan, Some(denomination)) => denomination.chinese(),
        (Measure::Yuan, None) => "元",
        (Measure::Percent, _) => "%",
        _ => "",
    };
    // The page may have broken a number in two.
    let printed: String = input.printed.split_whitespace().collect();
    let has_own = printed.ends_with(|c: char| !(c.is_ascii_digit() || "）)".contains(c)));
    if has_own { printed } else { format!("{printed}{measure}") }
}

/// A computed value in the measure of `like`, with at most four decimals more than needed.
pub(super) fn number(value: Decimal, like: &Input) -> String {
    match (like.measure, like.denomination) {
        (Measure::Yuan, denomination) => money(value, denomination.unwrap_or(Denomination::Yuan)),
        (Measure::Percent, _) => format!("{}%", short(value)),
        _ => short(value),
    }
}

/// Money in a denomination: 12.5万元.
pub(super) fn money(yuan: Decimal, denomination: Denomination) -> String {
    format!("{}{}", (yuan / denomination.yuan()).normalize(), denomination.chinese())
}

fn short(value: Decimal) -> String {
    value
        .round_dp_with_strategy(4, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
        .normalize()
        .to_string()
}
