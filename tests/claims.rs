//! Claims in prose, measured on the corpus: against labels that were made before the code, and against a count of every
//! amount by an expression of its own.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a test fails by panicking"
)]

mod support;

use std::collections::BTreeMap;

use gongkai::model::{BlockKind, Claim, FiscalYear, Measure, Quoted, Reading, Stage};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText, Span, squeeze};
use serde_json::Value;

/// Number, text and reading of each seed.
fn readings(corpus: &std::path::Path) -> Vec<(&'static str, SourceText, Reading)> {
    let seeds = support::SEEDS.iter().map(|(seed, year, stage)| {
        let (source, reading) = reading(&support::seed(corpus, seed), *year, *stage);
        (*seed, source, reading)
    });
    seeds.collect()
}

fn reading(bytes: &[u8], year: u16, stage: Stage) -> (SourceText, Reading) {
    let source = SourceText::new(bytes, &Redactor::default());
    let document = Document { path: "test", year: FiscalYear::new(year).unwrap(), stage, unit_names: &[] };
    let reading = read(&source, document, &Registry::built_in()).value;
    (source, reading)
}

/// The labelled figures: one JSON object a line.
fn labels() -> Vec<Value> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/claims.jsonl");
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The first character of the `nth` occurrence of `printed` that is not part of a longer number.
fn place(line: &str, printed: &str, nth: usize) -> Option<u32> {
    let (line, printed): (Vec<char>, Vec<char>) = (line.chars().collect(), printed.chars().collect());
    let is_start = |at: usize| {
        let before = at.checked_sub(1).map(|at| line[at]);
        line[at..].starts_with(&printed) && !before.is_some_and(|c| c.is_ascii_digit() || ".,".contains(c))
    };
    let at = (0..line.len()).filter(|at| is_start(*at)).nth(nth - 1)?;
    u32::try_from(at).ok()
}

/// A claim's anchor as the labels write it.
fn anchor(reading: &Reading, claim: &Claim) -> String {
    match &claim.quoted {
        None => String::new(),
        Some(Quoted::Figure { figure, .. }) => figure.to_string(),
        Some(Quoted::Form(field)) => {
            let form = &reading.forms[field.form];
            let project =
                reading.projects.iter().position(|project| project.forms.contains(&field.form)).unwrap();
            let name = &reading.projects[project].name;
            let before = reading.projects[..project].iter().filter(|other| &other.name == name).count();
            let ordinal = if before == 0 { String::new() } else { format!("~{}", before + 1) };
            format!("form:{name}{ordinal}|{}.{}", form.kind.name(), field.field)
        }
    }
}

fn right_answers(label: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    match &label["anchor"] {
        Value::Array(list) => list.iter().map(text).collect(),
        one => vec![text(one)],
    }
}

#[test]
fn labelled_claims_are_anchored_to_the_figure_they_quote() {
    let Some(corpus) = support::corpus() else { return };
    let readings = readings(&corpus);
    let mut groups: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let (mut misses, mut quoting, mut right, mut given, mut given_right) = (Vec::new(), 0, 0, 0, 0);
    let labels = labels();
    for label in &labels {
        let (_, source, reading) = readings.iter().find(|(seed, ..)| *seed == label["seed"]).unwrap();
        let line = u32::try_from(label["line"].as_u64().unwrap()).unwrap();
        let printed = label["printed"].as_str().unwrap();
        let nth = usize::try_from(label["nth"].as_u64().unwrap()).unwrap();
        let start =
            place(source.line(line), printed, nth).unwrap_or_else(|| panic!("not in the text: {label}"));
        let claim = reading.claims.iter().find(|c| c.span.line == line && c.span.start == start);
        // Names are published without white space.
        let found = claim.map(|claim| squeeze(&anchor(reading, claim)));
        let answers: Vec<String> = right_answers(label).iter().map(|answer| squeeze(answer)).collect();
        let is_right = found.as_ref().is_some_and(|found| answers.contains(found));
        let group = groups.entry(label["group"].as_str().unwrap_or_default().to_owned()).or_default();
        group.0 += 1;
        group.1 += usize::from(is_right);
        let quotes = !answers.contains(&String::new());
        quoting += usize::from(quotes);
        right += usize::from(quotes && is_right);
        let is_given = found.as_ref().is_some_and(|found| !found.is_empty());
        given += usize::from(is_given);
        given_right += usize::from(is_given && is_right);
        if !is_right {
            misses.push(format!(
                "{} line {line} {printed}: {} is {found:?}, right is {answers:?}",
                label["seed"], label["subject"]
            ));
        }
        let Some(claim) = claim else { continue };
        let said = (claim.aspect.name(), claim.value.to_string());
        if said != (label["aspect"].as_str().unwrap(), label["value"].as_str().unwrap().to_owned()) {
            misses.push(format!("{} line {line} {printed}: read as {said:?}, not {label}", label["seed"]));
        }
    }
    println!(
        "{} labels; of {quoting} that quote {right} right; of {given} anchors {given_right} right",
        labels.len()
    );
    println!("{groups:?}\n{}", misses.join("\n"));
    assert!(labels.len() >= 150 && right * 100 >= quoting * 95, "{right} of {quoting} right");
    assert!(given_right * 100 >= given * 98, "{given_right} of {given} anchors right");
}

/// Amounts of money in the text: a number and 元 behind it. An expression that the reader does not use.
fn amounts(text: &str) -> Vec<u32> {
    let pattern =
        regex::Regex::new(r"[0-9０-９][0-9０-９,.]*[ \u{3000}]*(?:\*\*)?[ \u{3000}]*(?:亿|百万|万|千|百)?元")
            .unwrap();
    let starts = pattern.find_iter(text).map(|hit| text[..hit.start()].chars().count());
    starts.map(|at| u32::try_from(at).unwrap()).collect()
}

