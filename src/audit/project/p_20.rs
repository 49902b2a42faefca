//! # 所称自评项目数与所附自评表数不同
//! The number of evaluated projects differs from the forms attached
//!
//! **公式**　文字所称开展自评的项目数 = 所附项目自评表数；各等级个数 = 表中该等级的个数
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　不设容差。
//!
//! **易错**　自评表可能另行公开；一级项目、部门评价不在其内。
//!
//! ---
//!
//! **Formula**　The number of projects said to be evaluated = the forms attached; so for each grade.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Forms may be published elsewhere; top-level projects and departmental evaluations are not counted.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::ledger;
use crate::model::{Form, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-20",
    family: Family::Project,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_20.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let forms: Vec<(usize, &Form)> = facts.evaluations().collect();
    if forms.is_empty() {
        return;
    }
    let Some(claim) = ledger::declared_projects(facts) else { return };
    let mut counted = forms.iter().map(|(index, form)| ledger::one(facts, *index, form));
    let Some(first) = counted.next() else { return };
    report.assert(
        Assertion::quotes(facts.claim(claim), first).plus(counted.collect::<Vec<_>>()).unexplained().say(
            format!("文字称自评项目{}，本文附有项目自评表{}张。", claim.printed, forms.len()),
            format!(
                "The text speaks of {} evaluated projects; {} forms are attached.",
                claim.printed,
                forms.len()
            ),
        ),
    );
}
