//! # 说明无此项而表中有数
//! A note says that there is none, and the table has figures
//!
//! **公式**　表下注明“本年度无此项”的表应为空表
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　不设容差。
//!
//! **易错**　只看表下的说明。
//!
//! ---
//!
//! **Formula**　A table whose note says that there is nothing is empty.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Only notes below the table count.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, text, whole_line};
use super::super::message::with_measure;
use super::super::report::{Assertion, Report};
use crate::model::Severity;

pub(super) const CHECK: Check = Check {
    code: "N-23",
    family: Family::Narrative,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_23.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for sheet in facts.sheets().iter().filter(|sheet| sheet.table.declared_empty) {
        if sheet.is_empty() {
            report.agree();
            continue;
        }
        let amounts = sheet.table.rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell)));
        let amount = amounts
            .filter_map(|(row, cell)| sheet.cell(row, cell).value())
            .find(|input| input.value.is_some_and(|value| !value.is_zero()));
        let (Some(amount), Some((line, note))) = (amount, sheet.table.notes.first()) else { continue };
        let (zh, en) = (
            format!("表下注明没有此项，表中印有{}。", with_measure(&amount)),
            format!("A note says that there is none; the table has {}.", with_measure(&amount)),
        );
        let note = text("表下说明", note, whole_line(*line));
        report.show(Assertion::shown([amount, note]).say(zh, en));
    }
}
