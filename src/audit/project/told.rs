//! What the prose of a form tells of its figures.

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

/// Whether the figure at this character of the line stands behind a day before the end of the year: 截至11月20日.
pub(super) fn is_as_of(line: &str, start: u32) -> bool {
    let before: String = line.chars().take(usize::try_from(start).unwrap_or_default()).collect();
    let mut days = before.match_indices(['至', '止']).filter_map(|(at, word)| {
        let is_as_of = before.get(..at).is_some_and(|text| text.ends_with('截'));
        is_as_of.then(|| before.get(at + word.len()..)).flatten()
    });
    days.any(is_within_year)
}

/// Whether a text begins with a month and day that are not the end of the year.
fn is_within_year(text: &str) -> bool {
    let text = text.trim_start().trim_start_matches(['到', '目', '前']).trim_start();
    let text =
        text.split_once('年').filter(|(year, _)| year.trim().len() == 4).map_or(text, |(_, rest)| rest);
    let Some((month, rest)) = text.split_once('月') else { return false };
    let Ok(month) = month.trim().parse::<u32>() else { return false };
    let day: String = rest.trim_start().chars().take_while(char::is_ascii_digit).collect();
    (1..=12).contains(&month) && !(month == 12 && matches!(day.as_str(), "" | "31"))
}

/// Words of reaching a number, the longer ones first.
const REACHED: [&str; 5] = ["达到", "达", "共计", "为", "共"];
/// A subject has so many characters, a unit at most so many.
const SHORTEST_SUBJECT: usize = 4;
const LONGEST_SUBJECT: usize = 24;
const LONGEST_UNIT: usize = 3;

/// Subject, number and unit of clauses such as 报告编制数量达20本.
fn reached(text: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    text.split(['，', '。', '；', '、', '：', ':', ',', ';']).flat_map(|clause| {
        let mut behind_digit = false;
        clause.char_indices().filter_map(move |(at, c)| {
            let is_first = c.is_ascii_digit() && !behind_digit;
            behind_digit = c.is_ascii_digit() || c == '.';
            is_first.then(|| reached_at(clause, at)).flatten()
        })
    })
}

/// Subject, number and unit, where the number stands there and ends its clause but for the unit.
fn reached_at(clause: &str, at: usize) -> Option<(&str, &str, &str)> {
    let (before, rest) = clause.split_at_checked(at)?;
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
    let (number, unit) = rest.split_at_checked(end)?;
    let subject = tail(REACHED.iter().find_map(|word| before.strip_suffix(word))?);
    let is_unit = (1..=LONGEST_UNIT).contains(&unit.chars().count())
        && !unit.contains(|c: char| c.is_ascii_digit() || matches!(c, '%' | '％'));
    (is_unit && subject.chars().count() >= SHORTEST_SUBJECT).then_some((subject, number, unit))
}

/// The last characters of a text, as many as a subject has.
fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().nth(LONGEST_SUBJECT - 1).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or(text)
}

/// Quantities in the form's texts that repeat the target where the form records another actual value.
pub(super) fn quantities(facts: &Facts<'_>, index: usize, form: &Form) -> Vec<Assertion> {
    let mut found = Vec::new();
    for passage in &form.passages {
        let words = compact(&passage.text);
        for (subject, number, unit) in reached(&words) {
            let Ok(value) = Decimal::from_str_exact(number) else { continue };
            let Some((at, indicator, exact)) = meant(form, subject, unit) else { continue };
            let phrase = format!("{number}{unit}");
            let line = place(facts, form, &phrase, subject).unwrap_or(passage.lines.first);
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
