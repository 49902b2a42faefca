//! The words that name what a number is about: which of them name something, and which only point at it.

use std::sync::LazyLock;

use regex::Regex;

use super::prose::Prose;
use crate::read::words;

/// Characters of a paragraph among which its lead is looked for.
const MOST_HEAD_CHARS: usize = 80;
/// Characters a lead may have.
const MOST_LEAD_CHARS: usize = 60;

/// Characters behind a count in which its noun is looked for.
const NOUN: usize = 24;

/// The first of the two that is not empty.
pub(super) fn or(first: &str, second: &str) -> String {
    (if first.is_empty() { second } else { first }).to_owned()
}

/// Words that name nothing.
pub(super) fn is_bare(subject: &str) -> bool {
    matches!(subject, "" | "支出" | "总额" | "其中" | "金额" | "资金" | "费用" | "合计" | "共计" | "数额")
}

/// 支出 behind what was said of income only is all spending, and not that income's.
pub(super) fn is_other_side(subject: &str, topic: &str) -> bool {
    let income = ["收入", "收入合计", "收入总计", "总收入"].iter().any(|end| topic.ends_with(end));
    subject == "支出" && income && !topic.contains("支出")
}

/// Parts of a project's money that are not what the sentence is about.
pub(super) fn is_passing(subject: &str) -> bool {
    ["资金结", "结余资金", "结转资金", "到位"].iter().any(|word| subject.contains(word))
}

/// What is counted, and in what: the words before the number, or those behind it.
pub(super) fn counted(before: &str, behind: &str) -> (String, String) {
    static GRADE: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^.{0,12}?为(?:优秀|优|良好|良|中|差|合格|不合格)").ok());
    let behind = behind.trim_start_matches('的');
    if let Some(grade) = GRADE.as_ref().and_then(|regex| regex.find(behind)) {
        let before = if behind.starts_with('为') { before } else { "" };
        return (format!("{before}{}", grade.as_str()), String::new());
    }
    if before.is_empty() || is_verb(before) {
        return (or(behind, before), String::new());
    }
    match names_units(behind) {
        true if before.ends_with('等') || before.chars().count() > 20 => (behind.to_owned(), String::new()),
        true => (behind.to_owned(), before.to_owned()),
        false => (before.to_owned(), String::new()),
    }
}

/// Nouns that are counted with the number before them.
fn names_units(behind: &str) -> bool {
    ["项目", "内设", "股室", "科室", "处室", "职能", "二级", "机构", "部门", "单位", "下属", "所属"]
        .iter()
        .any(|word| behind.starts_with(word))
}

fn is_verb(subject: &str) -> bool {
    const VERBS: [&str; 16] = [
        "设",
        "下设",
        "内设",
        "设有",
        "新增",
        "增加",
        "减少",
        "有",
        "共有",
        "组织对",
        "对",
        "自评结果",
        "辖",
        "下辖",
        "完成",
        "在",
    ];
    VERBS.contains(&subject) || subject.ends_with("内设")
}

pub(super) fn is_score(subject: &str) -> bool {
    ["得分", "评分", "总分", "分值", "分数", "满分", "均分"].iter().any(|word| subject.contains(word))
}

/// Whether a number without measure is counted by its label: 编制人数, 内设职能部门个数.
pub(super) fn is_number_label(subject: &str) -> bool {
    static LABEL: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:编制|人员|人|职工|部门|单位|机构|科室|车辆|户|项目|个)(?:总|个|编制|人)?数(?:[(（].{1,3}[)）])?$").ok()
    });
    LABEL.as_ref().is_some_and(|regex| regex.is_match(subject))
}

/// The words behind a number, up to the next mark or number.
pub(super) fn following(prose: &Prose, end: usize) -> String {
    let rest = prose.chars.get(end..).unwrap_or_default();
    let is_mark = |c: &&char| !c.is_ascii_digit() && !"，,。；;：:、（(！？ ".contains(**c);
    rest.iter().take(NOUN).take_while(is_mark).filter(|c| !"“”‘’".contains(**c)).collect()
}

/// What a numbered paragraph is about: the words before its first mark.
pub(super) fn lead(prose: &Prose) -> Option<String> {
    let head: String = prose.chars.iter().take(MOST_HEAD_CHARS).collect();
    let text = words::strip_ordinal(&head);
    let is_numbered = text.len() < head.len();
    let end = text.find(['。', '：', '；', ':'])?;
    let lead = text[..end].trim_end_matches('，');
    let fits = (2..=MOST_LEAD_CHARS).contains(&lead.chars().count()) && !lead.contains(['，', ',']);
    (is_numbered && fits && !lead.contains(|c: char| c.is_ascii_digit())).then(|| lead.to_owned())
}
