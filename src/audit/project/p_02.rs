//! # 全年预算数与执行数相同而与年初预算数不同
//! The adjusted budget equals the money spent and differs from the initial budget
//!
//! **公式**　全年预算数 = 全年执行数，且全年执行数 ≠ 年初预算数：执行率必为 100%，同时列出按年初预算计算的执行率。
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》附表：执行率 = 全年执行数 ÷ 全年预算数。
//!
//! **容差**　不设容差。
//!
//! **易错**　真正的节约也会这样列示；本条只说明按哪个预算计算，不作其他判断。
//!
//! ---
//!
//! **Formula**　Adjusted budget = money spent ≠ initial budget: the rate is 100 % by construction. The rate against the
//! initial budget is shown beside it.
//!
//! **Basis**　财预〔2020〕10号, annexed forms: rate = money spent ÷ adjusted budget.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Real savings look the same; the check says what the rate is measured by and nothing else.

use rust_decimal::Decimal;

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::message::with_measure;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use crate::model::{Form, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-02",
    family: Family::Project,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_02.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, form) in facts.evaluations() {
        examine(facts, index, form, report);
    }
}

fn examine(facts: &Facts<'_>, index: usize, form: &Form, report: &mut Report<'_>) {
    let field = |name| facts.form_field(index, form, name);
    let (Some(initial), Some(adjusted), Some(executed)) =
        (field("initial_budget"), field("adjusted_budget"), field("executed"))
    else {
        return report.not_assessable(NOT_PRINTED);
    };
    let (before, after, spent) = (initial.value, adjusted.value, executed.value);
    if after != spent || before == spent || spent == Some(Decimal::ZERO) {
        return report.agree();
    }
    let Some(rate) = form.execution_rate_initial() else { return report.not_assessable(NOT_PRINTED) };
    let says = format!(
        "全年预算数与执行数同为{}，年初预算数为{}：按年初预算计算，执行率为{rate}%。",
        with_measure(&executed),
        with_measure(&initial)
    );
    let english = format!(
        "The adjusted budget and the money spent are both {}, the initial budget is {}: against the initial budget the \
         rate is {rate} %.",
        with_measure(&executed),
        with_measure(&initial)
    );
    let rate = field("execution_rate");
    let shown = Assertion::shown([adjusted, executed, initial]).beside(rate).unexplained();
    report.show(shown.project(facts.project_of(index)).say(says, english));
}
