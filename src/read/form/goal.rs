//! 项目支出绩效目标表 on one sheet, of any place.

use super::segment::Segment;
use super::{Layout, sheet};
use crate::model::{Form, FormKind};

/// What a project is to achieve.
pub(super) const LAYOUT: Layout = Layout { recognises, read };

/// One sheet with indicators that names a project, without scores.
fn recognises(segment: &Segment<'_, '_>) -> bool {
    let named = segment.title.contains("绩效目标") || segment.has_cell("项目名称");
    !segment.is_report && named && !segment.title.contains("整体")
}

fn read(segment: &Segment<'_, '_>) -> Result<Form, String> {
    sheet::read(segment, FormKind::Goal)
}
