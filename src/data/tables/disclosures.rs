//! `disclosures.csv`.

use std::io;

use super::count;
use crate::data::rows::Rows;
use crate::data::schema::published_table;
use crate::model::{Denomination, Disclosure, ReadingLevel, Scope, Table};

published_table! {
    /// A published document: one unit, one year, one stage.
    DisclosureRow = "disclosures" ("公开材料", "公开的预算、决算材料，一个单位一年一个阶段一行。", "The published documents: one row for each unit, year and stage."),
    key [disclosure], references [unit in "units"],
    disclosure: Text ("公开材料编号", "<单位>/<年度>/<阶段>。", "`<unit>/<year>/<stage>`."),
    unit: Text ("单位编号", "units 表中的单位编号。", "The unit, as in `units`."),
    year: Year ("年度", "财政年度。", "Fiscal year."),
    stage: Text ("阶段", "budget（预算）或 final（决算）。", "budget or final (accounts)."),
    scope: Text ("范围", "department（部门，含所属单位）或 unit（本单位）；两者不相加、不直接比较。", "department (with its sub-units) or unit (the body alone); never to be summed or compared without a mark."),
    title: Text ("标题", "封面标题，照原文。", "Title on the cover, as printed."),
    unit_name_printed: Text ("原文单位名称", "材料中印出的单位名称。", "The unit's name as printed."),
    denomination: Text ("金额单位", "主要表格印出的金额单位：yuan 元、ten-thousand-yuan 万元等。", "What the main tables print amounts in: yuan, ten-thousand-yuan …"),
    text: Text ("文本", "complete（全文）或 abridged（表格照原文，文字由编者摘要）。", "complete, or abridged (tables as published, prose summarised by the editor)."),
    source_path: Text ("原文路径", "文本文件在档案中的路径。", "Path of the text in the archive."),
    source_sha256: Text ("原文 SHA-256", "文本文件的 SHA-256 校验值（十六进制）。", "SHA-256 of the text file, in hexadecimal."),
    source_url: Text ("原文网址", "原件的公开网址。", "Where the original is published."),
    published_on: Text ("公开日期", "公开日期（ISO 8601）。", "Date of publication (ISO 8601)."),
    tables: Integer ("表格数", "读出的表格数，含未识别的表格。", "How many tables were read, unknown ones included."),
    figures: Integer ("数据数", "figures 表中属于本材料的行数。", "How many rows of `figures` belong to it."),
    projects: Integer ("项目数", "projects 表中属于本材料的项目数，含整体支出。", "How many projects of `projects` belong to it, the whole unit's included."),
    findings: Integer ("发现数", "核对发现数，不含舍入和转换缺损；未核对时为空。", "How many findings the audit made, rounding and conversion losses left out; empty where it was not audited."),
    raw_blocks: Integer ("未解析段数", "只按原文保留、未能解析的段数（blocks 表 level 为 3）。", "How many blocks are kept as lines only (level 3 in `blocks`)."),
}

/// Writes the row of a disclosure.
pub(super) fn write(disclosure: &Disclosure, out: &mut Rows) -> io::Result<()> {
    let reading = &disclosure.reading;
    let raw_blocks = reading.blocks.iter().filter(|block| block.level == ReadingLevel::Raw).count();
    out.push(&DisclosureRow {
        disclosure: disclosure.id.to_string().into(),
        unit: disclosure.id.unit.as_str().into(),
        year: disclosure.id.year.get(),
        stage: disclosure.id.stage.name().into(),
        scope: disclosure.scope.map_or("", Scope::name).into(),
        title: reading.title.as_str().into(),
        unit_name_printed: reading.unit_name.as_str().into(),
        denomination: reading.denomination.map_or("", Denomination::name).into(),
        text: if disclosure.abridged { "abridged" } else { "complete" }.into(),
        source_path: disclosure.source_path.as_str().into(),
        source_sha256: disclosure.source_sha256.as_str().into(),
        source_url: disclosure.source_url.as_str().into(),
        published_on: disclosure.published_on.as_str().into(),
        tables: count(reading.tables.len()),
        figures: count(reading.tables.iter().map(Table::figure_count).sum()),
        projects: count(reading.projects.len()),
        findings: findings(disclosure),
        raw_blocks: count(raw_blocks),
    })
}

/// How many findings are signals; `None` where nothing was audited.
fn findings(disclosure: &Disclosure) -> Option<u64> {
    let audit = &disclosure.audit;
    let signals = audit.findings.iter().filter(|finding| finding.is_signal()).count();
    count(signals).filter(|_| !audit.tallies.is_empty())
}
