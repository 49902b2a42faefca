//! Prose: sentences → claims with the figures they quote; divisions of the unit; terms.

mod anchor;
mod context;
mod departments;
mod extract;
mod gaps;
mod keys;
mod label;
mod mention;
mod prose;
mod subject;
mod terms;

use super::Document;
use super::line::Line;
use crate::model::Reading;
use crate::text::squeeze;

/// Reads the prose of a document whose tables, forms, blocks and sections are known.
pub(super) fn collect(reading: &mut Reading, lines: &[Line<'_>], document: Document<'_>) {
    let prose = prose::all(reading, lines);
    let names = names(reading, document);
    let (departments, terms) =
        (departments::departments(&prose, &reading.sections), terms::terms(&prose, &reading.sections));
    let about = extract::About { reading, names: &names, year: document.year };
    let mut drafts = extract::claims(&prose, &about);
    anchor::anchor(&mut drafts, reading, document.stage);
    reading.departments = departments;
    reading.terms = terms;
    reading.claims = drafts.into_iter().map(|draft| draft.claim).collect();
}

/// What the unit is called, longest first.
fn names(reading: &Reading, document: Document<'_>) -> Vec<String> {
    let mut names: Vec<String> = document.unit_names.iter().map(|name| squeeze(name)).collect();
    names.push(squeeze(&reading.unit_name));
    names.retain(|name| name.chars().count() > 2);
    names.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    names.dedup();
    names
}
