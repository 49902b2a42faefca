//! # 文字中的增减率与增减额不符
//! A rate of change in prose does not follow from the amounts
//!
//! **公式**　增减率 = 增减额 ÷ 上年数，上年数 = 本年数 ∓ 增减额
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　按印出精度作区间计算：比值的取值区间须与印出的百分数（末位半个单位）相交；截尾而非四舍五入的记为“留意”。
//!
//! **易错**　“收入总计减少X，支出总计减少Y”中每个率配自己的额；上年数为零的不核对。
//!
//! ---
//!
//! **Formula**　Rate = change ÷ last year’s figure, which is this year’s less the increase or plus the decrease.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　Interval arithmetic: the range of the ratio, given the printed precision, must meet the printed
//! percentage (half its last digit); a truncated percentage is a notice.
//!
//! **Traps**　Where two changes stand in one sentence, each rate goes with its own; not assessed where last year’s
//! figure is zero.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::change;
use crate::model::{Aspect, Direction, Severity};

pub(super) const CHECK: Check = Check {
    code: "N-04",
    family: Family::Narrative,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_04.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for (index, claim) in facts.narrative().filter(|(_, claim)| claim.aspect == Aspect::ChangeRate) {
        let (Some(change), Some(current)) =
            (change::beside(facts, index, claim), change::current(facts, index, claim))
        else {
            report.not_assessable(NOT_PRINTED);
            continue;
        };
        let stated = Assertion::percent(facts.claim(claim)).plus([change.clone()]).over([current]);
        let assertion = match claim.direction {
            Some(Direction::Increase) => stated.over_minus([change]),
            Some(Direction::Decrease) => stated.over([change]),
            None => {
                report.not_assessable(NOT_PRINTED);
                continue;
            }
        };
        report.assert(assertion);
    }
}
