//! Performance forms: money, scores, indicators, and what their prose says.

mod p_02;

use super::check::Check;

/// In the order in which they are run.
pub(super) const CHECKS: &[Check] = &[p_02::CHECK];
