//! Amounts as percentages of a chart's width, in exact decimals.

use rust_decimal::{Decimal, RoundingStrategy};

/// Maps amounts to positions, so that zero and all amounts lie within 0 % and 100 %.
#[derive(Debug)]
pub(super) struct Scale {
    /// Greatest absolute amount, or 1: everything is divided by it first, so that nothing can overflow.
    largest: Decimal,
    /// Position of the left end and length of the whole, in multiples of `largest`.
    left: Decimal,
    span: Decimal,
}

impl Scale {
    pub(super) fn of(values: impl Iterator<Item = Decimal>) -> Self {
        let (low, high) =
            values.fold((Decimal::ZERO, Decimal::ZERO), |(low, high), v| (low.min(v), high.max(v)));
        let largest = high.max(-low);
        if largest.is_zero() {
            return Self { largest: Decimal::ONE, left: Decimal::ZERO, span: Decimal::ONE };
        }
        let (left, right) = (low / largest, high / largest);
        Self { largest, left, span: right - left }
    }

    /// Position of zero, in percent.
    pub(super) fn zero(&self) -> Decimal {
        self.position(Decimal::ZERO)
    }

    /// Left end and length of a bar from zero to `value`, in percent. Both ends are rounded, not the length,
    /// so that no bar leaves the chart or misses the zero line.
    pub(super) fn extent(&self, value: Decimal) -> (Decimal, Decimal) {
        let (zero, end) = (self.zero(), self.position(value));
        (zero.min(end), percent((end - zero).abs()))
    }

    fn position(&self, value: Decimal) -> Decimal {
        percent((value / self.largest - self.left) / self.span * Decimal::ONE_HUNDRED)
    }
}

/// A part of a whole in percent, kept within 0 and 100.
pub(super) fn share(part: Decimal, whole: Decimal) -> Decimal {
    if whole <= Decimal::ZERO {
        return percent(Decimal::ZERO);
    }
    percent(part.clamp(Decimal::ZERO, whole) / whole * Decimal::ONE_HUNDRED)
}

/// Two decimals, always written.
fn percent(value: Decimal) -> Decimal {
    let mut rounded = value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(2);
    rounded
}
