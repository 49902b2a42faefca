//! Permanent row keys: code, else label; told apart by the label above, never by position.

use std::collections::{BTreeMap, BTreeSet};

use super::words;
use crate::model::Row;

/// Gives every row its key.
pub(super) fn assign(rows: &mut [Row]) {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut counts = BTreeMap::new();
    let mut parents: BTreeMap<Option<crate::model::Side>, String> = BTreeMap::new();
    for row in rows {
        let prefix = row.side.map_or("", |side| side.key_prefix());
        let base = base(row);
        let plain = format!("{prefix}{base}");
        let repeated = taken.contains(&plain);
        let parent = parents.get(&row.side).filter(|parent| **parent != base);
        let named = match parent {
            Some(parent) if repeated => format!("{prefix}{parent}>{base}"),
            _ => plain,
        };
        row.key = free(&taken, &mut counts, named);
        taken.insert(row.key.clone());
        // A row that is itself told apart by its parent is nobody's parent: its siblings share that parent.
        let ordinal_less = !row.label.is_empty() && words::strip_ordinal(&row.label) == row.label;
        if ordinal_less && !repeated {
            parents.insert(row.side, clean(&row.label));
        }
    }
}

fn base(row: &Row) -> String {
    let label = clean(words::strip_ordinal(&row.label));
    match (row.code.is_empty(), label.is_empty()) {
        (false, _) => row.code.clone(),
        (true, false) => label,
        (true, true) => "row".to_owned(),
    }
}

/// Without the characters that separate the parts of a figure's name.
fn clean(label: &str) -> String {
    label.chars().filter(|c| !matches!(c, '.' | '/' | '#') && !c.is_whitespace()).collect()
}

/// The name, or the first `<name>~<n>` nobody has; `counts` remembers the last `n` of each.
fn free(taken: &BTreeSet<String>, counts: &mut BTreeMap<String, u32>, name: String) -> String {
    if !taken.contains(&name) {
        return name;
    }
    let last = counts.entry(name.clone()).or_insert(1);
    loop {
        *last += 1;
        let candidate = format!("{name}~{last}");
        if !taken.contains(&candidate) {
            return candidate;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Side;

    fn keys(rows: &[(&str, &str, Option<Side>)]) -> Vec<String> {
        let row = |(code, label, side): &(&str, &str, Option<Side>)| Row {
            number: 1,
            line: 1,
            side: *side,
            code: (*code).to_owned(),
            label: (*label).to_owned(),
            key: String::new(),
            cells: Vec::new(),
        };
        let mut rows: Vec<Row> = rows.iter().map(row).collect();
        assign(&mut rows);
        rows.into_iter().map(|row| row.key).collect()
    }

    #[test]
    fn a_key_is_the_code_or_the_label_without_ordinal() {
        let cases = [
            ("2010306", "政务公开审批"),
            ("", "(一)行政单位"),
            ("", "1.主要/负责人.用车"),
            ("", ""),
            ("", "基本工资 | 工资"),
        ];
        let rows: Vec<_> = cases.iter().map(|(code, label)| (*code, *label, None)).collect();
        assert_eq!(keys(&rows), ["2010306", "行政单位", "主要负责人用车", "row", "基本工资|工资"]);
    }

    #[test]
    fn a_key_that_comes_again_names_its_parent() {
        let side = Some(Side::Income);
        let numbered = [
            ("", "一、一般公共预算", side),
            ("", "二、基金", side),
            ("", "本年收入合计", side),
            ("", "年初结转", side),
            ("", "一、一般公共预算", side),
            ("", "二、基金", side),
        ];
        assert_eq!(keys(&numbered)[4..], ["in:年初结转>一般公共预算", "in:年初结转>基金"]);
        let bare = [
            ("", "一、一般公共预算", side),
            ("", "二、基金", side),
            ("", "年初结转", side),
            ("", "一般公共预算", side),
            ("", "基金", side),
        ];
        assert_eq!(keys(&bare)[3..], ["in:年初结转>一般公共预算", "in:年初结转>基金"]);
        assert_eq!(
            keys(&[("", "小计", None), ("", "小计", None), ("", "小计", None)]),
            ["小计", "小计~2", "小计~3"]
        );
    }
}
