//! # 所称内设机构数与所列不同
//! The number of divisions differs from the list
//!
//! **公式**　“内设机构（科室、股室）N 个” = 其后所列机构的个数
//!
//! **依据**　公开材料自身的表述。
//!
//! **容差**　不设容差。
//!
//! **易错**　列举用“、”“，”分隔，括号内的不另计；列举不全（“等”）的不核对。本条即 N-17。
//!
//! ---
//!
//! **Formula**　“N divisions” = how many are listed after it.
//!
//! **Basis**　Arithmetic of the document’s own statements.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Lists are parted by 、 and ，; what stands in brackets is no division. This is N-17, too.

use rust_decimal::Decimal;

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use super::people;
use crate::model::{Aspect, Severity};

pub(super) const CHECK: Check = Check {
    code: "S-03",
    family: Family::Staffing,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("s_03.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let departments = &facts.reading.departments;
    let is_divisions = |subject: &str| ["内设机构", "内设科室", "科室", "股室", "处室"].contains(&subject);
    let found = facts.narrative().find(|(index, claim)| {
        claim.aspect == Aspect::Count && is_divisions(facts.subject(*index)) && claim.denomination.is_none()
    });
    let Some((_, claim)) = found else { return };
    let line = claim.span.line;
    let listed: Vec<_> =
        departments.iter().filter(|department| department.line.abs_diff(line) <= NEAR).collect();
    // A list that is far from complete was not recognised.
    let counted = Decimal::from(listed.len());
    let is_list =
        listed.len() > 2 && counted.checked_mul(Decimal::TWO).is_some_and(|twice| twice >= claim.value);
    if !is_list {
        return report.not_assessable(NOT_PRINTED);
    }
    let each = listed.iter().map(|department| people::one(&department.name, department.line));
    report.assert(
        Assertion::quotes(facts.claim(claim), people::none(line))
            .plus(each.collect::<Vec<_>>())
            .unexplained()
            .say(
                format!("文字称内设机构{}，其后列出{}个。", claim.printed, listed.len()),
                format!("The text speaks of {} divisions and lists {}.", claim.printed, listed.len()),
            ),
    );
}

/// A list stands within so many lines of its number.
const NEAR: u32 = 40;
