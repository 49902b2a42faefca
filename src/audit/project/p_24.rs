//! # 两个项目同名
//! Two projects have the same name
//!
//! **公式**　项目名称在一份材料中各不相同
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　不设容差。
//!
//! **易错**　分批、分年安排的同名项目是正常的。
//!
//! ---
//!
//! **Formula**　Names of projects differ within a disclosure.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　None.
//!
//! **Traps**　One name for several parts or years is usual.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::ledger;
use crate::model::{Form, Severity};
use std::collections::BTreeMap;

pub(super) const CHECK: Check = Check {
    code: "P-24",
    family: Family::Project,
    severity: Severity::Info,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_24.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let mut seen: BTreeMap<&str, (usize, &Form)> = BTreeMap::new();
    for (index, form) in facts.evaluations().filter(|(_, form)| !form.name.is_empty()) {
        let Some((first, other)) = seen.insert(&form.name, (index, form)) else { continue };
        let (zh, en) = (
            format!("两张自评表的项目名称都是“{}”。", form.name),
            format!("Two forms are about {}.", form.name),
        );
        let inputs = [ledger::one(facts, index, form), ledger::one(facts, first, other)];
        report.show(Assertion::shown(inputs).unexplained().project(facts.project_of(index)).say(zh, en));
    }
    report.agree();
}
