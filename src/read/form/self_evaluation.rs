//! 项目支出绩效自评表 on one sheet, of any place, and 部门整体支出绩效自评表.

use super::segment::Segment;
use super::{Layout, indicator, sheet};
use crate::model::{Form, FormKind};

/// What a unit says its project, or all its money, has achieved.
pub(super) const LAYOUT: Layout = Layout { recognises, read };

/// One sheet that holds actual values with scores, or is titled 自评表.
fn recognises(segment: &Segment<'_, '_>) -> bool {
    let titled = segment.title.contains("自评") && segment.title.contains('表');
    let scored = || {
        let has = |wanted: indicator::Role| {
            segment.rows().any(|row| {
                indicator::is_header(row)
                    && row.filled().iter().any(|(_, text)| indicator::role(text) == Some(wanted))
            })
        };
        has(indicator::Role::Actual) && has(indicator::Role::Score)
    };
    !segment.is_report && (titled || scored())
}

fn read(segment: &Segment<'_, '_>) -> Result<Form, String> {
    let of_unit = segment.title.contains("整体支出") || segment.title.contains("整体绩效");
    let kind = if of_unit { FormKind::UnitSelfEvaluationReport } else { FormKind::SelfEvaluation };
    sheet::read(segment, kind)
}
