//! # 应公开的报表没有
//! A required table is missing
//!
//! **公式**　决算：收支总表、收入表、支出表、财政拨款收支总表、一般公共预算支出表、基本支出表、政府性基金表、“三公”经
//! 费表；预算：收支、收入、支出、财政拨款、一般公共预算、基本支出、政府性基金、“三公”经费各表
//!
//! **依据**　《预算法》第十四条、《地方预决算公开操作规程》（财预〔2016〕143号）。
//!
//! **容差**　不设容差。
//!
//! **易错**　各地表样不同；有未识别的表时不作结论。
//!
//! ---
//!
//! **Formula**　Final accounts: summary, income, expenditure, appropriation, general budget, basic spending,
//! government funds, three public expenses; budgets the same.
//!
//! **Basis**　Budget Law, article 14; 财预〔2016〕143号, rules for disclosing local budgets.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Places have other tables; nothing is said where a table was not recognised.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, text, whole_line};
use super::super::report::{ABSENT, Assertion, Report};
use crate::model::Severity;

pub(super) const CHECK: Check = Check {
    code: "Q-02",
    family: Family::Quality,
    severity: Severity::Warning,
    stage: None,
    since: "2026-11-26",
    file: include_str!("q_02.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let present = REQUIRED.iter().filter(|(kind, _)| facts.sheet(kind).is_some()).count();
    // A document that holds few of them is an excerpt, or was not recognised.
    if present * 2 <= REQUIRED.len() || facts.reading.tables.iter().any(|table| table.kind.is_empty()) {
        return report.not_assessable(ABSENT);
    }
    for (kind, name) in REQUIRED {
        if facts.sheet(kind).is_some() {
            report.agree();
            continue;
        }
        let (zh, en) = (format!("没有找到{name}。"), format!("The table {name} was not found."));
        let input = text(name, name, whole_line(1));
        report.show(Assertion::shown([input]).unexplained().say(zh, en));
    }
}

/// Tables that every disclosure has, empty or not.
const REQUIRED: [(&str, &str); 8] = [
    ("summary", "收支总表"),
    ("income", "收入表"),
    ("expenditure", "支出表"),
    ("appropriation", "财政拨款收支总表"),
    ("general-budget", "一般公共预算财政拨款支出表"),
    ("economic-detail", "一般公共预算财政拨款基本支出表"),
    ("government-fund", "政府性基金预算表"),
    ("three-public", "“三公”经费表"),
];
