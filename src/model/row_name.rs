//! Rows by what they are about.

use super::table::{Row, Table};
use crate::text::matching;

/// What documents call the row of all the money.
const TOTALS: [&str; 4] = ["合计", "总计", "部门合计", "单位合计"];

impl Row {
    /// What the row is about: its label without ordinal, as its key has it, folded for matching.
    pub fn name(&self) -> String {
        if !self.code.is_empty() {
            return matching(&self.label);
        }
        let key = self.side.and_then(|side| self.key.strip_prefix(side.key_prefix())).unwrap_or(&self.key);
        let own = key.rsplit('>').next().unwrap_or(key);
        let is_ordinal = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        matching(own.rsplit_once('~').filter(|(_, last)| is_ordinal(last)).map_or(own, |(label, _)| label))
    }
}

/// Whether a row of this name holds all the money of its table.
pub fn is_total(name: &str) -> bool {
    TOTALS.contains(&name)
}

impl Table {
    /// Whether a row is the heading of those below it: a label without values, not numbered as a detail.
    pub fn is_heading(&self, row: &Row) -> bool {
        let is_blank = row.cells.iter().all(|cell| cell.printed.trim().is_empty());
        let has_parts = self.kind == "statistics" || row.cells.is_empty();
        is_blank
            && has_parts
            && !row.label.is_empty()
            && !row.label.starts_with(['(', '（'])
            && !is_detail(&row.label)
    }

    /// The headings, each with the rows below it up to the next one.
    pub fn parts(&self) -> impl Iterator<Item = (&Row, &[Row])> {
        let heads = self.rows.iter().enumerate().filter(|(_, row)| self.is_heading(row));
        heads.map(|(at, row)| {
            let below = &self.rows[at + 1..];
            let end = below.iter().position(|row| self.is_heading(row)).unwrap_or(below.len());
            (row, &below[..end])
        })
    }

    /// The row whose label holds `word`, and the rows below it up to the next heading of the first order (一、).
    pub fn rows_under(&self, word: &str) -> &[Row] {
        let Some(start) = self.rows.iter().position(|row| matching(&row.label).contains(word)) else {
            return &[];
        };
        let rest = &self.rows[start..];
        let end =
            rest.iter().skip(1).position(|row| is_first_order(&row.label)).map_or(rest.len(), |at| at + 1);
        &rest[..end]
    }
}

/// Whether a label is numbered like `1.` or `1、`.
pub fn is_detail(label: &str) -> bool {
    let rest = label.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < label.len() && rest.starts_with(['.', '．', '、'])
}

/// Whether the label begins with an ordinal like 二、.
fn is_first_order(label: &str) -> bool {
    let is_numeral = |c: char| "一二三四五六七八九十".contains(c);
    label.starts_with(is_numeral) && label.trim_start_matches(is_numeral).starts_with('、')
}

#[cfg(test)]
mod tests {
    use super::super::Side;
    use super::*;

    #[test]
    fn rows_are_called_by_their_keys() {
        let row = |side: Option<Side>, code: &str, label: &str, key: &str| {
            let (code, label, key) = (code.into(), label.into(), key.into());
            Row { number: 1, line: 1, side, code, label, key, cells: Vec::new() }.name()
        };
        assert_eq!(row(Some(Side::Income), "", "一、本年收入合计", "in:本年收入合计"), "本年收入合计");
        assert_eq!(row(None, "", "其他", "年初结转>其他~2"), "其他");
        assert_eq!(row(None, "", "2025~2027年经费", "2025~2027年经费"), "2025~2027年经费");
        assert_eq!(row(None, "201", "合计", "201"), "合计");
    }

    #[test]
    fn headings_of_the_first_order_end_a_group() {
        for (label, expected) in [
            ("二、机关运行经费", true),
            ("十一、其他", true),
            ("（一）行政单位", false),
            ("1.小汽车", false),
            ("一般", false),
        ] {
            assert_eq!(is_first_order(label), expected, "{label}");
        }
    }
}
