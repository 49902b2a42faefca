//! # 材料中印有个人信息
//! The document prints personal data
//!
//! **公式**　公开材料中不应有电话、身份证号、银行卡号等个人信息
//!
//! **依据**　《个人信息保护法》《政府信息公开条例》第十五条。
//!
//! **容差**　不设容差。
//!
//! **易错**　办公电话不是个人信息，可在 site.toml 中放行。
//!
//! ---
//!
//! **Formula**　Disclosures hold no telephone, identity card or bank card numbers of persons.
//!
//! **Basis**　Personal Information Protection Law; regulations on open government information, article 15.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Office numbers are no personal data; the editor can let them stand.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, text};
use super::super::report::{Assertion, Report};
use crate::model::Severity;
use crate::text::Span;

pub(super) const CHECK: Check = Check {
    code: "Q-06",
    family: Family::Quality,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("q_06.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let masked = facts.disclosure().source.redactions();
    let Some(first) = masked.first() else { return report.agree() };
    let (zh, en) = (
        format!("材料中有{}处个人信息，本站已遮盖。", masked.len()),
        format!("Personal data in {} places; the archive has masked them.", masked.len()),
    );
    let span = Span { line: first.line, start: first.start, end: first.start + first.length };
    let input = text("个人信息", "（已遮盖）", span);
    report.show(Assertion::shown([input]).unexplained().say(zh, en));
}
