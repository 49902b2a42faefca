//! # 空表没有说明
//! An empty table has no note
//!
//! **公式**　没有数据的表应注明“本单位无此项”
//!
//! **依据**　《预算法》第十四条、《地方预决算公开操作规程》（财预〔2016〕143号）。
//!
//! **容差**　不设容差。
//!
//! **易错**　正文中另有说明的也可以。
//!
//! ---
//!
//! **Formula**　A table without data says so in a note.
//!
//! **Basis**　Budget Law, article 14; 财预〔2016〕143号, rules for disclosing local budgets.
//!
//! **Tolerance**　None.
//!
//! **Traps**　The narrative may say so instead.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, text, whole_line};
use super::super::report::{Assertion, Report};
use crate::model::Severity;

pub(super) const CHECK: Check = Check {
    code: "Q-03",
    family: Family::Quality,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("q_03.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let funds = ["government-fund", "state-capital", "government-fund-income", "projects-carried-over"];
    for sheet in
        facts.sheets().iter().filter(|sheet| funds.contains(&sheet.table.kind.as_str()) && sheet.is_empty())
    {
        if sheet.table.declared_empty || !sheet.table.notes.is_empty() {
            report.agree();
            continue;
        }
        let title = &sheet.table.title;
        let (zh, en) =
            (format!("{title}没有数据，也没有说明。"), format!("The table {title} has no data and no note."));
        let input = text(&sheet.table.id, title, whole_line(sheet.table.lines.first));
        report.show(Assertion::shown([input]).unexplained().say(zh, en));
    }
}
