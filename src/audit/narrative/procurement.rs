//! Procurement in prose.

use super::super::facts::Facts;
use crate::model::{Aspect, Claim};

/// The amounts that a narrative gives of procurement.
pub(super) struct Procurement<'a> {
    pub total: &'a Claim,
    /// Goods, works and services, as far as they are printed.
    pub kinds: Vec<&'a Claim>,
    /// Awarded to small and medium firms.
    pub medium: Option<&'a Claim>,
    /// Awarded to small and micro firms.
    pub small: Option<&'a Claim>,
}

/// The first total of procurement, and what its section says of its parts.
pub(super) fn find<'a>(facts: &Facts<'a>) -> Option<Procurement<'a>> {
    let amounts = || facts.narrative().filter(|(_, claim)| claim.aspect == Aspect::Amount);
    let is_total = |subject: &str| {
        subject.starts_with("政府采购") && (subject.ends_with("总额") || subject.ends_with("合计"))
    };
    let (_, total) = amounts().find(|(index, _)| is_total(facts.subject(*index)))?;
    let named = |test: &dyn Fn(&str) -> bool| {
        amounts()
            .find(|(index, claim)| claim.section == total.section && test(facts.subject(*index)))
            .map(|(_, claim)| claim)
    };
    let kind = |word: &str| named(&|subject| subject.contains("采购") && subject.contains(word));
    Some(Procurement {
        total,
        kinds: ["货物", "工程", "服务"].into_iter().filter_map(kind).collect(),
        medium: named(&|subject| subject.contains("中小企业合同")),
        small: named(&|subject| subject.contains("小微企业合同")),
    })
}
