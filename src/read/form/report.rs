//! What reports on evaluations have in common: names on the cover, grids of money and indicators, the result in a sentence.

use std::sync::LazyLock;

use regex::Regex;
use rust_decimal::Decimal;

use super::outline::{Labelled, Outline, outline};
use super::segment::Segment;
use super::{completeness, funding, grade, indicator};
use crate::model::{Damage, DamageKind, Form, FormKind, FundingAxis};
use crate::read::grid::GridRow;
use crate::text::squeeze;

/// Labels of the department.
const DEPARTMENT: [&str; 7] =
    ["主管部门", "主管部门及代码", "主管单位", "项目主管部门", "主管预算部门", "预算主管部门", "部门名称"];
/// Labels of the unit.
const UNIT: [&str; 10] = [
    "项目单位",
    "预算单位",
    "实施单位",
    "项目实施单位",
    "项目承担单位",
    "承担单位",
    "填报单位",
    "单位名称",
    "项目单位名称",
    "评价单位",
];

/// A report of that kind: all of it but its name.
pub(super) fn read(segment: &Segment<'_, '_>, kind: FormKind) -> (Form, Outline) {
    let mut outline = outline(segment);
    let mut form = segment.form(kind);
    let (rest, weight) = grids(segment, &mut form);
    outline.labels.extend(rest.iter().flat_map(pairs));
    let verdict = grade::verdict(&outline.paragraphs);
    form.total_score = verdict.total;
    form.grade = verdict.grade;
    form.total.score = form.total.score.take().or(verdict.execution);
    completeness::prove_losses(&mut form, weight);
    (form.department_code, form.department) = party(&outline, &DEPARTMENT);
    (form.unit_code, form.unit) = party(&outline, &UNIT);
    form.passages.clone_from(&outline.passages);
    (form, outline)
}

/// Reads money and indicators into the form; the rows that are neither, and the points for spending the budget.
fn grids(segment: &Segment<'_, '_>, form: &mut Form) -> (Vec<GridRow>, Option<Decimal>) {
    let rows: Vec<GridRow> = segment.rows().cloned().collect();
    let mut rest = Vec::new();
    let mut weight = None;
    let mut at = 0;
    while let Some(open) = rows.get(at..).filter(|open| !open.is_empty()) {
        if funding::begins(open) {
            let grid = funding::funding(open, segment.denomination);
            at += grid.consumed.max(1);
            weight = weight.or(grid.weight);
            add_money(form, grid);
        } else if let Some(grid) = indicator::indicators(open) {
            at += grid.consumed.max(1);
            form.indicators.extend(grid.indicators);
            form.damage.extend(grid.damage);
        } else {
            rest.extend(open.first().filter(|row| !row.is_empty()).cloned());
            at += 1;
        }
    }
    (rest, weight)
}

/// The first total is the form's; a second one, of the directions, repeats it.
fn add_money(form: &mut Form, grid: funding::FundingGrid) {
    form.denomination = grid.denomination.or(form.denomination);
    form.damage.extend(grid.damage);
    form.funding.extend(grid.rows);
    if form.total.line == 0 {
        form.total = grid.total;
    } else if grid.total.line > 0 && grid.total.axis == FundingAxis::Total {
        form.funding.push(grid.total);
    }
}

/// Labels and values side by side in a row.
fn pairs(row: &GridRow) -> Vec<Labelled> {
    let filled: Vec<&str> =
        row.cells.iter().map(|cell| cell.printed.as_str()).filter(|text| !text.is_empty()).collect();
    let labelled = |pair: &[&str]| match pair {
        [label, value] => Some(Labelled {
            label: squeeze(label).trim_end_matches([':', '：']).to_owned(),
            value: (*value).to_owned(),
            index: row.index,
        }),
        _ => None,
    };
    filled.chunks(2).filter_map(labelled).collect()
}

/// Code and name behind the first of these labels.
fn party(outline: &Outline, labels: &[&str]) -> (String, String) {
    outline.value(labels).map(|labelled| code_and_name(&labelled.value)).unwrap_or_default()
}

/// `019-某市某局`, `[019]某市某局`: code and name, without white space.
pub(super) fn code_and_name(printed: &str) -> (String, String) {
    static CODE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^(?:(\d{2,15})[-—–_:：]|[\[【(（〔](\d{2,15})[\]】)）〕][-—–_:：]?)(.*)$").ok()
    });
    let text = squeeze(printed);
    let Some(found) = CODE.as_ref().and_then(|code| code.captures(&text)) else {
        return (String::new(), text);
    };
    let part = |at: usize| found.get(at).map(|part| part.as_str().to_owned());
    (part(1).or_else(|| part(2)).unwrap_or_default(), part(3).unwrap_or_default())
}

/// Sets the name as it is printed at that place.
pub(super) fn set_name(form: &mut Form, segment: &Segment<'_, '_>, printed: &str, index: usize) {
    form.name = squeeze(printed);
    form.name_printed = printed.trim().to_owned();
    form.name_line = segment.number(index);
}

/// A piece of the name that stands on a line of its own above or below it: taken if the whole name stands somewhere else
/// in the report, else noted.
pub(super) fn complete_name(form: &mut Form, segment: &Segment<'_, '_>, outline: &Outline, pieces: &[usize]) {
    for index in pieces {
        let Some(piece) = segment.lines.get(*index).map(|line| &line.compact) else { continue };
        let candidates = [format!("{}{piece}", form.name), format!("{piece}{}", form.name)];
        let told = |name: &&String| outline.paragraphs.iter().any(|text| text.text.contains(name.as_str()));
        let whole = candidates.iter().find(told).cloned();
        let kind = if whole.is_some() { DamageKind::Split } else { DamageKind::Ambiguous };
        let damage = Damage { kind, field: "name", line: segment.number(*index), printed: piece.clone() };
        form.damage.push(damage);
        form.name = whole.unwrap_or_else(|| std::mem::take(&mut form.name));
    }
}
