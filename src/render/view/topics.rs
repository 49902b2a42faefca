//! Projects of one kind across units and years: what they cost, and why that is hard to compare.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde::Serialize;

use super::chart::{ChartData, ChartRow, ChartView, UNIT_COSTS, draw};
use super::head::{Crumb, LineLink, PageHead, Section, top_crumbs};
use super::info::DisclosureLink;
use super::project_row::ProjectRow;
use crate::catalog::{
    Catalog, CatalogProject, IndicatorRole, TopicEntry, TopicIndicator, UnitCost, unit_costs, url,
};
use crate::model::{DisclosureId, Stage, Topic};
use crate::render::format::{grouped, yuan};
use crate::render::link::Linker;
use crate::render::messages::Messages;
use crate::render::rows::Rows;

/// The list of topics.
#[derive(Clone, Debug, Serialize)]
pub struct TopicsView {
    /// Where the page is.
    pub head: PageHead,
    /// In the order of the editor.
    pub topics: Vec<TopicLink>,
}

/// A topic in lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicLink {
    /// Its name.
    pub name: String,
    /// What it is about; may be empty.
    pub description: String,
    /// Its page.
    pub href: String,
    /// How many units have a project of it, or speak of it in one.
    pub units: usize,
    /// How many projects belong to it.
    pub projects: usize,
    /// How many other projects have indicators of it.
    pub mentions: usize,
}

/// A topic.
#[derive(Clone, Debug, Serialize)]
pub struct TopicView {
    /// Where the page is.
    pub head: PageHead,
    /// Its name, and how much there is.
    pub topic: TopicLink,
    /// The first and the last fiscal year; 0 if there is nothing.
    pub years: [u16; 2],
    /// Projects that belong to it, by unit, year and stage.
    pub projects: Vec<TopicProject>,
    /// Other projects with indicators of it.
    pub mentions: Vec<TopicProject>,
    /// What one of each thing costs, lowest first; none with fewer than two prices or computed costs.
    pub chart: Option<ChartView>,
    /// Why amounts cannot be compared just so: what differs among the projects.
    pub differences: Vec<Difference>,
    /// What the editor notes.
    pub notes: Vec<String>,
}

/// A project of a topic, or one with indicators of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicProject {
    /// The project.
    pub row: ProjectRow,
    /// Whose, which year and stage.
    pub disclosure: DisclosureLink,
    /// What is counted.
    pub quantities: Vec<TopicValue>,
    /// Prices of one, as printed.
    pub prices: Vec<TopicValue>,
    /// Other indicators of the topic.
    pub others: Vec<TopicValue>,
    /// What one cost: computed.
    pub costs: Vec<TopicCost>,
}

/// An indicator of a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicValue {
    /// Its name as printed.
    pub name: String,
    /// The target in force as printed; may be empty.
    pub target: String,
    /// The actual value as printed; may be empty.
    pub actual: String,
    /// The number that counts at this stage, without separators; empty if there is none.
    pub number: String,
    /// Its unit; may be empty.
    pub measure: String,
    /// The indicator in the page of its project.
    pub href: String,
}

/// What one of something cost: computed here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicCost {
    /// In yuan with two decimals.
    pub shown: String,
    /// Of what (`套`).
    pub per: String,
    /// What was spent, in yuan with separators.
    pub spent: String,
    /// By how many it is divided, with separators.
    pub count: String,
    /// The indicator it is divided by.
    pub href: String,
}

/// What differs among the projects of a topic. Its words are the message `topic.differ.<key>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// `measure`, `stage`, `year`, `scope` or `count`.
    pub key: &'static str,
    /// What there is of it, or how many.
    pub values: String,
}

/// The list of topics.
pub fn topics_page(topics: &[Topic], catalog: &Catalog) -> TopicsView {
    let linker = Linker::new(url::TOPICS);
    TopicsView {
        head: PageHead::new(url::TOPICS, Section::Topics, top_crumbs("topics", &linker)),
        topics: topics.iter().map(|topic| topic_link(topic, catalog, &linker)).collect(),
    }
}

pub(super) fn topic_link(topic: &Topic, catalog: &Catalog, linker: &Linker) -> TopicLink {
    let entries = entries(topic, catalog);
    let units: BTreeSet<_> = entries.iter().map(|entry| &entry.disclosure.unit).collect();
    let projects = entries.iter().filter(|entry| entry.is_whole).count();
    TopicLink {
        name: topic.name.clone(),
        description: topic.description.clone(),
        href: linker.to(&url::topic(&topic.id)),
        units: units.len(),
        projects,
        mentions: entries.len() - projects,
    }
}

fn entries<'a>(topic: &Topic, catalog: &'a Catalog) -> &'a [TopicEntry] {
    catalog.topics.get(&topic.id).map(Vec::as_slice).unwrap_or_default()
}

/// An entry with its project.
struct Found<'a> {
    entry: &'a TopicEntry,
    project: &'a CatalogProject,
    costs: Vec<UnitCost>,
}

