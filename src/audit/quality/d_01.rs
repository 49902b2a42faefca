//! # 目录所列的表在正文中没有
//! A table of the contents list is not in the document
//!
//! **公式**　目录中的表名在正文中都有对应的表
//!
//! **依据**　本站对文本转换的检查，不涉及公开单位。
//!
//! **容差**　不设容差。
//!
//! **易错**　目录与表题用词可能不同。
//!
//! ---
//!
//! **Formula**　Every table named in the contents list is in the document.
//!
//! **Basis**　The archive’s check of its own text.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Contents list and title may be worded differently.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, text, whole_line};
use super::super::report::{Assertion, Report};
use crate::model::{BlockKind, Severity};
use crate::text::matching;

pub(super) const CHECK: Check = Check {
    code: "D-01",
    family: Family::Quality,
    severity: Severity::Info,
    stage: None,
    since: "2026-11-26",
    file: include_str!("d_01.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let titles: Vec<String> = facts.reading.tables.iter().map(|table| own_name(&table.title)).collect();
    let toc = facts.reading.blocks.iter().filter(|block| block.kind == BlockKind::Toc);
    for line in toc.flat_map(|block| block.lines.first..=block.lines.last) {
        let name = own_name(facts.line(line));
        let is_part = name.starts_with('第') && name.contains("部分");
        if is_part || !name.ends_with('表') || name.chars().count() < SHORTEST {
            continue;
        }
        if titles
            .iter()
            .any(|title| title.ends_with(&name) || name.ends_with(title.as_str()) && !title.is_empty())
        {
            report.agree();
            continue;
        }
        let (zh, en) = (
            format!("目录列有“{name}”，正文中没有找到。"),
            format!("The contents list names {name}; it was not found."),
        );
        report.show(Assertion::shown([text(&name, &name, whole_line(line))]).unexplained().say(zh, en));
    }
}

/// A title without ordinals, page numbers, years and brackets.
fn own_name(title: &str) -> String {
    let words: String =
        matching(title).chars().filter(|c| !c.is_ascii() || c.is_ascii_alphabetic()).collect();
    let plain = words.trim_start_matches(|c: char| "一二三四五六七八九十、年度".contains(c));
    plain.trim_matches(|c: char| "…·.．（）".contains(c)).to_owned()
}

/// Shorter words name no table.
const SHORTEST: usize = 5;
