//! Performance forms: money, scores, indicators, and what their prose says.

mod ledger;
mod marks;
mod p_01;
mod p_02;
mod p_03;
mod p_04;
mod p_05;
mod p_06;
mod p_07;
mod p_08;
mod p_09;
mod p_10;
mod p_11;
mod p_12;
mod p_13;
mod p_14;
mod p_15;
mod p_16;
mod p_17;
mod p_18;
mod p_19;
mod p_20;
mod p_21;
mod p_22;
mod p_23;
mod p_24;
mod p_25;
mod p_26;
mod p_27;
mod p_28;
mod p_29;
mod p_30;
mod p_31;
mod quantity;
mod told;

use super::check::Check;

/// In the order in which they are run.
pub(super) const CHECKS: &[Check] = &[
    p_01::CHECK,
    p_02::CHECK,
    p_03::CHECK,
    p_04::CHECK,
    p_05::CHECK,
    p_06::CHECK,
    p_07::CHECK,
    p_08::CHECK,
    p_09::CHECK,
    p_10::CHECK,
    p_11::CHECK,
    p_12::CHECK,
    p_13::CHECK,
    p_14::CHECK,
    p_15::CHECK,
    p_16::CHECK,
    p_17::CHECK,
    p_18::CHECK,
    p_19::CHECK,
    p_20::CHECK,
    p_21::CHECK,
    p_22::CHECK,
    p_23::CHECK,
    p_24::CHECK,
    p_25::CHECK,
    p_26::CHECK,
    p_27::CHECK,
    p_28::CHECK,
    p_29::CHECK,
    p_30::CHECK,
    p_31::CHECK,
];
