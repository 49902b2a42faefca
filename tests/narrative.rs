//! What prose says of the unit itself, against the gold: divisions, posts and persons, totals; and in other words.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test fails by panicking")]

mod support;

use gongkai::model::{Aspect, Claim, FiscalYear, Reading, Stage};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};
use rust_decimal::Decimal;
use serde_json::Value;

fn reading(bytes: &[u8], year: u16, stage: Stage) -> Reading {
    let source = SourceText::new(bytes, &Redactor::default());
    let document = Document { path: "test", year: FiscalYear::new(year).unwrap(), stage, unit_names: &[] };
    read(&source, document, &Registry::built_in()).value
}

fn decimal(value: &Value) -> Option<Decimal> {
    value.as_str().map(|text| Decimal::from_str_exact(text).unwrap().normalize())
}

fn factor(entry: &Value) -> Decimal {
    Decimal::from(if entry["unit"] == "万元" { 10_000 } else { 1 })
}

/// Whether a claim of that kind with that value stands on the line.
fn is_claimed(claims: &[Claim], aspect: Aspect, line: &Value, value: Decimal) -> bool {
    let stands = |claim: &&Claim| u64::from(claim.span.line) == line.as_u64().unwrap();
    claims.iter().filter(stands).any(|claim| claim.aspect == aspect && claim.value == value.normalize())
}

#[test]
fn divisions_persons_and_totals_are_those_of_the_gold() {
    let Some(corpus) = support::corpus() else { return };
    let gold: Vec<Value> =
        serde_json::from_slice(&std::fs::read(corpus.join("gold/documents.json")).unwrap()).unwrap();
    let (mut wrong, mut count) = (Vec::new(), 0);
    for document in &gold {
        let seed = document["seed"].as_str().unwrap();
        let (_, year, stage) = support::SEEDS.into_iter().find(|(number, ..)| *number == seed).unwrap();
        let reading = reading(&support::seed(&corpus, seed), year, stage);
        let divisions = &document["internal_divisions"];
        let names: Vec<&str> = reading.departments.iter().map(|d| d.name.as_str()).collect();
        let expected: Vec<&str> =
            divisions["names"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
        count += expected.len();
        if names != expected {
            wrong.push(format!("{seed}: divisions {names:?}, not {expected:?}"));
        }
        let stated = [&divisions["stated"], &divisions["stated_in_goal_form"]];
        let staffing = document["staffing"].as_object().unwrap().values();
        for entry in staffing.chain(stated).filter(|entry| entry["value"].is_string()) {
            count += 1;
            if !is_claimed(&reading.claims, Aspect::Count, &entry["line"], decimal(&entry["value"]).unwrap())
            {
                wrong.push(format!("{seed}: no count {entry}"));
            }
        }
        for (name, entry) in document["totals"].as_object().unwrap() {
            for prose in [&entry["prose"], &entry["prose_conflict"]].into_iter().filter(|p| p.is_object()) {
                count += 1;
                let aspect = if entry["unit"] == "台（套）" { Aspect::Count } else { Aspect::Amount };
                let value = decimal(&prose["value"]).unwrap() * factor(entry);
                if !is_claimed(&reading.claims, aspect, &prose["line"], value) {
                    wrong.push(format!("{seed}: no {name} {prose}"));
                }
            }
        }
        assert!(reading.terms.len() >= 12, "{seed}: {} terms", reading.terms.len());
        assert!(reading.terms.iter().all(|term| !term.definition.is_empty()), "{seed}: {:?}", reading.terms);
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 90, "{count} entries only");
}
