//! Whether the amounts of two forms speak for or against one project.

use rust_decimal::Decimal;

use crate::model::{AmountRole, Form, Money, Stated};
use crate::text::matching;

/// What the amounts of two forms say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// All amounts that both print are the same, as far as they are printed exactly.
    Agrees,
    /// There is nothing to compare, or it says both.
    Silent,
    /// All amounts that both print are different.
    Differs,
}

/// Compares the amounts that both forms print under one name.
pub(super) fn between(left: &Form, right: &Form) -> Evidence {
    let roles = [AmountRole::InitialBudget, AmountRole::AdjustedBudget, AmountRole::Executed];
    let both = roles.iter().filter_map(|role| Some((left.total.amount(*role)?, right.total.amount(*role)?)));
    let same: Vec<bool> = both.map(|(left, right)| are_same(left, right)).collect();
    match (same.contains(&true), same.contains(&false)) {
        (true, false) => Evidence::Agrees,
        (false, true) => Evidence::Differs,
        _ => Evidence::Silent,
    }
}

/// Whether two amounts are one, rounded in print at most.
fn are_same(left: &Stated<Money>, right: &Stated<Money>) -> bool {
    let difference = left.value.yuan().checked_sub(right.value.yuan());
    let tolerance = half_step(left).max(half_step(right));
    difference.is_some_and(|difference| difference.abs() <= tolerance)
}

/// Half of the last printed place, in yuan: 50 for 53.26 (万元).
fn half_step(stated: &Stated<Money>) -> Decimal {
    half_of_last_place(stated).unwrap_or_default()
}

fn half_of_last_place(stated: &Stated<Money>) -> Option<Decimal> {
    let digits: String =
        matching(&stated.printed).chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let number = Decimal::from_str_exact(&digits).ok().filter(|number| !number.is_zero())?;
    let one = stated.value.yuan().abs().checked_div(number)?;
    one.checked_mul(Decimal::try_new(5, number.scale() + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Denomination, FormKind};
    use crate::text::{LineRange, Span};

    fn stated(printed: &str, denomination: Denomination) -> Stated<Money> {
        let number = Decimal::from_str_exact(printed).unwrap();
        let value = Money::new(number, denomination).unwrap();
        Stated { value, printed: printed.into(), span: Span { line: 1, start: 0, end: 0 } }
    }

    #[test]
    fn amounts_are_the_same_within_what_was_rounded_away() {
        let (ten_thousand, yuan) = (Denomination::TenThousandYuan, Denomination::Yuan);
        for (left, right, expected) in [
            ("57.34", "573420", true),
            ("75.32", "753249.6", true),
            ("8.63", "86350", true),
            ("24.5", "248000", false),
            ("0.00", "1", false),
            ("0.00", "0", true),
        ] {
            assert_eq!(
                are_same(&stated(left, ten_thousand), &stated(right, yuan)),
                expected,
                "{left} {right}"
            );
        }
    }

    #[test]
    fn evidence_needs_an_amount_on_both_sides() {
        let form = |initial: Option<&str>, executed: Option<&str>| {
            let mut form = Form::new(FormKind::SelfEvaluation, LineRange::new(1, 1));
            form.total.initial_budget = initial.map(|printed| stated(printed, Denomination::Yuan));
            form.total.executed = executed.map(|printed| stated(printed, Denomination::Yuan));
            form
        };
        let whole = form(Some("10.0"), Some("8.0"));
        for (other, expected) in [
            (form(Some("10.0"), None), Evidence::Agrees),
            (form(None, Some("7.0")), Evidence::Differs),
            (form(Some("10.0"), Some("7.0")), Evidence::Silent),
            (form(None, None), Evidence::Silent),
        ] {
            assert_eq!(between(&whole, &other), expected);
        }
    }
}
