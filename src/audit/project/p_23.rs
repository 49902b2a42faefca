//! # 文字中的总分与表中不同
//! The total score in prose differs from the form
//!
//! **公式**　文字中的总得分、预算执行得分 = 表中的总分、得分
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　按粗的末位四舍五入比较。
//!
//! **易错**　按项目唯一对应时才比较。
//!
//! ---
//!
//! **Formula**　Scores in prose = the cells of the form.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　Rounded to the coarser digit.
//!
//! **Traps**　Compared only where it is certain which form is meant.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use crate::model::{Aspect, Quoted, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-23",
    family: Family::Project,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_23.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (_, claim) in facts.claims().filter(|(_, claim)| claim.aspect == Aspect::Score) {
        let Some(Quoted::Form(field)) = &claim.quoted else { continue };
        let Some(form) = facts.reading.forms.get(field.form) else { continue };
        let name = if field.field == "budget_score" { "execution_score" } else { field.field };
        match facts.form_field(field.form, form, name) {
            Some(cell) => {
                let assertion = Assertion::quotes(facts.claim(claim), cell);
                report.assert(assertion.project(facts.project_of(field.form)));
            }
            None => report.not_assessable(NOT_PRINTED),
        }
    }
}
