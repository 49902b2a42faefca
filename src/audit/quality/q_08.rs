//! # 同一科目编码在材料中有两个名称
//! A code has two names in the document
//!
//! **公式**　同一功能分类科目编码在各表中的名称相同
//!
//! **依据**　财政部《政府收支分类科目》：一个编码一个名称。
//!
//! **容差**　不设容差。
//!
//! **易错**　名称过长被截断的也会不同。
//!
//! ---
//!
//! **Formula**　A function code has the same name in every table.
//!
//! **Basis**　Classification of government income and spending: one code, one name.
//!
//! **Tolerance**　None.
//!
//! **Traps**　A long name may be cut off.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, text, whole_line};
use super::super::report::{Assertion, Report};
use crate::model::{Row, Severity};
use std::collections::BTreeMap;

pub(super) const CHECK: Check = Check {
    code: "Q-08",
    family: Family::Quality,
    severity: Severity::Info,
    stage: None,
    since: "2026-11-26",
    file: include_str!("q_08.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let kinds = ["income", "expenditure", "general-budget", "government-fund"];
    let mut names: BTreeMap<&str, (&str, &Row)> = BTreeMap::new();
    for sheet in facts.sheets().iter().filter(|sheet| kinds.contains(&sheet.table.kind.as_str())) {
        for (row, name) in sheet.rows().filter(|(row, name)| !row.code.is_empty() && !name.is_empty()) {
            let (known, first) = *names.entry(&row.code).or_insert((name, row));
            if known == name {
                report.agree();
                continue;
            }
            let (zh, en) = (
                format!("科目{}一处称“{}”，另一处称“{}”。", row.code, first.label, row.label),
                format!("Code {} is once called {}, once {}.", row.code, first.label, row.label),
            );
            let inputs = [row, first]
                .map(|row| text(&format!("{} {}", row.code, row.label), &row.label, whole_line(row.line)));
            report.show(Assertion::shown(inputs).unexplained().say(zh, en));
        }
    }
}
