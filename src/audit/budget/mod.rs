//! The tables of a budget: within and across.

use super::check::Check;

/// In the order in which they are run.
pub(super) const CHECKS: &[Check] = &[];
