//! Projects of one kind across units and years.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::projects::{self, CatalogProject};
use crate::model::{
    Disclosure, DisclosureId, Form, FormKind, Indicator, Money, Project, Quantity, Stage, Topic,
};
use crate::text::name_key;

/// What a disclosure has to say about a topic: a project, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicEntry {
    /// Whose, which year and stage.
    pub disclosure: DisclosureId,
    /// The project, in order of first appearance in the disclosure.
    pub ordinal: u32,
    /// Whether the project as a whole belongs to the topic; otherwise only the indicators do.
    pub is_whole: bool,
    /// Its quantities and prices; or the indicators that belong to the topic.
    pub indicators: Vec<TopicIndicator>,
}

/// An indicator of a project of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicIndicator {
    /// The form it stands in.
    pub form: FormKind,
    /// 1-based within its form.
    pub ordinal: usize,
    /// Its name as printed.
    pub name: String,
    /// The target in force as printed; may be empty.
    pub target: String,
    /// The actual value as printed; may be empty.
    pub actual: String,
    /// What it is.
    pub role: IndicatorRole,
    /// What counts at the stage of the disclosure: the actual value of final accounts, the target of a budget; with the
    /// measure of the target where it prints none.
    pub quantity: Option<Quantity>,
    /// 1-based line.
    pub line: u32,
    /// Whether the conversion damaged it.
    pub is_damaged: bool,
}

/// What an indicator of a topic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IndicatorRole {
    /// 数量指标 in a unit that is no share.
    Quantity,
    /// A price of one: `78元/套`.
    Price,
    /// Anything else.
    Other,
}

/// What one of something cost: computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitCost {
    /// In yuan, rounded half up to two decimals.
    pub yuan: Decimal,
    /// What was spent.
    pub spent: Money,
    /// What it is divided by, and where that stands.
    pub by: TopicIndicator,
    /// By how many of what.
    pub count: Quantity,
}

/// Entries by the id of their topic, in no order yet.
pub(super) type Entries = BTreeMap<String, Vec<TopicEntry>>;

/// The forms whose indicators are taken, the first that has some.
const PREFERRED: [FormKind; 5] = [
    FormKind::SelfEvaluation,
    FormKind::SelfEvaluationReport,
    FormKind::Goal,
    FormKind::UnitSelfEvaluationReport,
    FormKind::UnitGoal,
];
/// Prices are so much money per one of something.
const PER: &str = "元/";
/// What amounts a year are per.
const YEAR: &str = "元/年";

/// Adds what a disclosure has to say about each topic.
pub(super) fn collect(topics: &[Topic], disclosure: &Disclosure, into: &mut Entries) {
    for topic in topics {
        let found =
            disclosure.reading.projects.iter().filter_map(|project| entry(topic, disclosure, project));
        let found: Vec<TopicEntry> = found.collect();
        if !found.is_empty() {
            into.entry(topic.id.clone()).or_default().extend(found);
        }
    }
}

fn entry(topic: &Topic, disclosure: &Disclosure, project: &Project) -> Option<TopicEntry> {
    let is_whole = !project.is_unit && topic.holds(&name_key(&project.name));
    let forms: Vec<&Form> = projects::forms(disclosure, project).collect();
    let of_kind = |kind| forms.iter().copied().find(|form| form.kind == kind && !form.indicators.is_empty());
    let indicators = PREFERRED.into_iter().find_map(of_kind).map(|form| {
        let all = (1..).zip(&form.indicators);
        let taken = all.map(|(ordinal, indicator)| taken(form.kind, ordinal, indicator, disclosure.id.stage));
        let belongs = |indicator: &TopicIndicator| {
            if is_whole {
                indicator.role != IndicatorRole::Other
            } else {
                topic.holds(&name_key(&indicator.name))
            }
        };
        taken.filter(belongs).collect::<Vec<_>>()
    });
    let indicators = indicators.unwrap_or_default();
    let entry =
        TopicEntry { disclosure: disclosure.id.clone(), ordinal: project.ordinal, is_whole, indicators };
    (is_whole || !entry.indicators.is_empty()).then_some(entry)
}

fn taken(form: FormKind, ordinal: usize, indicator: &Indicator, stage: Stage) -> TopicIndicator {
    let target =
        if indicator.adjusted_target.is_empty() { &indicator.target } else { &indicator.adjusted_target };
    let printed = match stage {
        Stage::Final => &indicator.actual,
        Stage::Budget => target,
    };
    let measure = &indicator.parsed.measure;
    let quantity = Quantity::read(printed).filter(|_| Quantity::is_single(printed)).map(|quantity| {
        let measure = if quantity.measure.is_empty() { measure.clone() } else { quantity.measure };
        Quantity { measure, ..quantity }
    });
    TopicIndicator {
        form,
        ordinal,
        name: indicator.name.clone(),
        target: target.clone(),
        actual: indicator.actual.clone(),
        role: role(indicator, quantity.as_ref()),
        quantity,
        line: indicator.span.line,
        is_damaged: !indicator.damage.is_empty(),
    }
}

fn role(indicator: &Indicator, quantity: Option<&Quantity>) -> IndicatorRole {
    let measure = quantity.map_or(indicator.parsed.measure.as_str(), |quantity| quantity.measure.as_str());
    let is_share = matches!(measure, "" | "%" | "％");
    if measure.starts_with(PER) && measure != YEAR {
        IndicatorRole::Price
    } else if indicator.level2.contains("数量") && !is_share {
        IndicatorRole::Quantity
    } else {
        IndicatorRole::Other
    }
}

/// What one of each thing cost that a project of a topic counts: what was spent by what was done. Nothing for budgets, for
/// parts of projects, for damaged values, for bounds, and where two indicators count in one unit.
pub fn unit_costs(topic: &Topic, entry: &TopicEntry, project: &CatalogProject) -> Vec<UnitCost> {
    let spent = project.executed.as_ref().map(|executed| executed.value);
    let Some(spent) = spent.filter(|_| entry.is_whole && entry.disclosure.stage == Stage::Final) else {
        return Vec::new();
    };
    let counted = entry.indicators.iter().filter(|indicator| indicator.role == IndicatorRole::Quantity);
    let counted: Vec<(&TopicIndicator, &Quantity)> =
        counted.filter_map(|indicator| Some((indicator, indicator.quantity.as_ref()?))).collect();
    let is_alone = |measure: &str| counted.iter().filter(|(_, other)| other.measure == measure).count() == 1;
    let costs = counted.iter().filter_map(|(indicator, count)| {
        let is_fit = topic.measures.contains(&count.measure)
            && !count.is_open()
            && !indicator.is_damaged
            && is_alone(&count.measure);
        let cost = spent.yuan().checked_div(count.number).filter(|_| is_fit)?;
        let yuan = cost.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        Some(UnitCost { yuan, spent, by: (*indicator).clone(), count: (*count).clone() })
    });
    costs.collect()
}

/// Puts entries in order.
pub(super) fn finish(mut entries: Entries) -> Entries {
    for entries in entries.values_mut() {
        entries.sort_by(|a, b| (&a.disclosure, a.ordinal).cmp(&(&b.disclosure, b.ordinal)));
    }
    entries
}
