//! Years and units.

mod x_18;
mod x_19;
mod x_20;
mod x_21;
mod years;

use super::check::Check;

/// In the order in which they are run.
pub(super) const CHECKS: &[Check] = &[x_18::CHECK, x_19::CHECK, x_20::CHECK, x_21::CHECK];
