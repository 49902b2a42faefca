//! # 车辆数合计等于各类用车之和
//! Vehicles add up to their total
//!
//! **公式**　车辆数合计 = 各类用车之和
//!
//! **依据**　部门决算报表表内关系。
//!
//! **容差**　不设容差。
//!
//! **易错**　其后的设备台数不属于车辆。
//!
//! ---
//!
//! **Formula**　The number of vehicles is the sum of the kinds.
//!
//! **Basis**　Relations within the tables of departmental final accounts.
//!
//! **Tolerance**　None.
//!
//! **Traps**　The equipment listed after the vehicles is none.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::Report;
use super::super::sums;
use crate::model::{Row, Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "F-10-02",
    family: Family::Within,
    severity: Severity::Error,
    stage: Some(Stage::Final),
    since: "2026-11-26",
    file: include_str!("f_10_02.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("statistics") else { return };
    let is_total = |name: &str| name.contains("车辆") && name.contains("合计");
    let Some((total, _)) = sheet.rows().find(|(_, name)| is_total(name)) else { return };
    let below = sheet.rows().skip_while(|(row, _)| row.number <= total.number);
    let kinds: Vec<&Row> = below.take_while(|(_, name)| name.contains("用车")).map(|(row, _)| row).collect();
    sums::sums(report, sheet, &["amount"], total, &kinds);
}
