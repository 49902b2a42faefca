//! # 文字中的增减方向与数额相反
//! The direction of a change contradicts the amounts
//!
//! **公式**　决算数与年初预算数同句印出时：“增加”“减少”与两数大小相符
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　不设容差。
//!
//! **易错**　主语颠倒（“预算数较决算数增加”）时金额可以是对的。
//!
//! ---
//!
//! **Formula**　Where final figure and initial budget stand in one sentence, “more” and “less” must agree with them.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　None.
//!
//! **Traps**　The amount can be right where subject and object are swapped.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::change;
use crate::model::{Aspect, Direction, Severity};

pub(super) const CHECK: Check = Check {
    code: "N-05",
    family: Family::Narrative,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_05.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (_, claim) in facts.narrative().filter(|(_, claim)| claim.aspect == Aspect::Change) {
        let Some((subject, base)) = change::both(facts, claim) else { continue };
        let (Some(own), Some(other), Some(direction)) = (subject.value, base.value, claim.direction) else {
            continue;
        };
        let agrees = match direction {
            Direction::Increase => own >= other,
            Direction::Decrease => own <= other,
        };
        if agrees {
            report.agree();
            continue;
        }
        let (word, word_en) = match direction {
            Direction::Increase => ("增加", "more"),
            Direction::Decrease => ("减少", "less"),
        };
        let (zh, en) = (
            format!(
                "文字称“{}”{}较{}{word}{}，而前者为{}、后者为{}。",
                claim.subject,
                change::word(claim.basis),
                claim.base,
                claim.printed,
                subject.printed,
                base.printed
            ),
            format!(
                "The text says that {} is {word_en} than {} by {}; the former is {}, the latter {}.",
                claim.subject, claim.base, claim.printed, subject.printed, base.printed
            ),
        );
        report.show(Assertion::shown([facts.claim(claim), subject, base]).unexplained().say(zh, en));
    }
}
