//! Values together with what there was to say about them.

use super::{Diagnostic, Place};

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

    /// The value; what there was to say about it goes into `diagnostics`.
    pub fn unwarn(self, diagnostics: &mut Vec<Diagnostic>) -> T {
        diagnostics.extend(self.diagnostics);
        self.value
    }

    /// Turns the value into another, keeping the diagnostics.
    pub fn map<U>(self, turn: impl FnOnce(T) -> U) -> Warned<U> {
        Warned { value: turn(self.value), diagnostics: self.diagnostics }
    }
}

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}