/// The page of a topic.
pub fn topic_page(topic: &Topic, catalog: &Catalog, messages: &Messages) -> TopicView {
    let path = url::topic(&topic.id);
    let linker = Linker::new(&path);
    let mut crumbs = top_crumbs("topics", &linker);
    if let Some(list) = crumbs.last_mut() {
        list.href = linker.to(url::TOPICS);
    }
    crumbs.push(Crumb::text(&topic.name, String::new()));
    let found: Vec<Found<'_>> = entries(topic, catalog)
        .iter()
        .filter_map(|entry| {
            let project = catalog.project(&entry.disclosure, entry.ordinal)?;
            Some(Found { entry, project, costs: unit_costs(topic, entry, project) })
        })
        .collect();
    let years = || found.iter().map(|found| found.entry.disclosure.year.get());
    let (whole, parts): (Vec<&Found<'_>>, Vec<&Found<'_>>) =
        found.iter().partition(|found| found.entry.is_whole);
    let rows = |found: &[&Found<'_>]| -> Vec<TopicProject> {
        found.iter().filter_map(|found| topic_project(found, catalog, &linker)).collect()
    };
    TopicView {
        head: PageHead::new(&path, Section::Topics, crumbs),
        topic: topic_link(topic, catalog, &linker),
        years: [years().min().unwrap_or_default(), years().max().unwrap_or_default()],
        projects: rows(&whole),
        mentions: rows(&parts),
        chart: chart(&whole, catalog, &linker, messages),
        differences: differences(&whole, catalog, messages),
        notes: topic.notes.clone(),
    }
}

fn topic_project(found: &Found<'_>, catalog: &Catalog, linker: &Linker) -> Option<TopicProject> {
    let Found { entry, project, costs } = found;
    let (unit, disclosure) = catalog.disclosure(&entry.disclosure)?;
    let of = |role: IndicatorRole| -> Vec<TopicValue> {
        let indicators = entry.indicators.iter().filter(|indicator| indicator.role == role);
        indicators.map(|indicator| value(indicator, &entry.disclosure, project, linker)).collect()
    };
    Some(TopicProject {
        row: ProjectRow::new(project, linker),
        disclosure: DisclosureLink::new(&disclosure.id, &unit.name, disclosure.scope, linker),
        quantities: of(IndicatorRole::Quantity),
        prices: of(IndicatorRole::Price),
        others: of(IndicatorRole::Other),
        costs: costs.iter().map(|cost| topic_cost(cost, &entry.disclosure, project, linker)).collect(),
    })
}

fn href(indicator: &TopicIndicator, id: &DisclosureId, project: &CatalogProject, linker: &Linker) -> String {
    linker.to(&url::indicator(id, &project.slug, indicator.form, indicator.ordinal))
}

fn value(
    indicator: &TopicIndicator,
    id: &DisclosureId,
    project: &CatalogProject,
    linker: &Linker,
) -> TopicValue {
    let quantity = indicator.quantity.as_ref();
    TopicValue {
        name: indicator.name.clone(),
        target: indicator.target.clone(),
        actual: indicator.actual.clone(),
        number: quantity.map(|quantity| quantity.number.to_string()).unwrap_or_default(),
        measure: quantity.map(|quantity| quantity.measure.clone()).unwrap_or_default(),
        href: href(indicator, id, project, linker),
    }
}

fn topic_cost(cost: &UnitCost, id: &DisclosureId, project: &CatalogProject, linker: &Linker) -> TopicCost {
    TopicCost {
        shown: two_decimals(cost.yuan),
        per: cost.count.measure.clone(),
        spent: yuan(cost.spent),
        count: grouped(&cost.count.number.to_string()),
        href: href(&cost.by, id, project, linker),
    }
}

fn two_decimals(value: Decimal) -> String {
    let mut value = value;
    value.rescale(2);
    grouped(&value.to_string())
}

