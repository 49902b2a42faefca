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
use super::super::facts::Facts;
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
    let mut found: BTreeMap<Vec<usize>, Vec<(usize, &Passage)>> = BTreeMap::new();
    for mut group in groups.into_values() {
        group.dedup_by_key(|(index, _)| *index);
        let Some((first, _)) = group.first().copied() else { continue };
        if group.iter().any(|(index, _)| !same(*index, first)) {
            found.entry(group.iter().map(|(index, _)| *index).collect()).or_default().extend(group);
        }
    }
    if found.is_empty() {
        return report.agree();
    }
    for (forms, mut passages) in found {
        passages.sort_by_key(|(_, passage)| passage.lines.first);
        let Some((first, passage)) = passages.first().copied() else { continue };
        let texts = passages.len() / forms.len().max(1);
        let (zh, en) = (
            format!("{}个项目有{texts}段文字相同，如“{}”。", forms.len(), passage.heading),
            format!("{} projects share {texts} texts, such as {}.", forms.len(), passage.heading),
        );
        let inputs = passages.iter().map(|(index, passage)| ledger::passage(facts, *index, passage));
        report.show(Assertion::shown(inputs).unexplained().project(facts.project_of(first)).say(zh, en));
    }
}

/// Shorter texts may be the same by chance.
const LONG: usize = 40;
