//! 整体支出绩效目标申报表 on one sheet: what a unit is to achieve with all its money.

use super::segment::Segment;
use super::{Layout, sheet};
use crate::model::{Form, FormKind};

/// What a unit is to achieve.
pub(super) const LAYOUT: Layout = Layout { recognises, read };

fn recognises(segment: &Segment<'_, '_>) -> bool {
    let titled = segment.title.contains("整体") && segment.title.contains("目标");
    let named = || segment.has_cell("部门名称") && !segment.has_cell("项目名称");
    !segment.is_report && (titled || named())
}

fn read(segment: &Segment<'_, '_>) -> Result<Form, String> {
    sheet::read(segment, FormKind::UnitGoal)
}
