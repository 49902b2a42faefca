//! Values of indicators: number and unit, held against their target.

use rust_decimal::Decimal;

use super::super::facts::{Facts, precision};
use super::marks;
use crate::model::{Denomination, Form, Indicator, Input, Measure, Operator, Quantity};

/// What became of an indicator with a number as target and as actual value, in the same unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    pub operator: Operator,
    pub target: Decimal,
    pub actual: Decimal,
    is_percent: bool,
    /// The sign printed before the actual value, which is then a bound itself.
    bound: Option<char>,
}

/// The outcome of an indicator; `None` for phrases, ranges and different units.
pub(super) fn outcome(indicator: &Indicator) -> Option<Outcome> {
    let target = indicator.parsed.number?;
    let Quantity { sign: bound, number: actual, measure: unit } = Quantity::read(&indicator.actual)?;
    let measure = indicator.parsed.measure.trim_end_matches(['内', '上', '以']);
    let same = unit.is_empty() || unit == measure || unit == indicator.parsed.measure;
    if !same || !Quantity::is_single(&indicator.actual) {
        return None;
    }
    let operator = indicator.parsed.operator.filter(|operator| *operator != Operator::About)?;
    Some(Outcome { operator, target, actual, is_percent: matches!(measure, "%" | "％"), bound })
}

impl Outcome {
    pub fn is_met(&self) -> bool {
        match self.operator {
            Operator::AtLeast => self.actual >= self.target,
            // An actual value printed with the sign of its target repeats that it was met.
            Operator::MoreThan => {
                self.actual > self.target || self.is_bound(&['>', '＞']) && self.actual == self.target
            }
            Operator::AtMost => self.actual <= self.target,
            Operator::LessThan => {
                self.actual < self.target || self.is_bound(&['<', '＜']) && self.actual == self.target
            }
            Operator::Equal => self.actual == self.target,
            Operator::About => true,
        }
    }

    fn is_bound(&self, signs: &[char]) -> bool {
        self.bound.is_some_and(|sign| signs.contains(&sign))
    }

    /// Whether the actual value is a bound and no value.
    pub fn is_open(&self) -> bool {
        self.bound.is_some_and(|sign| !matches!(sign, '=' | '＝'))
    }

    /// Whether more is better.
    pub fn is_floor(&self) -> bool {
        matches!(self.operator, Operator::AtLeast | Operator::MoreThan | Operator::Equal)
    }

    pub fn is_percent(&self) -> bool {
        self.is_percent
    }

    /// Whether an exact target was undercut in cost or time, or overshot in quantity.
    pub fn is_harmless(&self, indicator: &Indicator) -> bool {
        let less_is_better = ["成本", "时效"].iter().any(|word| indicator.level2.contains(word))
            || ["费", "成本", "时间", "时限", "金额", "资金"]
                .iter()
                .any(|word| indicator.name.ends_with(word));
        self.operator == Operator::Equal
            && if less_is_better { self.actual < self.target } else { self.actual > self.target }
    }
}

/// The column the target in force stands in.
pub(super) fn target_field(indicator: &Indicator) -> &'static str {
    if indicator.adjusted_target.is_empty() { "target" } else { "adjusted_target" }
}

/// The target in force as printed.
pub(super) fn target_text(indicator: &Indicator) -> &str {
    if indicator.adjusted_target.is_empty() { &indicator.target } else { &indicator.adjusted_target }
}

/// The denomination of a unit of money: 万元 and, for a yearly amount, 万元/年. Prices (元/套) have none.
fn denomination(measure: &str) -> Option<Denomination> {
    let plain = measure.trim_end_matches("/年").trim_end_matches("每年");
    Denomination::ALL.into_iter().find(|denomination| denomination.chinese() == plain)
}

/// Indicators of cost that are amounts of money, and their outcomes.
pub(super) fn costs(form: &Form) -> Vec<(usize, &Indicator, Outcome)> {
    let each = form.indicators.iter().enumerate().filter(|(_, indicator)| indicator.level2.contains("成本"));
    each.filter_map(|(at, indicator)| {
        denomination(&indicator.parsed.measure)?;
        Some((at, indicator, outcome(indicator)?))
    })
    .collect()
}

/// The actual value of a cost in yuan; `None` for amounts so small beside the project that they are prices.
pub(super) fn money(
    facts: &Facts<'_>,
    form: usize,
    at: usize,
    indicator: &Indicator,
    outcome: &Outcome,
) -> Option<Input> {
    let denomination = denomination(&indicator.parsed.measure)?;
    if denomination == Denomination::Yuan && outcome.actual < PRICE {
        return None;
    }
    let yuan = outcome.actual.checked_mul(denomination.yuan())?;
    let input = facts.indicator(form, at, "actual", &indicator.actual, Some(yuan));
    Some(Input {
        unit: precision(&indicator.actual, denomination),
        measure: Measure::Yuan,
        denomination: Some(denomination),
        ..input
    })
}

/// Costs below this many yuan are prices of something.
const PRICE: Decimal = Decimal::from_parts(1_000, 0, 0, false, 0);

/// The only counted quantity of a form, and the prices of one of what it counts; `None` where they do not fit.
pub(super) fn priced(
    facts: &Facts<'_>,
    form: usize,
    of: &Form,
    executed: &Input,
) -> Option<(Input, Vec<Input>)> {
    let each = || of.indicators.iter().enumerate().filter_map(|(at, i)| Some((at, i, outcome(i)?)));
    let mut counted = each().filter(|(_, indicator, outcome)| {
        indicator.level2.contains("数量") && !outcome.is_percent() && !indicator.parsed.measure.is_empty()
    });
    let (at, quantity, outcome) = counted.next()?;
    if counted.next().is_some()
        || marks::is_uncertain(quantity, &["target", "adjusted_target", "actual", "level2"])
    {
        return None;
    }
    let unit = quantity.parsed.measure.as_str();
    let mut prices = Vec::new();
    for (price_at, indicator, price) in each().filter(|(_, indicator, _)| indicator.level2.contains("成本"))
    {
        if marks::is_uncertain(indicator, &["target", "adjusted_target", "actual", "level2"]) {
            return None;
        }
        let per_piece = indicator.parsed.measure.strip_prefix("元/").is_some_and(|per| per == unit);
        // A plain amount of yuan is a price where a hundred of it are less than what was spent.
        let is_small =
            price.actual.checked_mul(Decimal::ONE_HUNDRED).is_some_and(|many| Some(many) <= executed.value);
        let is_price = per_piece || indicator.parsed.measure == "元" && is_small && !price.actual.is_zero();
        if !is_price {
            return None;
        }
        let input = facts.indicator(form, price_at, "actual", &indicator.actual, Some(price.actual));
        prices.push(Input { measure: Measure::Yuan, denomination: Some(Denomination::Yuan), ..input });
    }
    let count = facts.indicator(form, at, "actual", &quantity.actual, Some(outcome.actual));
    (!prices.is_empty() && outcome.actual > Decimal::TEN).then_some((count, prices))
}
