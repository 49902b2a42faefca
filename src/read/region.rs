//! Grids: stretches of tabbed lines, through page breaks and watermarks, up to the next table.

use std::collections::BTreeSet;

use super::line::{Line, LineKind};
use super::words;
use crate::model::{Number, read_number};
use crate::registry::Registry;

/// Lines that the pages may print between two rows of a grid.
const MOST_FURNITURE: usize = 3;
/// Characters such a line may have.
const MOST_FURNITURE_CHARS: usize = 40;
/// Rows at the top of a grid among which a repeated header is looked for.
const MOST_HEADER: usize = 8;

/// A grid before its meaning is known. All numbers are indices into the lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Region {
    /// The tabbed lines, in order.
    pub rows: Vec<usize>,
    /// Text lines that stand between rows and belong to no cell.
    pub strays: Vec<usize>,
}

impl Region {
    pub fn first(&self) -> usize {
        self.rows.first().copied().unwrap_or(0)
    }

    pub fn last(&self) -> usize {
        self.rows.last().copied().unwrap_or(0)
    }
}

/// Finds the grids outside the tables of contents.
pub(super) fn regions(lines: &[Line<'_>], toc: &BTreeSet<usize>, registry: &Registry) -> Vec<Region> {
    let mut regions = Vec::new();
    let mut current: Option<Region> = None;
    for index in (0..lines.len()).filter(|i| !lines[*i].is_gap()) {
        if toc.contains(&index) {
            regions.extend(current.take());
        } else if lines[index].is_tabbed() {
            if current.as_ref().is_some_and(|region| starts_table(lines, region, index, registry)) {
                regions.extend(current.take());
            }
            current.get_or_insert_with(|| Region { rows: Vec::new(), strays: Vec::new() }).rows.push(index);
        } else if let Some(region) = &mut current {
            if is_stray(lines, region, index, registry) {
                region.strays.push(index);
            } else {
                regions.extend(current.take());
            }
        }
    }
    regions.extend(current);
    regions
}

/// A line of text between two rows of one grid: part of a broken cell, or what the pages print above and below.
fn is_stray(lines: &[Line<'_>], region: &Region, index: usize, registry: &Registry) -> bool {
    let is_row = |i: Option<usize>| i.and_then(|i| lines.get(i)).is_some_and(Line::is_tabbed);
    if speaks(&lines[index].compact, registry) {
        return false;
    }
    let squeezed = is_row(index.checked_sub(1)) && is_row(Some(index + 1));
    squeezed || is_furniture(lines, region, index, registry)
}

/// Text that can belong to a table, or begin something else.
fn speaks(compact: &str, registry: &Registry) -> bool {
    words::is_meta(compact)
        || words::is_note(compact)
        || words::is_title(compact) && !words::is_continued(compact)
        || words::numbering_depth(compact).is_some()
        || registry.find(compact, crate::model::Stage::Final).is_some()
}

/// A few short lines below which the same grid goes on, with as many cells and no header of its own.
fn is_furniture(lines: &[Line<'_>], region: &Region, index: usize, registry: &Registry) -> bool {
    let rest = || (index..lines.len()).filter(|i| !lines[*i].is_gap());
    let between: Vec<usize> = rest().take_while(|i| lines[*i].is_text()).take(MOST_FURNITURE + 1).collect();
    let Some(next) = rest().nth(between.len()).filter(|i| lines[*i].is_tabbed()) else { return false };
    let short = |i: &usize| {
        let compact = &lines[*i].compact;
        compact.chars().count() <= MOST_FURNITURE_CHARS
            && !compact.contains('。')
            && !speaks(compact, registry)
    };
    // A page number between header and data shows that nothing new begins.
    let paged = || lines[region.last()..next].iter().any(|line| line.kind == LineKind::Ruler);
    let begun = || paged() || region.rows.iter().any(|row| is_data(&lines[*row], registry));
    between.len() <= MOST_FURNITURE
        && between.iter().all(short)
        && (width(&lines[next]) >= 2 || paged())
        && region.rows.iter().take(MOST_HEADER).any(|row| width(&lines[next]) <= width(&lines[*row]) + 1)
        && (names_part(&lines[region.last()])
            || begun()
                && (is_data(&lines[next], registry)
                    || has_gap(&lines[next], registry)
                    || repeats_header(lines, region, next)))
}

/// How many TABs a row has.
fn width(line: &Line<'_>) -> usize {
    line.raw.matches('\t').count()
}

/// A row with an empty cell and no header word.
fn has_gap(line: &Line<'_>, registry: &Registry) -> bool {
    let filled = filled(line);
    filled.len() <= width(line) && filled.iter().all(|text| registry.axis.kind(text).is_none())
}

fn repeats_header(lines: &[Line<'_>], region: &Region, index: usize) -> bool {
    region.rows.iter().take(MOST_HEADER).any(|row| lines[*row].compact == lines[index].compact)
}

/// Whether the row at `index` begins a table of its own, right below or after a gap.
fn starts_table(lines: &[Line<'_>], region: &Region, index: usize, registry: &Registry) -> bool {
    let texts: Vec<String> = filled(&lines[index]);
    if let [only] = &texts[..] {
        let title = words::is_title(only) && registry.find(only, crate::model::Stage::Final).is_some();
        return title && region.rows.len() > 1;
    }
    let after_gap = region.last() + 1 < index
        && lines[region.last() + 1..index].iter().any(|line| line.kind == LineKind::Blank);
    after_gap && is_new_header(lines, region, &texts, index, registry)
}

/// After a gap, a row of header words that the grid does not have yet belongs to another table.
fn is_new_header(
    lines: &[Line<'_>],
    region: &Region,
    texts: &[String],
    index: usize,
    registry: &Registry,
) -> bool {
    let has_axis = texts.iter().any(|text| registry.axis.kind(text).is_some());
    let has_number =
        texts.iter().any(|text| text.bytes().any(|b| b.is_ascii_digit()) && !text.contains('年'));
    if texts.len() < 2 || !has_axis || has_number {
        return false;
    }
    if !region.rows.iter().any(|row| is_data(&lines[*row], registry)) {
        return false;
    }
    // A row that only names a part of the table has the part's header below it.
    if names_part(&lines[region.last()]) || repeats_header(lines, region, index) {
        return false;
    }
    let seen: BTreeSet<String> = region.rows.iter().flat_map(|row| filled(&lines[*row])).collect();
    width(&lines[index]) != width(&lines[region.last()]) || texts.iter().any(|text| !seen.contains(text))
}

/// Whether a row only names a part of its table.
fn names_part(line: &Line<'_>) -> bool {
    matches!(&filled(line)[..], [part] if words::numbering_depth(part).is_some())
}

/// Whether a row is more than header: it has a code, a total, an item or a number.
fn is_data(line: &Line<'_>, registry: &Registry) -> bool {
    let cells = line.cells();
    let filled: Vec<&str> =
        cells.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
    let Some(first) = filled.first() else { return false };
    let is_item = words::strip_ordinal(first) != *first && registry.axis.kind(first).is_none();
    is_item
        || words::is_total(first) && filled.len() == 1
        || filled.iter().any(|text| matches!(read_number(text), Number::Value(_)))
}

fn filled(line: &Line<'_>) -> Vec<String> {
    line.cells().into_iter().map(|cell| cell.text).filter(|text| !text.is_empty()).collect()
}
