//! What must be published, and how.

mod d_01;
mod d_03;
mod d_04;
mod days;
mod q_01;
mod q_02;
mod q_03;
mod q_04;
mod q_06;
mod q_08;
mod q_09;

use super::check::Check;

/// In the order in which they are run.
pub(super) const CHECKS: &[Check] = &[
    q_01::CHECK,
    q_02::CHECK,
    q_03::CHECK,
    q_04::CHECK,
    q_06::CHECK,
    q_08::CHECK,
    q_09::CHECK,
    d_01::CHECK,
    d_03::CHECK,
    d_04::CHECK,
];
