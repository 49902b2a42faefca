//! The words a disclosure's layout is known by: headings, titles, tags, meta lines, notes, totals.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::{Denomination, FiscalYear, Scope, Stage};
use crate::text::matching;

/// Characters a title may have.
const MOST_TITLE_CHARS: usize = 60;

fn is_match(pattern: &LazyLock<Option<Regex>>, text: &str) -> bool {
    pattern.as_ref().is_some_and(|regex| regex.is_match(text))
}

/// The depth of a numbered heading: 1 第X部分, 3 一、, 4 （一）, 5 1、, 6 (1) or ①; `None` without number.
pub(super) fn numbering_depth(compact: &str) -> Option<u8> {
    static PART: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^第[一二三四五六七八九十\d]{1,3}(?:部分|章)").ok());
    static DEPTHS: LazyLock<Vec<(u8, Regex)>> = LazyLock::new(|| {
        let table = [
            (3, r"^[一二三四五六七八九十]{1,3}[、.．]"),
            (4, r"^[（(][一二三四五六七八九十]{1,3}[)）]"),
            (5, r"^\d{1,2}(?:[、．]|[.](?:\D|$))"),
            (6, r"^(?:[（(]\d{1,2}[)）]|[①-⑳])"),
        ];
        table.into_iter().filter_map(|(depth, pattern)| Some((depth, Regex::new(pattern).ok()?))).collect()
    });
    if is_match(&PART, compact) {
        return Some(1);
    }
    DEPTHS.iter().find(|(_, regex)| regex.is_match(compact)).map(|(depth, _)| *depth)
}

/// The text without the ordinal it begins with (一、 （一） 1. ①).
pub(super) fn strip_ordinal(text: &str) -> &str {
    static ORDINAL: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}(?:[、．]|[.](?:\D|$))|[（(]\d{1,2}[)）]|[①-⑳])").ok()
    });
    let Some(hit) = ORDINAL.as_ref().and_then(|regex| regex.find(text)) else { return text };
    let matched = hit.as_str();
    // `1.` is matched with the character behind it, which is not part of the ordinal.
    let tail = matched
        .chars()
        .last()
        .filter(|c| matched.starts_with(|d: char| d.is_ascii_digit()) && !"、．.".contains(*c));
    &text[hit.end() - tail.map_or(0, char::len_utf8)..]
}

/// Whether a short line reads as a heading: numbered, or set as one by the converter, and not a sentence.
pub(super) fn is_heading(raw: &str, compact: &str) -> bool {
    let short = compact.chars().count() <= 48;
    let open_ended = compact.ends_with(['。', '；', '，', '：', ';', ',', ':']) || compact.contains('。');
    let set = raw.trim_start().starts_with('#') || is_all_bold(raw);
    short && !open_ended && (set || numbering_depth(compact).is_some())
}

fn is_all_bold(raw: &str) -> bool {
    let trimmed = raw.trim();
    let bold = |open: &str, close: &str| {
        trimmed.len() > open.len() + close.len()
            && trimmed.starts_with(open)
            && trimmed.ends_with(close)
            && trimmed.matches(open).count() <= 2
    };
    bold("**", "**") || bold("<b>", "</b>")
}

/// Whether a line can be the title of a table or form.
pub(super) fn is_title(compact: &str) -> bool {
    let (compact, _) = split_denomination(compact);
    let endings = ["表", "报告", "明细", "清单", "一览", "目录", "录"];
    let bare = compact.trim_end_matches(|c: char| "（()）".contains(c));
    let bracketed = matching(compact);
    let head = bracketed.split('(').next().unwrap_or_default();
    compact.chars().count() <= MOST_TITLE_CHARS
        && endings.iter().any(|end| bare.ends_with(end) || head.ends_with(end))
        && !is_tag(compact)
}

/// 续表, 支出决算表（续）: what a page prints above the rest of a table.
pub(super) fn is_continued(compact: &str) -> bool {
    let folded = matching(compact);
    folded.starts_with("续表")
        || folded.ends_with("(续)")
        || folded.ends_with("(续表)")
        || folded == "(续上表)"
}

/// 公开01表, 预算公开表1, 附表3 …: the printed number of a table, which says nothing of what it is.
pub(super) fn is_tag(compact: &str) -> bool {
    static TAG: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^(?:(?:预算|部门|决算|单位)?公开(?:\d{1,2}表?|表\d{1,2})|附?表[\d一二三四五六七八九十]{1,3}|附件\d{0,2}|[\d一二三四五六七八九十]{1,3}表)[:：]?$").ok()
    });
    is_match(&TAG, compact)
}

/// The tag printed in a joined context.
pub(super) fn find_tag(compact: &str) -> Option<String> {
    static TAG: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?:预算|部门|决算|单位)?公开(?:\d{1,2}表|表\d{1,2})").ok());
    TAG.as_ref().and_then(|regex| regex.find(compact)).map(|hit| hit.as_str().to_owned())
}

