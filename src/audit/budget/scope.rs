//! Totals that may or may not hold last year's balance.

use super::super::facts::Slot;
use super::super::report::{Assertion, NOT_PRINTED, Report, UNCERTAIN};

/// `stated` equals `first` or, failing that, `second`; if neither, the first is what it is held against.
pub(super) fn same_in_either(
    report: &mut Report<'_>,
    stated: &dyn Fn() -> Slot,
    first: &dyn Fn() -> Slot,
    second: &dyn Fn() -> Slot,
) {
    let (Slot::Value(stated), first, second) = (stated(), first(), second()) else { return };
    if first.is_uncertain() || second.is_uncertain() {
        return report.not_assessable(UNCERTAIN);
    }
    let against = |other: Option<crate::model::Input>| Some(Assertion::quotes(stated.clone(), other?));
    match (against(first.value()), against(second.value())) {
        (Some(first), Some(second)) if first.fails() && !second.fails() => report.assert(second),
        (Some(first), _) => report.assert(first),
        (None, Some(second)) => report.assert(second),
        (None, None) => report.not_assessable(NOT_PRINTED),
    }
}
