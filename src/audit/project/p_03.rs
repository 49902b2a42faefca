//! # 结余与预算数、执行数之差不同
//! The balance is not budget less spending
//!
//! **公式**　结（转）余 = 全年预算数 − 全年执行数
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　有的表没有结余栏。
//!
//! ---
//!
//! **Formula**　Balance = adjusted budget − money spent.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Some forms have no column for the balance.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use crate::model::{Form, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-03",
    family: Family::Project,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_03.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, form) in facts.evaluations() {
        examine(facts, index, form, report);
    }
}

fn examine(facts: &Facts<'_>, index: usize, form: &Form, report: &mut Report<'_>) {
    let field = |name| facts.form_field(index, form, name);
    match (field("balance"), field("adjusted_budget"), field("executed")) {
        (Some(balance), Some(budget), Some(executed)) => {
            let assertion = Assertion::equal(balance).plus([budget]).minus([executed]);
            report.assert(assertion.project(facts.project_of(index)));
        }
        _ => report.not_assessable(NOT_PRINTED),
    }
}
