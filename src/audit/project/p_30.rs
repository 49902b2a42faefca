//! # 截至某日的数与全年的数相同
//! A figure as of a day equals that of the whole year
//!
//! **公式**　写明“截至某月某日”（不是年末）的数，与同一材料中不写日期的数相同
//!
//! **依据**　统计口径应当一致：截至日不同，数不会恰好相同。
//!
//! **容差**　不设容差。
//!
//! **易错**　年末（12月31日、年底）不算。
//!
//! ---
//!
//! **Formula**　A figure “as of” a day before the end of the year equals one without a date.
//!
//! **Basis**　Counts as of different days are hardly the same.
//!
//! **Tolerance**　None.
//!
//! **Traps**　The end of the year does not count.

use rust_decimal::Decimal;

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use super::told;
use crate::model::{Aspect, Claim, Severity};
use std::collections::BTreeMap;

pub(super) const CHECK: Check = Check {
    code: "P-30",
    family: Family::Project,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("p_30.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let mut by_value: BTreeMap<(Decimal, &str), Vec<&Claim>> = BTreeMap::new();
    for (_, claim) in
        facts.claims().filter(|(_, claim)| claim.aspect == Aspect::Count && claim.value >= LARGE)
    {
        by_value.entry((claim.value, &claim.subject)).or_default().push(claim);
    }
    let mut by_line: BTreeMap<u32, (Vec<&Claim>, Vec<&Claim>)> = BTreeMap::new();
    for claims in by_value.values() {
        let (dated, whole): (Vec<&Claim>, Vec<&Claim>) =
            claims.iter().partition(|claim| told::is_as_of(facts.line(claim.span.line), claim.span.start));
        match dated.first() {
            Some(first) if !whole.is_empty() => {
                let (some, others) = by_line.entry(first.span.line).or_default();
                some.push(first);
                others.extend(whole);
            }
            _ => report.agree(),
        }
    }
    for (dated, whole) in by_line.into_values() {
        let Some(first) = dated.iter().min_by_key(|claim| claim.span.start) else { continue };
        let (zh, en) = (
            format!(
                "“{}”{}等{}个数，一处写明截至年内某日，另一处没有写日期。",
                first.subject,
                first.printed,
                dated.len()
            ),
            format!(
                "{} {} ({} figures in all): once as of a day within the year, once without a date.",
                first.subject,
                first.printed,
                dated.len()
            ),
        );
        let rest = dated.iter().filter(|claim| claim.key != first.key).chain(&whole);
        let inputs = std::iter::once(*first).chain(rest.copied()).map(|claim| facts.claim(claim));
        report.show(Assertion::shown(inputs).unexplained().say(zh, en));
    }
}

/// Smaller counts are the same by chance.
const LARGE: Decimal = Decimal::ONE_HUNDRED;
