//! Which lines belong to which form: a form begins with its title, or with a row that names its project; it ends with
//! its last grid and the notes below, and a report with the lines before the next title or part of the document.

use std::collections::BTreeSet;

use super::segment::Segment;
use super::start::{Page, Start, is_name_line, strip_year};
use crate::model::Denomination;
use crate::read::grid::GridRow;
use crate::read::line::Line;
use crate::read::part::Part;
use crate::read::words;

/// Lines of text that the pages may print between two grids of one form.
const MOST_FURNITURE: usize = 3;
/// Characters such a line may have.
const MOST_FURNITURE_CHARS: usize = 40;
/// Lines of notes that a form may have.
const MOST_NOTES: usize = 20;
/// Numbered headings among the grids that make a form a report.
const FEWEST_HEADINGS: usize = 2;

/// The forms of a document, in document order.
pub(super) fn segments<'s, 'a>(
    lines: &'s [Line<'a>],
    toc: &BTreeSet<usize>,
    parts: &[Part<'_>],
) -> Vec<Segment<'s, 'a>> {
    let page = Page::new(lines, toc, parts);
    let starts = page.starts();
    let ends = page.ends(&starts);
    let mut segments = Vec::new();
    for (start, end) in starts.into_iter().zip(ends) {
        segments.extend(page.segment(start, end));
    }
    segments
}

impl<'s, 'a> Page<'_, 's, 'a, '_> {
    /// One past the last line of each extent.
    fn ends(&self, starts: &[Start]) -> Vec<usize> {
        let end = |(at, start): (usize, &Start)| {
            let next = starts.get(at + 1).map_or(self.lines.len(), |next| next.index);
            self.divider(start.index, next).unwrap_or(next)
        };
        starts.iter().enumerate().map(end).collect()
    }

    /// The form between `start` and line `end`, if there is one.
    fn segment(&self, start: Start, end: usize) -> Option<Segment<'s, 'a>> {
        let parts = self.parts_between(start.index, end);
        let within = |index: &usize| (start.index..end).contains(index);
        let rows = |part: &usize| -> Vec<GridRow> {
            let rows = self.parts[*part].region.rows.iter().copied().filter(within);
            rows.map(|index| GridRow {
                line: self.lines[index].number,
                index,
                cells: self.lines[index].cells(),
            })
            .collect()
        };
        let grids: Vec<Vec<GridRow>> = parts.iter().map(rows).filter(|rows| !rows.is_empty()).collect();
        let last_row = grids.iter().flatten().map(|row| row.index).max();
        let title: String = start.title_lines.iter().map(|i| self.lines[*i].compact.as_str()).collect();
        let is_report = self.is_report(&start, &title, end, last_row);
        if last_row.is_none() && !(is_report && self.tells_of_project(&start, end)) {
            return None;
        }
        let notes = last_row.map(|row| self.notes(row + 1, end)).unwrap_or_default();
        let body_end = notes.last().copied().max(last_row).unwrap_or(start.index);
        let last = if is_report { self.last_line(start.index, end) } else { body_end };
        let stated = parts.iter().flat_map(|part| self.parts[*part].context.meta_lines.iter().copied());
        let metas: BTreeSet<usize> = start
            .year
            .into_iter()
            .chain(stated)
            .filter(|index| within(index) && !start.title_lines.contains(index) && self.is_text(*index))
            .collect();
        let texts = (start.index..=last)
            .filter(|i| self.is_text(*i))
            .filter(|i| !start.title_lines.contains(i) && !metas.contains(i) && !notes.contains(i))
            .collect();
        let denomination = self.denomination(&title, &parts);
        Some(Segment {
            lines: self.lines,
            first: start.index,
            last,
            title_lines: start.title_lines,
            title,
            parts,
            grids,
            texts,
            notes,
            metas: metas.into_iter().collect(),
            denomination,
            is_report,
        })
    }

