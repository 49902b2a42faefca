//! Header words: what the axis of a table is called, and how a value column's path is compared.

use serde::Deserialize;

use crate::text::matching;

/// The words that head the columns which name a row.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AxisWords {
    /// Columns of codes.
    pub code: Vec<String>,
    /// Columns of labels.
    pub label: Vec<String>,
    /// Columns that name a row together with the label.
    pub second_label: Vec<String>,
    /// Columns that number the rows.
    pub row_number: Vec<String>,
}

/// What a column of the axis holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AxisKind {
    /// A code, or a part of one (类, 款, 项).
    Code,
    /// The row's label.
    Label,
    /// The second half of a pair of labels.
    SecondLabel,
    /// The printed row number (行次).
    RowNumber,
}

impl AxisWords {
    /// Adds the words of another list.
    pub(super) fn extend(&mut self, more: Self) {
        self.code.extend(more.code);
        self.label.extend(more.label);
        self.second_label.extend(more.second_label);
        self.row_number.extend(more.row_number);
    }

    /// What a header cell says its column holds, if it is a word of the axis.
    pub fn kind(&self, header: &str) -> Option<AxisKind> {
        let folded = fold_header(header);
        let has = |words: &[String]| words.iter().any(|word| fold_header(word) == folded);
        if folded.is_empty() {
            None
        } else if has(&self.row_number) {
            Some(AxisKind::RowNumber)
        } else if has(&self.code) {
            Some(AxisKind::Code)
        } else if has(&self.second_label) {
            Some(AxisKind::SecondLabel)
        } else {
            has(&self.label).then_some(AxisKind::Label)
        }
    }
}

/// A header word folded for comparison: without years, denominations in brackets, and the usual slips of the pen.
pub fn fold_header(text: &str) -> String {
    let folded = matching(text).replace('构', "购");
    let undated = strip_year(&folded);
    let bare = ["(亿元)", "(万元)", "(千元)", "(元)", "(%)"].iter().fold(undated, |text, unit| text.replace(unit, ""));
    if bare.is_empty() && !folded.is_empty() { "年度".to_owned() } else { bare }
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
    if registered.last() != printed.last() {
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
