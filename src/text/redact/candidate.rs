//! A stretch of a line that has the form of a personal number, and what stands around it.

use std::ops::Range;

use super::shadow::is_han;

/// Bytes before a number that are looked at.
const MOST_BEFORE: usize = 240;

/// A stretch of a line that has the form of a personal number.
pub(super) struct Candidate<'a> {
    pub line: &'a str,
    pub at: Range<usize>,
}

impl Candidate<'_> {
    pub fn text(&self) -> &str {
        &self.line[self.at.clone()]
    }

    /// The text before it, as far as it can matter.
    pub fn before(&self) -> &str {
        let mut from = self.at.start.saturating_sub(MOST_BEFORE);
        while !self.line.is_char_boundary(from) {
            from += 1;
        }
        &self.line[from..self.at.start]
    }

    pub fn after(&self) -> &str {
        &self.line[self.at.end..]
    }

    /// Not part of a longer number, an amount or a code.
    pub fn stands_alone(&self) -> bool {
        !self.continues_before() && !self.continues_after() && !self.is_amount()
    }

    fn continues_before(&self) -> bool {
        let mut before = self.before().chars().rev();
        match before.next() {
            Some(c) if c.is_ascii_digit() => true,
            Some('.' | ',' | '-' | '/' | '_') => {
                before.next().is_some_and(|c| c.is_ascii_alphanumeric()) && !self.follows_list()
            }
            Some(c) if c.is_ascii_alphabetic() => !self.before().to_ascii_lowercase().ends_with("tel"),
            _ => false,
        }
    }

    /// `0355-2221234,13800138000`: a list of numbers, not one number.
    fn follows_list(&self) -> bool {
        let head = self.before().trim_end_matches(['.', ',', '-', '/', '_']);
        let run = head.bytes().rev().take_while(u8::is_ascii_digit).count();
        self.before().ends_with([',', '/']) && run >= 7
    }

    pub fn continues_after(&self) -> bool {
        let mut after = self.after().chars();
        match after.next() {
            Some(c) if c.is_ascii_alphanumeric() => true,
            Some('.') => after.next().is_some_and(|c| c.is_ascii_digit()),
            Some(',') => {
                after.clone().take(3).filter(char::is_ascii_digit).count() == 3
                    && !after.nth(3).is_some_and(|c| c.is_ascii_digit())
            }
            _ => false,
        }
    }

    pub fn is_amount(&self) -> bool {
        const MEASURES: [&str; 14] = [
            "元", "万元", "亿元", "千元", "百元", "%", "平方", "立方", "公顷", "亩", "吨", "公里", "千瓦",
            "人次",
        ];
        let after = self.after().trim_start_matches(' ');
        let measured = MEASURES.iter().any(|unit| after.starts_with(unit));
        // 万 alone can also begin a name.
        let rounded = after.strip_prefix(['万', '亿']).is_some_and(|rest| !rest.starts_with(is_han));
        measured || rounded || self.before().ends_with(['¥', '￥']) || self.is_cell_of_amounts()
    }

    /// A whole cell in a row about money: large sums without decimals are printed like this.
    fn is_cell_of_amounts(&self) -> bool {
        let cells = self.before().trim_end_matches('\t');
        let whole = self.at.start == 0 || self.before().ends_with('\t');
        let ends = self.after().is_empty() || self.after().starts_with('\t');
        let plain = self.text().bytes().all(|b| b.is_ascii_digit()) && !self.text().starts_with('0');
        let worded = cells.split('\t').rfind(|cell| cell.contains(is_han));
        whole
            && ends
            && plain
            && worded.is_some_and(|cell| ABOUT_MONEY.iter().any(|end| cell.trim().ends_with(end)))
    }

    pub fn labelled(&self, labels: &[&str]) -> bool {
        let near: String =
            self.before().chars().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
        labels.iter().any(|label| near.contains(label))
    }
}

/// What the labels of rows about money end in.
const ABOUT_MONEY: [&str; 19] = [
    "合计",
    "总计",
    "小计",
    "收入",
    "支出",
    "拨款",
    "结余",
    "结转",
    "经费",
    "费",
    "资金",
    "预算",
    "决算",
    "预算数",
    "决算数",
    "事务",
    "补助",
    "公积金",
    "金额",
];