/// Whether a cell reads as prose: a sentence, not a label or an amount.
fn is_prose(cell: &str) -> bool {
    let marks = ['。', '，', '；', '：', '、', ',', ';', ':'];
    let words = cell.chars().filter(|c| c.is_alphabetic()).count();
    cell.contains(marks) && words >= 8 || words >= 24
}

/// Line and first character of every amount in the prose: lines outside tables and contents, and cells with prose.
fn amounts_of_prose(source: &SourceText, reading: &Reading) -> Vec<(u32, u32)> {
    let mut places = Vec::new();
    let prose = [
        BlockKind::Paragraph,
        BlockKind::Heading,
        BlockKind::Note,
        BlockKind::Form,
        BlockKind::Raw,
        BlockKind::Grid,
    ];
    for block in reading.blocks.iter().filter(|block| prose.contains(&block.kind)) {
        for line in block.lines.first..=block.lines.last {
            let text = source.line(line);
            let is_row = text.contains('\t');
            let mut column = 0;
            for cell in text.split('\t') {
                if !is_row || is_prose(cell) {
                    places.extend(amounts(cell).into_iter().map(|at| (line, column + at)));
                }
                column += u32::try_from(cell.chars().count()).unwrap() + 1;
            }
        }
    }
    places
}

#[test]
fn every_amount_in_the_prose_of_the_seeds_is_claimed() {
    let Some(corpus) = support::corpus() else { return };
    let (mut missing, mut count) = (Vec::new(), 0);
    for (seed, source, reading) in readings(&corpus) {
        let money = |claim: &&Claim| claim.measure == Measure::Yuan;
        let spans: Vec<Span> = reading.claims.iter().filter(money).map(|claim| claim.span).collect();
        let places = amounts_of_prose(&source, &reading);
        let is_missing = |(line, at): &&(u32, u32)| {
            !spans.iter().any(|span| span.line == *line && span.start <= *at && *at < span.end)
        };
        let absent: Vec<_> = places.iter().filter(is_missing).collect();
        println!(
            "{seed}: {} claims, {} amounts in prose, {} not claimed",
            reading.claims.len(),
            places.len(),
            absent.len()
        );
        missing.extend(absent.iter().map(|(line, at)| format!("{seed}:{line}:{at} {}", source.line(*line))));
        count += places.len();
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(count > 500, "{count} amounts only");
}

#[test]
fn claims_stand_where_they_say_and_say_what_stands_there() {
    let Some(corpus) = support::corpus() else { return };
    for (seed, source, reading) in readings(&corpus) {
        support::assert_claims(seed, &source, &reading);
    }
}

/// What a claim says and quotes, with the unit's name taken out.
fn said(reading: &Reading, claim: &Claim) -> String {
    let name = squeeze(&reading.unit_name);
    let anchor = anchor(reading, claim);
    let key = claim.key.split('~').next().unwrap_or_default();
    format!("{key} => {anchor}").replace(name.as_str(), "某局")
}

/// Other digits in every number with decimals; the same ones become the same.
fn other_amounts(text: &str) -> String {
    let number = regex::Regex::new(r"[0-9][0-9,]*\.[0-9]+").unwrap();
    let turn = |c: char| match c {
        '1'..='8' => char::from_u32(u32::from(c) + 1).unwrap(),
        '9' => '1',
        c => c,
    };
    number
        .replace_all(text, |hit: &regex::Captures<'_>| hit[0].chars().map(turn).collect::<String>())
        .into_owned()
}

#[test]
fn other_units_and_amounts_are_claimed_and_anchored_alike() {
    let Some(corpus) = support::corpus() else { return };
    for ((seed, year, stage), (_, source, original)) in support::SEEDS.into_iter().zip(readings(&corpus)) {
        let place = original.unit_name.split(['市', '县']).next().unwrap_or_default().to_owned();
        let text = other_amounts(&source.to_text()).replace(&place, "丙丁");
        let (_, changed) = reading(text.as_bytes(), year, stage);
        let before: Vec<String> =
            original.claims.iter().map(|c| said(&original, c).replace(&place, "丙丁")).collect();
        let after: Vec<String> = changed.claims.iter().map(|c| said(&changed, c)).collect();
        let differing: Vec<_> = before.iter().zip(&after).filter(|(a, b)| a != b).collect();
        assert_eq!(before.len(), after.len(), "{seed}");
        // Slips of the pen are told by the value; other digits round otherwise.
        assert!(differing.len() * 100 <= before.len(), "{seed}: {differing:#?}");
    }
}

#[test]
fn numbers_lifted_out_of_their_lines_go_back_or_are_left() {
    let Some(corpus) = support::corpus() else { return };
    let sample = |name: &str| {
        let bytes = std::fs::read(corpus.join("samples").join(name)).unwrap();
        let (source, reading) = reading(&bytes, 2024, Stage::Final);
        support::assert_claims(name, &source, &reading);
        reading.claims.iter().map(|c| format!("{} {}", c.value, said(&reading, c))).collect::<Vec<_>>()
    };
    let clean = sample("shanghai-putuo-finance-2024-final.txt");
    let rough = sample("shanghai-putuo-finance-2024-final-rough.txt");
    let invented: Vec<_> = rough.iter().filter(|claim| !clean.contains(claim)).collect();
    assert!(rough.len() >= 85 && clean.len() >= 100, "{} of {}", rough.len(), clean.len());
    assert!(invented.len() <= 1, "{invented:#?}");
}
