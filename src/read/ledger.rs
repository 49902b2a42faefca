//! The block ledger: lines are claimed by what they belong to; what nobody claims is shown as it is.

use super::line::{Line, LineKind};
use super::words;
use crate::model::{Block, BlockKind, ReadingLevel, Section};
use crate::text::LineRange;

/// What claims lines: one table, one note, one heading …
#[derive(Clone, Debug)]
struct Claim {
    kind: BlockKind,
    level: ReadingLevel,
    reason: String,
}

/// Collects claims on lines.
#[derive(Clone, Debug)]
pub(super) struct Ledger {
    slots: Vec<Option<usize>>,
    claims: Vec<Claim>,
}

impl Ledger {
    pub fn new(lines: usize) -> Self {
        Self { slots: vec![None; lines], claims: Vec::new() }
    }

    /// Claims the lines at these indices, unless they are taken.
    pub fn claim(&mut self, indices: impl IntoIterator<Item = usize>, kind: BlockKind, level: ReadingLevel, reason: &str) {
        let id = self.claims.len();
        self.claims.push(Claim { kind, level, reason: reason.to_owned() });
        for index in indices {
            if let Some(slot) = self.slots.get_mut(index)
                && slot.is_none()
            {
                *slot = Some(id);
            }
        }
    }

    pub fn is_taken(&self, index: usize) -> bool {
        self.slots.get(index).is_some_and(Option::is_some)
    }

    /// Claims watermarks and rulers, then headings and paragraphs among what is left.
    pub fn claim_text(&mut self, lines: &[Line<'_>]) {
        let mut index = 0;
        while index < lines.len() {
            let end = self.end_of_run(lines, index);
            match lines[index].kind {
                LineKind::Blank => {}
                LineKind::Watermark => self.claim(index..end, BlockKind::Watermark, ReadingLevel::Typed, ""),
                LineKind::Ruler => self.claim(index..end, BlockKind::Ruler, ReadingLevel::Typed, ""),
                LineKind::Tabbed => self.claim(index..end, BlockKind::Raw, ReadingLevel::Raw, "cells that form no table"),
                LineKind::Text if words::is_heading(lines[index].raw, &lines[index].compact) => {
                    self.claim(index..end, BlockKind::Heading, ReadingLevel::Typed, "");
                }
                LineKind::Text => self.claim(index..end, BlockKind::Paragraph, ReadingLevel::Typed, ""),
            }
            index = end;
        }
    }

    /// One past the lines that belong together with the one at `start`: hard-wrapped prose, a run of rows.
    fn end_of_run(&self, lines: &[Line<'_>], start: usize) -> usize {
        let kind = lines[start].kind;
        let heading = |index: usize| words::is_heading(lines[index].raw, &lines[index].compact);
        if self.is_taken(start) || (kind == LineKind::Text && heading(start)) {
            return start + 1;
        }
        let joins = |index: &usize| {
            let line = &lines[*index];
            let numbered = words::numbering_depth(&line.compact).is_some();
            line.kind == kind && !self.is_taken(*index) && !(kind == LineKind::Text && (numbered || heading(*index)))
        };
        (start + 1..lines.len()).take_while(joins).last().map_or(start + 1, |last| last + 1)
    }

    /// The ledger as blocks in document order; a block interrupted by another is continued by a further one.
    pub fn blocks(&self, lines: &[Line<'_>]) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut open: Option<usize> = None;
        for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.kind != LineKind::Blank) {
            let Some(id) = self.slots[index] else { continue };
            let claim = &self.claims[id];
            match blocks.last_mut().filter(|_| open == Some(id)) {
                Some(block) => block.lines.last = line.number,
                None => blocks.push(Block {
                    lines: LineRange::new(line.number, line.number),
                    kind: claim.kind,
                    level: claim.level,
                    reason: claim.reason.clone(),
                }),
            }
            open = Some(id);
        }
        blocks
    }

    /// Numbered and set headings outside the contents, each to the line before the next of its depth.
    pub fn sections(&self, lines: &[Line<'_>]) -> Vec<Section> {
        let is_heading = |index: &usize| self.slots[*index].is_some_and(|id| self.claims[id].kind == BlockKind::Heading);
        let heads: Vec<usize> = (0..lines.len()).filter(is_heading).collect();
        let depth = |index: usize| words::numbering_depth(&lines[index].compact).unwrap_or(2);
        let end_of_document = lines.last().map_or(0, |line| line.number);
        let section = |(position, index): (usize, &usize)| {
            let next = heads[position + 1..].iter().find(|other| depth(**other) <= depth(*index));
            let last = next.map_or(end_of_document, |other| lines[*other].number - 1);
            Section { heading: lines[*index].plain.clone(), depth: depth(*index), lines: LineRange::new(lines[*index].number, last) }
        };
        heads.iter().enumerate().map(section).collect()
    }
}
