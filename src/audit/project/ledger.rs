//! What a document says it evaluated, and what it shows.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::facts::{Facts, fold, text, whole_line};
use super::super::report::Reason;
use crate::model::{Aspect, Claim, Evidence, Form, Input, Measure, Passage};

/// Why declared money cannot be held against the forms.
pub(super) const NOT_ALL_ATTACHED: Reason = (
    "所附自评表数与所称项目数不同，金额不能相加",
    "not all declared projects have a form, so that their money cannot be added up",
);

/// The number of projects that the text says were evaluated.
pub(super) fn declared_projects<'a>(facts: &Facts<'a>) -> Option<&'a Claim> {
    let is_count = |claim: &Claim| claim.aspect == Aspect::Count && !claim.value.is_zero();
    let is_meant = |subject: &str| {
        let second = subject.contains("二级项目");
        let evaluated = subject.contains("项目") && subject.contains("自评");
        (second || evaluated)
            && !["等级", "结果为", "一级项目", "为优", "为良", "部门评价"]
                .iter()
                .any(|word| subject.contains(word))
    };
    facts
        .narrative()
        .find(|(index, claim)| is_count(claim) && is_meant(facts.subject(*index)))
        .map(|(_, claim)| claim)
}

/// The money that the text says these projects had: the first amount of it in the same section.
pub(super) fn declared_money<'a>(facts: &Facts<'a>) -> Option<&'a Claim> {
    let count = declared_projects(facts)?;
    let is_meant = |subject: &str| ["涉及资金", "资金", "涉及金额", "金额"].contains(&subject);
    facts
        .narrative()
        .find(|(index, claim)| {
            claim.aspect == Aspect::Amount
                && claim.section == count.section
                && claim.span.line >= count.span.line
                && !claim.value.is_zero()
                && is_meant(facts.subject(*index))
        })
        .map(|(_, claim)| claim)
}

/// One form, to be counted.
pub(super) fn one(facts: &Facts<'_>, index: usize, form: &Form) -> Input {
    let project = facts.slug(index).to_owned();
    Input {
        evidence: Evidence::Form { project, kind: form.kind, field: "name" },
        label: format!("“{}”自评表", form.name),
        value: Some(Decimal::ONE),
        measure: Measure::Item,
        ..text("", &form.name_printed, whole_line(form.lines.first))
    }
}

/// A text of a form.
pub(super) fn passage(facts: &Facts<'_>, index: usize, passage: &Passage) -> Input {
    let form = facts.reading.forms.get(index);
    let name = form.map_or("", |form| form.name.as_str());
    let excerpt: String = passage.text.chars().take(EXCERPT).collect();
    Input {
        label: format!("“{name}”{}", passage.heading),
        ..text(
            &format!("{}#{}", facts.slug(index), passage.heading),
            &excerpt,
            whole_line(passage.lines.first),
        )
    }
}

/// How much of a text is shown.
const EXCERPT: usize = 40;

/// The forms by their project's folded name; `None` for a name that several have.
pub(super) fn by_name(facts: &Facts<'_>) -> BTreeMap<String, Option<usize>> {
    let mut named: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for (index, form) in facts.evaluations().filter(|(_, form)| !form.name.is_empty()) {
        named.entry(fold(&form.name)).and_modify(|other| *other = None).or_insert(Some(index));
    }
    named
}
