//! # 自评表的文字与表格不同
//! The prose of a form differs from its cells
//!
//! **公式**　自评表文字中的执行率、金额、数量 = 同一张表的单元格
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　金额在文字中去尾到万元的不算；相差不到一万元的为留意。
//!
//! **易错**　文字重复的是指标值还是实际值，按表中是否达标区分；引用其他年度的不比较。
//!
//! ---
//!
//! **Formula**　Rates, amounts and quantities in the prose of a form = its own cells.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　Money rounded down to whole 万元 does not count; a difference below one 万元 is a notice.
//!
//! **Traps**　Whether the prose repeats the target or the actual value is told apart by the form; other years are
//! not compared.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::told;
use crate::model::{Aspect, Claim, Input, Quoted, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-18",
    family: Family::Project,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_18.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (_, claim) in facts.claims() {
        let Some(Quoted::Form(field)) = &claim.quoted else { continue };
        let Some(form) = facts.reading.forms.get(field.form) else { continue };
        if !form.lines.contains(claim.span.line) || claim.aspect == Aspect::Score {
            continue;
        }
        match facts.form_field(field.form, form, field.field) {
            Some(cell) => quote(facts, field.form, claim, cell, report),
            None => report.not_assessable(NOT_PRINTED),
        }
    }
    for (index, form) in facts.evaluations() {
        for said in told::quantities(facts, index, form) {
            report.show(said.project(facts.project_of(index)));
        }
    }
}

fn quote(facts: &Facts<'_>, form: usize, claim: &Claim, cell: Input, report: &mut Report<'_>) {
    let stated = facts.claim(claim);
    if told::is_rounded_down(&stated, &cell) {
        return report.agree();
    }
    let near = told::is_near(&stated, &cell);
    let assertion = Assertion::quotes(stated, cell).project(facts.project_of(form));
    report.assert(if near { assertion.unexplained().severity(Severity::Notice) } else { assertion });
}
