//! Performance forms: stretches of lines → forms, by the layout that recognises them.
//!
//! A layout is one file with a recogniser and a reader over the shared parts: `funding` (rows of money), `indicator`
//! (the grid of indicators), `target`, `grade` (scores and grades in a sentence). To add one, add its file to [`LAYOUTS`].

mod align;
mod completeness;
mod divide;
mod enumeration;
mod funding;
mod goal;
mod grade;
mod indicator;
mod labels;
mod narrative_result;
mod outline;
mod quantity;
mod report;
mod segment;
mod self_evaluation;
mod self_evaluation_report;
mod sentences;
mod sheet;
mod start;
mod target;
mod unit_goal;
mod unit_self_evaluation_report;
mod words;

use std::collections::BTreeSet;

use super::ledger::Ledger;
use super::line::Line;
use super::part::Part;
use crate::model::{BlockKind, Form, ReadingLevel};
use crate::text::LineRange;
use segment::Segment;

/// A way in which places print a form.
struct Layout {
    /// Whether a form is printed so, by its rows and headings; never by unit or place.
    recognises: fn(&Segment<'_, '_>) -> bool,
    /// Reads it; the reason if that is not possible.
    read: fn(&Segment<'_, '_>) -> Result<Form, String>,
}

/// Every layout, in the order in which they are tried: those with more of their own come first.
const LAYOUTS: &[Layout] = &[
    unit_self_evaluation_report::LAYOUT,
    self_evaluation_report::LAYOUT,
    self_evaluation::LAYOUT,
    unit_goal::LAYOUT,
    goal::LAYOUT,
];

/// The forms of a document, before they are read.
pub(super) struct Forms<'s, 'a> {
    lines: &'s [Line<'a>],
    toc: &'s BTreeSet<usize>,
    segments: Vec<Segment<'s, 'a>>,
    taken: BTreeSet<usize>,
}

impl<'s, 'a> Forms<'s, 'a> {
    /// Finds them.
    pub fn find(lines: &'s [Line<'a>], toc: &'s BTreeSet<usize>, parts: &[Part<'_>]) -> Self {
        let segments = divide::segments(lines, toc, parts);
        let taken = segments.iter().flat_map(|segment| segment.parts.iter().copied()).collect();
        Self { lines, toc, segments, taken }
    }

    /// Whether the part at this position belongs to a form.
    pub fn holds(&self, part: usize) -> bool {
        self.taken.contains(&part)
    }

    /// Reads all forms, and claims their lines.
    pub fn read(&self, parts: &[Part<'_>], ledger: &mut Ledger) -> Vec<Form> {
        let mut forms: Vec<Form> =
            self.segments.iter().filter_map(|segment| read(segment, parts, ledger)).collect();
        let own: BTreeSet<usize> = self.segments.iter().flat_map(Segment::own_lines).collect();
        let is_free = |index: usize| !self.toc.contains(&index) && !own.contains(&index);
        forms.extend(narrative_result::forms(self.lines, is_free));
        forms.sort_by_key(|form| form.lines.first);
        forms
    }
}

fn read(segment: &Segment<'_, '_>, parts: &[Part<'_>], ledger: &mut Ledger) -> Option<Form> {
    let read = understand(segment);
    let claim = |ledger: &mut Ledger, indices: &[usize], kind| {
        ledger.claim(indices.iter().copied(), kind, ReadingLevel::Typed, "");
    };
    claim(ledger, &segment.title_lines, BlockKind::Heading);
    claim(ledger, &segment.metas, BlockKind::Meta);
    claim(ledger, &segment.notes, BlockKind::Note);
    let strays =
        segment.parts.iter().filter_map(|part| parts.get(*part)).flat_map(|part| &part.region.strays);
    let strays: Vec<usize> = strays.copied().collect();
    for grid in &segment.grids {
        let (Some(first), Some(last)) = (grid.first(), grid.last()) else { continue };
        let reason = match &read {
            Ok(form) => damages(form, LineRange::new(first.line, last.line)),
            Err(reason) => reason.clone(),
        };
        let level = match &read {
            Ok(_) if reason.is_empty() => ReadingLevel::Typed,
            Ok(_) => ReadingLevel::TypedWithIssues,
            Err(_) => ReadingLevel::Generic,
        };
        let inside = strays.iter().copied().filter(|index| (first.index..last.index).contains(index));
        ledger.claim(grid.iter().map(|row| row.index).chain(inside), BlockKind::Form, level, &reason);
    }
    read.ok()
}

/// Reads a form by the first layout that recognises it and can.
fn understand(segment: &Segment<'_, '_>) -> Result<Form, String> {
    let mut problem = "a performance form of no known layout, shown as a grid".to_owned();
    for layout in LAYOUTS.iter().filter(|layout| (layout.recognises)(segment)) {
        match (layout.read)(segment) {
            Ok(form) => return Ok(form),
            Err(reason) => problem = reason,
        }
    }
    Err(problem)
}

/// What was damaged in these lines of a form, for the ledger: each kind of damage with the fields it hit.
fn damages(form: &Form, lines: LineRange) -> String {
    let all = form.damage.iter().chain(form.indicators.iter().flat_map(|indicator| &indicator.damage));
    let here = all.filter(|damage| lines.contains(damage.line));
    let mut told: Vec<String> =
        here.map(|damage| format!("{} {}", damage.kind.name(), damage.field)).collect();
    told.sort();
    told.dedup();
    told.join("; ")
}
