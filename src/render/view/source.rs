//! The text of a disclosure, every line an anchor.

use serde::Serialize;

use super::head::{Crumb, DisclosureName, PageHead, Section, disclosure_crumbs};
use super::quote::{Quotes, TextPart};
use crate::catalog::url;
use crate::model::{Disclosure, ReadingLevel, Unit};
use crate::render::link::Linker;
use crate::text::SourceText;

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceLine {
    /// 1-based.
    pub number: u32,
    /// The parts between tabs; none for a blank line.
    pub cells: Vec<String>,
    /// The same, taken apart where it quotes figures; empty where it quotes none.
    pub quoting: Vec<Vec<TextPart>>,
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
        blocks: blocks(disclosure, &Quotes::new(disclosure, &linker)),
    }
}

/// The ledger's blocks and, between them, what it leaves out: blank lines.
fn blocks(disclosure: &Disclosure, quotes: &Quotes<'_>) -> Vec<SourceBlock> {
    let source = &disclosure.source;
    let mut out = Vec::new();
    let mut next = 1;
    for block in &disclosure.reading.blocks {
        gap(source, next, block.lines.first, quotes, &mut out);
        let first = block.lines.first.max(next);
        if first <= block.lines.last {
            let lines = lines(source, first, block.lines.last, quotes);
            out.push(source_block(block.kind.name(), block.level, block.reason.clone(), lines));
        }
        next = next.max(block.lines.last + 1);
    }
    gap(source, next, source.line_count() + 1, quotes, &mut out);
    out
}

fn gap(source: &SourceText, first: u32, end: u32, quotes: &Quotes<'_>, out: &mut Vec<SourceBlock>) {
    if first < end {
        out.push(source_block("", ReadingLevel::Typed, String::new(), lines(source, first, end - 1, quotes)));
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

fn lines(source: &SourceText, first: u32, last: u32, quotes: &Quotes<'_>) -> Vec<SourceLine> {
    let line = |number| {
        let text = source.line(number);
        let cells =
            if text.trim().is_empty() { Vec::new() } else { text.split('\t').map(str::to_owned).collect() };
        SourceLine { number, quoting: quotes.of_line(number, &cells), cells }
    };
    (first..=last).map(line).collect()
}
