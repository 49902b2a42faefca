//! # 有未能解析的内容
//! Some lines could not be read
//!
//! **公式**　原文每一行都归入已识别的内容
//!
//! **依据**　本站对文本转换的检查，不涉及公开单位。
//!
//! **容差**　不设容差。
//!
//! **易错**　由本站编者处理，不计入对单位的发现。
//!
//! ---
//!
//! **Formula**　Every line belongs to something that was recognised.
//!
//! **Basis**　The archive’s check of its own text.
//!
//! **Tolerance**　None.
//!
//! **Traps**　A matter for the archive’s editor.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, text, whole_line};
use super::super::report::{Assertion, Report};
use crate::model::ReadingLevel;
use crate::model::{Severity, Verdict};
use crate::text::matching;

pub(super) const CHECK: Check = Check {
    code: "D-04",
    family: Family::Quality,
    severity: Severity::Info,
    stage: None,
    since: "2026-11-26",
    file: include_str!("d_04.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    for block in &facts.reading.blocks {
        if block.level != ReadingLevel::Raw {
            report.agree();
            continue;
        }
        let (first, last) = (block.lines.first, block.lines.last);
        let (zh, en) = (
            format!("第{first}至{last}行按原文保留，未能解析。"),
            format!("Lines {first} to {last} are kept as they are and could not be read."),
        );
        let name: String = matching(facts.line(first)).chars().take(EXCERPT).collect();
        let shown = Assertion::shown([text(&name, &name, whole_line(first))]);
        report.show(shown.verdict(Verdict::Conversion).say(zh, en));
    }
}

/// How much of a line names it.
const EXCERPT: usize = 24;
