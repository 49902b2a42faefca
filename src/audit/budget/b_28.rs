//! # 绩效目标表的年度资金与项目支出表不一致
//! The annual amount of a goal form differs from the table of projects
//!
//! **公式**　项目支出绩效目标表年度资金总额 = 项目支出表同一项目合计（按粗的末位四舍五入）
//!
//! **依据**　部门预算报表表内、表间关系。
//!
//! **容差**　元换算为万元后四舍五入比较。
//!
//! **易错**　一个项目在表中列多行的不核对。
//!
//! ---
//!
//! **Formula**　The annual amount of a goal form = the total of that project in the table of projects, rounded to
//! the coarser digit.
//!
//! **Basis**　Relations within and between the tables of departmental budgets.
//!
//! **Tolerance**　Yuan are rounded to the digits of the table.
//!
//! **Traps**　Not assessed for projects with several rows in the table.

use super::super::check::{Check, Family};
use super::super::facts::Facts;
use super::super::report::{Assertion, NOT_PRINTED, Report};
use crate::model::{Form, FormKind, Severity, Stage};

pub(super) const CHECK: Check = Check {
    code: "B-28",
    family: Family::Budget,
    severity: Severity::Error,
    stage: Some(Stage::Budget),
    since: "2026-11-26",
    file: include_str!("b_28.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for project in &facts.reading.projects {
        let of_kind = |kind: FormKind| {
            let forms =
                project.forms.iter().filter_map(|index| Some((*index, facts.reading.forms.get(*index)?)));
            forms.filter(move |(_, form)| form.kind == kind).collect::<Vec<_>>()
        };
        let (lines, goals) = (of_kind(FormKind::BudgetLine), of_kind(FormKind::Goal));
        let ([(line_index, line)], [(index, goal)]) = (lines.as_slice(), goals.as_slice()) else { continue };
        let amount = |index: usize, form: &Form| facts.form_field(index, form, "initial_budget");
        match (amount(*index, goal), amount(*line_index, line)) {
            (Some(stated), Some(line)) => {
                report.assert(Assertion::quotes(stated, line).project(facts.project_of(*index)));
            }
            _ => report.not_assessable(NOT_PRINTED),
        }
    }
}
