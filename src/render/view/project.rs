//! The page of one project.

use rust_decimal::Decimal;
use serde::Serialize;

use super::chart::{ChartData, ChartRow, ChartView, draw};
use super::cite::Citation;
use super::finding_row::FindingList;
use super::form::{FormView, form_views};
use super::head::{Crumb, DisclosureName, LineLink, Link, PageHead, Section, disclosure_crumbs};
use super::indicator::IndicatorView;
use super::info::DisclosureLink;
use super::stated::StatedView;
use crate::catalog::{self, CatalogFinding, CatalogProject, ProjectValue, url};
use crate::model::{AmountRole, Denomination, Disclosure, Form, Money, Project, Topic, Unit};
use crate::render::format::{Spoken, grouped, spoken, yuan};
use crate::render::link::Linker;
use crate::render::messages::Messages;
use crate::render::rows::Rows;
use crate::text::{LineRange, name_key};

/// An amount of the money's path, large.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProjectAmount {
    /// `initial_budget`, `adjusted_budget` or `executed`.
    pub key: &'static str,
    /// As a person says it.
    pub number: String,
    /// What the number is counted in.
    pub denomination: &'static str,
    /// Whether digits were left out.
    pub rounded: bool,
    /// The exact yuan, with separators.
    pub exact: String,
    /// In yuan, without separators.
    pub value: String,
    /// As printed.
    pub printed: String,
    /// The form it is printed in.
    pub form: &'static str,
    /// The line.
    pub at: LineLink,
}

/// How well the project did, as its form says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ProjectResult {
    /// 执行率 as printed, in percent.
    pub execution_rate: Option<StatedView>,
    /// Executed ÷ initial budget in percent, computed here, two decimals; empty where it cannot be computed.
    pub execution_rate_initial: String,
    /// 总分
    pub total_score: Option<StatedView>,
    /// 等级
    pub grade: Option<StatedView>,
}

/// The same project in another disclosure of the unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SameProjectView {
    /// Which year and stage.
    pub disclosure: DisclosureLink,
    /// Its name there.
    pub name: String,
    /// Its page.
    pub href: String,
    /// The initial budget there in yuan with separators; empty where none is printed.
    pub initial_budget: String,
    /// What was executed there in yuan with separators; empty where none is printed.
    pub executed: String,
    /// The grade there; may be empty.
    pub grade: &'static str,
}

/// A project.
#[derive(Clone, Debug, Serialize)]
pub struct ProjectView {
    /// Where the page is.
    pub head: PageHead,
    /// Whose it is.
    pub disclosure: DisclosureName,
    /// `<disclosure>/projects/<slug>`
    pub id: String,
    /// 1-based, in order of first appearance.
    pub ordinal: u32,
    /// Its name.
    pub name: String,
    /// Whether it stands for the whole unit.
    pub is_unit: bool,
    /// The path of its money.
    pub amounts: Vec<ProjectAmount>,
    /// How well it did.
    pub result: ProjectResult,
    /// The picture of the money's path; none with fewer than two amounts.
    pub chart: Option<ChartView>,
    /// Every place in which the document speaks of it.
    pub forms: Vec<FormView>,
    /// What the audit found about it.
    pub findings: FindingList,
    /// The same project in other disclosures of the unit.
    pub same: Vec<SameProjectView>,
    /// The topics it belongs to: projects of its kind elsewhere.
    pub topics: Vec<Link>,
    /// How to cite it.
    pub citation: Citation,
}

/// The page of a project of a disclosure. `all` are the projects of the unit, in all its disclosures.
pub fn project_page(
    unit: &Unit,
    disclosure: &Disclosure,
    project: &Project,
    all: &[CatalogProject],
    topics: &[Topic],
    messages: &Messages,
) -> ProjectView {
    let path = url::project(&disclosure.id, &project.slug);
    let linker = Linker::new(&path);
    let name = DisclosureName::new(unit, disclosure, &linker);
    let forms: Vec<&Form> = catalog::forms(disclosure, project).collect();
    let row = all.iter().find(|row| row.disclosure == disclosure.id && row.slug == project.slug);
    let amounts = row.map(|row| amounts(row, &name)).unwrap_or_default();
    let same = row.map(|row| catalog::same_project(all, row)).unwrap_or_default();
    let findings = catalog::findings(unit, disclosure);
    let is_own =
        |finding: &&CatalogFinding| finding.project.as_ref().is_some_and(|(slug, _)| *slug == project.slug);
    let own = findings.iter().filter(is_own);
    ProjectView {
        head: PageHead::new(&path, Section::Projects, crumbs(unit, disclosure, project, &linker)),
        id: project.id(&disclosure.id),
        ordinal: project.ordinal,
        name: project.name.clone(),
        is_unit: project.is_unit,
        chart: chart(&amounts, messages),
        amounts,
        result: row.map(|row| result(row, &name)).unwrap_or_default(),
        forms: form_views(&forms, &name),
        findings: FindingList::new(own, &linker, messages),
        topics: topics_of(project, topics, &linker),
        same: same.into_iter().map(|other| same_view(other, unit, &linker)).collect(),
        citation: Citation::new(&name, &project.name, lines(&forms)),
        disclosure: name,
    }
}

fn topics_of(project: &Project, topics: &[Topic], linker: &Linker) -> Vec<Link> {
    let key = name_key(&project.name);
    let own = topics.iter().filter(|topic| !project.is_unit && topic.holds(&key));
    own.map(|topic| Link { text: topic.name.clone(), href: linker.to(&url::topic(&topic.id)) }).collect()
}

