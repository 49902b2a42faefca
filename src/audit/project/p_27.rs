//! # 整体自评的执行数与决算表不同
//! The whole-unit evaluation differs from the tables
//!
//! **公式**　整体支出自评的全年执行数 = 支出决算表合计，或财政拨款本年收入（拨款口径）
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　元换算为万元后四舍五入比较。
//!
//! **易错**　执行数可能按财政拨款口径填列。
//!
//! ---
//!
//! **Formula**　Money spent in the whole-unit evaluation = total spending, or the appropriation received.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　Yuan are rounded to the digits of the table.
//!
//! **Traps**　It may be the appropriation received.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::marks::is_zero;
use crate::model::{FormKind, Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "P-27",
    family: Family::Project,
    severity: Severity::Warning,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("p_27.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, form) in facts.forms(FormKind::UnitSelfEvaluationReport) {
        let Some(stated) = facts.form_field(index, form, "executed").filter(|input| !is_zero(input)) else {
            report.not_assessable(NOT_PRINTED);
            continue;
        };
        let total = |kind: &str, role: &str| {
            let sheet = facts.sheet(kind)?;
            sheet.slot(sheet.total(), role).value()
        };
        let cells = [
            total("expenditure", "total"),
            total("income", "appropriation"),
            total("general-budget", "total"),
        ];
        let against: Vec<Assertion> = cells
            .into_iter()
            .flatten()
            .map(|cell| {
                Assertion::quotes(stated.clone(), cell).unexplained().project(facts.project_of(index))
            })
            .collect();
        match against.iter().find(|assertion| !assertion.fails()).or(against.first()) {
            Some(assertion) => report.assert(assertion.clone()),
            None => report.not_assessable(NOT_PRINTED),
        }
    }
}
