//! Figures of one table of final accounts.

mod balance;
mod double;
mod f_01_01;
mod f_01_02;
mod f_01_03;
mod f_01_04;
mod f_01_05;
mod f_02_01;
mod f_02_02;
mod f_02_03;
mod f_02_04;
mod f_03_01;
mod f_03_02;
mod f_03_03;
mod f_03_04;
mod f_04_01;
mod f_04_02;
mod f_04_03;
mod f_04_04;
mod f_04_05;
mod f_04_06;
mod f_04_07;
mod f_04_08;
mod f_05_01;
mod f_05_02;
mod f_05_03;
mod f_05_04;
mod f_06_01;
mod f_06_02;
mod f_06_03;
mod f_06_04;
mod f_06_05;
mod f_07_01;
mod f_08_01;
mod f_09_01;
mod f_09_02;
mod f_09_03;
mod f_10_01;
mod f_10_02;
mod f_10_03;

use super::check::Check;

/// In the order in which they are run.
pub(super) const CHECKS: &[Check] = &[
    f_01_01::CHECK,
    f_01_02::CHECK,
    f_01_03::CHECK,
    f_01_04::CHECK,
    f_01_05::CHECK,
    f_02_01::CHECK,
    f_02_02::CHECK,
    f_02_03::CHECK,
    f_02_04::CHECK,
    f_03_01::CHECK,
    f_03_02::CHECK,
    f_03_03::CHECK,
    f_03_04::CHECK,
    f_04_01::CHECK,
    f_04_02::CHECK,
    f_04_03::CHECK,
    f_04_04::CHECK,
    f_04_05::CHECK,
    f_04_06::CHECK,
    f_04_07::CHECK,
    f_04_08::CHECK,
    f_05_01::CHECK,
    f_05_02::CHECK,
    f_05_03::CHECK,
    f_05_04::CHECK,
    f_06_01::CHECK,
    f_06_02::CHECK,
    f_06_03::CHECK,
    f_06_04::CHECK,
    f_06_05::CHECK,
    f_07_01::CHECK,
    f_08_01::CHECK,
    f_09_01::CHECK,
    f_09_02::CHECK,
    f_09_03::CHECK,
    f_10_01::CHECK,
    f_10_02::CHECK,
    f_10_03::CHECK,
];
