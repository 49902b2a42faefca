//! # 文字中政府采购各数不相符
//! Procurement figures in prose do not agree
//!
//! **公式**　采购总额 = 货物 + 工程 + 服务；授予小微企业 ≤ 授予中小企业 ≤ 总额
//!
//! **依据**　《政府采购法》、财库〔2020〕46号《政府采购促进中小企业发展管理办法》：公开授予中小企业合同金额。
//!
//! **容差**　每个数按印出的末位四舍五入：n 个加数，容差为 (n+1) 个末位单位的一半，不含此数；以元印出两位小数的金额须
//! 完全相等。
//!
//! **易错**　占比见 N-02；合同金额与支付金额口径可能不同。
//!
//! ---
//!
//! **Formula**　Total = goods + works + services; to small and micro firms ≤ to small and medium firms ≤ total.
//!
//! **Basis**　财库〔2020〕46号: amounts awarded to small and medium firms are disclosed.
//!
//! **Tolerance**　Every figure is rounded to its last printed digit: for n addends less than (n+1) halves of that
//! digit; yuan with two decimals must agree exactly.
//!
//! **Traps**　Shares are N-02; contract and payment may be counted differently.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::procurement;
use crate::model::Severity;

pub(super) const CHECK: Check = Check {
    code: "N-15",
    family: Family::Narrative,
    severity: Severity::Error,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_15.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(found) = procurement::find(facts) else { return };
    let input = |claim| facts.claim(claim);
    if let [_, _, _] = found.kinds.as_slice() {
        report.assert(Assertion::equal(input(found.total)).plus(found.kinds.iter().copied().map(input)));
    }
    for (part, whole) in
        [(found.medium, Some(found.total)), (found.small, found.medium.or(Some(found.total)))]
    {
        if let (Some(part), Some(whole)) = (part, whole) {
            report.assert(Assertion::at_most(input(part)).plus([input(whole)]));
        }
    }
}
