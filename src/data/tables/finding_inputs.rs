//! `finding_inputs.csv`: the printed figures that each finding rests on, so that anybody can compute it again.

use std::io;

use super::count;
use crate::data::rows::Rows;
use crate::data::schema::published_table;
use crate::model::Disclosure;

published_table! {
    /// A printed figure that a finding rests on.
    FindingInputRow = "finding_inputs" ("核对所用的数", "每条核对发现所用的每个印出的数一行，据此可以重新计算。", "One row for each printed figure that a finding rests on, so that it can be computed again."),
    key [finding, position], references [finding in "findings", disclosure in "disclosures"],
    finding: Text ("核对发现编号", "findings 表中的编号。", "The finding, as in `findings`."),
    position: Integer ("次序", "从 1 开始；被核对的数为 1。", "1-based; the stated figure is 1."),
    part: Text ("作用", "在“印出的数 = 倍数 × Σ加数 ÷ Σ除数”中的作用：stated 被核对的数、plus 加、minus 减、over 除、over-minus 除数中减去、beside 并列参考。", "What it does in `stated = scale × Σ terms ÷ Σ divisors`: stated, plus, minus, over, over-minus, or beside (shown only)."),
    disclosure: Text ("公开材料编号", "数所在的公开材料；跨年度、跨单位核对时与发现所属的不同。", "The disclosure it stands in; another one than the finding's in checks across years and units."),
    table: Text ("数据表", "该数所在的数据表：figures、claims、projects、indicators，或 text（原文文字）。", "The published table that holds it: figures, claims, projects, indicators, or text for words."),
    input: Text ("编号", "该数在数据表中的编号，不含公开材料编号。", "Its id in that table, without the disclosure."),
    label: Text ("名称", "该数是什么，用原文的词。", "What it is, in the document's words."),
    line: Integer ("行号", "原文行号，从 1 开始。", "Line of the source text, 1-based."),
    printed: Text ("原文", "照原文。", "As printed."),
    value: Number ("数值", "金额以元计，其他照原文单位；文字为空。", "Money in yuan, else as printed; empty for words."),
    measure: Text ("计量单位", "yuan 元、percent % 等。", "yuan, percent …"),
    unit: Number ("末位单位", "印出的末位代表多少，0 表示精确。", "What the last printed digit is worth; 0 where exact."),
}

/// Writes a row for each input of each finding.
pub(super) fn write(disclosure: &Disclosure, out: &mut Rows) -> io::Result<()> {
    disclosure.audit.findings.iter().try_for_each(|finding| {
        finding.inputs.iter().enumerate().try_for_each(|(index, input)| {
            let (table, name) = input.evidence.address();
            let place = input.elsewhere.as_ref().unwrap_or(&disclosure.id);
            out.push(&FindingInputRow {
                finding: finding.id.as_str().into(),
                position: count(index + 1),
                part: input.part.name().into(),
                disclosure: place.to_string().into(),
                table: table.into(),
                input: name.into(),
                label: input.label.as_str().into(),
                line: Some(u64::from(input.span.line)),
                printed: input.printed.as_str().into(),
                value: input.value,
                measure: input.measure.name().into(),
                unit: input.value.map(|_| input.unit),
            })
        })
    })
}
