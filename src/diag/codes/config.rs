//! E01xx: settings written in TOML.

codes! {
    TOML_NOT_UTF8 = "E0101", "toml-not-utf8", "A settings file is not UTF-8",
        "TOML files are UTF-8 by definition. This one holds bytes that are not, usually because an editor saved \
         it as GBK. Save it as UTF-8. Until then the file counts as empty.",
        "TOML 文件必须是 UTF-8 编码。该文件含有非 UTF-8 字节，通常是编辑器按 GBK 保存所致。请另存为 UTF-8；在此之前按空文件处理。";
    TOML_SYNTAX = "E0102", "toml-syntax", "A settings file is not valid TOML",
        "The file breaks the rules of TOML at the place shown: text without quotes, a bracket that is not \
         closed, a key given twice, a date that does not exist. What could be read is used all the same.",
        "该文件在所示位置不符合 TOML 语法，例如文字没有加引号、括号未闭合、同一个键写了两次、日期不存在。能读出的部分仍会使用。";
    UNKNOWN_KEY = "E0103", "unknown-key", "A key that does not exist",
        "Settings that nobody reads are refused, because a misspelt key would otherwise do nothing in silence. \
         Correct the spelling, or remove the key. The other keys of the file are used.",
        "没有程序读取的键会被拒绝，否则拼错的键会悄悄失效。请改正拼写或删去该键；文件中其余的键照常使用。";
    WRONG_TYPE = "E0104", "wrong-type", "A value of the wrong type",
        "The key exists, but its value is of another type: codes and amounts are strings in quotes, dates stand \
         without quotes, lists in square brackets. The value is left out.",
        "键存在，但取值类型不对：代码和金额应写成带引号的字符串，日期不加引号，列表用方括号。该值不予采用。";
    MISSING_KEY = "E0105", "missing-key", "A required key is missing",
        "Some keys must be there: a unit's `name`, the `reason` of a correction, of a changed audit level and of \
         what is not masked. An entry without them is left out; a unit without a name is shown by its id.",
        "有些键必须填写：单位的 `name`，更正、调整核对级别、放行号码的 `reason`。缺少这些键的条目不予采用；没有名称的单位以编号显示。";
    BAD_VALUE = "E0106", "bad-value", "A value that is not allowed here",
        "The value has the right type but not the right form: an address that is not http(s), a region code \
         that is not six digits, a word that is not one of those allowed. The value is left out.",
        "取值类型正确，但形式不对，例如网址不是 http(s)、行政区划代码不是六位数字、用词不在允许之列。该值不予采用。";
    KEYS_DISAGREE = "E0107", "keys-disagree", "Keys that exclude each other, or of which one is needed",
        "Some entries are named in one of two ways: a correction by `figure`, or by `line` and `cell`; a response \
         by `finding`, or by `check` and `line`. An exception from masking has one of four keys. Give exactly one. \
         The entry is left out.",
        "有些条目有两种指明方式，只能取其一：更正用 `figure`，或用 `line` 与 `cell`；回应用 `finding`，或用 `check` 与 `line`；放行在四个键中只用一个。\
         该条目不予采用。";
    UNKNOWN_PARENT = "E0108", "unknown-parent", "A unit's parent does not exist",
        "`parent` names another unit of the archive by its id, which is the name of its folder. There is no \
         unit of that id, or it was left out because of another error. The unit is shown without a parent.",
        "`parent` 应填写本站另一单位的编号，即其文件夹名。没有这个编号的单位，或该单位因其他错误未被采用。本单位暂不显示上级。";
    PARENT_CYCLE = "E0109", "parent-cycle", "Units that are each other's parents",
        "Following `parent` from this unit leads back to it, so no unit of the circle is the highest. Remove \
         the `parent` that is wrong. Until then the unit named first is shown without a parent.",
        "沿 `parent` 逐级向上又回到了本单位，形成循环，无法确定最高一级。请删去写错的 `parent`；在此之前，循环中首个单位按无上级显示。";
    BAD_REGISTRY = "E0110", "bad-registry", "A registry file that cannot be used",
        "A file below `content/registry/` is not a list of tables as `docs/registry.md` describes it. Nothing of \
         it is used; the built-in registry still is.",
        "`content/registry/` 下的文件不符合 `docs/registry.md` 的格式，整个文件不予采用；内置登记表仍然有效。";
    STALE_ALLOWANCE = "W0111", "stale-allowance", "An exception from masking that nothing needs",
        "An entry of `[[redact.allow]]` is about a number, a name or an address that stands in no document of the \
         archive, or is not masked anyway. It may be misspelt, or its document was replaced. Correct or remove it: \
         an exception that is forgotten may one day let another person's data stand.",
        "`[[redact.allow]]` 中的一条在全站材料里没有对应的号码、姓名或地址，或对应的内容本来就不遮盖。可能是写错了，\
         也可能材料已经替换。请更正或删去：被遗忘的放行条目日后可能放过他人的信息。";
    UNKNOWN_CHECK = "E0112", "unknown-check", "A check that does not exist",
        "`[audit.levels]` in site.toml, or a `[[response]]` of a disclosure, names a check by a code that no check \
         has. The entry is left out. All codes are listed on the page /checks/ of the site; `gongkai explain` shows \
         what each one holds against what.",
        "site.toml 的 `[audit.levels]` 或公开材料的 `[[response]]` 写了不存在的核对规则代码，该条目不予采用。\
         全部代码列在网站的 /checks/ 页，`gongkai explain` 可查看每条规则核对什么。";
    STALE_RESPONSE = "W0113", "stale-response", "A reply to a finding that is not there",
        "A `[[response]]` names a finding, or a check and a line, for which the audit finds nothing. The text may have \
         been replaced or corrected, or the id is misspelt. The reply is not shown anywhere. Correct or remove it.",
        "`[[response]]` 指向的核对发现不存在：可能文本已替换或更正，也可能编号写错。该回应不会显示。请更正或删去。";
}
