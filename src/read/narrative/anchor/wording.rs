//! Labels compared: what prose and tables call the same thing.

use crate::text::matching;

/// A subject or label folded, without 的 and the names of levels: 甲支出（类） and 甲支出 are one.
pub(super) fn fold(label: &str) -> String {
    let mut folded = matching(label);
    for level in ["(类)", "(款)", "(项)", "的"] {
        folded = folded.replace(level, "");
    }
    folded
}

/// The folded label without the endings that vary: 费, 经费, 费用, 金, 支出.
pub(super) fn core(label: &str) -> String {
    let folded = fold(label);
    let bare = folded.strip_suffix("支出").filter(|rest| rest.chars().count() >= 2).unwrap_or(&folded);
    let cut = ["费用", "经费", "费", "金"].iter().find_map(|end| bare.strip_suffix(end));
    cut.filter(|rest| rest.chars().count() >= 2).map_or_else(|| bare.to_owned(), |rest| format!("{rest}费"))
}

/// A label of the functional classification by its levels: 甲（类）乙（款）丙（项）.
pub(super) fn levels(subject: &str) -> Vec<(String, usize)> {
    let folded = matching(subject);
    let mut rest = folded.as_str();
    let mut levels = Vec::new();
    while let Some((at, mark, length)) = [("(类)", 3), ("(款)", 5), ("(项)", 7)]
        .into_iter()
        .filter_map(|(mark, length)| rest.find(mark).map(|at| (at, mark, length)))
        .min()
    {
        levels.push((core(&rest[..at]), length));
        rest = &rest[at + mark.len()..];
    }
    levels
}

/// Whether two names differ in one character, or only in the order of their characters: a slip of the pen.
pub(super) fn is_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len() != b.len() || a.len() < 5 {
        return false;
    }
    let differing = a.iter().zip(&b).filter(|(x, y)| x != y).count();
    let sorted = |mut chars: Vec<char>| {
        chars.sort_unstable();
        chars
    };
    differing == 1 || sorted(a) == sorted(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_and_brackets_do_not_matter() {
        let cases = [
            ("教育支出（类）", "教育支出", true),
            ("工会经费支出", "工会经费", true),
            ("税金及附加", "税金及附加费用", false),
            ("其他交通费", "其他交通费用", true),
            ("抚恤费", "抚恤金", true),
            ("对个人和家庭补助", "对个人和家庭的补助", true),
            ("维修(护)费", "维修（护）费", true),
            ("基本工资", "绩效工资", false),
            ("经营支出", "经营收入", false),
        ];
        for (a, b, same) in cases {
            assert_eq!(core(a) == core(b), same, "{a} {b}");
        }
        assert!(is_slip("职工年金缴费", "职业年金缴费") && !is_slip("办公费", "福利费"));
        let levels = levels("教育支出（类）普通教育（款）小学教育（项）");
        assert_eq!(levels, [("教育".into(), 3), ("普通教育".into(), 5), ("小学教育".into(), 7)]);
    }
}
