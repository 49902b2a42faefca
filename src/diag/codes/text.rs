//! W03xx: the text of a disclosure.

codes! {
    INVALID_UTF8 = "W0301", "invalid-utf8", "Bytes that are not UTF-8",
        "The text is UTF-8 but for some bytes, and it is in no other known encoding. Each such byte is shown as \
         the replacement character. Convert the original again.",
        "文本基本是 UTF-8，但夹有无效字节，也不符合其他已知编码。无效字节以替换字符显示。请重新转换原件。";
    OTHER_ENCODING = "N0302", "other-encoding", "The text is not UTF-8 and was decoded",
        "The text was recognised as GB18030 or UTF-16 and decoded without loss. Nothing needs to be done; saving \
         it as UTF-8 makes it easier to work with.",
        "文本被识别为 GB18030 或 UTF-16，并已无损转换，无需处理；另存为 UTF-8 更便于使用。";
    BOM = "N0303", "byte-order-mark", "A byte order mark at the beginning",
        "The text begins with a byte order mark. It is not part of the text and was left out; columns are counted \
         without it.",
        "文本开头带有字节序标记（BOM）。它不属于正文，已略去，列号从其后算起。";
    CONTROL_CHARACTERS = "N0304", "control-characters", "Characters that cannot be seen",
        "The line holds control characters or marks that change the direction of writing. They can make a text \
         look different from what it says, so they are shown as visible signs.",
        "该行含有控制字符或改变书写方向的标记，可能使看到的与实际文字不同，因此以可见符号显示。";
    EMPTY_TEXT = "W0305", "empty-text", "A disclosure without text",
        "The file is empty or holds nothing but white space. Its page says that nothing could be read. Usually \
         the conversion of the original failed, for instance because it is a scan.",
        "文件为空或只有空白。页面会注明未读出内容。通常是原件转换失败，例如原件为扫描件。";
    REDACTIONS = "N0306", "redactions", "Personal data was masked",
        "Telephone, identity card, document and bank card numbers, personal e-mail and messenger addresses, and \
         the names of contacts, signatories and handlers are masked everywhere, at the same length. What a unit \
         publishes as its own can be allowed under `[[redact.allow]]` with a reason.",
        "电话号码、身份证等证件号、银行卡号、个人邮箱和微信、QQ 号，以及联系人、签字人、经办人的姓名，在各处一律等长遮盖。\
         单位对外公布的可在 `[[redact.allow]]` 中说明理由后放行。";
}
