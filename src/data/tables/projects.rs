//! `projects.csv`: each place in which a document speaks of a project.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;

use rust_decimal::Decimal;

use crate::data::rows::Rows;
use crate::data::schema::published_table;
use crate::model::{AmountRole, Disclosure, Form, Grade, Project, Stated};
use crate::text::name_key;

published_table! {
    /// A place in which a document speaks of a project.
    ProjectRow = "projects" ("项目", "材料中每一处写到项目的地方一行：项目支出预算表的一行、绩效目标表、自评表、自评报告、文字中的结果；同一项目的各行 project 相同。金额一律以元计，精确，不舍入。", "One row for each place in which a document speaks of a project: a row of the projects table, a goal form, a self-evaluation, a report, a result told in prose. The rows of one project have the same `project`. Money is in yuan, exact, never rounded."),
    key [project, form, first_line], references [disclosure in "disclosures"],
    project: Text ("项目编号", "<公开材料>/projects/<项目名称的拼音>，也是项目页面的地址。", "`<disclosure>/projects/<slug>`, also the address of the project's page."),
    disclosure: Text ("公开材料编号", "disclosures 表中的编号。", "The disclosure, as in `disclosures`."),
    ordinal: Integer ("序号", "项目在材料中首次出现的次序，从 1 开始。", "Order of the project's first appearance, 1-based."),
    form: Text ("出处", "budget-line 项目支出表的一行、goal 绩效目标表、self-evaluation 自评表、self-evaluation-report 自评分析报告、narrative-result 文字中的结果、unit-goal 整体支出绩效目标申报表、unit-self-evaluation-report 整体支出自评分析报告。", "budget-line, goal, self-evaluation, self-evaluation-report, narrative-result, unit-goal or unit-self-evaluation-report."),
    name: Text ("项目名称", "去掉空白；被截断而能从同一材料中补全的已补全；整体支出为单位名称。", "Without white space; completed where it was clipped and the rest is certain; the unit's name in forms about the whole unit."),
    name_printed: Text ("原文名称", "此处所印的名称。", "The name as printed here."),
    department_code: Text ("主管部门编码", "主管部门编码，照原文。", "Code of the department, as printed."),
    department: Text ("主管部门", "主管部门，照原文。", "The department, as printed."),
    unit_code: Text ("预算单位编码", "预算单位编码，照原文。", "Code of the budget unit, as printed."),
    initial_requested: Number ("年初申报数", "年初预算数中的目标申报数（元）。", "What was asked for, in yuan."),
    initial_budget: Number ("年初预算数", "年初预算数（元）；绩效目标表为年度资金总额，项目支出预算表为合计。", "The initial budget, in yuan; in goal forms the annual total, in budget lines the total."),
    adjusted_budget: Number ("全年预算数", "调整后的全年预算数（元）。", "The budget of the year after its changes, in yuan."),
    executed: Number ("全年执行数", "全年执行数（元）。", "What was spent, in yuan."),
    balance: Number ("结转结余", "资金结（转）余（元）。", "What was left, in yuan."),
    execution_rate: Number ("执行率", "所印的执行率（%）。", "The rate of execution as printed, in percent."),
    execution_rate_initial: Number ("对年初预算的执行率", "计算值：全年执行数 ÷ 年初预算数（%），四舍五入到两位小数；不能计算时为空。这是唯一舍入的栏。", "Computed: executed ÷ initial budget in percent, two decimals, half up; empty where it cannot be computed. The one rounded column."),
    budget_score: Number ("预算执行得分", "预算执行率的得分。", "Points for the execution of the budget."),
    total_score: Number ("总分", "自评总分。", "Total score."),
    grade: Text ("等级", "优、良、中或差。", "优 (excellent), 良 (good), 中 (fair) or 差 (poor)."),
    first_line: Integer ("首行", "第一行行号，从 1 开始。", "First line, 1-based."),
    last_line: Integer ("末行", "最后一行行号（含）。", "Last line, included."),
    complete: Text ("完整", "yes 完整；no 已知有部分在转换中丢失。", "yes, or no where a part is known to be lost in conversion."),
}

/// The project of each form, by the form's index.
pub(super) fn owners(disclosure: &Disclosure) -> BTreeMap<usize, &Project> {
    let projects = disclosure.reading.projects.iter();
    projects.flat_map(|project| project.forms.iter().map(move |form| (*form, project))).collect()
}

/// Writes a row for each place that speaks of a project.
pub(super) fn write(disclosure: &Disclosure, out: &mut Rows) -> io::Result<()> {
    let id = disclosure.id.to_string();
    let forms = &disclosure.reading.forms;
    owners(disclosure).into_iter().try_for_each(|(index, project)| {
        let Some(form) = forms.get(index) else { return Ok(()) };
        out.push(&row(disclosure, &id, project, form))
    })
}

fn row<'a>(disclosure: &Disclosure, id: &'a str, project: &'a Project, form: &'a Form) -> ProjectRow<'a> {
    let [initial_requested, initial_budget, adjusted_budget, executed, balance] =
        AmountRole::ALL.map(|role| form.total.amount(role).map(|stated| stated.value.yuan()));
    ProjectRow {
        project: Cow::Owned(project.id(&disclosure.id)),
        disclosure: id.into(),
        ordinal: Some(u64::from(project.ordinal)),
        form: form.kind.name().into(),
        name: name(project, form).into(),
        name_printed: form.name_printed.as_str().into(),
        department_code: form.department_code.as_str().into(),
        department: form.department.as_str().into(),
        unit_code: form.unit_code.as_str().into(),
        initial_requested,
        initial_budget,
        adjusted_budget,
        executed,
        balance,
        execution_rate: number(form.total.execution_rate.as_ref()),
        execution_rate_initial: form.execution_rate_initial(),
        budget_score: number(form.total.score.as_ref()),
        total_score: number(form.total_score.as_ref()),
        grade: form.grade.as_ref().map_or("", |stated: &Stated<Grade>| stated.value.chinese()).into(),
        first_line: Some(u64::from(form.lines.first)),
        last_line: Some(u64::from(form.lines.last)),
        complete: if form.complete { "yes" } else { "no" }.into(),
    }
}

/// The form's own name; the project's where that says more.
fn name<'a>(project: &'a Project, form: &'a Form) -> &'a str {
    if name_key(&form.name) == name_key(&project.name) { &form.name } else { &project.name }
}

pub(super) fn number(stated: Option<&Stated<Decimal>>) -> Option<Decimal> {
    stated.map(|stated| stated.value)
}
