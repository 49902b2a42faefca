//! Tables of final accounts against each other.

mod classes;
mod x_01;
mod x_02;
mod x_03;
mod x_04;
mod x_05;
mod x_06;
mod x_07;
mod x_08;
mod x_09;
mod x_10;
mod x_11;
mod x_12;
mod x_13;
mod x_14;
mod x_15;
mod x_16;
mod x_17;

use super::check::Check;

/// In the order in which they are run.
pub(super) const CHECKS: &[Check] = &[
    x_01::CHECK,
    x_02::CHECK,
    x_03::CHECK,
    x_04::CHECK,
    x_05::CHECK,
    x_06::CHECK,
    x_07::CHECK,
    x_08::CHECK,
    x_09::CHECK,
    x_10::CHECK,
    x_11::CHECK,
    x_12::CHECK,
    x_13::CHECK,
    x_14::CHECK,
    x_15::CHECK,
    x_16::CHECK,
    x_17::CHECK,
];
