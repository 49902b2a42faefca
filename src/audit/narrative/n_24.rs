//! # 标题中的年度与本材料不同
//! A heading names another year
//!
//! **公式**　标题中的“某年度决算（预算）”= 本材料年度
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　不设容差。
//!
//! **易错**　项目名称、比较说明可以写其他年度。
//!
//! ---
//!
//! **Formula**　A heading that names a year’s final accounts or budget names the year of the disclosure.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Names of projects and comparisons may speak of other years.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, text, whole_line};
use super::super::report::{Assertion, Report};
use crate::model::Severity;
use crate::text::matching;

pub(super) const CHECK: Check = Check {
    code: "N-24",
    family: Family::Narrative,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_24.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let own = facts.disclosure().id.year.to_string();
    let stage = facts.stage().chinese();
    for section in &facts.reading.sections {
        if !section.heading.contains('年') {
            continue;
        }
        let heading = matching(&section.heading);
        let Some(year) = year_of(&heading, stage) else { continue };
        if year == own {
            report.agree();
            continue;
        }
        let (zh, en) = (
            format!("标题写{year}年，本材料为{own}年{stage}。"),
            format!("A heading says {year}; the disclosure is of {own}."),
        );
        let input = text("标题", &section.heading, whole_line(section.lines.first));
        report.show(Assertion::shown([input]).unexplained().say(zh, en));
    }
}

/// The year in front of 年度…决算 or 年…决算, if the heading is about that stage.
fn year_of<'a>(heading: &'a str, stage: &str) -> Option<&'a str> {
    let (before, after) = heading.split_once('年')?;
    let year = before.get(before.len().checked_sub(4)?..).filter(|year| year.starts_with("20"))?;
    let is_year = year.bytes().all(|b| b.is_ascii_digit());
    // 上年, 比2023年 and names of projects speak of other years.
    let own = after.strip_prefix('度').unwrap_or(after);
    let words =
        [format!("部门{stage}"), format!("单位{stage}"), format!("{stage}情况"), format!("{stage}公开")];
    (is_year && words.iter().any(|word| own.starts_with(word.as_str()))).then_some(year)
}
