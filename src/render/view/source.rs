//! The text of a disclosure, every line an anchor.

use std::collections::BTreeMap;

use serde::Serialize;

use super::head::{Crumb, DisclosureName, PageHead, Section, disclosure_crumbs};
use super::quote::{Quotes, TextPart};
use crate::audit::causes;
use crate::catalog::url;
use crate::model::{Disclosure, ReadingLevel, Unit};
use crate::render::link::Linker;

/// A finding about a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineFinding {
    /// Code of its check.
    pub check: &'static str,
    /// Its page.
    pub href: String,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceLine {
    /// 1-based.
    pub number: u32,
    /// The parts between tabs; none for a blank line.
    pub cells: Vec<String>,
    /// The same, taken apart where it quotes figures; empty where it quotes none.
    pub quoting: Vec<Vec<TextPart>>,
    /// Findings about it, one of each check, consequences left out.
    pub findings: Vec<LineFinding>,
}

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceBlock {
    /// `table`, `paragraph` … ; empty for blank lines between blocks.
    pub kind: &'static str,
    /// 0 to 3.
    pub level: u8,
    /// Why it was not understood further; may be empty.
    pub reason: String,
    /// First line.
    pub first: u32,
    /// Last line.
    pub last: u32,
    /// How many columns its widest line has.
    pub width: usize,
    /// Its lines.
    pub lines: Vec<SourceLine>,
}

/// The text, block by block.
#[derive(Clone, Debug, Serialize)]
pub struct SourceView {
    /// Where the page is.
    pub head: PageHead,
    /// Whose it is.
    pub disclosure: DisclosureName,
    /// How many lines it has.
    pub line_count: u32,
    /// How many numbers were masked.
    pub redactions: usize,
    /// The text, without gaps.
    pub blocks: Vec<SourceBlock>,
}

/// The page with a disclosure's text.
pub fn source_page(unit: &Unit, disclosure: &Disclosure) -> SourceView {
    let path = url::source(&disclosure.id);
    let linker = Linker::new(&path);
    let mut crumbs = disclosure_crumbs(unit, disclosure, &linker);
    crumbs.push(Crumb::word("source", String::new()));
    SourceView {
        head: PageHead::new(&path, Section::Units, crumbs),
        disclosure: DisclosureName::new(unit, disclosure, &linker),
        line_count: disclosure.source.line_count(),
        redactions: disclosure.source.redactions().len(),
        blocks: Lines::new(disclosure, &linker).blocks(),
    }
}

/// The lines, with what is known of each.
struct Lines<'a> {
    disclosure: &'a Disclosure,
    quotes: Quotes<'a>,
    findings: BTreeMap<u32, Vec<LineFinding>>,
}

impl<'a> Lines<'a> {
    fn new(disclosure: &'a Disclosure, linker: &'a Linker) -> Self {
        let mut findings: BTreeMap<u32, Vec<LineFinding>> = BTreeMap::new();
        for finding in causes(&disclosure.audit).filter(|finding| finding.is_signal()) {
            // The figure that is held against the others; those may well be right. One mark for each check.
            let Some(line) = finding.lines().first().copied() else { continue };
            let of_line = findings.entry(line).or_default();
            if of_line.iter().all(|found| found.check != finding.check) {
                of_line
                    .push(LineFinding { check: finding.check, href: linker.to(&url::finding(&finding.id)) });
            }
        }
        Self { disclosure, quotes: Quotes::new(disclosure, linker), findings }
    }

    /// The ledger's blocks and, between them, what it leaves out: blank lines.
    fn blocks(&self) -> Vec<SourceBlock> {
        let mut out = Vec::new();
        let mut next = 1;
        for block in &self.disclosure.reading.blocks {
            out.extend(self.gap(next, block.lines.first));
            let first = block.lines.first.max(next);
            if first <= block.lines.last {
                let lines = self.lines(first, block.lines.last);
                out.push(source_block(block.kind.name(), block.level, block.reason.clone(), lines));
            }
            next = next.max(block.lines.last + 1);
        }
        out.extend(self.gap(next, self.disclosure.source.line_count() + 1));
        out
    }

    fn gap(&self, first: u32, end: u32) -> Option<SourceBlock> {
        let lines = || self.lines(first, end - 1);
        (first < end).then(|| source_block("", ReadingLevel::Typed, String::new(), lines()))
    }

    fn lines(&self, first: u32, last: u32) -> Vec<SourceLine> {
        let line = |number| {
            let text = self.disclosure.source.line(number);
            let cells = if text.trim().is_empty() {
                Vec::new()
            } else {
                text.split('\t').map(str::to_owned).collect()
            };
            let findings = self.findings.get(&number).cloned().unwrap_or_default();
            SourceLine { number, quoting: self.quotes.of_line(number, &cells), cells, findings }
        };
        (first..=last).map(line).collect()
    }
}

fn source_block(
    kind: &'static str,
    level: ReadingLevel,
    reason: String,
    lines: Vec<SourceLine>,
) -> SourceBlock {
    SourceBlock {
        kind,
        level: level.number(),
        reason,
        first: lines.first().map_or(0, |line| line.number),
        last: lines.last().map_or(0, |line| line.number),
        width: lines.iter().map(|line| line.cells.len()).max().unwrap_or(0),
        lines,
    }
}
