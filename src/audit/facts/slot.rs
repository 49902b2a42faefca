//! A place where a figure may be printed.

use crate::model::Input;

/// What stands in it. Blank, zero and "not applicable" are three different things.
#[derive(Clone, Debug)]
pub(in crate::audit) enum Slot {
    /// A number.
    Value(Input),
    /// Nothing is printed.
    Blank,
    /// Dashes: nothing belongs here.
    NotApplicable,
    /// There is no such row or column, or no such table.
    Missing,
    /// Something that could not be read with certainty.
    Uncertain,
}

impl Slot {
    /// The number, if there is one.
    pub fn value(self) -> Option<Input> {
        match self {
            Self::Value(input) => Some(input),
            _ => None,
        }
    }

    pub fn is_uncertain(&self) -> bool {
        matches!(self, Self::Uncertain)
    }
}
