//! Performance forms: stretches of lines → forms, by the layout that recognises them.
//!
//! A layout is one file with a recogniser and a reader over the shared parts: `funding` (rows of money), `indicator`
//! (the grid of indicators), `target`, `grade` (scores and grades in a sentence). To add one, add its file to [`LAYOUTS`].

mod align;
mod funding;
mod indicator;
mod labels;
mod target;
mod words;

use super::ledger::Ledger;
use super::line::Line;
use super::part::Part;
use crate::model::Form;

/// Reads all forms of a document and claims their lines.
pub(super) fn forms(_lines: &[Line<'_>], _parts: &[Part<'_>], _ledger: &mut Ledger) -> Vec<Form> {
    Vec::new()
}
