//! Figures of one table of final accounts.

mod f_01_01;

use super::check::Check;

/// In the order in which they are run.
pub(super) const CHECKS: &[Check] = &[f_01_01::CHECK];
