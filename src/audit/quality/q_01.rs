//! # 公开晚于批复后20日
//! Published later than 20 days after approval
//!
//! **公式**　公开日期 − 批复日期 ≤ 20 日
//!
//! **依据**　《预算法》第十四条：经批复的部门预算、决算在批复后二十日内公开。
//!
//! **容差**　不设容差。
//!
//! **易错**　两个日期由编者填写，缺一则不核对。
//!
//! ---
//!
//! **Formula**　Date of publication − date of approval ≤ 20 days.
//!
//! **Basis**　Budget Law, article 14: published within 20 days after approval.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Both dates are the editor’s; not assessed without both.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, text, whole_line};
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::days;
use crate::model::Severity;

pub(super) const CHECK: Check = Check {
    code: "Q-01",
    family: Family::Quality,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("q_01.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let disclosure = facts.disclosure();
    let (approved, published) = (&disclosure.approved_on, &disclosure.published_on);
    let (Some(from), Some(to)) = (days::of(approved), days::of(published)) else {
        return report.not_assessable(NOT_PRINTED);
    };
    let taken = to.saturating_sub(from);
    if taken <= LIMIT {
        return report.agree();
    }
    let (zh, en) = (
        format!("{approved}批复，{published}公开，相隔{taken}日。"),
        format!("Approved on {approved}, published on {published}: {taken} days."),
    );
    let inputs =
        [("公开日期", published), ("批复日期", approved)].map(|(name, date)| text(name, date, whole_line(1)));
    report.show(Assertion::shown(inputs).unexplained().say(zh, en));
}

/// Days within which a budget or accounts must be published. Source: Budget Law, article 14.
const LIMIT: i64 = 20;
