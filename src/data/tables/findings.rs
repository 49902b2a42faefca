//! `findings.csv`: what the audit came to.

use std::io;

use crate::audit;
use crate::data::rows::Rows;
use crate::data::schema::published_table;
use crate::model::{Disclosure, Input};

published_table! {
    /// A finding of the audit.
    FindingRow = "findings" ("核对发现", "核对发现一行一条：两处印出的数不一致，或需要说明之处。发现不等于过错。", "One row for each finding: two printed figures that do not agree, or something that needs an explanation. A finding is not guilt."),
    key [finding], references [disclosure in "disclosures"],
    finding: Text ("编号", "固定编号：<规则代码>-<8 位十六进制>。", "Permanent id: `<check>-<8 hex>`."),
    check: Text ("规则", "核对规则代码。", "Code of the check."),
    name: Text ("规则名称", "核对规则名称。", "Name of the check, in Chinese."),
    severity: Text ("程度", "error 不一致、warning 需说明、notice 留意、info 提示。", "error, warning, notice or info."),
    verdict: Text ("结论", "contradiction 不一致、unexplained 需说明、rounding 舍入内、conversion 文本转换缺损、not-assessable 无法核对。", "contradiction, unexplained, rounding, conversion or not-assessable."),
    disclosure: Text ("公开材料编号", "disclosures 表中的编号。", "The disclosure, as in `disclosures`."),
    project: Text ("项目编号", "projects 表中的项目编号；不针对项目时为空。", "The project, as in `projects`; empty if it is about none."),
    lines: Text ("行号", "各数所在的原文行号，以空格分隔，被核对的数在最前。", "Lines of the figures, separated by spaces, the stated figure's first."),
    stated: Number ("印出的数", "被核对的数：金额以元计，其他照原文单位。", "The stated figure: money in yuan, else as printed."),
    computed: Number ("算出的数", "按其他印出的数算出的数。", "What the other printed figures give."),
    difference: Number ("差", "印出的数减算出的数。", "Stated less computed."),
    tolerance: Number ("容差", "印出精度所允许的差。", "The difference that the printed precision allows."),
    measure: Text ("计量单位", "yuan 元、percent %、person 人、vehicle 辆、set 台（套）、item 个等。", "yuan, percent, person, vehicle, set, item …"),
    message_zh: Text ("说明", "一句话说明。", "What was found, in Chinese."),
    message_en: Text ("英文说明", "英文说明。", "What was found, in English."),
    response: Text ("回应", "单位或编者的回应：explained 已说明、corrected 已更正、conversion-error 转换有误、confirmed 属实，以及回应内容；没有时为空。", "The unit's or editor's reply: explained, corrected, conversion-error or confirmed, and its text; empty if there is none."),
}

/// Writes a row for each finding of the disclosure.
pub(super) fn write(disclosure: &Disclosure, out: &mut Rows) -> io::Result<()> {
    let id = disclosure.id.to_string();
    disclosure.audit.findings.iter().try_for_each(|finding| {
        let project = finding.project.and_then(|index| disclosure.reading.projects.get(index));
        let computed = finding.computed;
        let lines: Vec<String> = finding.lines().iter().map(ToString::to_string).collect();
        let name = audit::find(finding.check).map(|check| check.docs().name_zh).unwrap_or_default();
        let reply = finding.reply.as_ref().map(|reply| format!("{}: {}", reply.kind, reply.text));
        out.push(&FindingRow {
            finding: finding.id.as_str().into(),
            check: finding.check.into(),
            name: name.into(),
            severity: finding.severity.name().into(),
            verdict: finding.verdict.name().into(),
            disclosure: id.as_str().into(),
            project: project.map(|project| project.id(&disclosure.id)).unwrap_or_default().into(),
            lines: lines.join(" ").into(),
            stated: computed.map(|computed| computed.stated),
            computed: computed.map(|computed| computed.computed),
            difference: computed.map(|computed| computed.difference),
            tolerance: computed.map(|computed| computed.tolerance),
            measure: finding.stated().filter(|_| computed.is_some()).map_or("", measure).into(),
            message_zh: finding.message_zh.as_str().into(),
            message_en: finding.message_en.as_str().into(),
            response: reply.unwrap_or_default().into(),
        })
    })
}

fn measure(input: &Input) -> &'static str {
    input.measure.name()
}
