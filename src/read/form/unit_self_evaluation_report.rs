//! 部门整体支出绩效自评分析报告: a report about the whole unit, with its staff, its money by source and by direction.

use super::segment::Segment;
use super::{Layout, report};
use crate::model::{Form, FormKind};

pub(super) const LAYOUT: Layout = Layout { recognises, read };

/// Labels of the unit the report is about.
const NAME: [&str; 5] = ["部门名称", "单位名称", "部门（单位）名称", "部门(单位)名称", "主管部门"];
/// Labels of its code.
const CODE: [&str; 4] = ["部门编号", "部门编码", "单位编码", "预算编码"];

fn recognises(segment: &Segment<'_, '_>) -> bool {
    segment.is_report && is_of_unit(segment)
}

/// Whether a report is about all a unit spent, by its title; without one, by money told apart by direction.
pub(super) fn is_of_unit(segment: &Segment<'_, '_>) -> bool {
    let title = segment.title.as_str();
    if title.is_empty() {
        return segment.rows().any(|row| row.cells.iter().any(|cell| cell.text.contains("资金方向")));
    }
    title.contains("整体") || !title.contains("项目") && (title.contains("部门") || title.contains("单位"))
}

fn read(segment: &Segment<'_, '_>) -> Result<Form, String> {
    let (mut form, outline) = report::read(segment, FormKind::UnitSelfEvaluationReport);
    let name = outline.value(&NAME).ok_or("a report on a whole unit that does not name it")?;
    let (code, unit) = report::code_and_name(&name.value);
    report::set_name(&mut form, segment, &unit, name.index);
    let code = outline.value(&CODE).map_or(code, |code| code.value.clone());
    if form.department.is_empty() || form.department == unit {
        form.department = unit;
        form.department_code = if form.department_code.is_empty() { code } else { form.department_code };
    }
    Ok(form)
}
