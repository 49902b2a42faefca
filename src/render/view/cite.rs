//! What a citation needs; its wording is the template's.

use serde::Serialize;

use super::head::DisclosureName;
use crate::text::LineRange;

/// A source to cite: the unit's own document first, this page second.
#[derive(Clone, Debug, Serialize)]
pub struct Citation {
    /// The publishing body.
    pub author: String,
    /// The document's title; empty if it has none.
    pub title: String,
    /// Fiscal year.
    pub year: u16,
    /// `budget` or `final`.
    pub stage: &'static str,
    /// The part of the document that is meant; may be empty.
    pub part: String,
    /// First line meant; 0 for the whole document.
    pub first_line: u32,
    /// Last line meant.
    pub last_line: u32,
    /// The unit's own document; empty if it is not known.
    pub source_url: String,
    /// Of the text kept here.
    pub sha256: String,
    /// BibTeX key.
    pub key: String,
    /// Author, title and part without what has a meaning in BibTeX.
    pub bibtex: [String; 3],
}

impl Citation {
    pub(super) fn new(name: &DisclosureName, part: &str, lines: LineRange) -> Self {
        Self {
            author: name.unit.clone(),
            title: name.title.clone(),
            year: name.year,
            stage: name.stage,
            part: part.to_owned(),
            first_line: lines.first,
            last_line: lines.last,
            source_url: name.source_url.clone(),
            sha256: name.sha256.clone(),
            key: name.id.replace('/', "-"),
            bibtex: [&name.unit, &name.title, part].map(bibtex),
        }
    }
}

/// Braces, backslashes and line breaks would end or change a BibTeX field.
fn bibtex(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '{' | '}' | '\\') && !c.is_control()).collect()
}
