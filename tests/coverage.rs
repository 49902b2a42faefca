//! How much of each document is understood: the lines that hold a TAB, outside tables of contents, in tables and forms
//! of level 0 or 1. Everything else is listed with its reason.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a test looks at the files themselves")]

mod support;

use std::collections::BTreeMap;

use gongkai::model::{Block, BlockKind, FiscalYear, Reading, ReadingLevel, Stage};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};

/// Per thousand of the lines with cells that must be understood.
const SEEDS: usize = 990;
const SAMPLE: usize = 950;

/// What was counted in one document.
struct Coverage {
    name: String,
    /// Lines with a TAB, outside tables of contents.
    rows: usize,
    /// Those of them in tables and forms of level 0 or 1.
    understood: usize,
    /// Lines of text by kind of block: headings, paragraphs, watermarks, others.
    texts: BTreeMap<&'static str, usize>,
    /// The rest: lines and reason.
    rest: Vec<String>,
}

impl Coverage {
    fn of(name: &str, bytes: &[u8], year: u16, stage: Stage, registry: &Registry) -> Self {
        let source = SourceText::new(bytes, &Redactor::default());
        let document = Document { path: name, year: FiscalYear::new(year).unwrap(), stage, unit_names: &[] };
        let reading = read(&source, document, registry).value;
        let mut coverage =
            Self { name: name.to_owned(), rows: 0, understood: 0, texts: BTreeMap::new(), rest: Vec::new() };
        for block in &reading.blocks {
            coverage.count(block, &source);
        }
        coverage.check_forms(&reading);
        coverage
    }

    fn count(&mut self, block: &Block, source: &SourceText) {
        let lines = (block.lines.first..=block.lines.last).map(|line| source.line(line));
        let (rows, texts): (Vec<&str>, Vec<&str>) =
            lines.filter(|line| !line.trim().is_empty()).partition(|line| line.contains('\t'));
        *self.texts.entry(block.kind.name()).or_default() += texts.len();
        if block.kind == BlockKind::Toc || rows.is_empty() {
            return;
        }
        self.rows += rows.len();
        let typed = matches!(block.level, ReadingLevel::Typed | ReadingLevel::TypedWithIssues);
        // Titles, units and notes that the conversion put in cells are understood for what they are.
        let said = matches!(
            block.kind,
            BlockKind::Table | BlockKind::Form | BlockKind::Meta | BlockKind::Note | BlockKind::Heading
        );
        if typed && said {
            self.understood += rows.len();
        } else {
            let (first, last) = (block.lines.first, block.lines.last);
            self.rest.push(format!(
                "{first}-{last} {} level {}, {} lines: {}",
                block.kind.name(),
                block.level.number(),
                rows.len(),
                block.reason
            ));
        }
    }

    /// A block of level 1 says why.
    fn check_forms(&self, reading: &Reading) {
        for block in reading.blocks.iter().filter(|block| block.kind == BlockKind::Form) {
            assert!(
                block.level == ReadingLevel::Typed || !block.reason.is_empty(),
                "{}: {block:?}",
                self.name
            );
        }
    }

    fn share(&self) -> usize {
        (self.understood * 1000).checked_div(self.rows).unwrap_or(1000)
    }

    fn print(&self) {
        let texts: Vec<String> = self.texts.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
        let share = self.share();
        println!(
            "{}: {} of {} lines with cells ({}.{} %); text lines: {}",
            self.name,
            self.understood,
            self.rows,
            share / 10,
            share % 10,
            texts.join(", ")
        );
        for rest in &self.rest {
            println!("    {rest}");
        }
    }
}

#[test]
fn nearly_all_rows_of_the_seeds_are_understood() {
    let Some(corpus) = support::corpus() else { return };
    let registry = Registry::built_in();
    let all = support::SEEDS.map(|(number, year, stage)| {
        Coverage::of(number, &support::seed(&corpus, number), year, stage, &registry)
    });
    all.iter().for_each(Coverage::print);
    let (understood, rows) =
        all.iter().fold((0, 0), |(understood, rows), one| (understood + one.understood, rows + one.rows));
    println!("all seeds: {understood} of {rows}");
    for one in &all {
        assert!(one.share() >= SEEDS, "{}: {} ‰", one.name, one.share());
    }
}

#[test]
fn the_document_of_another_province_is_understood() {
    let Some(corpus) = support::corpus() else { return };
    let registry = Registry::built_in();
    for (name, year, stage) in support::SAMPLES {
        let bytes = std::fs::read(corpus.join("samples").join(name)).unwrap();
        let coverage = Coverage::of(name, &bytes, year, stage, &registry);
        coverage.print();
        // The rough conversion and the empty template are listed for comparison.
        if name == "shanghai-putuo-finance-2024-final.txt" {
            assert!(coverage.share() >= SAMPLE, "{name}: {} ‰", coverage.share());
        }
    }
}
