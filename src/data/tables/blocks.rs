//! `blocks.csv`, the block ledger.

use std::io;

use crate::data::rows::Rows;
use crate::data::schema::published_table;
use crate::model::Disclosure;

published_table! {
    /// A stretch of lines and how far it was understood.
    BlockRow = "blocks" ("文本段", "原文的每个非空行属于且只属于一段。", "The block ledger: every non-blank line of a source is in exactly one block."),
    key [disclosure, first_line], references [disclosure in "disclosures"],
    disclosure: Text ("公开材料编号", "disclosures 表中的编号。", "The disclosure, as in `disclosures`."),
    first_line: Integer ("首行", "第一行行号，从 1 开始。", "First line, 1-based."),
    last_line: Integer ("末行", "最后一行行号（含）。", "Last line, included."),
    kind: Text ("类型", "cover 封面、toc 目录、heading 标题、paragraph 正文、meta 表头信息、table 表格、form 绩效表、note 注、watermark 水印、ruler 分隔线、grid 未识别的表格、raw 原文。", "cover, toc, heading, paragraph, meta (between a table's title and its grid), table, form, note, watermark, ruler, grid (unknown table) or raw."),
    level: Integer ("解析程度", "0 完全解析；1 解析但有问题；2 只识别为表格；3 只保留原文。", "0 typed, 1 typed with issues, 2 generic grid, 3 raw."),
    reason: Text ("原因", "未能进一步解析的原因。", "Why it was not understood further."),
}

/// Writes a row for each block of the disclosure.
pub(super) fn write(disclosure: &Disclosure, out: &mut Rows) -> io::Result<()> {
    let id = disclosure.id.to_string();
    disclosure.reading.blocks.iter().try_for_each(|block| {
        out.push(&BlockRow {
            disclosure: id.as_str().into(),
            first_line: Some(u64::from(block.lines.first)),
            last_line: Some(u64::from(block.lines.last)),
            kind: block.kind.name().into(),
            level: Some(u64::from(block.level.number())),
            reason: block.reason.as_str().into(),
        })
    })
}
