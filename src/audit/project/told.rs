//! What the prose of a form tells of its figures.

use std::sync::LazyLock;

use regex::Regex;
use rust_decimal::Decimal;

use super::super::evaluate::round;
use super::super::facts::{Facts, text};
use super::super::report::Assertion;
use super::{marks, quantity};
use crate::model::{Denomination, Form, Indicator, Input, Measure, Operator, Severity};
use crate::text::{Span, compact};

/// A whole 万元.
fn whole() -> Decimal {
    Denomination::TenThousandYuan.yuan()
}

/// Whether stated money is the cell's without what is below whole 万元.
pub(super) fn is_rounded_down(stated: &Input, cell: &Input) -> bool {
    let (Some(value), Some(exact)) = (stated.value, cell.value) else { return false };
    let rest = exact.checked_sub(value);
    stated.measure == Measure::Yuan
        && round(value, whole()) == value
        && rest.is_some_and(|rest| rest > Decimal::ZERO && rest < whole())
}

/// Whether stated money differs by less than one 万元.
pub(super) fn is_near(stated: &Input, cell: &Input) -> bool {
    let (Some(value), Some(exact)) = (stated.value, cell.value) else { return false };
    stated.measure == Measure::Yuan && value.checked_sub(exact).is_some_and(|rest| rest.abs() < whole())
}

/// A date within the year behind 截至 or 截止.
static AS_OF: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"截[至止]\s*(?:到|目前)?\s*(?:20\d\d\s*年)?\s*(\d{1,2})\s*月\s*(\d{1,2})?\s*日?").ok()
});

/// Whether the figure at this character of the line stands behind a day before the end of the year.
pub(super) fn is_as_of(line: &str, start: u32) -> bool {
    let before: String = line.chars().take(usize::try_from(start).unwrap_or_default()).collect();
    let Some(regex) = &*AS_OF else { return false };
    regex.captures_iter(&before).any(|found| {
        let month = found.get(1).map_or("", |month| month.as_str());
        let day = found.get(2).map_or("", |day| day.as_str());
        !(month == "12" && matches!(day, "" | "31"))
    })
}

/// A number and its unit behind a word of reaching: 达20本.
static REACHED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"([^，。；、：:,;]{4,24}?)(?:达到|达|为|共计|共)(\d+(?:\.\d+)?)([^\d，。；、,;％%]{1,3}?)(?:[，。；、,;]|$)").ok()
});

/// Quantities in the form's texts that repeat the target where the form records another actual value.
pub(super) fn quantities(facts: &Facts<'_>, index: usize, form: &Form) -> Vec<Assertion> {
    let Some(regex) = &*REACHED else { return Vec::new() };
    let mut found = Vec::new();
    for passage in &form.passages {
        let words = compact(&passage.text);
        for said in regex.captures_iter(&words) {
            let group = |at: usize| said.get(at).map_or("", |part| part.as_str());
            let Ok(value) = Decimal::from_str_exact(group(2)) else { continue };
            let Some((at, indicator, exact)) = meant(form, group(1), group(3)) else { continue };
            let phrase = format!("{}{}", group(2), group(3));
            let line = place(facts, form, &phrase, group(1)).unwrap_or(passage.lines.first);
            found.extend(contradiction(facts, index, at, indicator, value, exact, &phrase, line));
        }
    }
    found
}

/// The only indicator of the form that a phrase speaks of, and whether its name stands there word for word.
fn meant<'a>(form: &'a Form, subject: &str, unit: &str) -> Option<(usize, &'a Indicator, bool)> {
    let same_unit = |indicator: &Indicator| indicator.parsed.measure == unit;
    let each = || form.indicators.iter().enumerate().filter(|(_, i)| same_unit(i) && !i.name.is_empty());
    let mut exact = each().filter(|(_, indicator)| subject.ends_with(indicator.name.as_str()));
    if let Some((at, indicator)) = exact.next() {
        return exact.next().is_none().then_some((at, indicator, true));
    }
    let mut alike = each().filter(|(_, indicator)| is_alike(&indicator.name, subject));
    let (at, indicator) = alike.next()?;
    alike.next().is_none().then_some((at, indicator, false))
}

/// Whether most characters of the shorter text stand in the other one, in order.
fn is_alike(name: &str, subject: &str) -> bool {
    let (name, subject): (Vec<char>, Vec<char>) = (name.chars().collect(), subject.chars().collect());
    let common = common(&name, &subject);
    let shorter = name.len().min(subject.len());
    common >= FEWEST_COMMON && common * 5 >= shorter * 4
}

const FEWEST_COMMON: usize = 5;

/// The length of the longest common subsequence.
fn common(one: &[char], other: &[char]) -> usize {
    let mut row = vec![0_usize; other.len() + 1];
    for a in one {
        let mut diagonal = 0;
        let mut left = 0;
        for (b, cell) in other.iter().zip(row.iter_mut().skip(1)) {
            let above = *cell;
            *cell = if a == b { diagonal + 1 } else { above.max(left) };
            (diagonal, left) = (above, *cell);
        }
    }
    row.last().copied().unwrap_or_default()
}

/// The line of the form in which a phrase stands.
fn place(facts: &Facts<'_>, form: &Form, phrase: &str, subject: &str) -> Option<u32> {
    let near = format!("{subject}达{phrase}");
    let lines = || form.lines.first..=form.lines.last;
    let has = |line: &u32, words: &str| compact(facts.line(*line)).contains(words);
    lines()
        .find(|line| has(line, &near))
        .or_else(|| lines().find(|line| has(line, phrase) && has(line, subject)))
}

#[allow(clippy::too_many_arguments, reason = "all of them name one statement")]
fn contradiction(
    facts: &Facts<'_>,
    index: usize,
    at: usize,
    indicator: &Indicator,
    value: Decimal,
    exact: bool,
    phrase: &str,
    line: u32,
) -> Option<Assertion> {
    let outcome = quantity::outcome(indicator)?;
    if marks::is_uncertain(indicator, &["actual", "adjusted_target", "target"]) || value == outcome.actual {
        return None;
    }
    let bound = indicator.actual.trim().starts_with(['≥', '≤', '>', '<']);
    let missed = !outcome.is_met() && indicator.score.as_ref()?.value < indicator.weight.as_ref()?.value;
    let severity = match () {
        // The form records a miss, the prose that the target was reached.
        () if missed && value == outcome.target && exact => Severity::Error,
        () if missed && value == outcome.target => Severity::Warning,
        // The prose repeats the target, the form records another exact value.
        () if !bound && value == outcome.target && outcome.operator != Operator::Equal => Severity::Warning,
        () => return None,
    };
    let (zh, en) = (
        format!("文字称{phrase}，表中指标“{}”的实际完成值为{}。", indicator.name, indicator.actual),
        format!(
            "The text says {phrase}; the form records {} for the indicator {}.",
            indicator.actual, indicator.name
        ),
    );
    let name = format!("{}#{}", facts.slug(index), indicator.name);
    let stated = Input {
        label: "自评文字".to_owned(),
        value: Some(value),
        ..text(&name, phrase, Span { line, start: 0, end: 0 })
    };
    let actual = facts.indicator(index, at, "actual", &indicator.actual, Some(outcome.actual));
    Some(Assertion::shown([stated, actual]).severity(severity).say(zh, en))
}
