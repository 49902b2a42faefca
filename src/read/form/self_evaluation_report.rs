//! 项目支出绩效自评分析报告: a cover that names the project, chapters, the money and the indicators in grids, the result in
//! a sentence.

use super::outline::{Labelled, Outline};
use super::segment::Segment;
use super::{Layout, report, unit_self_evaluation_report};
use crate::model::{Form, FormKind};
use crate::read::words;

pub(super) const LAYOUT: Layout = Layout { recognises, read };

/// Labels of the project's name.
const NAME: [&str; 4] = ["项目名称", "评价项目名称", "评价项目", "项目"];
/// Pieces of a name that stand on lines of their own.
const MOST_PIECES: usize = 2;
/// Characters that a piece of a name on a line of its own may have.
const MOST_PIECE_CHARS: usize = 14;

fn recognises(segment: &Segment<'_, '_>) -> bool {
    segment.is_report && !unit_self_evaluation_report::is_of_unit(segment)
}

fn read(segment: &Segment<'_, '_>) -> Result<Form, String> {
    let (mut form, outline) = report::read(segment, FormKind::SelfEvaluationReport);
    match outline.value(&NAME) {
        Some(name) => {
            report::set_name(&mut form, segment, &name.value, name.index);
            report::complete_name(&mut form, segment, &outline, &pieces(segment, &outline, name));
        }
        None => name_from_title(&mut form, segment),
    }
    if form.name.is_empty() {
        return Err("a report that names no project".to_owned());
    }
    Ok(form)
}

/// A title may name the project: 2023年度公园改造项目绩效自评报告.
fn name_from_title(form: &mut Form, segment: &Segment<'_, '_>) {
    let name = segment.title_name();
    let unit = ["部门", "单位", "局", "委员会", "级"].iter().any(|end| name.ends_with(end));
    if name.chars().count() >= 2 && !unit {
        report::set_name(form, segment, &name, segment.first);
    }
}

/// Short lines between the title and the next label that are no label, date or unit: pieces of the name.
fn pieces(segment: &Segment<'_, '_>, outline: &Outline, name: &Labelled) -> Vec<usize> {
    let next = outline.labels.iter().map(|label| label.index).find(|index| *index > name.index);
    let near = |index: &&usize| **index < next.unwrap_or(name.index + 1);
    let is_piece = |index: &&usize| {
        let Some(line) = segment.lines.get(**index) else { return false };
        let other =
            ["局", "部", "委", "院", "中心", "处", "室", "页"].iter().any(|end| line.compact.ends_with(end));
        line.compact.chars().count() <= MOST_PIECE_CHARS
            && !other
            && !words::is_meta(&line.compact)
            && words::find_any_year(&line.compact).is_none()
            && line.compact.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
    };
    outline.loose.iter().filter(near).filter(is_piece).take(MOST_PIECES).copied().collect()
}