    fn denomination(&self, title: &str, parts: &[usize]) -> Option<Denomination> {
        let stated = parts.iter().find_map(|part| self.parts[*part].context.denomination());
        words::find_denomination(title).or(stated)
    }

    /// The grids of forms between two lines, and those that go on below them.
    fn parts_between(&self, from: usize, to: usize) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        let first = self.parts.partition_point(|part| part.region.last() < from);
        let near = self.parts.iter().enumerate().skip(first).take_while(|(_, part)| part.region.first() < to);
        let inside = |part: &Part<'_>| part.region.rows.iter().any(|row| (from..to).contains(row));
        for (position, part) in near.filter(|(_, part)| inside(part)) {
            let goes_on = || {
                found.last().is_some_and(|last| {
                    part.context.spec.is_none()
                        && self.goes_on(self.parts[*last].region.last(), part.region.first())
                })
            };
            if part.is_form() || goes_on() {
                found.push(position);
            }
        }
        found
    }

    /// Whether only what the pages print stands between two rows.
    fn goes_on(&self, last: usize, first: usize) -> bool {
        let between: Vec<&Line<'_>> = self.lines.get(last + 1..first).unwrap_or_default().iter().collect();
        let texts: Vec<&&Line<'_>> = between.iter().filter(|line| line.is_text()).collect();
        let furniture = |line: &&&Line<'_>| {
            let compact = &line.compact;
            compact.chars().count() <= MOST_FURNITURE_CHARS
                && !compact.contains('。')
                && !words::is_title(compact)
                && words::numbering_depth(compact).is_none()
        };
        texts.len() <= MOST_FURNITURE && texts.iter().all(furniture)
    }

    /// A report says so in its title, or has headings among its grids.
    fn is_report(&self, start: &Start, title: &str, end: usize, last_row: Option<usize>) -> bool {
        if is_report_title(title) {
            return true;
        }
        let until = last_row.unwrap_or(end);
        let heading = |index: &usize| {
            let line = &self.lines[*index];
            self.is_text(*index) && words::is_heading(line.raw, &line.compact)
        };
        let from = start.title_lines.last().map_or(start.index, |last| last + 1);
        (from..until).filter(heading).take(FEWEST_HEADINGS).count() == FEWEST_HEADINGS
    }

    /// Whether a report without grids names what it is about.
    fn tells_of_project(&self, start: &Start, end: usize) -> bool {
        let text = |index: &usize| self.is_text(*index);
        let mut texts = (start.index..end).filter(text).map(|index| self.lines[index].compact.as_str());
        texts.any(is_name_line)
    }

    /// The notes right below a form, with the numbered lines they go on in.
    fn notes(&self, from: usize, to: usize) -> Vec<usize> {
        let mut notes: Vec<usize> = Vec::new();
        for index in (from..to).filter(|index| !self.lines[*index].is_gap()) {
            let compact = &self.lines[index].compact;
            let goes_on =
                !notes.is_empty() && words::numbering_depth(compact) == Some(5) && compact.contains('。');
            if !self.is_text(index) || !(words::is_note(compact) || goes_on) || notes.len() == MOST_NOTES {
                break;
            }
            notes.push(index);
        }
        notes
    }

    /// The line before the next form; tags above that belong to it.
    fn last_line(&self, from: usize, to: usize) -> usize {
        let is_tag = |index: usize| self.lines[index].is_text() && words::is_tag(&self.lines[index].compact);
        let filled = (from..to).rev().filter(|index| !self.lines[*index].is_gap());
        let tags = filled.take_while(|index| is_tag(*index)).last();
        tags.unwrap_or(to).saturating_sub(1).max(from)
    }
}

fn is_report_title(title: &str) -> bool {
    let folded = crate::text::matching(strip_year(title));
    folded.ends_with("报告") || folded.split('(').next().is_some_and(|head| head.ends_with("报告"))
}
