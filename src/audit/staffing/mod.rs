//! Staff and structure.

mod people;
mod s_01;
mod s_02;
mod s_03;
mod s_04;
mod s_05;

use super::check::Check;

/// In the order in which they are run.
pub(super) const CHECKS: &[Check] = &[s_01::CHECK, s_02::CHECK, s_03::CHECK, s_04::CHECK, s_05::CHECK];
