//! The labels before names, and the words at which a name ends.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::text::redact::shadow::{Letters, ends_cell, is_han};

/// Labels of persons, which are labels wherever they stand.
const STRONG: &str = "联系人 联络人 联络员 经办人 经手人 承办人 主办人 负责人 填报人 填表人 填写人 制表人 制单人 编制人 审核人 \
    复核人 审批人 批准人 签发人 拟稿人 校对人 验收人 申报人 申请人 报送人 报告人 录入人 统计人 评价人 评审人 评估人 测算人 代理人 \
    委托人 授权人 收款人 领款人 证明人 保管人 受益人 责任人 法定代表人 法人代表 主管领导 分管领导 评价组成员 组长 签字 签名 签章 姓名 户名";
/// Words that are labels of persons where a colon follows, or where they are a whole cell.
const WEAK: &str = "法人 成员 组员 人员 领导 审核 复核 审批 批准 经办 制表 填报 填表 制单 编制 校对 签发 会签 拟稿 局长 科长 股长 主任 处长 所长 \
    站长 院长 校长 书记 主管 会计 出纳 使用人 管理人 采购人 驾驶员 驾驶人 司机 \
    车主 户主 秘书长 县长 市长 区长 镇长 乡长 村长 部长 会长 厅长 主席 队长 馆长 园长 经理 董事长 工程师 专家 主持人 记录人 监督人 见证人 \
    承包人 承租人 监护人 当事人 持卡人 开户人 收件人 接收人 借款人 担保人 授权代表 委托代理 信息员 网格员 老师 承办 撰写 起草";
/// What belongs to a person and may stand before, after or between names.
const BESIDE: &str = "联系 电话 手机 传真 职务 职称 身份证 微信 盖章";
/// What a person does.
const VERBS: &str = "负责 担任 主持 等人";
/// Where something else begins.
const OTHERS: &str = "审核 复核 经办 制表 邮箱 电子 填报 填表 日期 时间 单位 地址 性别";
/// Titles that stand before or after a name.
const TITLES: &str = "局长 科长 股长 主任 处长 所长 站长 院长 校长 书记 县长 市长 区长 镇长 乡长 部长 会长 厅长 秘书长 主席 委员 \
    组长 成员 组员 队长 馆长 园长 庭长 行长 场长 村长 经理 董事长 会计师 会计 出纳 总监 调研员 主管 专员 科员 干事 工程师 教授 讲师 \
    老师 师傅 医生 律师 同志 先生 女士 小姐";

/// How a label and what it names are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// By a colon.
    Colon,
    /// The label is a whole cell.
    Cell,
    /// By nothing but perhaps white space.
    Loose,
}

/// A label of a person.
#[derive(Clone, Debug)]
pub(super) struct Label {
    /// The label and what belongs to it, in characters.
    pub at: Range<usize>,
    /// Where what it names would begin.
    pub value: usize,
    /// Where a bracket behind it begins, which may hold the name: `联系人（张三）`.
    pub bracket: Option<usize>,
    pub link: Link,
    /// Whether it is a label wherever it stands.
    pub strong: bool,
    /// Whether it is all that stands in a pair of brackets: it belongs to what stands before them.
    pub bracketed: bool,
    /// Whether several persons are usual.
    pub many: bool,
}

impl Label {
    /// Whether it is a label beyond doubt, and no post in a list of persons.
    pub fn is_certain(&self) -> bool {
        self.strong || self.link == Link::Colon
    }
}

/// The words as alternatives, with room for white space inside.
fn spaced(words: &str) -> String {
    let word = |word: &str| word.chars().map(String::from).collect::<Vec<_>>().join(" {0,4}");
    words.split_whitespace().map(word).collect::<Vec<_>>().join("|")
}

static LABELS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (strong, weak) = (spaced(STRONG), spaced(WEAK));
    let tail = r"姓 {0,4}名|意见|签 {0,4}[字名章]|盖 {0,4}章|职 {0,4}务|[及和与、/]?(?:联系)?(?:电话|方式)号?码?|[及和与、/]?手机号?码?|[及和与、/]职务|名单|如下|为|是|系|\([^()\t]{0,16}\)";
    Regex::new(&format!(
        r"(?:(?P<strong>{strong})|(?:{weak})|(?P<any>[人员] {{0,4}}:))(?P<staff>员)?(?P<tail>(?: {{0,4}}(?:{tail}))*)"
    ))
    .ok()
});

static CUTS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let any = |words: &str| words.split_whitespace().collect::<Vec<_>>().join("|");
    let (strong, titles, beside, verbs, others) =
        (any(STRONG), any(TITLES), any(BESIDE), any(VERBS), any(OTHERS));
    let title = format!("(?P<title>[副总]?(?:{titles}))");
    Regex::new(&format!("(?P<beside>{strong})|{title}|(?P<near>{beside})|(?P<verb>{verbs})|{others}")).ok()
});

/// What labels end in that need no colon, and what the others end in: most lines have neither.
const STRONG_ENDS: &str = "人员导长字名章";
const WEAK_ENDS: &str = "写草核批准办表报单制对发签稿任记管计纳机主席理师家";

