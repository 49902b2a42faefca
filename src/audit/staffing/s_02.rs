//! # 在职人数大于编制数
//! More staff than posts
//!
//! **公式**　实际在职人员总数 ≤ 核定人员编制数
//!
//! **依据**　公开材料自身的表述。
//!
//! **容差**　不设容差。
//!
//! **易错**　工勤人员、超编待消化人员可使在职人数较大。
//!
//! ---
//!
//! **Formula**　Staff in service ≤ approved posts.
//!
//! **Basis**　Arithmetic of the document’s own statements.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Workers outside posts and posts being phased out may explain it.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::people;
use crate::model::Severity;

pub(super) const CHECK: Check = Check {
    code: "S-02",
    family: Family::Staffing,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("s_02.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(total) = people::count(facts, &["实际在职人员总数", "实有在职人员", "在职人员总数"])
    else {
        return;
    };
    match people::near(facts, &["核定人员编制数", "核定的人员编制数", "人员编制数", "编制数"], total)
    {
        Some(posts) => {
            report.assert(Assertion::at_most(facts.claim(total)).plus([facts.claim(posts)]).unexplained());
        }
        None => report.not_assessable(NOT_PRINTED),
    }
}
