//! Rows of a label and a text: the project's outline, the analysis of its results.

use crate::model::{Form, Passage};
use crate::read::grid::GridRow;
use crate::read::words;
use crate::text::{LineRange, compact, matching};

/// Characters a label may have.
const MOST_LABEL_CHARS: usize = 28;

/// Names of blocks printed beside the labels of their rows, and what is left of such names.
const BLOCKS: [&str; 14] = [
    "项目绩效分析",
    "自评结果分析",
    "项目绩效自评结果分析",
    "自评结论",
    "绩效分析",
    "分析",
    "果分析",
    "结果分析",
    "部门基本信息",
    "基本信息",
    "年度重点任务",
    "项目基本情况",
    "项目概况及绩效分析",
    "项目",
];

/// Adds a passage.
pub(super) fn push(form: &mut Form, heading: &str, text: &str, first: u32, last: u32) {
    let heading = words::strip_ordinal(heading).trim_end_matches([':', '：']).to_owned();
    let lines = LineRange::new(first, last);
    match form.passages.last_mut() {
        Some(before) if before.heading == heading && !heading.is_empty() && !text.is_empty() => {
            before.text.push_str(text);
            before.lines.last = last;
        }
        _ => form.passages.push(Passage { heading, text: text.to_owned(), lines }),
    }
}

/// Takes a row of a label and a text; a row without label goes on with the passage above.
pub(super) fn take(row: &GridRow, form: &mut Form) {
    if super::fields::is_blank(row) {
        return;
    }
    let filled: Vec<&str> =
        row.cells.iter().filter(|cell| !cell.text.is_empty()).map(|c| c.printed.as_str()).collect();
    let inner: Vec<&str> = match filled.split_first() {
        Some((first, rest)) if !rest.is_empty() && is_block(first) => rest.to_vec(),
        _ => filled,
    };
    match inner[..] {
        [] => {}
        [label] if is_label(label) => push(form, &compact(label), "", row.line, row.line),
        [text] => go_on(form, text, row.line),
        [ref labels @ .., text] => {
            let (labels, text) =
                if is_label(text) && labels.iter().all(|label| is_label(label)) && ends_label(text) {
                    (&inner[..], "")
                } else {
                    (labels, text)
                };
            push(form, &join(labels), text, row.line, row.line);
        }
    }
}

fn is_block(text: &str) -> bool {
    BLOCKS.contains(&matching(text).as_str())
}

fn is_label(text: &str) -> bool {
    let compact = compact(text);
    compact.chars().count() <= MOST_LABEL_CHARS && !compact.contains(['。', '，', ',', '；'])
}

/// The tail of a label that the conversion split into two cells.
fn ends_label(text: &str) -> bool {
    ["分析", "及分析", "情况"].contains(&compact(text).as_str())
}

/// Pieces of one label, or the same label twice.
fn join(labels: &[&str]) -> String {
    let mut whole = String::new();
    for label in
        labels.iter().map(|label| compact(label)).filter(|label| !is_block(label) || ends_label(label))
    {
        if label.starts_with(&whole) {
            whole = label;
        } else if !whole.starts_with(&label) {
            whole.push_str(&label);
        }
    }
    whole
}

fn go_on(form: &mut Form, text: &str, line: u32) {
    match form.passages.last_mut() {
        Some(before) => {
            before.text.push_str(text);
            before.lines.last = line;
        }
        None => push(form, "", text, line, line),
    }
}