/// Whether the line has a character that a label could end in.
fn may_have_label(shadow: &str) -> bool {
    let joined = shadow.contains([':', '\t', '|']);
    let ends = |c: char| STRONG_ENDS.contains(c) || (joined && WEAK_ENDS.contains(c));
    shadow.chars().any(|c| c > '\u{2fff}' && ends(c))
}

/// Whether there is a label in the line at all.
pub(super) fn has_label(shadow: &str) -> bool {
    may_have_label(shadow) && LABELS.as_ref().is_some_and(|labels| labels.is_match(shadow))
}

/// The labels of a line, from left to right.
pub(super) fn labels(line: &Letters<'_>) -> Vec<Label> {
    let found = LABELS.iter().flat_map(|labels| labels.captures_iter(line.shadow));
    found
        .filter_map(|found| {
            let whole = found.get(0)?;
            // Any other word in 人 or 员 needs its colon to be a label.
            let end = if found.name("any").is_some() { whole.end() - 1 } else { whole.end() };
            let at = line.index(whole.start())..line.index(end);
            let strong = found.name("strong").is_some() && found.name("staff").is_none();
            let text = whole.as_str();
            let many =
                ["成", "组", "员", "名单"].iter().any(|word| text.contains(word)) && !text.contains('长');
            let opened = at.start.checked_sub(1).and_then(|before| line.get(before)) == Some('(');
            let bracketed = opened && line.get(at.end) == Some(')');
            let (link, value) = link(line, &at, strong || bracketed)?;
            let tail = found.name("tail").filter(|tail| tail.as_str().contains('('));
            let bracket = tail.map(|tail| line.index(tail.start()));
            Some(Label { at, value, bracket, link, strong, bracketed, many })
        })
        .collect()
}

/// What the converter leaves around a label.
fn is_filler(c: char) -> bool {
    matches!(c, ' ' | '*' | '#' | '_' | '-')
}

/// How a label is joined to what follows it; `None` if it is not, and the word is no label there.
fn link(line: &Letters<'_>, at: &Range<usize>, strong: bool) -> Option<(Link, usize)> {
    let mut next = skip_markup(line, line.skip(at.end, is_filler));
    if line.get(next) == Some('?') {
        next += 1;
    }
    match line.get(next) {
        Some(':') => Some((Link::Colon, next + 1)),
        c if c.is_none_or(ends_cell) => (strong || begins_cell(line, at.start)).then_some((Link::Cell, next)),
        _ if strong => Some((Link::Loose, next)),
        _ => None,
    }
}

/// Past a tag of the converter's, such as `</b>`.
fn skip_markup(line: &Letters<'_>, at: usize) -> usize {
    if line.get(at) != Some('<') {
        return at;
    }
    let end = line.skip(at + 1, |c| c == '/' || c.is_ascii_alphabetic());
    if line.get(end) == Some('>') { line.skip(end + 1, is_filler) } else { at }
}

/// Whether nothing stands before it in its cell.
fn begins_cell(line: &Letters<'_>, at: usize) -> bool {
    let before = line.skip_back(at, is_filler);
    before.checked_sub(1).and_then(|last| line.get(last)).is_none_or(ends_cell)
}

/// Characters of a cell before its label, at most: `项目实施单位`.
const MOST_BEFORE: usize = 10;

/// The cell the label stands in holds nothing but the label and a few words that belong to it.
pub(super) fn fills_cell(line: &Letters<'_>, label: &Label) -> bool {
    let before = line.chars.get(..label.at.start).unwrap_or_default();
    let words = || before.iter().rev().take_while(|c| !ends_cell(**c)).take(MOST_BEFORE + 1);
    words().count() <= MOST_BEFORE
        && words().all(|c| is_han(*c) || is_filler(*c) || matches!(c, '(' | ')' | '/' | '、'))
}

/// A word at which a name ends.
#[derive(Clone, Debug)]
pub(super) struct Cut {
    pub at: Range<usize>,
    pub kind: CutKind,
}

/// What ends a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CutKind {
    /// A person's title.
    Title,
    /// A label or another word about the same person.
    Beside,
    /// What a person does.
    Verb,
    /// Something else begins.
    Other,
}

/// The words of the line at which a name ends, from left to right.
pub(super) fn cuts(line: &Letters<'_>) -> Vec<Cut> {
    let found = CUTS.iter().flat_map(|cuts| cuts.captures_iter(line.shadow));
    found
        .filter_map(|found| {
            let whole = found.get(0)?;
            let at = line.index(whole.start())..line.index(whole.end());
            let kinds = [
                ("title", CutKind::Title),
                ("beside", CutKind::Beside),
                ("near", CutKind::Beside),
                ("verb", CutKind::Verb),
            ];
            let kind = kinds.into_iter().find(|(name, _)| found.name(name).is_some());
            Some(Cut { at, kind: kind.map_or(CutKind::Other, |(_, kind)| kind) })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_passes_the_quick_look_and_is_found() {
        for label in STRONG.split_whitespace().chain(WEAK.split_whitespace()) {
            let line = format!("{label}：");
            let shadow = crate::text::redact::shadow::shadow(&line);
            assert!(has_label(&shadow), "{label}");
            assert!(!labels(&Letters::new(&shadow)).is_empty(), "{label}");
        }
    }

    #[test]
    fn every_pattern_is_understood() {
        assert!(LABELS.is_some() && CUTS.is_some());
    }
}
