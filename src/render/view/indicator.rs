//! The indicators of a form, as its project's page shows them.

use serde::Serialize;

use super::head::{DisclosureName, LineLink};
use super::stated::{DamageView, StatedView, damages};
use crate::model::{Form, Indicator};

/// One indicator; texts are as printed, empty means blank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IndicatorView {
    /// Its place on the page: `indicator-<form>-<ordinal>`.
    pub id: String,
    /// 1-based, within the form.
    pub ordinal: usize,
    /// 一级指标
    pub level1: String,
    /// 二级指标
    pub level2: String,
    /// 三级指标; empty where the conversion lost it.
    pub name: String,
    /// The target that holds: the adjusted one, or the only one.
    pub target: String,
    /// The initial target, where another one holds.
    pub initial_target: String,
    /// The target over the whole implementation period.
    pub implementation_target: String,
    /// 实际完成值
    pub actual: String,
    /// 定性情况说明
    pub qualitative: String,
    /// 分值
    pub weight: Option<StatedView>,
    /// 得分
    pub score: Option<StatedView>,
    /// 偏差原因
    pub deviation_reason: String,
    /// Where it stands.
    pub at: LineLink,
    /// What the conversion did to it.
    pub damage: Vec<DamageView>,
}

/// Indicators under one first-level heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IndicatorGroup {
    /// 一级指标; may be empty.
    pub level1: String,
    /// In document order.
    pub indicators: Vec<IndicatorView>,
}

/// The indicators of a form, those of one first-level heading together.
pub(super) fn groups(form: &Form, form_id: &str, name: &DisclosureName) -> Vec<IndicatorGroup> {
    let mut groups: Vec<IndicatorGroup> = Vec::new();
    for (ordinal, indicator) in (1..).zip(&form.indicators) {
        let view = view(format!("indicator-{form_id}-{ordinal}"), ordinal, indicator, name);
        match groups.last_mut() {
            Some(group) if group.level1 == indicator.level1 => group.indicators.push(view),
            _ => groups.push(IndicatorGroup { level1: indicator.level1.clone(), indicators: vec![view] }),
        }
    }
    groups
}

fn view(id: String, ordinal: usize, indicator: &Indicator, name: &DisclosureName) -> IndicatorView {
    let adjusted = !indicator.adjusted_target.is_empty() && indicator.adjusted_target != indicator.target;
    let number = |stated: &Option<_>| stated.as_ref().map(|s| StatedView::number(s, String::new(), name));
    IndicatorView {
        id,
        ordinal,
        level1: indicator.level1.clone(),
        level2: indicator.level2.clone(),
        name: indicator.name.clone(),
        target: if adjusted { &indicator.adjusted_target } else { &indicator.target }.clone(),
        initial_target: if adjusted { indicator.target.clone() } else { String::new() },
        implementation_target: indicator.implementation_target.clone(),
        actual: indicator.actual.clone(),
        qualitative: indicator.qualitative.clone(),
        weight: number(&indicator.weight),
        score: number(&indicator.score),
        deviation_reason: indicator.deviation_reason.clone(),
        at: name.line(indicator.span.line),
        damage: damages(&indicator.damage, name),
    }
}
