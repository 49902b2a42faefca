//! Bytes → text → reading: no panic, every non-blank line in exactly one block, masks of the same length.
#![no_main]

use std::sync::LazyLock;

use gongkai::model::{FiscalYear, Stage};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};
use libfuzzer_sys::fuzz_target;

static REGISTRY: LazyLock<Registry> = LazyLock::new(Registry::built_in);

fuzz_target!(|bytes: &[u8]| {
    let source = SourceText::new(bytes, &Redactor::default());
    for mask in source.redactions() {
        let length = source.line(mask.line).chars().count();
        assert!(usize::try_from(mask.start + mask.length).is_ok_and(|end| end <= length), "{mask:?}");
    }
    let Some(year) = FiscalYear::new(2024) else { return };
    for stage in [Stage::Budget, Stage::Final] {
        let reading = read(&source, Document { path: "fuzz", year, stage, unit_names: &[] }, &REGISTRY).value;
        for (number, line) in (1..).zip(source.lines()) {
            let holders = reading.blocks.iter().filter(|block| block.lines.contains(number)).count();
            assert!(
                holders <= 1 && (holders == 1 || line.trim().is_empty()),
                "line {number} in {holders} blocks"
            );
        }
    }
});
