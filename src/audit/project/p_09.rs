//! # 总分与各项得分之和不同
//! The total score is not the sum of the scores
//!
//! **公式**　总分 = 预算执行得分 + Σ指标得分
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　得分按印出的末位四舍五入。
//!
//! **易错**　分值与得分短缺同样多的，是文本转换丢了行。
//!
//! ---
//!
//! **Formula**　Total score = score for execution + scores of the indicators.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　Scores are rounded to their last printed digit.
//!
//! **Traps**　Where weights and scores are short by the same amount, the conversion lost rows.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::marks;
use crate::model::{Form, Severity, Verdict};

pub(super) const CHECK: Check = Check {
    code: "P-09",
    family: Family::Project,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_09.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, form) in facts.evaluations() {
        examine(facts, index, form, report);
    }
}

fn examine(facts: &Facts<'_>, index: usize, form: &Form, report: &mut Report<'_>) {
    let (Some(total), Some(scores)) =
        (facts.form_field(index, form, "total_score"), marks::scores(facts, index, form))
    else {
        return report.not_assessable(NOT_PRINTED);
    };
    let Some(execution) = facts.form_field(index, form, "execution_score") else {
        return report.not_assessable(NOT_PRINTED);
    };
    let lost = !form.complete || marks::is_damaged(form) || marks::short_alike(facts, index, form);
    let assertion = Assertion::equal(total).plus([execution]).plus(scores).project(facts.project_of(index));
    report.assert(if lost { assertion.verdict(Verdict::Conversion) } else { assertion });
}
