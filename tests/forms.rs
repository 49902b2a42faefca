//! Every form of the gold, read from the raw documents: names, lines, amounts, rates, scores, grades, indicators.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a test looks at the files themselves")]

mod support;

use std::collections::BTreeMap;

use gongkai::model::{AmountRole, FiscalYear, Form, FormKind, Funding, Indicator, Reading};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText, squeeze};
use serde_json::Value;

/// The kinds of forms that are compared; add one when its reader is there.
const KINDS: &[(&str, FormKind)] = &[
    ("项目支出绩效自评表", FormKind::SelfEvaluation),
    ("项目支出绩效目标表", FormKind::Goal),
    ("预算单位整体支出绩效目标申报表", FormKind::UnitGoal),
    ("项目支出绩效自评分析报告", FormKind::SelfEvaluationReport),
];

/// Fields of an indicator: name in the gold, and how to take it from what was read.
type Taken = fn(&Indicator) -> String;
const FIELDS: [(&str, Taken); 10] = [
    ("name", |i| i.name.clone()),
    ("target", |i| i.target.clone()),
    ("adjusted_target", |i| i.adjusted_target.clone()),
    ("implementation_target", |i| i.implementation_target.clone()),
    ("actual", |i| i.actual.clone()),
    ("weight", |i| i.weight.as_ref().map_or(String::new(), |w| w.value.normalize().to_string())),
    ("score", |i| i.score.as_ref().map_or(String::new(), |s| s.value.normalize().to_string())),
    ("level1", |i| i.level1.clone()),
    ("level2", |i| i.level2.clone()),
    ("deviation_reason", |i| i.deviation_reason.clone()),
];

/// What was compared, and what differs.
#[derive(Default)]
struct Tally {
    forms: usize,
    values: usize,
    cells: usize,
    wrong_values: Vec<String>,
    wrong_cells: Vec<String>,
    invented: Vec<String>,
}

