//! Names of projects: how alike two are, and which of several is the best.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::model::{Form, FormKind};
use crate::text::{matching, name_key};

/// Words that stand at the end of a name in one place and not in another, the longest first.
const ENDINGS: [&str; 12] = [
    "项目经费",
    "专项经费",
    "专项资金",
    "工作经费",
    "项目费用",
    "经费",
    "费用",
    "资金",
    "专项",
    "项目",
    "支出",
    "费",
];

/// What a division's name ends with.
const DIVISIONS: [char; 8] = ['省', '市', '县', '区', '州', '盟', '旗', '镇'];

/// Characters that a name keeps at least.
const LEAST: usize = 2;

/// What a name, folded by [`name_key`], says without the words that are often left out: the division in which the unit lies, a word for
/// money or project at the end.
pub(super) fn core<'a>(folded: &'a str, units: &BTreeSet<String>) -> &'a str {
    let mut rest = without_division(folded, units);
    while let Some(shorter) = ENDINGS.iter().find_map(|ending| without(rest, ending)) {
        rest = shorter;
    }
    rest
}

/// The name without that ending; 经费 is one word.
fn without<'a>(name: &'a str, ending: &str) -> Option<&'a str> {
    let rest = name.strip_suffix(ending).filter(long_enough)?;
    (ending != "费" || !rest.ends_with('经')).then_some(rest)
}

fn long_enough(text: &&str) -> bool {
    text.chars().count() >= LEAST
}

/// The name without the division or the unit at its beginning.
fn without_division<'a>(folded: &'a str, units: &BTreeSet<String>) -> &'a str {
    let ahead = |unit: &String| {
        let division = unit.find(DIVISIONS).and_then(|at| {
            let end = at + unit.get(at..)?.chars().next()?.len_utf8();
            unit.get(..end)
        });
        folded.strip_prefix(unit.as_str()).or_else(|| folded.strip_prefix(division?)).filter(long_enough)
    };
    units.iter().find_map(ahead).unwrap_or(folded)
}

/// The most complete name of some forms: the longest that does not say its last word twice.
pub(super) fn best<'a>(forms: impl Iterator<Item = &'a Form>) -> String {
    let rank = |form: &&Form| {
        let name = matching(&form.name);
        let is_whole = name.matches('(').count() == name.matches(')').count();
        let of_table = form.kind == FormKind::BudgetLine;
        (!is_doubled(&name), name_key(&name).chars().count(), is_whole, of_table, Reverse(form.lines.first))
    };
    forms.max_by_key(rank).map(|form| form.name.clone()).unwrap_or_default()
}

/// The name of a project that is the whole unit: the unit's, without what a form prints behind it (甲市某局[部门]). Of
/// several the first counts most.
pub(super) fn of_unit(printed: String, unit_names: &[&String]) -> String {
    let key = name_key(&printed);
    let mut known = unit_names.iter().filter(|name| !name.is_empty());
    let named = known.find(|name| key.is_empty() || key.starts_with(&name_key(name)));
    named.map_or(printed, |name| (*name).clone())
}

/// Whether a name ends in a word said twice (甲项目项目), which a sentence around it can make of it.
fn is_doubled(name: &str) -> bool {
    ENDINGS
        .iter()
        .filter(|ending| ending.chars().count() > 1)
        .any(|ending| name.strip_suffix(ending).is_some_and(|rest| rest.ends_with(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_of_a_name_has_no_division_and_no_word_for_money() {
        let units = BTreeSet::from(["甲市行政审批服务管理局".to_owned()]);
        for (name, expected) in [
            ("甲市智慧政务项目", "智慧政务"),
            ("甲市行政审批服务管理局热线经费", "热线"),
            ("智慧政务项目经费", "智慧政务"),
            ("乙市智慧政务", "乙市智慧政务"),
            ("办公费", "办公"),
            ("热经费", "热经费"),
            ("项目支出", "项目"),
        ] {
            assert_eq!(core(name, &units), expected, "{name}");
        }
    }
}
