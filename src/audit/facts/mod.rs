//! What a disclosure prints, found by meaning, ready to be held against each other.

mod input;
mod parts;
mod sheet;
mod slot;

use crate::model::{Claim, Disclosure, Form, FormKind, Reading, Stage};
use crate::text::Span;

pub(super) use input::text;
pub use parts::PartTotals;
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
        let sheets = known.map(|table| Sheet::new(table, reading)).collect();
        Self { subject, reading, sheets, slugs, projects }
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

    /// Every other claim of the sentence that `claim` stands in.
    pub fn same_sentence(&self, claim: &Claim) -> impl Iterator<Item = (usize, &'a Claim)> {
        let (sentence, key) = (claim.sentence, claim.key.clone());
        self.claims().filter(move |(_, other)| other.sentence == sentence && other.key != key)
    }
}

/// A whole line.
pub(super) fn whole_line(line: u32) -> Span {
    Span { line, start: 0, end: 0 }
}
