//! # 两个项目的长段文字相同
//! Two projects share a long text
//!
//! **公式**　不同项目的自评文字不应逐字相同
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　不设容差。
//!
//! **易错**　共用的管理制度、绩效目标套话是常见的。
//!
//! ---
//!
//! **Formula**　The texts of different projects are not the same word for word.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Shared rules and stock phrases are common.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, text};
use super::super::report::{Assertion, Report};
use super::ledger;
use crate::model::{Passage, Severity};
use std::collections::BTreeMap;

pub(super) const CHECK: Check = Check {
    code: "P-25",
    family: Family::Project,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_25.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let mut groups: BTreeMap<&str, Vec<(usize, &Passage)>> = BTreeMap::new();
    for (index, form) in facts.evaluations() {
        for passage in form.passages.iter().filter(|passage| passage.text.chars().count() >= LONG) {
            groups.entry(&passage.text).or_default().push((index, passage));
        }
    }
    let same = |one: usize, other: usize| facts.project_of(one) == facts.project_of(other);
    let mut found: BTreeMap<u32, Vec<(usize, &Passage)>> = BTreeMap::new();
    for group in groups.into_values() {
        let Some((first, passage)) = group.first() else { continue };
        if group.iter().any(|(index, _)| !same(*index, *first)) {
            found.insert(passage.lines.first, group);
        }
    }
    if found.is_empty() {
        return report.agree();
    }
    for group in found.into_values() {
        let Some((first, passage)) = group.first().copied() else { continue };
        let (zh, en) = (
            format!("{}个项目“{}”一段的文字相同。", group.len(), passage.heading),
            format!("{} projects have the same text under {}.", group.len(), passage.heading),
        );
        let inputs = group.iter().map(|(index, passage)| ledger::passage(facts, *index, passage));
        report.show(Assertion::shown(inputs).unexplained().project(facts.project_of(first)).say(zh, en));
    }
}

/// Shorter texts may be the same by chance.
const LONG: usize = 40;
