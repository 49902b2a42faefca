//! Projects joined: in the gold every place that speaks of a project is in its project, and no two projects are one.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a test looks at the files themselves")]

mod support;

use std::collections::BTreeSet;

use gongkai::model::{FiscalYear, FormKind, Project, Reading};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText, name_key};
use serde_json::Value;

fn reading(corpus: &std::path::Path, seed: &str) -> Reading {
    let (_, year, stage) = support::SEEDS.into_iter().find(|(number, ..)| *number == seed).unwrap();
    let source = SourceText::new(&support::seed(corpus, seed), &Redactor::default());
    let document = Document { path: seed, year: FiscalYear::new(year).unwrap(), stage, unit_names: &[] };
    read(&source, document, &Registry::built_in()).value
}

fn gold(corpus: &std::path::Path) -> Value {
    serde_json::from_slice(&std::fs::read(corpus.join("gold/projects.json")).unwrap()).unwrap()
}

/// The project that has a form of one of these kinds whose lines hold `line`.
fn owner<'a>(
    reading: &'a Reading,
    kinds: &[FormKind],
    line: u64,
    wanted: impl Fn(usize) -> bool,
) -> Option<&'a Project> {
    let line = u32::try_from(line).unwrap();
    let is_there = |index: &&usize| {
        let form = &reading.forms[**index];
        kinds.contains(&form.kind) && form.lines.contains(line) && wanted(**index)
    };
    reading.projects.iter().find(|project| project.forms.iter().any(|index| is_there(&index)))
}

/// How many whole pairs of `pairs` the reading has in one project; the others are printed.
fn joined(reading: &Reading, pairs: &[(String, [Option<&Project>; 2])]) -> usize {
    let is_joined = |(name, [left, right]): &&(String, [Option<&Project>; 2])| {
        let agree = left.is_some() && left.map(|p| &p.slug) == right.map(|p| &p.slug);
        if !agree {
            println!(
                "{name}: {:?} and {:?} of {}",
                left.map(|p| &p.slug),
                right.map(|p| &p.slug),
                reading.title
            );
        }
        agree
    };
    pairs.iter().filter(is_joined).count()
}

#[test]
fn every_row_of_the_budget_has_its_goal_form() {
    let Some(corpus) = support::corpus() else { return };
    let (gold, reading) = (gold(&corpus), reading(&corpus, "002"));
    let rows = gold["fenyang_table12"].as_array().unwrap();
    let pair = |row: &Value| {
        let line = owner(&reading, &[FormKind::BudgetLine], row["line"].as_u64().unwrap(), |_| true);
        let goal = owner(&reading, &[FormKind::Goal], row["goal_form_line"].as_u64().unwrap(), |_| true);
        (row["name"].as_str().unwrap().to_owned(), [line, goal])
    };
    let pairs: Vec<_> = rows.iter().map(pair).collect();
    assert_eq!(joined(&reading, &pairs), 11);
    assert_eq!(reading.projects.len(), 12, "eleven projects and the whole unit");
}

#[test]
fn every_result_told_in_prose_has_its_form() {
    let Some(corpus) = support::corpus() else { return };
    let (gold, reading) = (gold(&corpus), reading(&corpus, "001"));
    let results = gold["jinzhong_inline_results"].as_array().unwrap();
    let pair = |result: &Value| {
        let (name, budget) = (result["name"].as_str().unwrap(), result["initial_budget"].as_str().unwrap());
        let is_it = |index: usize| {
            let form = &reading.forms[index];
            let initial = form.total.initial_budget.as_ref().map(|stated| stated.value.yuan().to_string());
            name_key(&form.name) == name_key(name) && initial.as_deref() == Some(budget)
        };
        let told = owner(&reading, &[FormKind::NarrativeResult], result["line"].as_u64().unwrap(), is_it);
        let line = result["form_first_line"].as_u64().unwrap();
        (name.to_owned(), [told, owner(&reading, &[FormKind::SelfEvaluation], line, |_| true)])
    };
    let pairs: Vec<_> = results.iter().map(pair).collect();
    assert_eq!(joined(&reading, &pairs), 11);
    assert_eq!(reading.projects.len(), 11);
}

#[test]
fn every_form_of_the_gold_is_one_project_with_its_name() {
    let Some(corpus) = support::corpus() else { return };
    let gold = gold(&corpus);
    let mut wrong = Vec::new();
    for (seed, count) in [("000", 8), ("001", 11), ("002", 12), ("003", 16)] {
        let reading = reading(&corpus, seed);
        let forms = gold["projects"].as_array().unwrap().iter().filter(|form| form["seed"] == seed);
        for form in forms {
            let (line, name) = (form["first_line"].as_u64().unwrap(), form["name"].as_str().unwrap());
            let kinds = [
                FormKind::Goal,
                FormKind::SelfEvaluation,
                FormKind::SelfEvaluationReport,
                FormKind::UnitGoal,
                FormKind::UnitSelfEvaluationReport,
            ];
            let found = owner(&reading, &kinds, line, |_| true).map(|project| project.name.as_str());
            if found.map(name_key) != Some(name_key(name)) {
                wrong.push(format!("{seed} line {line}: {name} is {found:?}"));
            }
        }
        let slugs: BTreeSet<&str> = reading.projects.iter().map(|project| project.slug.as_str()).collect();
        assert_eq!(slugs.len(), reading.projects.len(), "{seed}");
        if reading.projects.len() != count {
            let names: Vec<&str> = reading.projects.iter().map(|project| project.name.as_str()).collect();
            wrong.push(format!("{seed} has {} projects, not {count}: {names:#?}", names.len()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
