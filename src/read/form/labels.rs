//! The words of indicator grids: first and second level, their families, and pieces of them that a conversion left.

use crate::text::matching;

/// What indicators of one first level have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Family {
    /// 产出
    Output,
    /// 效益, 效果
    Benefit,
    /// 满意度
    Satisfaction,
    /// 成本 as a first level
    Cost,
}

impl Family {
    /// The label of the first level.
    pub fn label(self) -> &'static str {
        match self {
            Self::Output => "产出指标",
            Self::Benefit => "效益指标",
            Self::Satisfaction => "满意度指标",
            Self::Cost => "成本指标",
        }
    }
}

/// What a text is in a grid of indicators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Label {
    /// A first level.
    First(Family),
    /// A second level; 成本指标 may be a first level, too.
    Second(Family),
    /// The name of the whole grid (绩效指标), printed beside it.
    Side,
    /// A piece of a label.
    Piece,
}

const FIRST: [(&str, Family); 8] = [
    ("产出", Family::Output),
    ("项目产出", Family::Output),
    ("项目完成", Family::Output),
    ("效益", Family::Benefit),
    ("效果", Family::Benefit),
    ("项目效益", Family::Benefit),
    ("项目效果", Family::Benefit),
    ("满意度", Family::Satisfaction),
];

const SECOND: [(&str, Family); 22] = [
    ("数量", Family::Output),
    ("产出数量", Family::Output),
    ("质量", Family::Output),
    ("产出质量", Family::Output),
    ("时效", Family::Output),
    ("产出时效", Family::Output),
    ("成本", Family::Output),
    ("产出成本", Family::Output),
    ("经济效益", Family::Benefit),
    ("社会效益", Family::Benefit),
    ("生态效益", Family::Benefit),
    ("环境效益", Family::Benefit),
    ("生态环境效益", Family::Benefit),
    ("可持续影响", Family::Benefit),
    ("可持续性影响", Family::Benefit),
    ("可持续发展", Family::Benefit),
    ("服务对象满意度", Family::Satisfaction),
    ("受益对象满意度", Family::Satisfaction),
    ("社会公众或服务对象满意度", Family::Satisfaction),
    ("经济成本", Family::Cost),
    ("社会成本", Family::Cost),
    ("生态环境成本", Family::Cost),
];

const SIDES: [&str; 9] = [
    "绩效指标",
    "年度绩效指标",
    "项目绩效指标",
    "项目年度绩效指标",
    "绩效目标",
    "绩效指标完成情况",
    "绩效指标体系",
    "年度绩效指标完成情况",
    "指标",
];

/// A label without the points it is worth, its ordinal and the word 指标 or what is left of it.
fn root(text: &str) -> String {
    let folded = matching(text);
    let bare = folded.split('(').next().unwrap_or_default();
    let bare = bare.trim_end_matches(|c: char| c.is_ascii_digit() || c == '分' || c == ':' || c == '：');
    let bare = bare.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四.、".contains(c));
    let bare = bare.strip_suffix("指标").or_else(|| bare.strip_suffix("指")).unwrap_or(bare);
    bare.to_owned()
}

fn find(table: &[(&str, Family)], root: &str) -> Option<Family> {
    table.iter().find(|(word, _)| *word == root).map(|(_, family)| *family)
}

/// What a text is, if it is a label.
pub(in crate::read) fn label(text: &str) -> Option<Label> {
    let root = root(text);
    if SIDES.contains(&matching(text).as_str()) && text.chars().count() > 2 {
        return Some(Label::Side);
    }
    let first = find(&FIRST, &root).map(Label::First);
    let second = find(&SECOND, &root).map(Label::Second);
    first.or(second).or_else(|| is_piece(text).then_some(Label::Piece))
}

/// Whether a first level is printed without the word 指标, as a cut label is.
pub(in crate::read) fn is_bare(text: &str) -> bool {
    !text.contains("指标") && text.chars().count() <= 3
}

/// A few characters out of a label: 益指, 标, 经济效.
fn is_piece(text: &str) -> bool {
    let length = text.chars().count();
    let within = |word: &str| format!("{word}指标").contains(text);
    (1..=3).contains(&length) && (FIRST.iter().chain(&SECOND)).any(|(word, _)| within(word))
}

/// Whether a text is a piece of the first level's label of that family.
pub(in crate::read) fn is_piece_of(text: &str, family: Family) -> bool {
    !text.is_empty() && family.label().contains(text)
}

/// The family a second level belongs to, also when its label is cut or misread behind its first words.
pub(in crate::read) fn family_of_second(text: &str) -> Option<Family> {
    let root = root(text);
    let begins = |words: &[&str]| words.iter().any(|word| root.starts_with(word));
    find(&SECOND, &root).or_else(|| match () {
        () if root.ends_with("成本") && begins(&["经济", "社会", "生态", "环境"]) => {
            Some(Family::Cost)
        }
        () if begins(&["经济效", "社会效", "生态效", "环境效", "可持续"]) => {
            Some(Family::Benefit)
        }
        () if root.ends_with("满意度") => Some(Family::Satisfaction),
        () => None,
    })
}

/// A second level whose words are cut (经济效), completed if only one begins so.
pub(in crate::read) fn complete_second(text: &str) -> Option<&'static str> {
    let root = root(text);
    if root.chars().count() < 2 || find(&SECOND, &root).is_some() {
        return None;
    }
    let mut hits = SECOND.iter().filter(|(word, _)| word.starts_with(root.as_str()));
    let hit = hits.next()?;
    hits.next().is_none().then_some(hit.0)
}

/// Whether a second level of that family can stand below that first level. 成本 belongs to 产出 or stands alone.
pub(in crate::read) fn agree(first: Family, second: &str) -> bool {
    let Some(family) = family_of_second(second) else { return true };
    family == first || root(second) == "成本" && first == Family::Cost
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_known_in_their_variants() {
        let cases = [
            ("产出指标", Some(Label::First(Family::Output))),
            ("产出指标(50分)", Some(Label::First(Family::Output))),
            ("产出指标（50）", Some(Label::First(Family::Output))),
            ("满意度指标", Some(Label::First(Family::Satisfaction))),
            ("数量指标", Some(Label::Second(Family::Output))),
            ("社会效益", Some(Label::Second(Family::Benefit))),
            ("服务对象满意度指", Some(Label::Second(Family::Satisfaction))),
            ("绩效指标", Some(Label::Side)),
            ("益指", Some(Label::Piece)),
            ("标", Some(Label::Piece)),
            ("经济效", Some(Label::Piece)),
            ("群众满意度", None),
            ("印章数量", None),
        ];
        for (text, expected) in cases {
            assert_eq!(label(text), expected, "{text}");
        }
    }

    #[test]
    fn families_hold_first_and_second_level_together() {
        assert!(agree(Family::Output, "成本指标") && agree(Family::Cost, "成本指标"));
        assert!(agree(Family::Benefit, "经济效果") && !agree(Family::Output, "经济效率"));
        assert!(agree(Family::Benefit, "没有见过的指标"));
        assert_eq!(complete_second("经济效"), Some("经济效益"));
        assert_eq!(complete_second("可持续"), None);
        assert_eq!(complete_second("服务对象满意度指"), None);
    }
}
