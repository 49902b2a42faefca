//! # 等级与总分不符
//! The grade does not fit the total score
//!
//! **公式**　90 分及以上为优，80—90 为良，60—80 为中，60 以下为差
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　不设容差。
//!
//! **易错**　90 分是优；地方另有标准的以公布的为准。
//!
//! ---
//!
//! **Formula**　90 and more: 优; 80 to 90: 良; 60 to 80: 中; less: 差.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　None.
//!
//! **Traps**　90 is 优; places may publish another scale.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::marks;
use crate::model::{Form, Input, Measure, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-10",
    family: Family::Project,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_10.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, form) in facts.evaluations() {
        examine(facts, index, form, report);
    }
}

fn examine(facts: &Facts<'_>, index: usize, form: &Form, report: &mut Report<'_>) {
    let (Some(total), Some(grade)) = (facts.form_field(index, form, "total_score"), form.grade.as_ref())
    else {
        return report.not_assessable(NOT_PRINTED);
    };
    let Some(expected) = total.value.map(marks::grade_of) else { return };
    if expected == grade.value {
        return report.agree();
    }
    let (zh, en) = (
        format!(
            "“{}”总分{}，等级为{}；按评分标准应为{}。",
            form.name,
            total.printed,
            grade.printed,
            expected.chinese()
        ),
        format!(
            "The total score is {}, the grade {}; by the scale it is {}.",
            total.printed,
            grade.printed,
            expected.chinese()
        ),
    );
    let grade =
        Input { value: None, ..facts.form_number(index, &marks::of_grade(grade), "grade", Measure::Item) };
    report.show(Assertion::shown([total, grade]).project(facts.project_of(index)).say(zh, en));
}
