//! # 预算执行得分与执行率不符
//! The score for execution does not follow from the rate
//!
//! **公式**　预算执行得分 = min(10, 全年执行数 ÷ 全年预算数 × 10)，用未舍入的金额计算
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　按印出精度作区间计算：比值的取值区间须与印出的百分数（末位半个单位）相交；截尾而非四舍五入的记为“留意”。
//!
//! **易错**　执行权重不是 10 分的地方不核对；全年预算数为零的不核对。
//!
//! ---
//!
//! **Formula**　Score = min(10, money spent ÷ adjusted budget × 10), from unrounded money.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　Interval arithmetic: the range of the ratio, given the printed precision, must meet the printed
//! percentage (half its last digit); a truncated percentage is a notice.
//!
//! **Traps**　Not assessed where the weight is not 10, or the adjusted budget is zero.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::marks::{self, is_zero};
use crate::model::{Form, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-05",
    family: Family::Project,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_05.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, form) in facts.evaluations() {
        examine(facts, index, form, report);
    }
}

fn examine(facts: &Facts<'_>, index: usize, form: &Form, report: &mut Report<'_>) {
    let field = |name| facts.form_field(index, form, name);
    let (Some(score), Some(executed), Some(budget)) =
        (field("execution_score"), field("executed"), field("adjusted_budget"))
    else {
        return report.not_assessable(NOT_PRINTED);
    };
    let weight = marks::EXECUTION;
    if is_zero(&budget) || score.value > Some(weight) || !marks::has_usual_weight(form) {
        return report.not_assessable(marks::OTHER_WEIGHT);
    }
    let assertion = Assertion::equal(score).plus([executed]).over([budget]).scaled(weight).capped(weight);
    report.assert(assertion.project(facts.project_of(index)));
}
