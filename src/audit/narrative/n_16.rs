//! # 有车辆而没有运行维护费或财政负担的保有量
//! Vehicles are held, but no operating cost is reported
//!
//! **公式**　车辆数 > 0 而公务用车运行维护费 = 0，或财政拨款负担的保有量 = 0
//!
//! **依据**　《地方预决算公开操作规程》（财预〔2016〕143号）：说明与报表应当一致。
//!
//! **容差**　不设容差。
//!
//! **易错**　“财政拨款负担的保有量”口径较窄；车辆可能闲置或由其他资金负担。
//!
//! ---
//!
//! **Formula**　Vehicles > 0 while vehicle operation = 0 or vehicles borne by appropriation = 0.
//!
//! **Basis**　财预〔2016〕143号, rules for disclosing local budgets: the narrative must agree with the tables.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Vehicles borne by appropriation are a narrower count; a vehicle may be idle or paid from other funds.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, Report};
use crate::model::{Aspect, Input, Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "N-16",
    family: Family::Narrative,
    severity: Severity::Notice,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("n_16.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("statistics") else { return };
    let total = sheet.rows().find(|(_, name)| name.contains("车辆") && name.contains("合计"));
    let Some(held) = sheet.slot(total.map(|(row, _)| row), "amount").value() else { return };
    let is_zero = |input: &Input| input.value.is_some_and(|value| value.is_zero());
    let words = ["公务用车运行维护费", "公务用车保有量"];
    let said: Vec<Input> = facts
        .narrative()
        .filter(|(index, claim)| {
            matches!(claim.aspect, Aspect::Amount | Aspect::Count)
                && words.iter().any(|word| facts.subject(*index).contains(word))
                && !facts.subject(*index).contains("购置")
        })
        .map(|(_, claim)| facts.claim(claim))
        .collect();
    if said.is_empty() || is_zero(&held) {
        return;
    }
    if !said.iter().all(is_zero) {
        return report.agree();
    }
    let (zh, en) = (
        format!("表列车辆{}辆，文字称公务用车运行维护费、财政负担的保有量为0。", held.printed),
        format!(
            "The table lists {} vehicles; the text gives no operating cost and none borne by appropriation.",
            held.printed
        ),
    );
    let kinds = sheet.rows().filter(|(row, name)| {
        total.is_some_and(|(total, _)| row.number > total.number) && name.contains("用车")
    });
    let kinds: Vec<Input> = kinds.filter_map(|(row, _)| sheet.slot(Some(row), "amount").value()).collect();
    let counted = facts
        .narrative()
        .filter(|(index, claim)| claim.aspect == Aspect::Count && facts.subject(*index) == "车辆");
    let counted: Vec<Input> = counted.map(|(_, claim)| facts.claim(claim)).collect();
    report
        .show(Assertion::shown([held]).beside(kinds).beside(counted).beside(said).unexplained().say(zh, en));
}
