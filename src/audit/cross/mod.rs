//! Tables of final accounts against each other.

mod x_08;

use super::check::Check;

/// In the order in which they are run.
pub(super) const CHECKS: &[Check] = &[x_08::CHECK];
