//! Prose against tables, and against itself.

mod change;
mod classes;
mod completion;
mod expenses;
mod lists;
mod n_01;
mod n_02;
mod n_03;
mod n_04;
mod n_05;
mod n_06;
mod n_07;
mod n_08;
mod n_09;
mod n_10;
mod n_11;
mod n_12;
mod n_13;
mod n_14;
mod n_15;
mod n_16;
mod n_19;
mod n_20;
mod n_21;
mod n_22;
mod n_23;
mod n_24;
mod n_25;
mod procurement;
mod quote;
mod reception;
mod residue;
mod share;

use super::check::Check;

/// In the order in which they are run.
pub(super) const CHECKS: &[Check] = &[
    n_01::CHECK,
    n_02::CHECK,
    n_03::CHECK,
    n_04::CHECK,
    n_05::CHECK,
    n_06::CHECK,
    n_07::CHECK,
    n_08::CHECK,
    n_09::CHECK,
    n_10::CHECK,
    n_11::CHECK,
    n_12::CHECK,
    n_13::CHECK,
    n_14::CHECK,
    n_15::CHECK,
    n_16::CHECK,
    n_19::CHECK,
    n_20::CHECK,
    n_21::CHECK,
    n_22::CHECK,
    n_23::CHECK,
    n_24::CHECK,
    n_25::CHECK,
];
