//! # 资金总额与各资金来源之和不同
//! The money of a form is not the sum of its sources
//!
//! **公式**　年度资金总额 = Σ各资金来源（逐栏）
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　空白来源不是加数；来源都空白的不核对。
//!
//! ---
//!
//! **Formula**　In each column the total is the sum of the sources.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Blank sources are no addends; not assessed where all are blank.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::marks;
use crate::model::{AmountRole, Form, FormKind, Funding, FundingAxis, Input, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-04",
    family: Family::Project,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_04.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let kinds = [FormKind::SelfEvaluation, FormKind::SelfEvaluationReport, FormKind::Goal];
    for (index, form) in facts.reading.forms.iter().enumerate().filter(|(_, form)| kinds.contains(&form.kind))
    {
        examine(facts, index, form, report);
    }
}

fn examine(facts: &Facts<'_>, index: usize, form: &Form, report: &mut Report<'_>) {
    let is_source = |row: &&Funding| row.axis == FundingAxis::Source && !row.label.contains("其中");
    let sources: Vec<&Funding> = form.funding.iter().filter(is_source).collect();
    for role in AmountRole::ALL {
        let Some(stated) = form.total.amount(role) else { continue };
        let terms: Vec<Input> = sources
            .iter()
            .filter_map(|row| {
                let label = format!("“{}”{}", form.name, row.label);
                Some(Input { label, ..facts.form_money(index, row.amount(role)?, role.name()) })
            })
            .collect();
        if terms.is_empty() {
            continue;
        }
        let assertion = Assertion::equal(facts.form_money(index, stated, role.name())).plus(terms);
        report.assert(assertion.doubt(marks::money_doubt(form)).project(facts.project_of(index)));
    }
}
