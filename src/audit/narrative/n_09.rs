//! # 表中的支出类在文字说明中没有提到
//! A class of the table is not in the narrative
//!
//! **公式**　一般公共预算财政拨款支出表中金额不为零的类，文字说明应提到
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　不设容差。
//!
//! **易错**　文字没有逐类说明的材料不核对。
//!
//! ---
//!
//! **Formula**　Every class with money in the general budget table is spoken of in the narrative.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Not assessed where the narrative goes through no class at all.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::message::with_measure;
use super::super::report::{Assertion, Report};
use crate::model::{Row, Severity};

pub(super) const CHECK: Check = Check {
    code: "N-09",
    family: Family::Narrative,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("n_09.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("general-budget") else { return };
    let spoken: Vec<&str> = facts.narrative().map(|(index, _)| facts.subject(index)).collect();
    let classes: Vec<(&Row, &str)> = sheet.rows().filter(|(row, _)| row.code.len() == 3).collect();
    let is_spoken = |name: &str| spoken.iter().any(|subject| subject.contains(name));
    // A narrative that goes through no class at all is another kind of document.
    if !classes.iter().any(|(_, name)| is_spoken(name)) {
        return;
    }
    for (row, name) in classes {
        let Some(amount) =
            sheet.slot(Some(row), "total").value().filter(|input| input.value.is_some_and(|v| !v.is_zero()))
        else {
            continue;
        };
        if is_spoken(name) {
            report.agree();
        } else {
            let zh = format!("表中“{}”有{}，文字说明没有提到。", row.label, with_measure(&amount));
            let en = format!(
                "{} has {} in the table and is not spoken of in the narrative.",
                row.label,
                with_measure(&amount)
            );
            report.show(Assertion::shown([amount]).unexplained().say(zh, en));
        }
    }
}