/// A line between a title and its grid: tag, unit name, year, denomination.
pub(super) fn is_meta(compact: &str) -> bool {
    static META: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^(?:(?:部门|单位|编制单位|编制部门|填报单位|填报部门|预算单位|预算部门|公开部门|公开单位|编报单位)(?:名称)?(?:\([^()]*\))?:|(?:19|20)\d{2}年?度?$|\((?:19|20)\d{2}年?度?\)$|(?:金额|货币|计量|金额计量)?单位:|(?:人民币)?(?:亿|百万|万|千|百)?元$)").ok()
    });
    let folded = matching(compact);
    is_tag(compact) || is_match(&META, &folded)
}

/// The denomination named in a joined context (`金额单位：万元`).
pub(super) fn find_denomination(joined: &str) -> Option<Denomination> {
    static MONEY: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"单位[:(]?(?:人民币)?(亿元|百万元|万元|千元|百元|元)").ok());
    let folded = matching(joined);
    let hit = MONEY.as_ref()?.captures_iter(&folded).last()?.get(1)?.as_str().to_owned();
    Denomination::ALL.into_iter().find(|denomination| denomination.chinese() == hit)
}

/// A title without the denomination that stands behind it on the line (`支出决算表（单位：万元）`), and that.
pub(super) fn split_denomination(compact: &str) -> (&str, &str) {
    static TAIL: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"[（(\[【]?(?:金额|货币|计量|金额计量)?单位[:：](?:人民币)?(?:亿|百万|万|千|百)?元[)）\]】]?$",
        )
        .ok()
    });
    if !compact.contains("单位") {
        return (compact, "");
    }
    let tail = TAIL.as_ref().and_then(|regex| regex.find(compact)).filter(|tail| tail.start() > 0);
    tail.map_or((compact, ""), |tail| compact.split_at(tail.start()))
}

/// The denomination a header cell carries in brackets (`资金总额(万元)`).
pub(super) fn header_denomination(header: &str) -> Option<Denomination> {
    let folded = matching(header);
    Denomination::ALL.into_iter().find(|d| folded.contains(&format!("({})", d.chinese())))
}

/// The unit's name in a joined context.
pub(super) fn find_unit_name(joined: &str) -> Option<String> {
    static NAME: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:部门|单位|编制单位|编制部门|填报单位|填报部门|预算单位|预算部门|公开部门|公开单位|编报单位)(?:名称)?[:：](.+?)(?:(?:19|20)\d{2}年|(?:金额|货币|计量)?单位[:：]|(?:预算|部门)?公开\d|$)").ok()
    });
    let name = NAME.as_ref()?.captures(joined)?.get(1)?.as_str();
    let is_money = Denomination::ALL
        .iter()
        .any(|d| name.trim_start_matches("人民币").starts_with(d.chinese()) && name.chars().count() <= 6);
    (!is_money && name.chars().count() >= 2).then(|| name.to_owned())
}

/// The first year printed with 年.
pub(super) fn find_year(text: &str) -> Option<FiscalYear> {
    static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"((?:19|20)\d{2})年").ok());
    let folded = matching(text);
    YEAR.as_ref()?.captures(&folded)?.get(1)?.as_str().parse().ok()
}

/// The first year of a header word, with 年 or without.
pub(super) fn find_any_year(header: &str) -> Option<u16> {
    let digits: String =
        header.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    (digits.len() == 4).then(|| digits.parse().ok()).flatten().filter(|year| FiscalYear::new(*year).is_some())
}

/// The stage a title names, if it names one.
pub(super) fn find_stage(text: &str) -> Option<Stage> {
    match (text.contains("预算"), text.contains("决算")) {
        (true, false) => Some(Stage::Budget),
        (false, true) => Some(Stage::Final),
        _ => None,
    }
}

/// The scope a title names (部门决算, 单位预算).
pub(super) fn find_scope(text: &str) -> Option<Scope> {
    let says = |word: &str| ["预算", "决算"].iter().any(|stage| text.contains(&format!("{word}{stage}")));
    match (says("部门"), says("单位")) {
        (true, false) => Some(Scope::Department),
        (false, true) => Some(Scope::Unit),
        _ => None,
    }
}

/// 注：, 说明：, 备注：, 本表…
pub(super) fn is_note(compact: &str) -> bool {
    let starts = ["注:", "注：", "注1", "说明:", "说明：", "备注:", "备注：", "附注:", "附注："];
    starts.iter().any(|start| compact.starts_with(start))
        || (compact.starts_with("本表") && compact.chars().count() > 3)
}

