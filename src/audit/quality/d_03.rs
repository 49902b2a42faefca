//! # 两张表印有同一表号
//! Two tables have the same tag
//!
//! **公式**　表号（公开01表 ……）各不相同
//!
//! **依据**　本站对文本转换的检查，不涉及公开单位。
//!
//! **容差**　不设容差。
//!
//! **易错**　续表可以用同一表号。
//!
//! ---
//!
//! **Formula**　Tags (公开01表 …) differ.
//!
//! **Basis**　The archive’s check of its own text.
//!
//! **Tolerance**　None.
//!
//! **Traps**　A table that is continued keeps its tag.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, text, whole_line};
use super::super::report::{Assertion, Report};
use crate::model::Severity;

pub(super) const CHECK: Check = Check {
    code: "D-03",
    family: Family::Quality,
    severity: Severity::Info,
    stage: None,
    since: "2026-11-26",
    file: include_str!("d_03.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let mut seen = std::collections::BTreeMap::new();
    for sheet in facts.sheets().iter().filter(|sheet| !sheet.table.tag.is_empty()) {
        let table = sheet.table;
        let Some(first) = seen.insert(table.tag.as_str(), table) else {
            report.agree();
            continue;
        };
        let (zh, en) = (
            format!("{}与{}都印有表号“{}”。", first.title, table.title, table.tag),
            format!("{} and {} both have the tag {}.", first.title, table.title, table.tag),
        );
        let inputs = [table, first].map(|table| text(&table.id, &table.tag, whole_line(table.lines.first)));
        report.show(Assertion::shown(inputs).unexplained().say(zh, en));
    }
}
