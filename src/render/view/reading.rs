//! How far a document was understood: its blocks by kind and level.

use std::collections::BTreeMap;

use serde::Serialize;

use super::head::{DisclosureName, LineLink};
use crate::model::{Block, BlockKind, Disclosure, ReadingLevel};

/// Blocks of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct BlockCount {
    /// `table`, `paragraph` …
    pub kind: &'static str,
    /// How many.
    pub blocks: usize,
    /// How many lines they cover.
    pub lines: u32,
    /// Blocks at levels 0 to 3.
    pub levels: [usize; 4],
}

/// A block that was not fully understood.
#[derive(Clone, Debug, Serialize)]
pub struct OpenBlock {
    /// `table`, `grid`, `raw` …
    pub kind: &'static str,
    /// 1 to 3.
    pub level: u8,
    /// Why.
    pub reason: String,
    /// Its first line.
    pub at: LineLink,
    /// Its last line.
    pub last: u32,
}

/// How a document was read.
#[derive(Clone, Debug, Serialize)]
pub struct ReadingSummary {
    /// Lines of the document.
    pub lines: u32,
    /// Blocks at each level.
    pub levels: [usize; 4],
    /// By kind.
    pub kinds: Vec<BlockCount>,
    /// The blocks above level 0, in document order.
    pub open: Vec<OpenBlock>,
    /// Masked numbers.
    pub redactions: usize,
    /// Figures in tables.
    pub figures: usize,
}

/// Sums up the block ledger.
pub(super) fn reading_summary(disclosure: &Disclosure, name: &DisclosureName) -> ReadingSummary {
    let blocks = &disclosure.reading.blocks;
    let mut kinds: BTreeMap<BlockKind, BlockCount> = BTreeMap::new();
    let mut levels = [0; 4];
    for block in blocks {
        levels[usize::from(block.level.number())] += 1;
        let empty = BlockCount { kind: block.kind.name(), blocks: 0, lines: 0, levels: [0; 4] };
        add(kinds.entry(block.kind).or_insert(empty), block);
    }
    ReadingSummary {
        lines: disclosure.source.line_count(),
        levels,
        kinds: kinds.into_values().collect(),
        open: blocks
            .iter()
            .filter(|block| block.level > ReadingLevel::Typed)
            .map(|b| open(b, name))
            .collect(),
        redactions: disclosure.source.redactions().len(),
        figures: disclosure.reading.tables.iter().map(crate::model::Table::figure_count).sum(),
    }
}

fn add(count: &mut BlockCount, block: &Block) {
    count.blocks += 1;
    count.lines += (block.lines.last + 1).saturating_sub(block.lines.first);
    count.levels[usize::from(block.level.number())] += 1;
}

fn open(block: &Block, name: &DisclosureName) -> OpenBlock {
    OpenBlock {
        kind: block.kind.name(),
        level: block.level.number(),
        reason: block.reason.clone(),
        at: name.line(block.lines.first),
        last: block.lines.last,
    }
}
