//! # 涉及资金占项目支出的比例与金额不符
//! The share of declared money does not follow from project spending
//!
//! **公式**　比例 = 涉及资金 ÷ 支出决算表项目支出合计
//!
//! **依据**　财预〔2020〕10号《项目支出绩效评价管理办法》及其附表。
//!
//! **容差**　按印出精度作区间计算：比值的取值区间须与印出的百分数（末位半个单位）相交；截尾而非四舍五入的记为“留意”。
//!
//! **易错**　比例可能按预算口径计算，所以只作“需说明”。
//!
//! ---
//!
//! **Formula**　Share = declared money ÷ project spending in the expenditure table.
//!
//! **Basis**　财预〔2020〕10号, measures for performance evaluation of project spending, with its forms.
//!
//! **Tolerance**　Interval arithmetic: the range of the ratio, given the printed precision, must meet the printed
//! percentage (half its last digit); a truncated percentage is a notice.
//!
//! **Traps**　The share may be one of the budget, so that it only needs an explanation.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use crate::model::{Aspect, Severity};

pub(super) const CHECK: Check = Check {
    code: "P-22",
    family: Family::Project,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_22.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("expenditure") else { return };
    for (_, claim) in facts.narrative().filter(|(_, claim)| claim.aspect == Aspect::Share) {
        if !claim.base.contains("项目支出")
            || !claim.subject.contains("资金") && !claim.subject.contains("金额")
        {
            continue;
        }
        let part = claim.of.and_then(|of| facts.reading.claims.get(of)).map(|of| facts.claim(of));
        match (part, sheet.slot(sheet.total(), "project").value()) {
            (Some(part), Some(whole)) => {
                report
                    .assert(Assertion::percent(facts.claim(claim)).plus([part]).over([whole]).unexplained());
            }
            _ => report.not_assessable(NOT_PRINTED),
        }
    }
}