/// Prices as printed and costs as computed, lowest first.
fn chart(found: &[&Found<'_>], catalog: &Catalog, linker: &Linker, messages: &Messages) -> Option<ChartView> {
    let mut rows: Vec<ChartRow> =
        found.iter().flat_map(|found| chart_rows(found, catalog, linker, messages)).collect();
    rows.sort_by(|a, b| a.values.cmp(&b.values));
    if rows.len() < 2 {
        return None;
    }
    let series = vec![messages.text("topic.price", &[]).unwrap_or_default()];
    let data = ChartData { kind: UNIT_COSTS, subject: 0, denomination: "yuan", series, rows };
    Some(ChartView { svg: draw(&data, messages), data })
}

fn chart_rows(found: &Found<'_>, catalog: &Catalog, linker: &Linker, messages: &Messages) -> Vec<ChartRow> {
    let Found { entry, costs, .. } = found;
    let id = &entry.disclosure;
    let unit = catalog.units.get(&id.unit).map(|unit| unit.unit.short_name.as_str()).unwrap_or_default();
    let row = |what: &str, value: Decimal, per: &str, line: u32| {
        let words = [("unit", unit), ("year", &id.year.to_string()), ("what", what)];
        let key = format!("topic.label.{}", id.stage.name());
        let shown = if per.is_empty() {
            grouped(&value.to_string())
        } else {
            format!("{} / {per}", two_decimals(value))
        };
        ChartRow {
            label: messages.text(&key, &words).unwrap_or_default(),
            values: vec![Some(value)],
            shown: vec![shown],
            at: LineLink { line, href: linker.to(&url::line(id, line)) },
            planned: id.stage == Stage::Budget,
        }
    };
    let prices = entry.indicators.iter().filter(|indicator| indicator.role == IndicatorRole::Price);
    let printed = prices.filter_map(|indicator| {
        let quantity = indicator.quantity.as_ref()?;
        let per = quantity.measure.strip_prefix("元/")?;
        Some(row(&indicator.name, quantity.number, per, indicator.line))
    });
    let computed = messages.text("topic.computed", &[]).unwrap_or_default();
    let costs = costs.iter().map(|cost| row(&computed, cost.yuan, &cost.count.measure, cost.by.line));
    printed.chain(costs).collect()
}

/// What makes the projects unlike each other, as far as the documents show it.
fn differences(found: &[&Found<'_>], catalog: &Catalog, messages: &Messages) -> Vec<Difference> {
    let comma = messages.text("unit.comma", &[]).unwrap_or_default();
    let several = |key: &'static str, values: BTreeSet<String>| {
        let values: Vec<String> = values.into_iter().filter(|value| !value.is_empty()).collect();
        (values.len() > 1).then(|| Difference { key, values: values.join(&comma) })
    };
    let word = |key: String| messages.text(&key, &[]).unwrap_or_default();
    let measures = found.iter().flat_map(|found| &found.entry.indicators).filter_map(|indicator| {
        let is_counted = indicator.role == IndicatorRole::Quantity;
        is_counted.then(|| indicator.quantity.as_ref().map(|quantity| quantity.measure.clone())).flatten()
    });
    let ids = || found.iter().map(|found| &found.entry.disclosure);
    let scopes = ids().filter_map(|id| catalog.disclosure(id)?.1.scope);
    let uncounted = found.iter().filter(|found| {
        !found
            .entry
            .indicators
            .iter()
            .any(|indicator| indicator.role == IndicatorRole::Quantity && indicator.quantity.is_some())
    });
    let uncounted = uncounted.count();
    [
        several("measure", measures.collect()),
        several("stage", ids().map(|id| word(format!("facet-stage.{}", id.stage.name()))).collect()),
        several("year", ids().map(|id| id.year.to_string()).collect()),
        several("scope", scopes.map(|scope| word(format!("scope-short.{}", scope.name()))).collect()),
        (uncounted > 0).then(|| Difference { key: "count", values: uncounted.to_string() }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl TopicsView {
    pub(in crate::render) fn rows(&self) -> Rows {
        let row = |topic: &TopicLink| {
            let counts = [topic.units, topic.projects, topic.mentions].map(|count| count.to_string());
            [vec![topic.name.clone()], counts.to_vec()].concat()
        };
        Rows {
            header: vec!["name", "units", "projects", "mentions"],
            rows: self.topics.iter().map(row).collect(),
        }
    }
}

impl TopicView {
    pub(in crate::render) fn rows(&self) -> Rows {
        let rows = [("yes", &self.projects), ("no", &self.mentions)];
        let mut header = vec!["project", "unit_name", "whole"];
        header.extend(ProjectRow::COLUMNS);
        header.extend(["role", "indicator", "target", "actual", "number", "number_measure", "unit_cost"]);
        Rows {
            header,
            rows: rows
                .into_iter()
                .flat_map(|(whole, projects)| projects.iter().flat_map(move |project| project.rows(whole)))
                .collect(),
        }
    }
}

impl TopicProject {
    /// A row for each indicator; one without, if there is none.
    fn rows(&self, whole: &str) -> Vec<Vec<String>> {
        let mut start = vec![self.row.id.clone(), self.disclosure.unit.clone(), whole.to_owned()];
        start.extend(self.row.columns());
        let of = |role: &'static str, values: &[TopicValue]| -> Vec<Vec<String>> {
            let cost = |value: &TopicValue| self.costs.iter().find(|cost| cost.href == value.href);
            let row = |value: &TopicValue| {
                let cost = cost(value).map(|cost| cost.shown.replace(',', "")).unwrap_or_default();
                let TopicValue { name, target, actual, number, measure, .. } = value.clone();
                vec![role.to_owned(), name, target, actual, number, measure, cost]
            };
            values.iter().map(row).collect()
        };
        let mut ends =
            [of("quantity", &self.quantities), of("price", &self.prices), of("other", &self.others)].concat();
        if ends.is_empty() {
            ends.push(vec![String::new(); 7]);
        }
        ends.into_iter().map(|end| [start.clone(), end].concat()).collect()
    }
}
