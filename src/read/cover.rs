//! The cover: what the document calls itself.

use std::collections::BTreeMap;

use super::line::Line;
use super::words;
use crate::model::{FiscalYear, Reading};

/// Lines a cover may have; more than that, and the document has none.
const MOST_LINES: usize = 12;
/// A longer line is prose.
const MOST_CHARS: usize = 60;

/// The indices of the cover's lines: short text before the contents, the first heading or grid.
pub(super) fn cover_lines(lines: &[Line<'_>], is_taken: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut cover = Vec::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_gap()) {
        let prose = line.compact.chars().count() > MOST_CHARS || line.compact.contains('。');
        let body = words::numbering_depth(&line.compact).is_some();
        if is_taken(index) || !line.is_text() || prose || body || cover.len() == MOST_LINES {
            break;
        }
        cover.push(index);
    }
    cover
}

/// Fills in title, unit name, scope, year and stage from the cover and the tables' meta lines.
pub(super) fn describe(
    reading: &mut Reading,
    lines: &[Line<'_>],
    cover: &[usize],
    unit_names: &[String],
    years: &[FiscalYear],
) {
    let texts: Vec<&str> = cover.iter().map(|index| lines[*index].plain.as_str()).collect();
    let joined: String = texts.iter().map(|text| crate::text::compact(text)).collect();
    let is_title = |text: &&&str| words::find_stage(text).is_some() || text.contains("公开");
    let title = texts.iter().find(is_title).map(|text| (*text).to_owned());
    let name = texts
        .iter()
        .find(|text| !is_title(text) && words::find_year(text).is_none() && text.chars().count() >= 4);
    reading.unit_name =
        most_common(unit_names).or_else(|| name.map(|text| crate::text::compact(text))).unwrap_or_default();
    reading.scope = words::find_scope(&joined);
    reading.stage = words::find_stage(&joined);
    let title = title.map(|title| with_displaced_year(title, &texts));
    reading.year = words::find_year(&joined)
        .or_else(|| title.as_deref().and_then(words::find_year))
        .or_else(|| most_common(years));
    reading.title = title.unwrap_or_default();
}

/// `年度部门决算`, with the year on a line of its own: the conversion threw the digits out of the title.
fn with_displaced_year(title: String, texts: &[&str]) -> String {
    let year = texts.iter().find(|text| words::find_year(&format!("{text}年")).is_some() && text.len() == 4);
    match year {
        Some(year) if title.starts_with('年') => format!("{year}{title}"),
        _ => title,
    }
}

/// The most frequent value, the first of equals.
pub(super) fn most_common<T: Ord + Clone>(values: &[T]) -> Option<T> {
    let mut counts: BTreeMap<&T, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_insert(0) += 1;
    }
    let most = counts.values().copied().max()?;
    values.iter().find(|value| counts.get(value) == Some(&most)).cloned()
}
