//! # 一般公共预算支出的科目在支出决算表中没有
//! A code of the general budget table is not in the expenditure table
//!
//! **公式**　一般公共预算财政拨款支出决算表的科目 ⊆ 支出决算表的科目
//!
//! **依据**　部门决算报表表间关系。
//!
//! **容差**　不设容差。
//!
//! **易错**　支出决算表印得较粗时只比到它的层级；转换丢行时不核对。
//!
//! ---
//!
//! **Formula**　The codes of the general budget table are among those of the expenditure table.
//!
//! **Basis**　Relations between the tables of departmental final accounts.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Compared only as deep as the expenditure table is printed; not where rows were lost.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report, UNCERTAIN};
use crate::model::{Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "X-14",
    family: Family::Cross,
    severity: Severity::Warning,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("x_14.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let (Some(whole), Some(part)) = (facts.sheet("expenditure"), facts.sheet("general-budget")) else {
        return;
    };
    if whole.row_doubt().is_some() || part.row_doubt().is_some() {
        return report.not_assessable(UNCERTAIN);
    }
    let deepest = whole.table.rows.iter().map(|row| row.code.len()).max().unwrap_or_default();
    for (row, _) in part.rows().filter(|(row, _)| !row.code.is_empty() && row.code.len() <= deepest) {
        let Some(amount) = part.slot(Some(row), "total").value() else { continue };
        if whole.coded(&row.code).is_some() {
            report.agree();
            continue;
        }
        let (zh, en) = (
            format!("一般公共预算表列有科目{}“{}”，支出决算表没有这个科目。", row.code, row.label),
            format!(
                "The general budget table has code {} {}, the expenditure table does not.",
                row.code, row.label
            ),
        );
        report.show(Assertion::shown([amount]).unexplained().say(zh, en));
    }
}
