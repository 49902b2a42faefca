//! Grids: stretches of tabbed lines, through page breaks and watermarks, up to the next table.

use std::collections::BTreeSet;

use super::line::{Line, LineKind};
use super::words;
use crate::model::{Number, read_number};
use crate::registry::Registry;

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
            if is_stray(lines, index, registry) {
                region.strays.push(index);
            } else {
                regions.extend(current.take());
            }
        }
    }
    regions.extend(current);
    regions
}

/// A line of text squeezed between two rows: part of a broken cell, not a new table.
fn is_stray(lines: &[Line<'_>], index: usize, registry: &Registry) -> bool {
    let tabbed = |i: Option<usize>| i.and_then(|i| lines.get(i)).is_some_and(Line::is_tabbed);
    let squeezed = tabbed(index.checked_sub(1)) && tabbed(Some(index + 1));
    let compact = &lines[index].compact;
    let speaks = words::is_meta(compact)
        || words::is_note(compact)
        || words::is_title(compact)
        || words::numbering_depth(compact).is_some();
    squeezed && !speaks && registry.find(compact, crate::model::Stage::Final).is_none()
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
    if let [part] = &filled(&lines[region.last()])[..]
        && words::numbering_depth(part).is_some()
    {
        return false;
    }
    let seen: BTreeSet<String> = region.rows.iter().flat_map(|row| filled(&lines[*row])).collect();
    let width = |i: usize| lines[i].raw.matches('\t').count();
    width(index) != width(region.last()) || texts.iter().any(|text| !seen.contains(text))
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
