//! Header words: what the axis of a table is called, and how a value column's path is compared.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::text::matching;

/// The words that head the columns which name a row, as written in a registry file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WrittenAxis {
    code: Vec<String>,
    other_code: Vec<String>,
    label: Vec<String>,
    second_label: Vec<String>,
    row_number: Vec<String>,
    remark: Vec<String>,
}

/// The words that head the columns which name a row, folded.
#[derive(Clone, Debug, Default)]
pub struct AxisWords {
    kinds: BTreeMap<String, AxisKind>,
    remarks: BTreeSet<String>,
}

/// The longest header cell that is looked up.
const MOST_BYTES: usize = 120;

/// What a column of the axis holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AxisKind {
    /// A code, or a part of one (类, 款, 项).
    Code,
    /// A code of a unit or a project, which is no part of the row's code.
    OtherCode,
    /// The row's label.
    Label,
    /// The second half of a pair of labels.
    SecondLabel,
    /// The printed row number (行次).
    RowNumber,
}

impl AxisWords {
    /// Adds the words of a registry file; a word keeps the meaning it was given first.
    pub(super) fn extend(&mut self, more: &WrittenAxis) {
        let lists = [
            (&more.row_number, AxisKind::RowNumber),
            (&more.code, AxisKind::Code),
            (&more.other_code, AxisKind::OtherCode),
            (&more.second_label, AxisKind::SecondLabel),
            (&more.label, AxisKind::Label),
        ];
        for (words, kind) in lists {
            for word in words {
                self.kinds.entry(fold_header(word)).or_insert(kind);
            }
        }
        self.remarks.extend(more.remark.iter().map(|word| fold_header(word)));
    }

    /// What a header cell says its column holds, if it is a word of the axis.
    pub fn kind(&self, header: &str) -> Option<AxisKind> {
        // Longer than any header word: not worth folding.
        if header.is_empty() || header.len() > MOST_BYTES || self.kinds.is_empty() {
            return None;
        }
        self.kinds.get(header).or_else(|| self.kinds.get(&fold_header(header))).copied()
    }

    /// Whether a header cell heads a column of remarks.
    pub fn is_remark(&self, header: &str) -> bool {
        !header.is_empty() && header.len() <= MOST_BYTES && self.remarks.contains(&fold_header(header))
    }
}

/// A header word folded for comparison: without years, denominations in brackets, and the usual slips of the pen.
pub fn fold_header(text: &str) -> String {
    let folded = matching(text).replace('构', "购");
    let undated = strip_year(&folded);
    let bare = if undated.contains('(') { strip_units(undated) } else { undated };
    if bare.is_empty() && !folded.is_empty() { "年度".to_owned() } else { bare }
}

fn strip_units(text: String) -> String {
    ["(亿元)", "(万元)", "(千元)", "(元)", "(%)"].iter().fold(text, |text, unit| text.replace(unit, ""))
}

fn strip_year(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits != 4 || !(text.starts_with("19") || text.starts_with("20")) {
        return text.to_owned();
    }
    let rest = &text[4..];
    let rest = rest.strip_prefix("年度").or_else(|| rest.strip_prefix('年')).unwrap_or(rest);
    rest.to_owned()
}

/// How well a printed header path fits a registered one: the number of words that agree, or `None`.
/// The registered words must occur in order, and the last one last.
pub(super) fn fit(registered: &[String], printed: &[String]) -> Option<usize> {
    let foreign = |word: &String| is_of_another_year(word) && !registered.contains(word);
    if registered.last() != printed.last() || printed.iter().any(foreign) {
        return None;
    }
    let mut wanted = registered.iter().peekable();
    for word in printed {
        if wanted.peek() == Some(&word) {
            wanted.next();
        }
    }
    wanted.peek().is_none().then_some(registered.len())
}

/// Words over columns that compare with another year.
fn is_of_another_year(word: &str) -> bool {
    ["上年", "去年"].iter().any(|start| word.starts_with(start))
        || ["增减", "增长", "比上年"].iter().any(|part| word.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_denominations_are_no_part_of_a_header_word() {
        assert_eq!(fold_header("2024年预算数"), "预算数");
        assert_eq!(fold_header("2024预算数"), "预算数");
        assert_eq!(fold_header("2024年"), "年度");
        assert_eq!(fold_header("金额（万元）"), "金额");
        assert_eq!(fold_header("房屋构筑物构建"), fold_header("房屋购筑物购建"));
    }

    #[test]
    fn a_path_fits_in_order_and_at_its_end() {
        let path = |text: &str| text.split('/').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(fit(&path("预算数/合计"), &path("预算数/合计")), Some(2));
        assert_eq!(fit(&path("合计"), &path("预算数/合计")), Some(1));
        assert_eq!(fit(&path("小计/预算数"), &path("公务用车/小计/预算数")), Some(2));
        assert_eq!(fit(&path("预算数/合计"), &path("合计/预算数")), None);
        assert_eq!(fit(&path("合计"), &path("合计/基本支出")), None);
    }
}
