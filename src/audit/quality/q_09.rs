//! # 科目与支出性质不符
//! An item and the kind of its spending do not fit
//!
//! **公式**　“行政运行”“事业运行”列基本支出，“一般行政管理事务”列项目支出
//!
//! **依据**　财政部《政府收支分类科目》：行政运行、事业运行反映基本支出，一般行政管理事务反映未单独设项的项目支出。
//!
//! **容差**　不设容差。
//!
//! **易错**　地方可有变通。
//!
//! ---
//!
//! **Formula**　行政运行 and 事业运行 are basic, 一般行政管理事务 is project spending.
//!
//! **Basis**　Classification of government income and spending: what these items are for.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Places may handle it otherwise.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::message::with_measure;
use super::super::report::{Assertion, Report};
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "Q-09",
    family: Family::Quality,
    severity: Severity::Notice,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("q_09.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("expenditure") else { return };
    let twin = facts.sheet("general-budget");
    for (row, name) in sheet.rows().filter(|(row, _)| row.code.len() == 7) {
        let role = match name {
            "行政运行" | "事业运行" => "project",
            "一般行政管理事务" => "basic",
            _ => continue,
        };
        let Some(amount) = sheet
            .slot(Some(row), role)
            .value()
            .filter(|input| input.value.is_some_and(|value| !value.is_zero()))
        else {
            report.agree();
            continue;
        };
        let (zh, en) = (
            format!(
                "“{}”列有{}{}。",
                row.label,
                if role == "basic" { "基本支出" } else { "项目支出" },
                with_measure(&amount)
            ),
            format!("{} has {} spending of {}.", row.label, role, with_measure(&amount)),
        );
        let other = twin.and_then(|twin| twin.slot(twin.coded(&row.code), role).value());
        report.show(Assertion::shown([amount]).beside(other).unexplained().say(zh, en));
    }
}
