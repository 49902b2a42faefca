//! Years and units.

use super::check::Check;

/// In the order in which they are run.
pub(super) const CHECKS: &[Check] = &[];