/// Whether a note says that the table holds nothing.
pub(super) fn says_empty(note: &str) -> bool {
    ["无数据", "本表为空", "空表", "没有数据", "无此项", "此表为空", "未发生", "本表无"]
        .iter()
        .any(|words| note.contains(words))
}

/// 合计, 总计, 本年收入合计 …: the label of a row of totals.
pub(super) fn is_total(compact: &str) -> bool {
    let word = strip_ordinal(compact);
    ["合计", "总计", "小计"].iter().any(|total| word.ends_with(total)) && word.chars().count() <= 12
}

/// A functional (3, 5, 7 digits) or economic (3, 5 digits) code.
pub(super) fn is_code(compact: &str) -> bool {
    matches!(compact.len(), 3 | 5 | 7) && compact.bytes().all(|b| b.is_ascii_digit())
}

/// Words of performance forms: a grid with two of them is a form, whatever its title.
pub(super) fn is_form_word(compact: &str) -> bool {
    const WORDS: [&str; 16] = [
        "一级指标",
        "二级指标",
        "三级指标",
        "绩效指标",
        "指标值",
        "实际完成值",
        "年度指标值",
        "资金总额",
        "执行率",
        "偏差原因",
        "总体目标",
        "绩效目标",
        "权重",
        "项目属性",
        "实施单位",
        "资金来源",
    ];
    WORDS.iter().any(|word| compact.starts_with(word) || compact.contains(&format!("年度{word}")))
}

/// Whether a title is that of a performance form. Brackets may stand in the name of the project before it, or behind it.
pub(super) fn is_form_title(compact: &str) -> bool {
    let folded = matching(compact);
    let head = folded.split('(').next().unwrap_or_default();
    compact.contains("绩效") && ["表", "报告"].iter().any(|end| folded.ends_with(end) || head.ends_with(end))
}

/// 栏次, 甲, 1=2+3 …: a cell of a row that numbers the columns.
pub(super) fn column_number(compact: &str) -> Option<u32> {
    let head = compact.split(['=', '＝']).next().unwrap_or_default();
    let head = head.strip_suffix(".00").or_else(|| head.strip_suffix(".0")).unwrap_or(head);
    let head = head.trim_start_matches(['(', '（']).trim_end_matches([')', '）']);
    (!head.is_empty() && head.len() <= 2).then(|| head.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_comes_from_the_numbering() {
        let cases = [
            ("第三部分情况说明", Some(1)),
            ("一、收入决算情况说明", Some(3)),
            ("（二）政府采购情况", Some(4)),
            ("(十一)其他", Some(4)),
            ("1、预算绩效", Some(5)),
            ("1.项目自评", Some(5)),
            ("1.5万元", None),
            ("(1)年度目标", Some(6)),
            ("①公务用车", Some(6)),
            ("2024年度", None),
        ];
        for (text, depth) in cases {
            assert_eq!(numbering_depth(text), depth, "{text}");
        }
    }

    #[test]
    fn ordinals_are_stripped_from_labels() {
        let cases = [
            ("一、一般公共服务支出", "一般公共服务支出"),
            ("二十一、国有资本经营预算支出", "国有资本经营预算支出"),
            ("(一)行政单位", "行政单位"),
            ("1.副部(省)级及以上领导用车", "副部(省)级及以上领导用车"),
            ("①公务用车购置费", "公务用车购置费"),
            ("（社会团体）离任审计", "（社会团体）离任审计"),
            ("12345热线", "12345热线"),
            ("7.5米道路", "7.5米道路"),
            ("一体化平台", "一体化平台"),
        ];
        for (text, expected) in cases {
            assert_eq!(strip_ordinal(text), expected);
        }
    }

    #[test]
    fn meta_lines_are_known_also_when_joined() {
        assert!(
            is_meta("金额单位：万元")
                && is_meta("公开03表")
                && is_meta("2024年度")
                && is_meta("部门名称：某局2024年度")
        );
        assert!(!is_meta("收入决算表") && !is_meta("单位职责"));
        let joined = "公开02表部门名称：阳城县行政审批服务管理局2024年度金额单位：万元";
        assert_eq!(find_denomination(joined), Some(Denomination::TenThousandYuan));
        assert_eq!(find_denomination("单位：元"), Some(Denomination::Yuan));
        assert_eq!(find_denomination("单位：某市财政局"), None);
        assert_eq!(find_unit_name(joined).as_deref(), Some("阳城县行政审批服务管理局"));
        assert_eq!(split_denomination("支出决算表（单位：万元）"), ("支出决算表", "（单位：万元）"));
        assert_eq!(split_denomination("单位：万元"), ("单位：万元", ""));
        assert_eq!(find_unit_name("单位：万元"), None);
        assert_eq!(find_year("2024年度"), FiscalYear::new(2024));
        assert_eq!(find_tag(joined).as_deref(), Some("公开02表"));
    }
}
