//! The grid of indicators: from its header to the row of the total, row by row, damage told.

mod build;
mod cells;
mod header;
mod heads;
mod levels;
mod row;

use super::words;
use crate::model::{Damage, Indicator};
use crate::read::grid::GridRow;

use cells::Profile;
use header::Header;
pub(in crate::read) use header::{Role, is_header, role};
use row::Row;

/// What was read of a grid of indicators.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct IndicatorGrid {
    /// In document order.
    pub indicators: Vec<Indicator>,
    /// How many of the rows belong to the grid: header rows, indicators, slots left blank, residue of labels.
    pub consumed: usize,
    /// Lines of which some words or numbers found no column; they are noted as damage, too.
    pub unclear: Vec<u32>,
    /// Rows that hold pieces of labels only are no damage of an indicator; what is, stands there.
    pub damage: Vec<Damage>,
    /// Columns of weight and score, to tell the two numbers of a total apart.
    pub points: Option<(usize, usize)>,
}

/// Reads the grid whose header is the first of `rows`; `None` if it is no header. Further headers among the rows (a
/// page that repeats them) are read again; the grid ends at the total or at the first row of another part.
pub(in crate::read) fn indicators(rows: &[GridRow]) -> Option<IndicatorGrid> {
    let (first_header, _) = header::header(rows)?;
    let mut grid = IndicatorGrid { points: points(&first_header), ..IndicatorGrid::default() };
    let pages = pages(rows, &mut grid.consumed);
    let stray = first_header.stray_first.clone();
    let mut read: Vec<Row<'_>> = Vec::new();
    let mut headers: Vec<Header> = Vec::new();
    for (header, body) in pages {
        let page = page_rows(&header, body);
        headers.extend(page.iter().map(|_| header.clone()));
        read.extend(page);
    }
    forget_names_that_run_behind(&mut read);
    let levels = levels::levels(&mut read, stray.as_deref());
    for ((row, levels), header) in read.into_iter().zip(levels).zip(&headers) {
        if row.unclear {
            grid.unclear.push(row.grid.line);
        }
        match build::indicator(&row, levels, header) {
            Some(indicator) => grid.indicators.push(indicator),
            None => grid.damage.extend(build::residue(row)),
        }
    }
    Some(grid)
}

fn points(header: &Header) -> Option<(usize, usize)> {
    let column = |role| header.position(role).and_then(|at| header.slots.get(at)).map(|(_, column)| *column);
    Some((column(Role::Weight)?, column(Role::Score)?))
}

/// Headers with the rows below them.
fn pages<'a>(rows: &'a [GridRow], consumed: &mut usize) -> Vec<(Header, &'a [GridRow])> {
    let mut pages: Vec<(Header, &'a [GridRow])> = Vec::new();
    let mut at = 0;
    while let Some((header, taken)) = rows.get(at..).and_then(header::header) {
        let body = rows.get(at + taken..).unwrap_or_default();
        let goes_on = |at: &usize| body.get(*at..).is_some_and(|rest| !ends_grid(rest));
        let length = (0..body.len()).take_while(goes_on).count();
        pages.push((header, &body[..length]));
        at += taken + length;
    }
    *consumed = at;
    pages
}

/// A total, a header, or a row that belongs to another part of the form.
fn ends_grid(rows: &[GridRow]) -> bool {
    let row = rows.first();
    header::header(rows).is_some()
        || row.is_some_and(|row| words::is_total_row(row) || words::begins_other_part(row))
}

fn page_rows<'a>(header: &Header, body: &'a [GridRow]) -> Vec<Row<'a>> {
    let filled: Vec<&GridRow> = body.iter().filter(|row| !row.is_empty()).collect();
    let unlearned = Profile::default();
    let lessons: Vec<_> =
        filled.iter().map(|grid| row::lesson(&row::row(grid, header, &unlearned), header)).collect();
    let mut profile = Profile::default();
    lessons.iter().for_each(|lesson| profile.learn(lesson));
    let mut rows: Vec<Row<'a>> = Vec::with_capacity(filled.len());
    for (grid, own) in filled.into_iter().zip(&lessons) {
        profile.forget(own);
        rows.push(row::row(grid, header, &profile));
        profile.learn(own);
    }
    let named = || rows.iter().filter(|row| row.has_values());
    let usual = named().next().and_then(|row| row.alignment.offset());
    let shared = usual.filter(|usual| named().all(|row| row.alignment.offset() == Some(*usual)));
    for row in rows.iter_mut().filter(|row| row.has_values()) {
        row::note_shifts(row, header, shared.unwrap_or(0));
    }
    rows
}

/// Values that stand one row before their names: a row without name, and later one with a name and nothing else. Which
/// name belongs to which values is not certain in between, so no name is taken there.
fn forget_names_that_run_behind(rows: &mut [Row<'_>]) {
    let nameless = |row: &Row<'_>| row.has_values() && row.cell(Role::Name).is_none();
    let valueless = |row: &Row<'_>| {
        let told = row.cell(Role::Name).is_some_and(|cell| cell.text.chars().count() > 2);
        told && row.second.is_some() && !row.has_values() && row.cell(Role::Weight).is_none()
    };
    let mut open: Option<usize> = None;
    let mut spans = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if row.first.is_some() && open.is_some_and(|start| start < at) {
            open = None;
        }
        if nameless(row) {
            open = open.or(Some(at));
        } else if let Some(start) = open.filter(|_| valueless(row)) {
            spans.push((start, at));
            open = None;
        }
    }
    for (start, end) in spans {
        let span = rows.get_mut(start..=end).unwrap_or_default();
        let displaced: Vec<_> = span.iter().filter_map(|row| row.second).collect();
        for row in span {
            build::forget_name(row);
            row.displaced.clone_from(&displaced);
        }
    }
}
