//! # 文字中留有模板痕迹或重复语句
//! Template residue or repeated clauses
//!
//! **公式**　文字中有 XX、“增加（减少）”、“。。”、“00台”，或同一语句在一段中重复
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　不设容差。
//!
//! **易错**　遮盖的号码中的 X、公式中的省略号不算。
//!
//! ---
//!
//! **Formula**　XX, 增加（减少）, 。。, 00台, or a clause that stands twice in one paragraph.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Masked numbers and ellipses do not count.

use std::collections::{BTreeMap, BTreeSet};

use super::super::check::{Check, Family};
use super::super::facts::{Facts, text};
use super::super::report::{Assertion, Report};
use super::residue;
use crate::model::{BlockKind, Claim, Severity};

pub(super) const CHECK: Check = Check {
    code: "N-19",
    family: Family::Narrative,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_19.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let masked: BTreeSet<u32> =
        facts.disclosure().source.redactions().iter().map(|redaction| redaction.line).collect();
    for block in facts.reading.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
        let lines = block.lines.first..=block.lines.last;
        for line in lines.filter(|line| !masked.contains(line)) {
            let Some((kind, found)) = residue::find(facts.line(line)) else { continue };
            let (zh, en) = residue::says(kind);
            let span = residue::span(facts.line(line), line, &found);
            let input = text(&residue::name(facts, line, kind), &found, span);
            report.show(Assertion::shown([input]).unexplained().say(zh, en));
        }
    }
    let mut lines: BTreeMap<u32, Vec<&Claim>> = BTreeMap::new();
    for (_, claim) in facts.narrative() {
        lines.entry(claim.span.line).or_default().push(claim);
    }
    let (zh, en) = residue::says(residue::Residue::Repeated);
    for claim in lines.values().filter_map(|claims| residue::said_twice(claims)) {
        report.show(Assertion::shown([facts.claim(claim)]).unexplained().say(zh, en));
    }
}
