//! Permanent names of claims: made of what is claimed.

use std::collections::BTreeMap;

use crate::model::{Aspect, Claim};

/// Gives names, and remembers how often each was given.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    counts: BTreeMap<String, u32>,
}

impl Keys {
    /// `<aspect>:<subject>[@<basis>][/<base>]`, of a count also its measure; `~2` … for further ones, in document order.
    pub fn of(&mut self, claim: &Claim) -> String {
        let name = name(claim);
        let count = self.counts.entry(name.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { name } else { format!("{name}~{count}") }
    }
}

fn name(claim: &Claim) -> String {
    let measure = match claim.aspect {
        Aspect::Count => format!("-{}", claim.measure.name()),
        _ => String::new(),
    };
    let basis = claim.basis.map(|basis| format!("@{}", basis.name())).unwrap_or_default();
    let base = if claim.base.is_empty() { String::new() } else { format!("/{}", clean(&claim.base)) };
    format!("{}{measure}:{}{basis}{base}", claim.aspect.name(), clean(&claim.subject))
}

/// Without the characters that separate the parts of a name, and with one kind of brackets.
fn clean(text: &str) -> String {
    let fold = |c: char| match c {
        '(' => Some('（'),
        ')' => Some('）'),
        '.' | '/' | '#' | '~' | '@' | '“' | '”' | '"' | '\'' => None,
        c if c.is_whitespace() || c.is_control() => None,
        c => Some(c),
    };
    text.chars().filter_map(fold).collect()
}