fn crumbs(unit: &Unit, disclosure: &Disclosure, project: &Project, linker: &Linker) -> Vec<Crumb> {
    let mut crumbs = disclosure_crumbs(unit, disclosure, linker);
    let list = format!("{}#projects", linker.to(&url::disclosure(&disclosure.id)));
    crumbs.push(Crumb::word("projects", list));
    crumbs.push(Crumb::text(&project.name, String::new()));
    crumbs
}

/// The lines of the forms, if they are one; else none: a citation then names the document.
fn lines(forms: &[&Form]) -> LineRange {
    match forms {
        [form] => form.lines,
        _ => LineRange::new(0, 0),
    }
}

/// What is printed of the money's path.
fn amounts(row: &CatalogProject, name: &DisclosureName) -> Vec<ProjectAmount> {
    let path = [
        (AmountRole::InitialBudget, &row.initial_budget),
        (AmountRole::AdjustedBudget, &row.adjusted_budget),
        (AmountRole::Executed, &row.executed),
    ];
    path.into_iter().filter_map(|(role, value)| Some(amount(role, value.as_ref()?, name))).collect()
}

fn amount(role: AmountRole, stated: &ProjectValue<Money>, name: &DisclosureName) -> ProjectAmount {
    let Spoken { number, denomination, rounded } = shown(stated);
    ProjectAmount {
        key: role.name(),
        number,
        denomination: denomination.name(),
        rounded,
        exact: yuan(stated.value),
        value: stated.value.yuan().to_string(),
        printed: stated.printed.clone(),
        form: stated.form.name(),
        at: name.line(stated.line),
    }
}

/// As printed; amounts too long for that the way a person says them. A project's story may lie in its last digits.
fn shown(stated: &ProjectValue<Money>) -> Spoken {
    let printed = stated.printed.trim();
    match stated.denomination {
        Some(denomination) if stated.value.yuan().abs() < Denomination::MillionYuan.yuan() => {
            Spoken { number: grouped(printed), denomination, rounded: false }
        }
        denomination => spoken(stated.value, printed, denomination),
    }
}

fn result(row: &CatalogProject, name: &DisclosureName) -> ProjectResult {
    let number = |stated: &ProjectValue<Decimal>| {
        StatedView::plain(&stated.printed, stated.value.to_string(), name.line(stated.line))
    };
    ProjectResult {
        execution_rate: row.execution_rate.as_ref().map(number),
        execution_rate_initial: row.execution_rate_initial.map(|rate| rate.to_string()).unwrap_or_default(),
        total_score: row.total_score.as_ref().map(number),
        grade: row.grade.as_ref().map(|grade| {
            let word = grade.value.chinese();
            StatedView::plain(word, word.to_owned(), name.line(grade.line))
        }),
    }
}

/// Budget, adjusted budget and execution as bars.
fn chart(amounts: &[ProjectAmount], messages: &Messages) -> Option<ChartView> {
    let row = |amount: &ProjectAmount| {
        let value = Decimal::from_str_exact(&amount.value).ok();
        let label = messages.text(&format!("amount.{}", amount.key), &[]).unwrap_or_default();
        ChartRow {
            label,
            values: vec![value],
            shown: vec![grouped(&amount.value)],
            at: amount.at.clone(),
            planned: false,
        }
    };
    let data = ChartData {
        kind: "money-path",
        subject: amounts.len().saturating_sub(1),
        denomination: Denomination::Yuan.name(),
        series: vec![messages.text("projects.money", &[]).unwrap_or_default()],
        rows: amounts.iter().map(row).collect(),
    };
    (amounts.len() > 1).then(|| ChartView { svg: draw(&data, messages), data })
}

fn same_view(other: &CatalogProject, unit: &Unit, linker: &Linker) -> SameProjectView {
    let money =
        |value: &Option<ProjectValue<Money>>| value.as_ref().map(|v| yuan(v.value)).unwrap_or_default();
    SameProjectView {
        disclosure: DisclosureLink::new(&other.disclosure, &unit.name, None, linker),
        name: other.name.clone(),
        href: linker.to(&url::project(&other.disclosure, &other.slug)),
        initial_budget: money(&other.initial_budget),
        executed: money(&other.executed),
        grade: other.grade.as_ref().map_or("", |grade| grade.value.chinese()),
    }
}

impl ProjectView {
    /// The indicators of all forms.
    pub(in crate::render) fn rows(&self) -> Rows {
        let of_form = |form: &FormView| {
            let row = |i: &IndicatorView| indicator_row(form, i);
            form.groups.iter().flat_map(|group| &group.indicators).map(row).collect::<Vec<_>>()
        };
        Rows {
            header: vec![
                "form",
                "ordinal",
                "level1",
                "level2",
                "name",
                "target",
                "initial_target",
                "implementation_target",
                "actual",
                "weight",
                "score",
                "deviation_reason",
                "line",
            ],
            rows: self.forms.iter().flat_map(of_form).collect(),
        }
    }
}

fn indicator_row(form: &FormView, i: &IndicatorView) -> Vec<String> {
    let number = |stated: &Option<StatedView>| stated.as_ref().map(|s| s.value.clone()).unwrap_or_default();
    vec![
        form.kind.to_owned(),
        i.ordinal.to_string(),
        i.level1.clone(),
        i.level2.clone(),
        i.name.clone(),
        i.target.clone(),
        i.initial_target.clone(),
        i.implementation_target.clone(),
        i.actual.clone(),
        number(&i.weight),
        number(&i.score),
        i.deviation_reason.clone(),
        i.at.line.to_string(),
    ]
}
