//! Diagnostics: what is wrong, where, and what to do about it.
//!
//! Every message has a stable code, a level and, where it is about a file, a place. Reading never fails:
//! it returns a value together with its diagnostics ([`Warned`]).

mod closest;
pub mod codes;
mod place;
pub mod render;
mod warned;

use std::fmt;

use serde::Serialize;

pub use closest::closest;
pub use codes::Code;
pub use place::Place;
pub use warned::{Placed, Warned};

/// How serious a diagnostic is. (A finding about a published document has a `Severity` instead.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The editor's sources are wrong, or a document could not be used.
    Error,
    /// Something was not understood or had to be assumed; the page says so.
    Warning,
    /// Worth knowing; nothing to do.
    Note,
}

impl Level {
    /// The level's name, in lower case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One message to the editor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// Stable code, e.g. `E0102`; explained by `gongkai explain`.
    pub code: &'static str,
    /// How serious it is.
    pub level: Level,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Where.
    pub place: Option<Place>,
    /// Further places that it is about, such as the other one of two figures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Place>,
    /// What to do, each a full sentence.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// A diagnostic with a code of the table, at that code's own level, without a place.
    pub fn of(code: Code, message: impl Into<String>) -> Self {
        Self::new(code.id, code.level(), message)
    }

    /// A diagnostic without a place.
    pub fn new(code: &'static str, level: Level, message: impl Into<String>) -> Self {
        Self { code, level, message: message.into(), place: None, also: Vec::new(), hints: Vec::new() }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Adds further places.
    #[must_use]
    pub fn also(mut self, places: impl IntoIterator<Item = Place>) -> Self {
        self.also.extend(places);
        self
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

/// How many diagnostics there are of each level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Number of errors.
    pub errors: usize,
    /// Number of warnings.
    pub warnings: usize,
    /// Number of notes.
    pub notes: usize,
}

impl Summary {
    /// Counts.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let count = |level| diagnostics.iter().filter(|d| d.level == level).count();
        Self { errors: count(Level::Error), warnings: count(Level::Warning), notes: count(Level::Note) }
    }
}

impl fmt::Display for Summary {
    /// `1 error, 0 warnings, 2 notes`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = |n| if n == 1 { "" } else { "s" };
        let Self { errors, warnings, notes } = *self;
        write!(f, "{errors} error{}, ", plural(errors))?;
        write!(f, "{warnings} warning{}, {notes} note{}", plural(warnings), plural(notes))
    }
}

/// Puts diagnostics in the order in which they are shown: by path, line, column and code, those without a
/// place first. Equals keep the order in which they were noticed.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| sort_key(a).cmp(&sort_key(b)));
}

fn sort_key(diagnostic: &Diagnostic) -> (Option<(&str, u32, u32)>, &str) {
    let place = diagnostic.place.as_ref().map(|p| (&*p.path, p.line, p.column));
    (place, diagnostic.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorting_goes_by_path_line_column_code_and_is_stable() {
        let at = |path: &str, line, column, message: &str| {
            let place = Place { line, column, ..Place::file(path) };
            Diagnostic::of(codes::UNKNOWN_KEY, message).at(place)
        };
        let mut all = vec![
            at("b", 1, 1, "5"),
            at("a", 2, 1, "3"),
            at("a", 10, 1, "4"),
            at("a", 1, 7, "2"),
            at("a", 1, 7, "2 again"),
            Diagnostic::of(codes::NO_UNITS, "1"),
        ];
        sort(&mut all);
        let order: Vec<_> = all.iter().map(|d| d.message.as_str()).collect();
        assert_eq!(order, ["1", "2", "2 again", "3", "4", "5"]);
    }

    #[test]
    fn the_summary_counts_each_level() {
        let of = |code| Diagnostic::of(code, "");
        let all = [of(codes::BOM), of(codes::UNKNOWN_KEY), of(codes::BOM)];
        assert_eq!(Summary::of(&all).to_string(), "1 error, 0 warnings, 2 notes");
    }
}
