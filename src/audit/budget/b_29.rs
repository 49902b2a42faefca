//! # 绩效目标表的资金合计与项目支出合计不同
//! The goal forms do not add up to project spending
//!
//! **公式**　Σ绩效目标表年度资金总额 = 项目支出表合计
//!
//! **依据**　《中央部门预算绩效目标管理办法》（财预〔2015〕88号）及各地实施办法：项目支出应设绩效目标。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　只公开部分项目的目标表时，合计会较小。
//!
//! ---
//!
//! **Formula**　The annual amounts of the goal forms add up to the total of the projects.
//!
//! **Basis**　财预〔2015〕88号 and local rules: project spending must have performance goals.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　The sum is smaller where only some goal forms are published.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use crate::model::{FormKind, Input, Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-29",
    family: Family::Budget,
    severity: Severity::Notice,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_29.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(whole), forms) = (facts.sheet("expenditure"), facts.forms(FormKind::Goal).collect::<Vec<_>>())
    else {
        return;
    };
    let Some(stated) = whole.slot(whole.total(), "project").value().filter(|_| !forms.is_empty()) else {
        return;
    };
    let amounts: Vec<Option<Input>> =
        forms.iter().map(|(index, form)| facts.form_field(*index, form, "initial_budget")).collect();
    if amounts.iter().any(Option::is_none) {
        return report.not_assessable(NOT_PRINTED);
    }
    report.assert(Assertion::equal(stated).plus(amounts.into_iter().flatten()).unexplained());
}
