//! Bytes → text → reading → audit: no panic, names of findings unique, places inside the document, causes known.
#![no_main]

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use gongkai::audit::{Settings, Subject, audit};
use gongkai::model::{Audit, Disclosure, DisclosureId, FiscalYear, Stage, Unit};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};
use libfuzzer_sys::fuzz_target;

static REGISTRY: LazyLock<Registry> = LazyLock::new(Registry::built_in);

fuzz_target!(|bytes: &[u8]| {
    let source = Arc::new(SourceText::new(bytes, &Redactor::default()));
    let (Some(unit), Some(year)) = (unit(), FiscalYear::new(2024)) else { return };
    for stage in [Stage::Budget, Stage::Final] {
        let document = Document { path: "fuzz", year, stage, unit_names: &[] };
        let reading = read(&source, document, &REGISTRY).value;
        let id = DisclosureId { unit: unit.id.clone(), year, stage };
        let disclosure = Disclosure::new(id, document.path, Arc::clone(&source), reading);
        let others = [disclosure.clone()];
        let subject =
            Subject { unit: &unit, disclosure: &disclosure, others: &others, parts: &[], responses: &[] };
        check(&audit(subject, &Settings::default()).value, source.lines().len());
    }
});

fn check(audit: &Audit, lines: usize) {
    let ids: BTreeSet<&str> = audit.findings.iter().map(|finding| finding.id.as_str()).collect();
    assert_eq!(ids.len(), audit.findings.len(), "two findings of one name");
    for finding in &audit.findings {
        let inside = |line: u32| usize::try_from(line).is_ok_and(|line| (1..=lines.max(1)).contains(&line));
        assert!(finding.lines().into_iter().all(inside), "{} is about lines that are not there", finding.id);
        assert!(finding.cause.iter().all(|cause| ids.contains(cause.as_str())), "{}: no cause", finding.id);
        assert!(!finding.message_zh.is_empty() && !finding.message_en.is_empty(), "{}", finding.id);
    }
}

fn unit() -> Option<Unit> {
    Some(Unit::new("unit".parse().ok()?, "甲市数据管理局"))
}
