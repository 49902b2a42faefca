//! The block ledger: every non-blank line of a document lies in exactly one block.

use crate::text::LineRange;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// The lines before everything else: unit, title, date.
    Cover,
    /// A table of contents.
    Toc,
    /// A heading, or the title of a table or form.
    Heading,
    /// Prose.
    Paragraph,
    /// What stands between a table's title and its grid: tag, unit name, year, denomination.
    Meta,
    /// The grid of a standard table.
    Table,
    /// The grid of a performance form.
    Form,
    /// A note below a table.
    Note,
    /// A stamp the publisher put over the pages.
    Watermark,
    /// A line drawn with hyphens, or a page number.
    Ruler,
    /// A grid that is no standard table.
    Grid,
    /// Lines kept as they are.
    Raw,
}

impl BlockKind {
    /// The name in `blocks.csv`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::Toc => "toc",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Meta => "meta",
            Self::Table => "table",
            Self::Form => "form",
            Self::Note => "note",
            Self::Watermark => "watermark",
            Self::Ruler => "ruler",
            Self::Grid => "grid",
            Self::Raw => "raw",
        }
    }
}

/// How far a block was understood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReadingLevel {
    /// Every part has its meaning.
    #[default]
    Typed,
    /// Understood, with something padded, assumed or left out.
    TypedWithIssues,
    /// A grid without meaning.
    Generic,
    /// Lines only.
    Raw,
}

impl ReadingLevel {
    /// The number in `blocks.csv`, 0 to 3.
    pub fn number(self) -> u8 {
        match self {
            Self::Typed => 0,
            Self::TypedWithIssues => 1,
            Self::Generic => 2,
            Self::Raw => 3,
        }
    }
}

/// A stretch of lines and what they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// First and last line; blank lines inside belong to the block.
    pub lines: LineRange,
    /// What it is.
    pub kind: BlockKind,
    /// How far it was understood.
    pub level: ReadingLevel,
    /// Why it was not understood further; empty at level 0.
    pub reason: String,
}
