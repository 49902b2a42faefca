//! # 印出的执行率与执行数、预算数不符
//! The printed execution rate does not follow from the amounts
//!
//! **公式**　执行率 = 全年执行数 ÷ 全年预算数 × 100%
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　按印出精度作区间计算：比值的取值区间须与印出的百分数（末位半个单位）相交；截尾而非四舍五入的记为“留意”。
//!
//! **易错**　全年预算数为零时执行率无意义（有的印 0，有的印 100%），不核对。
//!
//! ---
//!
//! **Formula**　Execution rate = money spent ÷ adjusted budget × 100 %.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　Interval arithmetic: the range of the ratio, given the printed precision, must meet the printed
//! percentage (half its last digit); a truncated percentage is a notice.
//!
//! **Traps**　Not assessed where the adjusted budget is zero.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::marks::is_zero;
use crate::model::{Form, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-01",
    family: Family::Project,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_01.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, form) in facts.evaluations() {
        examine(facts, index, form, report);
    }
}

fn examine(facts: &Facts<'_>, index: usize, form: &Form, report: &mut Report<'_>) {
    let field = |name| facts.form_field(index, form, name);
    match (field("execution_rate"), field("executed"), field("adjusted_budget")) {
        (Some(rate), Some(executed), Some(budget)) if !is_zero(&budget) => {
            let assertion = Assertion::percent(rate).plus([executed]).over([budget]);
            report.assert(assertion.project(facts.project_of(index)));
        }
        _ => report.not_assessable(NOT_PRINTED),
    }
}
