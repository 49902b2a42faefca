//! Staff and structure.

use super::check::Check;

/// In the order in which they are run.
pub(super) const CHECKS: &[Check] = &[];
