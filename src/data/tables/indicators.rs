//! `indicators.csv`: the indicators of performance forms.

use std::io;

use super::projects::{number, owners};
use crate::data::rows::Rows;
use crate::data::schema::published_table;
use crate::model::{Damage, Disclosure, Form, Indicator, Operator};

published_table! {
    /// An indicator of a performance form.
    IndicatorRow = "indicators" ("绩效指标", "绩效表中的每个指标一行，按原文顺序。文字照原文，去掉空白。", "One row for each indicator of a performance form, in document order. Texts are as printed, without white space."),
    key [project, form, ordinal], references [],
    project: Text ("项目编号", "projects 表中的项目编号。", "The project, as in `projects`."),
    form: Text ("出处", "哪一种表，同 projects 表。", "Which form, as in `projects`."),
    ordinal: Integer ("序号", "在表内的次序，从 1 开始。", "Order in the form, 1-based."),
    level1: Text ("一级指标", "合并的单元格已填入每一行。", "First level; merged cells are filled down."),
    level2: Text ("二级指标", "合并的单元格已填入每一行。", "Second level; merged cells are filled down."),
    name: Text ("三级指标", "指标名称。", "The indicator's name."),
    target: Text ("年初指标值", "年初指标值；绩效目标表为年度指标值。", "The initial target; in goal forms that of the year."),
    adjusted_target: Text ("调整后指标值", "调整后指标值。", "The adjusted target."),
    implementation_target: Text ("实施期指标值", "绩效目标表中整个实施期的指标值。", "The target of the whole implementation period, in goal forms."),
    target_operator: Text ("目标符号", "≥、≤、>、<、= 或 ~；取自调整后指标值，没有时取年初指标值。", "≥, ≤, >, <, = or ~; of the adjusted target, else of the initial one."),
    target_number: Number ("目标数", "目标中的数，照原文单位；文字目标为空。", "The number of the target as printed; empty in phrases and where it is missing."),
    target_measure: Text ("目标单位", "数之后的单位。", "What stands behind the number."),
    actual: Text ("实际完成值", "实际完成值。", "The actual value."),
    qualitative: Text ("定性情况说明", "定性指标的说明。", "What is said of a qualitative indicator."),
    weight: Number ("分值", "分值或权重。", "Points that can be had."),
    score: Number ("得分", "得分。", "Points that were given."),
    deviation_reason: Text ("偏差原因", "偏差原因分析及改进措施。", "Reasons for a deviation, and what is done about it."),
    line: Integer ("行号", "原文行号，从 1 开始。", "Line of the source text, 1-based."),
    damage: Text ("转换损坏", "转换造成的损坏：<类型> <栏>: <原文>，以“; ”分隔。类型：shifted 移位、column-lost 缺栏、duplicated 重复、split 拆开、merged 合并、clipped 截断、lost 丢失、ambiguous 无法确定（不取值）。", "What the conversion did: `<kind> <field>: <printed>`, joined by `; `. Kinds: shifted, column-lost, duplicated, split, merged, clipped, lost, ambiguous (no value was taken)."),
}

/// Writes a row for each indicator of the disclosure.
pub(super) fn write(disclosure: &Disclosure, out: &mut Rows) -> io::Result<()> {
    let forms = &disclosure.reading.forms;
    owners(disclosure).into_iter().try_for_each(|(index, project)| match forms.get(index) {
        Some(form) => write_form(&project.id(&disclosure.id), form, out),
        None => Ok(()),
    })
}

fn write_form(project: &str, form: &Form, out: &mut Rows) -> io::Result<()> {
    (1..)
        .zip(&form.indicators)
        .try_for_each(|(ordinal, indicator)| out.push(&row(project, form, ordinal, indicator)))
}

fn row<'a>(project: &'a str, form: &Form, ordinal: u64, indicator: &'a Indicator) -> IndicatorRow<'a> {
    IndicatorRow {
        project: project.into(),
        form: form.kind.name().into(),
        ordinal: Some(ordinal),
        level1: indicator.level1.as_str().into(),
        level2: indicator.level2.as_str().into(),
        name: indicator.name.as_str().into(),
        target: indicator.target.as_str().into(),
        adjusted_target: indicator.adjusted_target.as_str().into(),
        implementation_target: indicator.implementation_target.as_str().into(),
        target_operator: indicator.parsed.operator.map_or("", Operator::sign).into(),
        target_number: indicator.parsed.number,
        target_measure: indicator.parsed.measure.as_str().into(),
        actual: indicator.actual.as_str().into(),
        qualitative: indicator.qualitative.as_str().into(),
        weight: number(indicator.weight.as_ref()),
        score: number(indicator.score.as_ref()),
        deviation_reason: indicator.deviation_reason.as_str().into(),
        line: Some(u64::from(indicator.span.line)),
        damage: damage(&indicator.damage).into(),
    }
}

fn damage(damage: &[Damage]) -> String {
    let note = |damage: &Damage| format!("{} {}: {}", damage.kind.name(), damage.field, damage.printed);
    damage.iter().map(note).collect::<Vec<_>>().join("; ")
}
