//! A row of an indicator grid → an indicator, or nothing where the form left the slot blank.

use super::super::labels::{self, Label};
use super::super::target;
use super::header::{Header, Role};
use super::levels::Levels;
use super::row::{Row, SecondPlace};
use crate::model::{Damage, DamageKind, Indicator, Number, Stated, read_number};
use crate::read::line::GridCell;
use crate::text::{Span, squeeze};
use rust_decimal::Decimal;

/// The indicator of a row; `None` for slots left blank and for pieces of labels.
pub(super) fn indicator(row: &Row<'_>, levels: Levels, header: &Header) -> Option<Indicator> {
    let weight = points(row, Role::Weight);
    let score = points(row, Role::Score);
    let worth = [&weight, &score].into_iter().flatten().any(|stated| !stated.value.is_zero());
    let name = name(row);
    let piece = !worth && !row.has_values() && matches!(labels::label(&name), Some(Label::Piece));
    let named = !piece && name.chars().count() > 1 || !name.is_empty() && row.has_values();
    let forgotten = row.damage.iter().any(|damage| damage.field == "name");
    // One number alone, where names and values are printed beside both, is what is left of something else.
    let scrap =
        name.is_empty() && !row.has_values() && weight.is_some() != score.is_some() && header.has_points();
    let said = row.has_values() || worth && !scrap;
    if !(said || named && !forgotten) {
        return None;
    }
    let mut indicator = Indicator {
        level1: levels.first,
        level2: levels.second,
        name,
        target: target_text(row),
        adjusted_target: row.text(Role::Adjusted).to_owned(),
        implementation_target: row.text(Role::Implementation).to_owned(),
        actual: row.text(Role::Actual).to_owned(),
        qualitative: row.text(Role::Qualitative).to_owned(),
        weight,
        score,
        deviation_reason: row.text(Role::Reason).to_owned(),
        span: span(row),
        damage: row.damage.clone(),
        ..Indicator::default()
    };
    note_twin(row, &mut indicator);
    note_cut(row, &mut indicator, header);
    note_excess(row, &mut indicator);
    note_blanks(row, &mut indicator, header);
    separate_merged(row, &mut indicator);
    let governing =
        if indicator.adjusted_target.is_empty() { &indicator.target } else { &indicator.adjusted_target };
    indicator.parsed = target::parse(governing);
    Some(indicator)
}

/// The name, completed from its twin in the other half where one is cut.
fn name(row: &Row<'_>) -> String {
    let (first, again) = (row.text(Role::Name), row.text(Role::NameAgain));
    if again.len() > first.len() && again.starts_with(first) { again.to_owned() } else { first.to_owned() }
}

fn target_text(row: &Row<'_>) -> String {
    format!("{}{}{}", sign(row), row.text(Role::Target), row.text(Role::Measure))
}

/// The target's sign from a column of its own; words there (定性) are no sign.
fn sign<'a>(row: &Row<'a>) -> &'a str {
    let text = row.text(Role::Sign);
    let has_number = row.text(Role::Target).chars().any(|c| c.is_ascii_digit());
    if has_number && target::parse(&format!("{text}1")).operator.is_some() { text } else { "" }
}

fn points(row: &Row<'_>, role: Role) -> Option<Stated<Decimal>> {
    let cell = row.cell(role)?;
    match read_number(&cell.printed) {
        Number::Value(value) if value <= Decimal::ONE_HUNDRED => {
            Some(Stated { value, printed: cell.printed.clone(), span: cell.span })
        }
        _ => None,
    }
}

fn span(row: &Row<'_>) -> Span {
    let line = row.grid.line;
    let filled: Vec<&GridCell> = row.grid.cells.iter().filter(|cell| !cell.text.is_empty()).collect();
    let start = row.cell(Role::Name).or_else(|| filled.first().copied()).map_or(0, |cell| cell.span.start);
    let end = filled.last().map_or(start, |cell| cell.span.end);
    Span { line, start: start.min(end), end }
}

fn note(indicator: &mut Indicator, kind: DamageKind, field: &'static str, printed: &str) {
    let line = indicator.span.line;
    indicator.damage.push(Damage { kind, field, line, printed: printed.to_owned() });
}

