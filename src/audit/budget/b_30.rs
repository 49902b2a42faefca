//! # 整体支出绩效目标表的资金与预算表不一致
//! The whole-unit goal form differs from the budget tables
//!
//! **公式**　整体支出绩效目标表年度资金总额 = 收支总表支出总计（或本年支出合计）；其中基本支出、项目支出 = 支出总表合
//! 计行
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　引用同一个数，不设容差；只差一个末位单位的记为尾差（提示）。
//!
//! **易错**　元换算为万元后四舍五入比较。
//!
//! ---
//!
//! **Formula**　The annual amount of the whole-unit goal form = the grand (or year’s) total of the budget summary;
//! its basic and project spending = the total row of the expenditure table.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　None, since one figure is printed twice; a difference of one unit of the last digit is a rounding
//! remainder (info).
//!
//! **Traps**　Yuan are rounded to the digits of the table.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, Slot};
use super::super::report::Report;
use crate::model::{FormKind, Input, Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-30",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_30.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let Some(sheet) = facts.sheet("expenditure") else { return };
    for (index, form) in facts.forms(FormKind::UnitGoal) {
        let slot = |role: &str| sheet.slot(sheet.total(), role);
        if let Some(stated) = facts.form_field(index, form, "initial_budget") {
            report.assert_same(Slot::Value(stated), slot("total"));
        }
        for (word, role) in [("基本支出", "basic"), ("项目支出", "project")] {
            let row = form.funding.iter().find(|row| row.label.contains(word));
            let Some(stated) = row.and_then(|row| row.initial_budget.as_ref()) else { continue };
            let input = Input {
                label: format!("整体支出绩效目标表“{word}”"),
                ..facts.form_money(index, stated, "initial_budget")
            };
            report.assert_same(Slot::Value(input), slot(role));
        }
    }
}