impl Tally {
    fn value(&mut self, place: &str, field: &str, expected: &str, found: &str) {
        self.values += 1;
        if expected != found {
            self.wrong_values.push(format!("{place} {field}: expected {expected:?}, found {found:?}"));
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().map(squeeze).unwrap_or_default()
}

fn readings(corpus: &std::path::Path) -> BTreeMap<&'static str, Reading> {
    let registry = Registry::built_in();
    let read_seed = |(number, year, stage): (&'static str, u16, _)| {
        let source = SourceText::new(&support::seed(corpus, number), &Redactor::default());
        let document =
            Document { path: number, year: FiscalYear::new(year).unwrap(), stage, unit_names: &[] };
        let reading = read(&source, document, &registry).value;
        support::assert_tiled(number, &source, &reading);
        (number, reading)
    };
    support::SEEDS.into_iter().map(read_seed).collect()
}

fn gold(corpus: &std::path::Path) -> Vec<Value> {
    let gold: Value =
        serde_json::from_slice(&std::fs::read(corpus.join("gold/projects.json")).unwrap()).unwrap();
    gold["projects"].as_array().unwrap().clone()
}

fn kind(gold: &Value) -> Option<FormKind> {
    KINDS.iter().find(|(name, _)| gold["form_kind"] == *name).map(|(_, kind)| *kind)
}

fn money(funding: &Funding, role: AmountRole) -> String {
    funding.amount(role).map_or(String::new(), |stated| stated.value.yuan().to_string())
}

fn compare(gold: &Value, form: &Form, tally: &mut Tally) {
    let place = format!("{} {}", text(&gold["seed"]), gold["first_line"]);
    tally.forms += 1;
    let number = |stated: Option<&gongkai::model::Stated<rust_decimal::Decimal>>| {
        stated.map_or(String::new(), |stated| stated.value.to_string())
    };
    tally.value(&place, "name", &text(&gold["name"]), &form.name);
    tally.value(&place, "name_line", &gold["name_line"].to_string(), &form.name_line.to_string());
    tally.value(&place, "last_line", &gold["last_line"].to_string(), &form.lines.last.to_string());
    for role in AmountRole::ALL {
        tally.value(&place, role.name(), &text(&gold["amounts"][role.name()]), &money(&form.total, role));
    }
    tally.value(&place, "amounts_line", &gold["amounts_line"].to_string(), &form.total.line.to_string());
    tally.value(
        &place,
        "execution_rate",
        &text(&gold["execution_rate"]),
        &number(form.total.execution_rate.as_ref()),
    );
    tally.value(&place, "budget_score", &text(&gold["budget_score"]), &number(form.total.score.as_ref()));
    tally.value(&place, "total_score", &text(&gold["total_score"]), &number(form.total_score.as_ref()));
    let grade = form.grade.as_ref().map_or("", |grade| grade.value.chinese());
    tally.value(&place, "grade", &text(&gold["grade"]), grade);
    tally.value(&place, "dept_code", &text(&gold["dept_code"]), &form.department_code);
    tally.value(&place, "dept", &text(&gold["dept"]), &form.department);
    let clipped = form.damage.iter().any(|damage| damage.field == "unit");
    if !(clipped && gold["unit_likely"].is_object()) {
        tally.value(&place, "unit_code", &text(&gold["unit_code"]), &form.unit_code);
        tally.value(&place, "unit", &text(&gold["unit"]), &form.unit);
    }
    compare_sources(gold, form, &place, tally);
    compare_halves(gold, form, &place, tally);
    compare_lists(gold, form, &place, tally);
    compare_goals(gold, form, &place, tally);
    compare_indicators(gold, form, &place, tally);
}

/// The rows of sources in self-evaluations.
fn compare_sources(gold: &Value, form: &Form, place: &str, tally: &mut Tally) {
    for row in gold["funding_rows"].as_array().into_iter().flatten() {
        let line = row["line"].as_u64().unwrap();
        let place = format!("{place} source {line}");
        let Some(found) = form.funding.iter().find(|funding| u64::from(funding.line) == line) else {
            tally.wrong_values.push(format!("{place}: not found"));
            continue;
        };
        tally.value(&place, "label", &text(&row["source_printed"]), &found.label);
        for role in AmountRole::ALL {
            tally.value(&place, role.name(), &text(&row["amounts"][role.name()]), &money(found, role));
        }
        tally.value(&place, "reason", &text(&row["deviation_reason"]), &found.deviation_reason);
    }
    let expected = gold["funding_rows"].as_array().map_or(0, Vec::len);
    if gold["funding_rows"].is_array() && form.funding.len() != expected {
        tally.invented.push(format!("{place}: {} rows of sources, not {expected}", form.funding.len()));
    }
}

/// The halves of goal forms: each source with both amounts.
fn compare_halves(gold: &Value, form: &Form, place: &str, tally: &mut Tally) {
    let words = [
        ("central", "中央"),
        ("provincial", "省级"),
        ("municipal_county", "市县"),
        ("self_raised", "自筹"),
        ("other", "其他"),
    ];
    let (Some(annual), Some(whole)) =
        (gold["goal_amounts"]["annual"].as_object(), gold["goal_amounts"]["implementation"].as_object())
    else {
        return;
    };
    let implementation = |funding: &Funding| {
        funding.implementation.as_ref().map_or(String::new(), |stated| stated.value.yuan().to_string())
    };
    tally.value(place, "implementation total", &text(&whole["total"]), &implementation(&form.total));
    for (key, word) in words {
        let found =
            form.funding.iter().find(|funding| funding.label.contains(word)).cloned().unwrap_or_default();
        tally.value(place, word, &text(&annual[key]), &money(&found, AmountRole::InitialBudget));
        tally.value(place, word, &text(&whole[key]), &implementation(&found));
    }
}

/// Sources beside directions in forms about the unit.
fn compare_lists(gold: &Value, form: &Form, place: &str, tally: &mut Tally) {
    for list in ["by_source", "by_direction"] {
        for row in gold[list].as_array().into_iter().flatten().filter(|row| row["label"] != "合计") {
            let found = form.funding.iter().find(|funding| funding.label == text(&row["label"]));
            let printed = found
                .and_then(|funding| funding.initial_budget.as_ref())
                .map_or(String::new(), |stated| stated.printed.clone());
            tally.value(place, &text(&row["label"]), &text(&row["printed"]), &printed);
        }
    }
}

fn compare_goals(gold: &Value, form: &Form, place: &str, tally: &mut Tally) {
    for (key, heading) in [("annual_goal", "年度目标"), ("actual_completion", "实际完成情况")] {
        if let Some(expected) = gold[key].as_object() {
            let found = form.passages.iter().find(|passage| passage.heading == heading);
            tally.value(
                place,
                key,
                &text(&expected["text"]),
                &found.map_or(String::new(), |p| squeeze(&p.text)),
            );
        }
    }
}

fn compare_indicators(gold: &Value, form: &Form, place: &str, tally: &mut Tally) {
    let mut rest: Vec<&Indicator> = form.indicators.iter().collect();
    for expected in gold["indicators"].as_array().unwrap() {
        let line = expected["line"].as_u64().unwrap();
        let place = format!("{place} indicator {line}");
        let Some(at) = rest.iter().position(|indicator| u64::from(indicator.span.line) == line) else {
            tally.cells += FIELDS.iter().filter(|(field, _)| expected[*field].is_string()).count();
            tally.wrong_cells.push(format!("{place}: not found"));
            continue;
        };
        let found = rest.remove(at);
        for (field, take) in FIELDS {
            compare_cell(expected, field, &take(found), found, &place, tally);
        }
        if expected["damage"].is_object() && found.damage.is_empty() {
            let kind = text(&expected["damage"]["kind"]);
            let right = FIELDS.iter().all(|(field, take)| text(&expected[*field]) == take(found));
            if !right {
                tally.wrong_cells.push(format!("{place}: damage {kind} is not noted"));
            }
        }
    }
    tally.invented.extend(rest.iter().map(|i| format!("{place}: an indicator at {}", i.span.line)));
}

/// A certain value must be found; where the gold has none, nothing may be, except what it calls likely.
fn compare_cell(
    expected: &Value,
    field: &str,
    found: &str,
    indicator: &Indicator,
    place: &str,
    tally: &mut Tally,
) {
    let certain = text(&expected[field]);
    if expected[field].is_string() {
        tally.cells += 1;
        let likely = text(&expected["likely"][field]);
        if certain != found && (found.is_empty() || likely != found) {
            tally.wrong_cells.push(format!(
                "{place} {field}: expected {certain:?}, found {found:?} {:?}",
                indicator.damage
            ));
        }
    } else if !found.is_empty()
        && text(&expected["likely"][field]) != found
        && text(&expected["printed_on_line"][field]) != found
    {
        tally
            .invented
            .push(format!("{place} {field}: {found:?}, likely {:?}", text(&expected["likely"][field])));
    }
}

#[test]
fn every_form_of_the_gold_is_read() {
    let Some(corpus) = support::corpus() else { return };
    let readings = readings(&corpus);
    let mut tally = Tally::default();
    for gold in gold(&corpus) {
        let Some(kind) = kind(&gold) else { continue };
        let reading = &readings[gold["seed"].as_str().unwrap()];
        let first = gold["first_line"].as_u64().unwrap();
        let form =
            reading.forms.iter().find(|form| form.kind == kind && u64::from(form.lines.first) == first);
        match form {
            Some(form) => compare(&gold, form, &mut tally),
            None => tally.wrong_values.push(format!("{} {first}: not found", gold["seed"])),
        }
    }
    for (number, reading) in &readings {
        for form in reading.forms.iter().filter(|form| KINDS.iter().any(|(_, kind)| *kind == form.kind)) {
            let known = gold(&corpus).iter().any(|gold| {
                gold["seed"] == *number && gold["first_line"].as_u64() == Some(u64::from(form.lines.first))
            });
            if !known {
                tally.invented.push(format!("{number}: a form at {:?}", form.lines));
            }
        }
    }
    println!(
        "{} forms: {} of {} values, {} of {} cells of indicators, {} invented",
        tally.forms,
        tally.values - tally.wrong_values.len(),
        tally.values,
        tally.cells.saturating_sub(tally.wrong_cells.len()),
        tally.cells,
        tally.invented.len()
    );
    for miss in tally.wrong_values.iter().chain(&tally.wrong_cells).chain(&tally.invented) {
        println!("  {miss}");
    }
    assert!(tally.wrong_values.is_empty(), "{} values differ", tally.wrong_values.len());
    assert!(tally.wrong_cells.len() * 100 <= tally.cells, "{} cells differ", tally.wrong_cells.len());
    assert!(tally.invented.is_empty(), "{} are invented", tally.invented.len());
    assert!(tally.forms >= 47, "{} forms", tally.forms);
}