/// Names of the two halves that are not the same: the shorter was cut, or one of them is another indicator's.
fn note_twin(row: &Row<'_>, indicator: &mut Indicator) {
    let (first, again) = (row.text(Role::Name), row.text(Role::NameAgain));
    if first == again || again.is_empty() || first.is_empty() {
        return;
    }
    let cut = first.starts_with(again) || again.starts_with(first);
    let shorter = if first.len() < again.len() { first } else { again };
    note(indicator, if cut { DamageKind::Clipped } else { DamageKind::Ambiguous }, "name", shorter);
}

/// A row that ends before the columns of its points was cut.
fn note_cut(row: &Row<'_>, indicator: &mut Indicator, header: &Header) {
    let points = header.slots.iter().filter(|(role, _)| role.is_points()).map(|(_, column)| *column).min();
    let without = indicator.weight.is_none() && indicator.score.is_none();
    if without && row.has_values() && points.is_some_and(|points| row.grid.cells.len() <= points) {
        note(indicator, DamageKind::Clipped, "row", "");
    }
}

/// Points beyond those of a whole form are two numbers glued together, or another column's: none is taken.
fn note_excess(row: &Row<'_>, indicator: &mut Indicator) {
    let read = [(Role::Weight, indicator.weight.is_some()), (Role::Score, indicator.score.is_some())];
    for (role, _) in read.into_iter().filter(|(_, read)| !read) {
        if let Some(cell) = row.cell(role) {
            note(indicator, DamageKind::Ambiguous, role.field(), &cell.printed);
        }
    }
}

/// What is told of a row that is no indicator: what was not clear in it, and a number that stands alone.
pub(super) fn residue(row: Row<'_>) -> Vec<Damage> {
    let numbers: Vec<Damage> = [Role::Weight, Role::Score]
        .into_iter()
        .filter_map(|role| Some((role, points(&row, role).filter(|stated| !stated.value.is_zero())?)))
        .map(|(role, stated)| Damage {
            kind: DamageKind::Ambiguous,
            field: role.field(),
            line: row.grid.line,
            printed: stated.printed,
        })
        .collect();
    let told = |damage: &Damage| matches!(damage.kind, DamageKind::Ambiguous | DamageKind::Merged);
    row.damage.into_iter().filter(told).chain(numbers).collect()
}

/// A name, and one of two points, that the row should have.
fn note_blanks(row: &Row<'_>, indicator: &mut Indicator, header: &Header) {
    if indicator.name.is_empty() && !indicator.damage.iter().any(|damage| damage.field == "name") {
        note(indicator, DamageKind::Lost, "name", "");
    }
    let both = header.has_points();
    for (held, missing, field) in
        [(Role::Weight, Role::Score, "score"), (Role::Score, Role::Weight, "weight")]
    {
        if both && row.cell(held).is_some() && row.cell(missing).is_none() {
            note(indicator, DamageKind::Lost, field, "");
        }
    }
}

/// Two indicators in one row: two names, and two targets of which the first is complete.
fn separate_merged(row: &Row<'_>, indicator: &mut Indicator) {
    let parts = |role: Role| -> Vec<&str> {
        row.cell(role).map_or_else(Vec::new, |cell| cell.printed.split_whitespace().collect())
    };
    let names = parts(Role::Name);
    let role = if row.cell(Role::Adjusted).is_some() { Role::Adjusted } else { Role::Target };
    let targets = parts(role);
    let [first, second] = targets[..] else { return };
    let complete = |text: &str| {
        let parsed = target::parse(text);
        parsed.operator.is_some() && parsed.number.is_some() && !parsed.measure.is_empty()
    };
    let long = |text: &str| text.chars().count() >= 3;
    if names.len() != 2 || !names.iter().all(|name| long(name)) || !complete(first) || !long(second) {
        return;
    }
    let (name, printed) = (names.join(" "), format!("{first} {second}"));
    note(indicator, DamageKind::Merged, "name", &name);
    note(indicator, DamageKind::Merged, role.field(), &printed);
    indicator.name.clear();
    match role {
        Role::Adjusted => indicator.adjusted_target.clear(),
        _ => indicator.target.clear(),
    }
}

/// Takes name and second level away from a row whose labels cannot be told from its neighbours'.
pub(super) fn forget_name(row: &mut Row<'_>) {
    let printed = squeeze(row.text(Role::Name));
    row.cells.retain(|(role, _)| *role != Role::Name);
    row.second = None;
    row.second_place = SecondPlace::Taken;
    row.note(DamageKind::Ambiguous, "name", &printed);
}
