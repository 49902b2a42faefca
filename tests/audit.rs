//! The audit of the real documents: what was found by hand is found, what must not be reported is not, and everything
//! that is reported as error or warning was held against the lines by hand.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a test looks at the files themselves")]

mod support;

use std::collections::BTreeSet;

use gongkai::audit::{Settings, Subject, audit};
use gongkai::model::{Audit, Disclosure, DisclosureId, FiscalYear, Severity, Stage, Unit};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};
use serde_json::Value;

/// What was reviewed: document, check, severity, line of the stated figure, and why it is true.
const REVIEWED: &str = include_str!("data/audit/reviewed.csv");

fn unit() -> Unit {
    Unit::new("x".parse().unwrap(), "x")
}

fn audited(bytes: &[u8], year: u16, stage: Stage) -> Audit {
    let source = SourceText::new(bytes, &Redactor::default());
    let year = FiscalYear::new(year).unwrap();
    let document = Document { path: "x", year, stage, unit_names: &[] };
    let reading = read(&source, document, &Registry::built_in()).value;
    let unit = unit();
    let id = DisclosureId { unit: unit.id.clone(), year, stage };
    let disclosure = Disclosure::new(id, document.path, source, reading);
    let subject = Subject { unit: &unit, disclosure: &disclosure, others: &[], parts: &[], responses: &[] };
    audit(subject, &Settings::default()).value
}

/// The audits of the five seeds and of the sample from another place, by the number or name of the document.
fn audits() -> Option<Vec<(&'static str, Audit)>> {
    let corpus = support::corpus()?;
    let seeds = support::SEEDS
        .map(|(number, year, stage)| (number, audited(&support::seed(&corpus, number), year, stage)));
    let (name, year, stage) = support::SAMPLES[2];
    let sample = std::fs::read(corpus.join("samples").join(name)).unwrap();
    Some(seeds.into_iter().chain([("putuo", audited(&sample, year, stage))]).collect())
}

fn gold(name: &str) -> Option<Vec<Value>> {
    let corpus = support::corpus()?;
    let text = std::fs::read_to_string(corpus.join("gold").join(name)).unwrap();
    Some(serde_json::from_str(&text).unwrap())
}

fn lines(entry: &Value) -> Vec<u32> {
    entry["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| u32::try_from(line.as_u64().unwrap()).unwrap())
        .collect()
}

/// The findings of a document with this code.
fn of<'a>(audits: &'a [(&str, Audit)], entry: &Value) -> Vec<&'a gongkai::model::Finding> {
    let seed = &entry["seed"].as_str().unwrap()[..3];
    let (_, audit) = audits.iter().find(|(name, _)| *name == seed).unwrap();
    let check = entry["check_id"].as_str().unwrap();
    audit.findings.iter().filter(|finding| finding.check == check).collect()
}

#[test]
fn what_was_found_by_hand_is_found_at_its_lines() {
    let (Some(audits), Some(gold)) = (audits(), gold("findings.json")) else { return };
    let mut missed = Vec::new();
    let (mut notices, mut missed_notices) = (0, Vec::new());
    for entry in &gold {
        let severity = entry["severity"].as_str().unwrap();
        let expected = lines(entry);
        // Some entries name the form and some the prose first: one of the finding's lines must be the stated one.
        let found = of(&audits, entry).iter().any(|finding| {
            let own = finding.lines();
            let at_least = finding.severity.name() == severity || severity == "notice";
            at_least && own.iter().any(|line| expected.contains(line))
        });
        let what = || format!("{} {severity} {expected:?}", entry["check_id"]);
        match severity {
            "notice" => {
                notices += 1;
                if !found {
                    missed_notices.push(what());
                }
            }
            _ if !found => missed.push(what()),
            _ => {}
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
    assert!(
        missed_notices.len() * 5 <= notices,
        "{} of {notices}: {missed_notices:#?}",
        missed_notices.len()
    );
    println!("notices missed: {missed_notices:?} of {notices}");
}

#[test]
fn what_must_not_be_reported_is_at_most_info() {
    let (Some(audits), Some(misses)) = (audits(), gold("nearmiss.json")) else { return };
    for entry in &misses {
        let expected = lines(entry);
        for finding in of(&audits, entry) {
            let first = finding.lines().first().copied();
            let is_it = first.is_some_and(|line| expected.contains(&line));
            let reported = finding.is_signal() && finding.severity > Severity::Info;
            assert!(!(is_it && reported), "{entry}: {}", finding.message_en);
        }
    }
}

/// A new error or warning on these documents is held against the lines by hand before it goes into the list.
#[test]
fn every_error_and_warning_was_reviewed() {
    let Some(audits) = audits() else { return };
    let mut reader = csv::Reader::from_reader(REVIEWED.as_bytes());
    let reviewed: BTreeSet<String> = reader
        .records()
        .map(Result::unwrap)
        .map(|record| {
            assert!(record[4].len() > 10, "no reason: {record:?}");
            record.iter().take(4).collect::<Vec<_>>().join(" ")
        })
        .collect();
    let mut found = BTreeSet::new();
    for (name, audit) in &audits {
        let serious = |finding: &&gongkai::model::Finding| {
            finding.is_signal() && finding.severity >= Severity::Warning && finding.cause.is_none()
        };
        for finding in audit.findings.iter().filter(serious) {
            let line = finding.lines()[0];
            found.insert(format!("{name} {} {} {line}", finding.check, finding.severity.name()));
        }
    }
    let new: Vec<_> = found.difference(&reviewed).collect();
    let gone: Vec<_> = reviewed.difference(&found).collect();
    assert!(new.is_empty() && gone.is_empty(), "not reviewed: {new:#?}\nno longer found: {gone:#?}");
}

/// A reader is told what agrees, too: most of what is printed can be assessed.
#[test]
fn most_of_a_document_can_be_assessed() {
    let Some(audits) = audits() else { return };
    for (name, audit) in &audits {
        let total = audit.total();
        assert!(total.assessed() > 300, "{name}: {total:?}");
        assert!(total.not_assessable * 4 < total.assessed(), "{name}: {total:?}");
    }
}
