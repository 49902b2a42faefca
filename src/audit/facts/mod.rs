//! What a disclosure prints, found by meaning, ready to be held against each other.

mod input;
mod parts;
mod prose;
mod sheet;
mod slot;

use std::collections::BTreeMap;

use crate::model::{Claim, Disclosure, FigureKey, Form, FormKind, Reading, Stage};
use crate::text::Span;

pub(super) use input::{precision, text};
pub use parts::PartTotals;
pub(super) use prose::fold;
pub(super) use sheet::Sheet;
pub(super) use slot::Slot;

use super::Subject;

/// A disclosure, prepared for the checks.
pub(super) struct Facts<'a> {
    /// What is audited.
    pub subject: Subject<'a>,
    /// What was read in it.
    pub reading: &'a Reading,
    /// Its standard tables.
    sheets: Vec<Sheet<'a>>,
    /// For each form the slug of its project.
    slugs: Vec<&'a str>,
    /// For each form the index of its project.
    projects: Vec<Option<usize>>,
    /// Where each figure stands, by its name.
    figures: BTreeMap<FigureKey, (usize, usize, usize)>,
    /// The claims, by sentence and subject.
    prose: prose::Index,
}

impl<'a> Facts<'a> {
    pub fn new(subject: Subject<'a>) -> Self {
        let reading = &subject.disclosure.reading;
        let known = reading.tables.iter().filter(|table| !table.kind.is_empty());
        let mut slugs = vec![""; reading.forms.len()];
        let mut projects = vec![None; reading.forms.len()];
        for (index, project) in reading.projects.iter().enumerate() {
            for form in &project.forms {
                if let (Some(slug), Some(of)) = (slugs.get_mut(*form), projects.get_mut(*form)) {
                    (*slug, *of) = (&project.slug, Some(index));
                }
            }
        }
        let sheets: Vec<Sheet<'_>> = known.map(|table| Sheet::new(table, reading)).collect();
        let (figures, prose) = (figures(&sheets), prose::Index::new(reading));
        Self { subject, reading, sheets, slugs, projects, figures, prose }
    }

    pub fn disclosure(&self) -> &'a Disclosure {
        self.subject.disclosure
    }

    pub fn stage(&self) -> Stage {
        self.subject.disclosure.id.stage
    }

    /// The first table of this kind.
    pub fn sheet(&self, kind: &str) -> Option<&Sheet<'a>> {
        self.sheets.iter().find(|sheet| sheet.table.kind == kind)
    }

    /// Every standard table, in document order.
    pub fn sheets(&self) -> &[Sheet<'a>] {
        &self.sheets
    }

    /// Forms of a kind, with their indices, in document order.
    pub fn forms(&self, kind: FormKind) -> impl Iterator<Item = (usize, &'a Form)> {
        self.reading.forms.iter().enumerate().filter(move |(_, form)| form.kind == kind)
    }

    /// The forms that hold an evaluation: tables and reports, of projects, with their indices.
    pub fn evaluations(&self) -> impl Iterator<Item = (usize, &'a Form)> {
        let kinds = [FormKind::SelfEvaluation, FormKind::SelfEvaluationReport];
        self.reading.forms.iter().enumerate().filter(move |(_, form)| kinds.contains(&form.kind))
    }

    /// The slug of the project that a form is about.
    pub fn slug(&self, form: usize) -> &'a str {
        self.slugs.get(form).copied().unwrap_or_default()
    }

    /// The index of the project that a form is about.
    pub fn project_of(&self, form: usize) -> Option<usize> {
        self.projects.get(form).copied().flatten()
    }

    /// The text of a line, redacted.
    pub fn line(&self, number: u32) -> &'a str {
        self.subject.disclosure.source.line(number)
    }

    /// Claims with their indices.
    pub fn claims(&self) -> impl Iterator<Item = (usize, &'a Claim)> {
        self.reading.claims.iter().enumerate()
    }
}

fn figures(sheets: &[Sheet<'_>]) -> BTreeMap<FigureKey, (usize, usize, usize)> {
    let mut figures = BTreeMap::new();
    for (at, sheet) in sheets.iter().enumerate() {
        for (row_at, row) in sheet.table.rows.iter().enumerate() {
            for (cell_at, cell) in
                row.cells.iter().enumerate().filter(|(_, cell)| cell.value.state().is_some())
            {
                figures.entry(sheet.table.figure_key(row, cell)).or_insert((at, row_at, cell_at));
            }
        }
    }
    figures
}

/// A whole line.
pub(super) fn whole_line(line: u32) -> Span {
    Span { line, start: 0, end: 0 }
}
