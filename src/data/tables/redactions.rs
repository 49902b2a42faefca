//! `redactions.csv`.

use std::io;

use crate::data::rows::Rows;
use crate::data::schema::published_table;
use crate::model::Disclosure;

published_table! {
    /// The receipt for what was masked, never its value.
    RedactionRow = "redactions" ("遮盖", "发布前遮盖的个人信息，只记位置和长度，不记内容。", "Personal data masked before publication: where and how long, never the value."),
    // A line may hold two masks of one kind and length, so no set of fields tells rows apart.
    key [], references [disclosure in "disclosures"],
    disclosure: Text ("公开材料编号", "disclosures 表中的编号。", "The disclosure, as in `disclosures`."),
    line: Integer ("行号", "原文文本的行号，从 1 开始。", "Line of the source text, 1-based."),
    kind: Text ("类型", "mobile 手机号、landline 固定电话、e-mail 邮箱、messenger 微信或 QQ 号、identity-card 身份证号、document 护照等证件号、bank-card 银行卡号、plate 私家车牌、name 姓名。", "mobile, landline, e-mail, messenger, identity-card, document, bank-card, plate or name."),
    length: Integer ("长度", "遮盖的字符数。", "Characters masked."),
}

/// Writes a row for each mask of the disclosure.
pub(super) fn write(disclosure: &Disclosure, out: &mut Rows) -> io::Result<()> {
    let id = disclosure.id.to_string();
    disclosure.source.redactions().iter().try_for_each(|redaction| {
        out.push(&RedactionRow {
            disclosure: id.as_str().into(),
            line: Some(u64::from(redaction.line)),
            kind: redaction.kind.name().into(),
            length: Some(u64::from(redaction.length)),
        })
    })
}
