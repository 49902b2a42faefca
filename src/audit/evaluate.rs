//! The arithmetic: exact decimals, tolerance from what is printed. Every function gives `None` where a number is
//! missing, a divisor is zero, or a result cannot be held exactly enough.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::{
    Computed, Formula, Input, Measure, Operation, Part, Relation, Severity, Tolerance, Verdict,
};

/// What a formula gave, and what follows from that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Judgement {
    pub computed: Computed,
    pub verdict: Verdict,
    /// The most that may be made of it, where that is less than the check's own severity.
    pub at_most: Option<Severity>,
}

/// Applies the formula to the inputs.
pub(super) fn judge(formula: &Formula, inputs: &[Input]) -> Option<Judgement> {
    let stated = inputs.iter().find(|input| input.part == Part::Stated)?;
    let value = stated.value?;
    let interval = interval(formula, inputs)?;
    let difference = value.checked_sub(interval.middle)?;
    let half = half(stated.unit);
    let tolerance = match formula.tolerance {
        Tolerance::Printed => half.checked_add(interval.reach()?)?,
        Tolerance::Quoted => Decimal::ZERO,
        Tolerance::Fixed(amount) => amount,
        Tolerance::Relative(part) => interval.middle.abs().checked_mul(part)?,
    };
    let computed = Computed { stated: value, computed: interval.middle, difference, tolerance };
    let (verdict, at_most) = verdict(formula, inputs, stated, &computed);
    Some(Judgement { computed, verdict, at_most })
}

fn verdict(
    formula: &Formula,
    inputs: &[Input],
    stated: &Input,
    computed: &Computed,
) -> (Verdict, Option<Severity>) {
    let Computed { stated: value, computed: other, difference, tolerance } = *computed;
    let holds = match formula.relation {
        Relation::AtMost => difference <= Decimal::ZERO,
        Relation::AtLeast => difference >= Decimal::ZERO,
        Relation::Equal | Relation::Shown => false,
    };
    if holds {
        return (Verdict::Pass, None);
    }
    let exact = difference.is_zero();
    let is_ratio = inputs.iter().any(|input| matches!(input.part, Part::Over | Part::OverMinus));
    let rounds = |unit: Decimal| round(other, unit) == round(value, unit);
    let coarser = inputs.iter().filter(|i| i.part != Part::Beside).map(|i| i.unit).max().unwrap_or_default();
    match formula.tolerance {
        _ if exact => (Verdict::Pass, None),
        _ if is_ratio && rounds(stated.unit) => (Verdict::Pass, None),
        Tolerance::Quoted if rounds(coarser) => (Verdict::Pass, None),
        Tolerance::Quoted if stated.measure == Measure::Yuan && difference.abs() <= coarser => {
            (Verdict::Rounding, Some(Severity::Info))
        }
        Tolerance::Printed | Tolerance::Fixed(_) | Tolerance::Relative(_)
            if difference.abs() <= tolerance =>
        {
            (Verdict::Rounding, None)
        }
        _ if is_ratio && truncates(other, value, stated.unit) => {
            (Verdict::Contradiction, Some(Severity::Notice))
        }
        _ => (Verdict::Contradiction, None),
    }
}

/// The result of a formula, and how far it may lie to either side.
struct Interval {
    low: Decimal,
    middle: Decimal,
    high: Decimal,
}

impl Interval {
    fn reach(&self) -> Option<Decimal> {
        Some(self.high.checked_sub(self.middle)?.max(self.middle.checked_sub(self.low)?))
    }

    fn exact(value: Decimal) -> Self {
        Self { low: value, middle: value, high: value }
    }

    fn of(input: &Input) -> Option<Self> {
        let (value, half) = (input.value?, half(input.unit));
        Some(Self { low: value.checked_sub(half)?, middle: value, high: value.checked_add(half)? })
    }

    fn add(&self, other: &Self) -> Option<Self> {
        Some(Self {
            low: self.low.checked_add(other.low)?,
            middle: self.middle.checked_add(other.middle)?,
            high: self.high.checked_add(other.high)?,
        })
    }

    fn negated(&self) -> Self {
        Self { low: -self.high, middle: -self.middle, high: -self.low }
    }

    fn map2(&self, other: &Self, f: impl Fn(Decimal, Decimal) -> Option<Decimal>) -> Option<Self> {
        let ends = [
            f(self.low, other.low)?,
            f(self.low, other.high)?,
            f(self.high, other.low)?,
            f(self.high, other.high)?,
        ];
        Some(Self {
            low: ends.iter().copied().min()?,
            middle: f(self.middle, other.middle)?,
            high: ends.iter().copied().max()?,
        })
    }
}

fn interval(formula: &Formula, inputs: &[Input]) -> Option<Interval> {
    let terms = combined(formula.operation, inputs, Part::Plus, Part::Minus)?;
    let has_divisor = inputs.iter().any(|input| matches!(input.part, Part::Over | Part::OverMinus));
    let quotient = if has_divisor {
        let divisor = combined(Operation::Sum, inputs, Part::Over, Part::OverMinus)?;
        if divisor.low <= Decimal::ZERO && divisor.high >= Decimal::ZERO {
            return None;
        }
        terms.map2(&divisor, Decimal::checked_div)?
    } else {
        terms
    };
    let scaled = quotient.map2(&Interval::exact(formula.scale), Decimal::checked_mul)?;
    let capped = |value: Decimal| formula.cap.map_or(value, |cap| value.min(cap));
    Some(Interval { low: capped(scaled.low), middle: capped(scaled.middle), high: capped(scaled.high) })
}

fn combined(operation: Operation, inputs: &[Input], plus: Part, minus: Part) -> Option<Interval> {
    let start = match operation {
        Operation::Sum => Decimal::ZERO,
        Operation::Product => Decimal::ONE,
    };
    inputs.iter().filter(|input| input.part == plus || input.part == minus).try_fold(
        Interval::exact(start),
        |total, input| {
            let own = Interval::of(input)?;
            match operation {
                Operation::Sum if input.part == minus => total.add(&own.negated()),
                Operation::Sum => total.add(&own),
                Operation::Product => total.map2(&own, Decimal::checked_mul),
            }
        },
    )
}

fn half(unit: Decimal) -> Decimal {
    unit / Decimal::TWO
}

/// Rounds half up to a multiple of `unit`; 0 leaves the value as it is.
pub(super) fn round(value: Decimal, unit: Decimal) -> Decimal {
    to_multiple(value, unit, RoundingStrategy::MidpointAwayFromZero)
}

fn truncates(exact: Decimal, printed: Decimal, unit: Decimal) -> bool {
    to_multiple(exact, unit, RoundingStrategy::ToZero) == printed
}

fn to_multiple(value: Decimal, unit: Decimal, strategy: RoundingStrategy) -> Decimal {
    if unit.is_zero() {
        return value;
    }
    let count = value.checked_div(unit).map(|count| count.round_dp_with_strategy(0, strategy));
    count.and_then(|count| count.checked_mul(unit)).unwrap_or(value)
}
