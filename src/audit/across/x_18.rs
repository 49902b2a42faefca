//! # 年初结转与上年年末结转不同
//! The opening balance is not last year’s closing balance
//!
//! **公式**　本年收入支出决算总表“年初结转和结余” = 上年“年末结转和结余”
//!
//! **依据**　《部门决算管理办法》：年初数应与上年年末数衔接，调整应说明。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　上年数可以依规定调整；单位合并、划转会使口径变化。
//!
//! ---
//!
//! **Formula**　年初结转和结余 of this year’s summary = 年末结转和结余 of last year’s.
//!
//! **Basis**　Rules for departmental final accounts: opening balances follow last year’s closing balances.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　Prior years may be adjusted; units merge and split.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, Slot};
use super::super::names;
use super::super::report::{Assertion, Report, UNCERTAIN};
use super::years;
use crate::model::{Severity, Side, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-18",
    family: Family::Across,
    severity: Severity::Warning,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_18.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(earlier) = years::before(facts, Stage::Final) else { return };
    for kind in ["summary", "appropriation"] {
        let (Some(now), Some(then)) = (facts.sheet(kind), years::sheet(earlier, kind)) else { continue };
        let role = if kind == "summary" { "amount" } else { "total" };
        let stated = now.slot(now.row_on(Side::Income, &names::OPENING), "amount");
        let closing = then.slot(then.row_on(Side::Expenditure, &names::CLOSING), role).value();
        match (stated, closing) {
            (Slot::Value(stated), Some(closing)) => {
                let closing = years::elsewhere(closing, earlier);
                report.assert(Assertion::quotes(stated, closing).unexplained());
            }
            (Slot::Uncertain, _) => report.not_assessable(UNCERTAIN),
            _ => {}
        }
    }
}
