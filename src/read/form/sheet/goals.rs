//! Goals side by side: 年度目标 beside 实际完成情况, 实施期目标 beside 年度目标, with their texts below.

use super::super::{indicator, words};
use super::passages;
use crate::model::{Damage, DamageKind, Form};
use crate::read::grid::GridRow;
use crate::read::line::GridCell;
use crate::text::matching;

/// Words that head a column of goals.
const HEADS: [&str; 16] = [
    "年度目标",
    "年度绩效目标",
    "年度总体目标",
    "年初设定目标",
    "年初目标",
    "预期目标",
    "实施期目标",
    "实施期绩效目标",
    "中长期目标",
    "实际完成情况",
    "全年实际完成情况",
    "目标实际完成情况",
    "年度总体目标完成情况",
    "完成情况",
    "核心职能",
    "重点任务",
];

/// Characters a label beside a text may have.
const MOST_LABEL_CHARS: usize = 12;

fn is_head(text: &str) -> bool {
    let folded = matching(text);
    let bare = folded.split('(').next().unwrap_or_default();
    HEADS.contains(&bare)
}

/// The heads of a row, if it has two.
fn heads(row: &GridRow) -> Option<[(usize, &str); 2]> {
    let heads: Vec<(usize, &str)> = row.filled().into_iter().filter(|(_, text)| is_head(text)).collect();
    // 年度绩效目标 at the edge is the name of the block when two others follow.
    let last_two = heads.len().checked_sub(2)?;
    let foreign = row.filled().len() > heads.len() + 1;
    match heads.get(last_two..) {
        Some([left, right]) if !foreign => Some([*left, *right]),
        _ => None,
    }
}

/// Reads goals whose heads are the first of `rows`, and how many rows they take; 0 if there are none.
pub(super) fn read(rows: &[GridRow], form: &mut Form) -> usize {
    let Some((head, [left, right])) = rows.first().and_then(|row| Some((row, heads(row)?))) else { return 0 };
    let mut taken = 1;
    for row in rows.iter().skip(1).take_while(|row| !ends(row)) {
        take(row, head, [left, right], form);
        taken += 1;
    }
    taken
}

/// Goals end with the indicators, a row of fields, or any row with a number of money.
fn ends(row: &GridRow) -> bool {
    let labelled = row.filled().first().is_some_and(|(_, text)| super::fields::field(text).is_some());
    indicator::is_header(row)
        || words::begins_other_part(row)
        || words::is_total_row(row)
        || labelled
        || heads(row).is_some()
        || row.filled().iter().any(|(_, text)| text.contains("一级指标"))
        || row.filled().len() > 3
        || row.filled().first().is_some_and(|(column, text)| {
            let lone = *column == 0 && row.filled().len() == 2;
            lone && (is_head(text) || !is_block(text) && text.chars().count() <= MOST_LABEL_CHARS)
        })
}

/// The name of the block, printed beside the texts.
fn is_block(text: &str) -> bool {
    let folded = matching(text);
    folded.contains("目标") && folded.chars().count() <= MOST_LABEL_CHARS
        || folded == "任务"
        || folded == "情况"
}

fn take(row: &GridRow, head: &GridRow, [left, right]: [(usize, &str); 2], form: &mut Form) {
    let texts: Vec<(usize, &GridCell)> = row
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.text.is_empty() && !is_block(&cell.text))
        .collect();
    let mut push = |heading: &str, text: &str| passages::push(form, heading, text, head.line, row.line);
    match texts[..] {
        [(_, first), (_, second)] => {
            push(left.1, &first.printed);
            push(right.1, &second.printed);
        }
        [(column, only)] if column == left.0 || column == right.0 => {
            push(if column == left.0 { left.1 } else { right.1 }, &only.printed);
        }
        [(_, only)] => {
            let block = row.filled().first().map_or("", |(_, text)| *text);
            let heading = if is_block(block) { block } else { "" };
            push(heading, &only.printed);
            let printed = only.printed.clone();
            form.damage.push(Damage {
                kind: DamageKind::Ambiguous,
                field: "passage",
                line: row.line,
                printed,
            });
        }
        _ => texts.iter().for_each(|(_, cell)| push("", &cell.printed)),
    }
}
