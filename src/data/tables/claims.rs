//! `claims.csv`: figures stated in prose.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;

use super::projects::owners;
use crate::data::rows::Rows;
use crate::data::schema::published_table;
use crate::model::{Claim, Disclosure, FormField, Project, Quoted, form_anchor};

published_table! {
    /// A figure stated in prose.
    ClaimRow = "claims" ("文字中的数", "文字说明中的每个金额、比重、增减、完成率、数量、得分一行，按原文顺序。", "One row for each amount, share, change, completion rate, count or score stated in prose, in document order."),
    key [claim], references [disclosure in "disclosures"],
    claim: Text ("编号", "固定编号：<公开材料>#claims.<所说的内容>。", "Permanent id: `<disclosure>#claims.<what it claims>`."),
    disclosure: Text ("公开材料编号", "disclosures 表中的编号。", "The disclosure, as in `disclosures`."),
    line: Integer ("行号", "原文行号，从 1 开始。", "Line of the source text, 1-based."),
    start: Integer ("起", "在行内的起始字符，从 0 开始。", "First character of the line, 0-based."),
    end: Integer ("止", "在行内的结束字符（不含）。", "One past the last character."),
    printed: Text ("原文", "数和单位，照原文。", "Number and measure as printed."),
    value: Number ("数值", "精确值：金额以元计，其他照原文单位；减少的数仍为正。", "Exact value: money in yuan, else as printed; a decrease keeps its positive value."),
    measure: Text ("计量单位", "yuan 元、percent %、person 人、vehicle 辆、set 台（套）、item 个等。", "yuan, percent, person, vehicle, set, item …"),
    says: Text ("所说内容", "<类别>:<主语>[;basis=<口径>][;base=<比较对象>][;direction=<方向>]。类别：amount 金额、threshold 起点金额、share 比重、change 增减额、change-rate 增减率、completion-rate 完成率、rate 其他百分数、count 数量、score 得分；口径：initial-budget 年初预算、adjusted-budget 全年预算、budget 预算、final 决算；方向：increase 增加、decrease 减少。", "`<aspect>:<subject>[;basis=<which amount>][;base=<what it is held against>][;direction=<direction>]`. Aspects: amount, threshold, share, change, change-rate, completion-rate, rate, count, score; which amount: initial-budget, adjusted-budget, budget, final; directions: increase, decrease."),
    anchor: Text ("所引数据", "按所说内容找到的被引用数据：figures 表的数据编号，或 <项目编号>#<出处>.<栏>；未找到时为空。", "The figure it quotes, found by what it is about: an id of `figures`, or `<project>#<form>.<field>`; empty if none is known."),
}

/// Writes a row for each claim of the disclosure.
pub(super) fn write(disclosure: &Disclosure, out: &mut Rows) -> io::Result<()> {
    let id = disclosure.id.to_string();
    let owners = owners(disclosure);
    disclosure.reading.claims.iter().try_for_each(|claim| {
        out.push(&ClaimRow {
            claim: Cow::Owned(format!("{id}#claims.{}", claim.key)),
            disclosure: id.as_str().into(),
            line: Some(u64::from(claim.span.line)),
            start: Some(u64::from(claim.span.start)),
            end: Some(u64::from(claim.span.end)),
            printed: claim.printed.as_str().into(),
            value: Some(claim.value),
            measure: claim.measure.name().into(),
            says: says(claim).into(),
            anchor: anchor(disclosure, &owners, claim.quoted.as_ref()).into(),
        })
    })
}

/// What a claim claims to be, in one text.
fn says(claim: &Claim) -> String {
    let mut says = format!("{}:{}", claim.aspect.name(), claim.subject);
    if let Some(basis) = claim.basis {
        says.push_str(&format!(";basis={}", basis.name()));
    }
    if !claim.base.is_empty() {
        says.push_str(&format!(";base={}", claim.base));
    }
    if let Some(direction) = claim.direction {
        says.push_str(&format!(";direction={}", direction.name()));
    }
    says
}

fn anchor(disclosure: &Disclosure, owners: &BTreeMap<usize, &Project>, quoted: Option<&Quoted>) -> String {
    let of_form = |FormField { form, field }: &FormField| {
        let project = owners.get(form)?;
        let kind = disclosure.reading.forms.get(*form)?.kind;
        Some(format!("{}#{}", project.id(&disclosure.id), form_anchor(kind, field)))
    };
    match quoted {
        Some(Quoted::Figure { figure, .. }) => format!("{}#{figure}", disclosure.id),
        Some(Quoted::Form(field)) => of_form(field).unwrap_or_default(),
        None => String::new(),
    }
}
