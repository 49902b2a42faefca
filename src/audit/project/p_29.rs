//! # 自评表在文本转换中丢了行或单元格
//! A form lost rows or cells in conversion
//!
//! **公式**　表格各行各格都能读出
//!
//! **依据**　本站的文本转换，不涉及公开单位。
//!
//! **容差**　不设容差。
//!
//! **易错**　由本站编者处理，不计入对单位的发现。
//!
//! ---
//!
//! **Formula**　All rows and cells of the form can be read.
//!
//! **Basis**　The archive’s own text, not the publishing unit.
//!
//! **Tolerance**　None.
//!
//! **Traps**　A matter for the archive’s editor, never counted against a unit.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::ledger;
use crate::model::{Form, Input, Severity, Verdict};

pub(super) const CHECK: Check = Check {
    code: "P-29",
    family: Family::Project,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_29.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, form) in facts.evaluations() {
        examine(facts, index, form, report);
    }
}

fn examine(facts: &Facts<'_>, index: usize, form: &Form, report: &mut Report<'_>) {
    if form.complete {
        return report.agree();
    }
    let (zh, en) = (
        format!("“{}”的自评表在文本转换中有缺损，受影响的核对不作结论。", form.name),
        format!("The form of {} was damaged in conversion; what it affects is not judged.", form.name),
    );
    let input = ledger::one(facts, index, form);
    let shown = Assertion::shown([Input { value: None, ..input }]).verdict(Verdict::Conversion);
    report.show(shown.project(facts.project_of(index)).say(zh, en));
}
