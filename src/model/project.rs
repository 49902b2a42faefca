//! Projects: the appearances of one project in one document, joined.

use super::form::FormKind;
use super::ids::DisclosureId;

/// One project of one disclosure, or the whole unit where forms are about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// The last part of its address: ASCII letters, digits and hyphens.
    pub slug: String,
    /// 1-based, in order of first appearance.
    pub ordinal: u32,
    /// The most complete of the names it is printed under.
    pub name: String,
    /// Whether it stands for the whole unit.
    pub is_unit: bool,
    /// Indices into the reading's forms, in document order: at most one of each kind, except budget lines.
    pub forms: Vec<usize>,
}

impl Project {
    /// `<disclosure>/projects/<slug>`
    pub fn id(&self, disclosure: &DisclosureId) -> String {
        format!("{disclosure}/projects/{}", self.slug)
    }
}

/// The name of a value of a form within its project's page: `self-evaluation.executed`.
pub fn form_anchor(kind: FormKind, field: &str) -> String {
    format!("{}.{field}", kind.name())
}
