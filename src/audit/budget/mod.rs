//! The tables of a budget: within and across.

mod b_01;
mod b_02;
mod b_03;
mod b_04;
mod b_05;
mod b_07;
mod b_08;
mod b_09;
mod b_10;
mod b_11;
mod b_12;
mod b_13;
mod b_14;
mod b_15;
mod b_20;
mod b_21;
mod b_22;
mod b_23;
mod b_24;
mod b_25;
mod b_26;
mod b_28;
mod b_29;
mod b_30;
mod b_31;
mod grand;
mod pairs;
mod projects;
mod scope;

use super::check::Check;

/// In the order in which they are run.
pub(super) const CHECKS: &[Check] = &[
    b_01::CHECK,
    b_02::CHECK,
    b_03::CHECK,
    b_04::CHECK,
    b_05::CHECK,
    b_07::CHECK,
    b_09::CHECK,
    b_08::CHECK,
    b_10::CHECK,
    b_11::CHECK,
    b_12::CHECK,
    b_13::CHECK,
    b_14::CHECK,
    b_15::CHECK,
    b_20::CHECK,
    b_21::CHECK,
    b_22::CHECK,
    b_23::CHECK,
    b_24::CHECK,
    b_25::CHECK,
    b_26::CHECK,
    b_28::CHECK,
    b_29::CHECK,
    b_30::CHECK,
    b_31::CHECK,
];
