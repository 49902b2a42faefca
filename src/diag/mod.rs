//! Diagnostics: what is wrong, where, and what to do about it.
//!
//! Every message has a stable code, a level and, where it is about a file, a place. Reading never fails:
//! it returns a value together with its diagnostics ([`Warned`]).

use std::sync::Arc;

use serde::Serialize;

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

/// Where a diagnostic points: a file below the root, and there a stretch of one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Path relative to the root, with `/` between folders.
    pub path: Arc<str>,
    /// 1-based line; 0 when the whole file or folder is meant.
    pub line: u32,
    /// 1-based column, in characters; 0 when the whole line is meant.
    pub column: u32,
    /// Length of the stretch in characters.
    pub length: u32,
    /// The line itself, as it may be shown (redacted); empty when `line` is 0.
    pub text: String,
}

impl Place {
    /// A whole file or folder.
    pub fn file(path: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), line: 0, column: 0, length: 0, text: String::new() }
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
    /// What to do, each a full sentence.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// A diagnostic without a place.
    pub fn new(code: &'static str, level: Level, message: impl Into<String>) -> Self {
        Self { code, level, message: message.into(), place: None, hints: Vec::new() }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

/// A value that could always be made, and what there was to say while making it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warned<T> {
    /// The value.
    pub value: T,
    /// In the order in which they were noticed.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Warned<T> {
    /// A value about which there is nothing to say.
    pub fn quiet(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }
}
