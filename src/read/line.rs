//! What a line is by itself: blank, ruler, cells, or text; and which lines are a watermark.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::words;
use crate::text::{SourceText, Span, plain, squeeze};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    Blank,
    /// Hyphens or a page number: drawn by the converter.
    Ruler,
    Watermark,
    /// Cells separated by TAB.
    Tabbed,
    Text,
}

/// One line with the forms the reader needs.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// 1-based.
    pub number: u32,
    pub raw: &'a str,
    /// Without markup, ends trimmed.
    pub plain: String,
    /// Without markup and white space.
    pub compact: String,
    pub kind: LineKind,
}

/// One cell of a tabbed line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct GridCell {
    /// Without markup, ends trimmed.
    pub printed: String,
    /// Without white space, too.
    pub text: String,
    pub span: Span,
}

impl GridCell {
    pub fn new(printed: String, span: Span) -> Self {
        Self { text: squeeze(&printed), printed, span }
    }

    /// A cell that the line does not have.
    pub fn absent(line: u32) -> Self {
        Self::new(String::new(), Span { line, start: 0, end: 0 })
    }
}

impl Line<'_> {
    pub fn is_gap(&self) -> bool {
        matches!(self.kind, LineKind::Blank | LineKind::Ruler | LineKind::Watermark)
    }

    pub fn is_text(&self) -> bool {
        self.kind == LineKind::Text
    }

    pub fn is_tabbed(&self) -> bool {
        self.kind == LineKind::Tabbed
    }

    /// The cells of the line; one if it has no TAB.
    pub fn cells(&self) -> Vec<GridCell> {
        let mut start = 0;
        let mut cells = Vec::new();
        for raw in self.raw.split('\t') {
            let length = u32::try_from(raw.chars().count()).unwrap_or(0);
            let lead = u32::try_from(raw.chars().take_while(|c| c.is_whitespace()).count()).unwrap_or(0);
            let inner = u32::try_from(raw.trim().chars().count()).unwrap_or(0);
            let from = if inner == 0 { start } else { start + lead };
            let span = Span { line: self.number, start: from, end: from + inner };
            cells.push(GridCell::new(plain(raw), span));
            start += length + 1;
        }
        cells
    }
}

/// All lines of a document, classified.
pub(super) fn lines(source: &SourceText) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = (1..).zip(source.lines()).map(|(number, raw)| line(number, raw)).collect();
    settle_page_numbers(&mut lines);
    mark_watermarks(&mut lines);
    lines
}

fn line(number: u32, raw: &str) -> Line<'_> {
    let plain = plain(raw);
    let compact = squeeze(&plain);
    let kind = match () {
        () if raw.contains('\t') && is_ruler_row(raw) => LineKind::Ruler,
        () if raw.contains('\t') => LineKind::Tabbed,
        () if compact.is_empty() => LineKind::Blank,
        () if compact.chars().count() >= 3 && compact.chars().all(|c| "-—–=_*·".contains(c)) => {
            LineKind::Ruler
        }
        () => LineKind::Text,
    };
    Line { number, raw, plain, compact, kind }
}

/// A row in which every cell is drawn with hyphens, as Markdown tables have it.
fn is_ruler_row(raw: &str) -> bool {
    let drawn = |cell: &str| !cell.is_empty() && cell.chars().all(|c| "-—–: ".contains(c));
    raw.split('\t').map(str::trim).all(drawn) && raw.split('\t').any(|cell| cell.trim().chars().count() >= 3)
}

/// A number alone between blank lines is a page number.
fn settle_page_numbers(lines: &mut [Line<'_>]) {
    static PAGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^(?:[-—–·]*\d{1,4}[-—–·]*|第\d{1,4}页(?:[,，]?共\d{1,4}页)?|\d{1,4}/\d{1,4})$").ok()
    });
    let Some(page) = &*PAGE else { return };
    let blank = |lines: &[Line<'_>], index: Option<usize>| {
        index.and_then(|i| lines.get(i)).is_none_or(|line| line.kind == LineKind::Blank)
    };
    for index in 0..lines.len() {
        let alone = blank(lines, index.checked_sub(1)) && blank(lines, Some(index + 1));
        if lines[index].is_text() && alone && page.is_match(&lines[index].compact) {
            lines[index].kind = LineKind::Ruler;
        }
    }
}

/// A stamp: the same words at least five times, two of them side by side or one of them inside a grid.
fn mark_watermarks(lines: &mut [Line<'_>]) {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, line) in
        lines.iter().enumerate().filter(|(_, line)| line.is_text() && can_be_stamp(&line.compact))
    {
        places.entry(line.compact.as_str()).or_default().push(index);
    }
    let stamps: Vec<usize> = places
        .into_values()
        .filter(|at| {
            at.len() >= 5 && (stand_together(lines, at) || at.iter().any(|i| is_inside_grid(lines, *i)))
        })
        .flatten()
        .collect();
    for index in stamps {
        lines[index].kind = LineKind::Watermark;
    }
}

fn can_be_stamp(text: &str) -> bool {
    let length = text.chars().count();
    let punctuated = text.contains([':', '：', '。', '；', '，', '、']);
    let heading = words::numbering_depth(text).is_some() || words::is_title(text);
    (3..=40).contains(&length) && !punctuated && !heading && !text.contains(|c: char| c.is_ascii_digit())
}

fn stand_together(lines: &[Line<'_>], at: &[usize]) -> bool {
    at.windows(2).any(|pair| lines[pair[0] + 1..pair[1]].iter().all(|line| line.kind == LineKind::Blank))
}

fn is_inside_grid(lines: &[Line<'_>], index: usize) -> bool {
    let other = |line: &&Line<'_>| line.kind != LineKind::Blank && line.compact != lines[index].compact;
    let before = lines[..index].iter().rev().find(other);
    let after = lines[index + 1..].iter().find(other);
    before.is_some_and(Line::is_tabbed) && after.is_some_and(Line::is_tabbed)
}
