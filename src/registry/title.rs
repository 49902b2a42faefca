//! Titles of tables, folded so that ordinals, years, unit names and remarks do not matter.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::matching;

static PATTERNS: LazyLock<Option<Patterns>> = LazyLock::new(Patterns::new);

struct Patterns {
    tag: Regex,
    ordinal: Regex,
    year: Regex,
    /// The publishing body in front of a title.
    body: Regex,
    remark: Regex,
}

impl Patterns {
    fn new() -> Option<Self> {
        Some(Self {
            tag: Regex::new(r"^(?:(?:预算|部门|决算|单位)?公开\d{0,2}表\d{0,2}|附?表\d{1,2}(?:-\d{1,2})?|附件\d{0,2}(?:-\d{1,2})?)[:.、]?").ok()?,
            ordinal: Regex::new(r"^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)|\(?\d{1,2}[、.)]|附?表[一二三四五六七八九十]{1,3}[、:.]?)").ok()?,
            year: Regex::new(r"^.{0,40}?(?:19|20)\d{2}年?度?").ok()?,
            body: Regex::new(r"^.{2,40}(?:局|厅|委|办|会|部|院|校|园|所|站|队|馆|处|社|政府|办公室|中心|大学|部门|单位|\(本级\))(?:(?:19|20)\d{2}年?度?)?").ok()?,
            remark: Regex::new(r"\([^()]*\)$").ok()?,
        })
    }
}

/// The folded forms under which a printed title may be known, the most specific first.
pub(super) fn forms(printed: &str) -> Vec<String> {
    let folded = matching(printed);
    let Some(patterns) = &*PATTERNS else { return vec![folded] };
    let untagged = patterns.tag.replace(&folded, "");
    let bare = patterns.ordinal.replace(&untagged, "").into_owned();
    let undated = patterns.year.replace(&bare, "").into_owned();
    let unnamed = patterns.body.replace(&bare, "").into_owned();
    // A numbered tag may run into the year: 附件2-1 2024年.
    let dated = patterns.year.replace(&folded, "").into_owned();
    let mut forms = Vec::new();
    for mut form in [folded, bare, undated, unnamed, dated] {
        while let Some(remark) = patterns.remark.find(&form) {
            let shorter = form[..remark.start()].to_owned();
            forms.push(std::mem::replace(&mut form, shorter));
        }
        forms.push(form);
    }
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    forms.dedup();
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_known_without_its_trimmings() {
        for printed in [
            "### 一、收入支出决算总表",
            "公开01表 收入支出决算总表",
            "某市某局2024年度收入支出决算总表",
            "某市某局收入支出决算总表（公开01表）（万元）",
            "附件2-1：收入支出决算总表",
            "附件2-1 2024年收入支出决算总表",
            "某县人民政府办公室（本级）2024年收入支出决算总表",
            "2024年收入支出决算总表（不含上年结转）",
            "表一2024年收入支出决算总表",
            "收入 支出\u{3000}决算总表",
        ] {
            assert!(
                forms(printed).contains(&"收入支出决算总表".to_owned()),
                "{printed}: {:?}",
                forms(printed)
            );
        }
    }

    #[test]
    fn a_longer_title_is_not_a_shorter_one() {
        assert!(!forms("财政拨款收入支出决算总表").contains(&"收入支出决算总表".to_owned()));
        assert!(!forms("一般公共预算财政拨款支出决算表").contains(&"支出决算表".to_owned()));
    }
}
