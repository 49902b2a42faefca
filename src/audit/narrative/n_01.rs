//! # 文字所引的数与表中不同
//! A figure quoted in prose differs from its cell
//!
//! **公式**　文字中的数 = 所引表格单元格（按所说内容找到，不按数值）
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　元与万元之间按粗的末位四舍五入比较；单位写错（差一万倍）见 N-20，机关运行经费见 N-11。
//!
//! ---
//!
//! **Formula**　A figure in prose = the cell it quotes, which is found by what it is about, never by its value.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　Yuan and 万元 are compared after rounding to the coarser digit. A wrong denomination (a factor of
//! 10,000) is N-20, operating expenses are N-11.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report, UNCERTAIN};
use super::quote;
use crate::model::{Aspect, Severity};

pub(super) const CHECK: Check = Check {
    code: "N-01",
    family: Family::Narrative,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_01.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, claim) in facts.narrative() {
        let counts = matches!(claim.aspect, Aspect::Amount | Aspect::Count);
        if !counts || claim.quoted.is_none() || quote::is_elsewhere(facts, index, claim) {
            continue;
        }
        match facts.quoted(claim) {
            Some(cell) => {
                let assertion = Assertion::quotes(facts.claim(claim), cell);
                if !quote::is_factor(&assertion) {
                    report.assert(assertion);
                }
            }
            None => report.not_assessable(UNCERTAIN),
        }
    }
}
