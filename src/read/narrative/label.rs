//! The words before a number: what it is about, and what it claims to be.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::{Basis, Direction};
use crate::read::words;

/// Characters before a number among which its label is looked for.
const REACH: usize = 120;
/// Characters a label may have; of longer ones the end is kept.
const MOST: usize = 60;

type Pattern = LazyLock<Option<Regex>>;

/// What a number is said to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing but a label: 收入合计.
    Plain,
    /// 减少, 下降
    Change(Direction),
    /// 占比, 占本年支出合计的; with the whole, where it is named.
    Share(String),
    /// 完成年初预算的, 执行率; with what it is a rate of.
    Completion(Option<Basis>),
}

/// A label taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// As printed, without year, unit name, ordinal and verb; empty if there is none.
    pub subject: String,
    pub shape: Shape,
    pub basis: Option<Basis>,
    /// The year it names, or 上年.
    pub year: String,
    /// Whether it speaks of what was named before (该项目).
    pub refers: bool,
    /// Whether it says nothing of its own: no words, or 分别为 behind a list of names.
    pub is_silent: bool,
}

/// Where the label of the number at `start` begins; not before `floor`.
pub(super) fn start(chars: &[char], floor: usize, start: usize) -> usize {
    let floor = floor.max(start.saturating_sub(REACH));
    let mut at = start;
    // A colon right before the number belongs to its label.
    while at > floor && matches!(chars[at - 1], '：' | ':' | ' ') {
        at -= 1;
    }
    while at > floor {
        match chars[at - 1] {
            ')' | '）' => match opening(chars, floor, at - 1) {
                Some(open) => at = open,
                None => break,
            },
            // 收、支总计: one word for two totals.
            '、' if at >= 2 && chars[at - 2] == '收' && chars.get(at) == Some(&'支') => at -= 1,
            '，' | ',' | '。' | '；' | ';' | '：' | ':' | '、' | '！' | '？' | '（' | '(' | ' ' => {
                break;
            }
            _ => at -= 1,
        }
    }
    at
}

/// The bracket that opens what the one at `close` closes, if it holds no sentence.
fn opening(chars: &[char], floor: usize, close: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for at in (floor..close).rev() {
        match chars[at] {
            ')' | '）' => depth += 1,
            '(' | '（' if depth == 0 => return Some(at),
            '(' | '（' => depth -= 1,
            '。' | '；' | ';' => return None,
            _ => {}
        }
    }
    None
}

/// Takes a label apart. `names` are the unit's, longest first.
pub(super) fn read(clause: &str, names: &[String]) -> Label {
    let clause = clause.trim_end_matches(['：', ':', ' ']);
    let is_silent = clause.is_empty() || clause.contains("分别");
    let (shape, rest) = shape(clause);
    let compared = compared(&rest).filter(|_| shape == Shape::Plain);
    let rest = COMPARISON.as_ref().map_or(rest.clone(), |regex| regex.replace_all(&rest, "").into_owned());
    let rest = strip_end(&rest);
    let (basis, rest) = basis(&rest);
    let Head { text, year, refers } = head(&rest, names);
    let basis = basis.or(match shape {
        Shape::Completion(of) => of,
        _ => None,
    });
    let year = compared.unwrap_or(year);
    Label { subject: shortened(&text), shape, basis, year, refers, is_silent }
}

/// The year or budget of the number itself: 比上年决算数 right before it.
fn compared(clause: &str) -> Option<String> {
    let hit = COMPARISON.as_ref()?.captures_iter(clause).last()?;
    let is_last = hit.get(0).is_some_and(|all| all.end() == clause.len());
    hit.get(1).filter(|_| is_last).map(|base| base.as_str().to_owned())
}

fn shortened(text: &str) -> String {
    let length = text.chars().count();
    text.chars().skip(length.saturating_sub(MOST)).collect()
}

/// 与上年相比, 比2023年, 较上年决算, 比年初预算数: what something is compared with.
pub(super) static COMPARISON: Pattern = LazyLock::new(|| {
    Regex::new(r"(?:与|比|较|同)((?:上年度?|去年|上一年度?|(?:19|20)\d{2}年度?)(?:同期)?(?:年初|全年|当年)?(?:预算|决算|执行)?(?:数|支出)?|(?:年初|全年|调整)?(?:预算|决算)数?)(?:相比|对比|比较|比)?").ok()
});

fn shape(clause: &str) -> (Shape, String) {
    static CHANGE: Pattern = LazyLock::new(|| {
        Regex::new(r"(新增|增加|减少|增长|下降|上升|降低|提高|上涨|提升|压减|压缩|节约|调增|调减|增|减|升|降)(?:了|额|额为|幅度?为?|率为?|数为?|为)?$").ok()
    });
    static SHARE: Pattern = LazyLock::new(|| {
        Regex::new(r"(?:占比|所占比例|所占比重|占比例|占(?P<of>[^占]{2,40}?)的?(?:比例|比重)|占(?P<all>[^占]{2,40})的|占(?:总[^占]{1,8})?)(?:为|达|约)?$").ok()
    });
    static DONE: Pattern = LazyLock::new(|| {
        Regex::new(r"(?:完成(?:了)?(?P<of>[^完]{0,16}?预算)(?:安排)?(?:数|任务)?的?|为(?P<as>年初预算|全年预算|预算)数?的|(?:年初|全年)?(?:预算|支出|资金)?(?:执行|支出)?(?:执行率|支出率|完成率|支出进度|执行进度|完成比例))(?:为|达到?|约)?$").ok()
    });
    if let Some(hit) = CHANGE.as_ref().and_then(|regex| regex.captures(clause)) {
        let word = hit.get(1).map_or("", |m| m.as_str());
        let direction = direction(word);
        let at = hit.get(0).map_or(0, |m| m.start());
        return (Shape::Change(direction), clause[..at].to_owned());
    }
    if let Some(hit) = SHARE.as_ref().and_then(|regex| regex.captures(clause)) {
        let of = hit.name("of").or(hit.name("all")).map_or("", |m| m.as_str());
        let at = hit.get(0).map_or(0, |m| m.start());
        return (Shape::Share(of.to_owned()), clause[..at].to_owned());
    }
    if let Some(hit) = DONE.as_ref().and_then(|regex| regex.captures(clause)) {
        let of = hit.name("of").or(hit.name("as")).map_or("", |m| m.as_str());
        let at = hit.get(0).map_or(0, |m| m.start());
        let budget = clause[at..].contains(['预', '执', '支', '资']) || at < clause.len() && !of.is_empty();
        if budget {
            return (Shape::Completion(budget_of(of)), clause[..at].to_owned());
        }
    }
    (Shape::Plain, clause.to_owned())
}

/// Which way a word of change points.
fn direction(word: &str) -> Direction {
    let down = ["减", "降", "压", "节约"].iter().any(|part| word.contains(part));
    if down { Direction::Decrease } else { Direction::Increase }
}

/// The change that a label begins with: 新增公务员, 减少工作人员.
pub(super) fn leading_change(subject: &str) -> Option<(Direction, &str)> {
    ["新增", "增加", "减少", "调增", "调减"]
        .into_iter()
        .find_map(|word| subject.strip_prefix(word).map(|rest| (direction(word), rest)))
}

fn budget_of(words: &str) -> Option<Basis> {
    match () {
        () if words.is_empty() => None,
        () if words.contains("年初") => Some(Basis::InitialBudget),
        () if words.contains("全年") || words.contains("调整") => Some(Basis::AdjustedBudget),
        () => Some(Basis::Budget),
    }
}

/// Without the verb before the number.
fn strip_end(text: &str) -> String {
    static VERB: Pattern = LazyLock::new(|| {
        Regex::new(r"(?:合计为|总计为|分别为|共计为?|金额为|数为|增加到|减少到|提高到|下降到|增至|减至|降至|升至|均为|均|各|同比|为|是|共|达到?|约|近|仅|了|的|设有|共有|现有|只有|总共|[,，:： ])+$").ok()
    });
    let cut = VERB.as_ref().and_then(|regex| regex.find(text)).map_or(text.len(), |hit| hit.start());
    text[..cut].to_owned()
}

/// Takes 年初预算数, 支出决算 … off the end of a label.
fn basis(text: &str) -> (Option<Basis>, String) {
    static BASIS: Pattern = LazyLock::new(|| {
        Regex::new(r"^(?P<head>.*?)的?(?:(?:年初)?(?P<initial>年初预算|预算批复|预算编制)|(?P<whole>全年预算|调整后?预算|调整后的预算)|(?P<plain>预算)|(?P<done>决算|全年执行|预算执行|累计执行|执行|实际支出))(?:批复|安排|编制|申报)?(?:数额?|金额|总?额|支出|资金)?$").ok()
    });
    let Some(hit) = BASIS.as_ref().and_then(|regex| regex.captures(text)) else {
        return (None, text.to_owned());
    };
    let head = hit.name("head").map_or("", |m| m.as_str());
    // 一般公共预算, 政府性基金预算 … are names of funds.
    let is_name = [
        "一般公共",
        "本年",
        "当年",
        "涉及",
        "政府性基金",
        "国有资本经营",
        "国有资金经营",
        "社会保险基金",
        "收支总",
    ];
    if is_name.iter().any(|name| head.ends_with(name)) {
        return (None, text.to_owned());
    }
    let head = if matches!(head, "年" | "年度" | "全部") { "" } else { head };
    let basis = match () {
        () if hit.name("initial").is_some() => Basis::InitialBudget,
        () if hit.name("whole").is_some() => Basis::AdjustedBudget,
        () if hit.name("plain").is_some() => Basis::Budget,
        () => Basis::Final,
    };
    (Some(basis), head.to_owned())
}

struct Head {
    text: String,
    year: String,
    refers: bool,
}

/// The label without what may stand before it: cues, ordinals, dates, the unit's name.
fn head(text: &str, names: &[String]) -> Head {
    static CUE: Pattern = LazyLock::new(|| {
        Regex::new(r"^(?:其中|主要包括|主要用于|主要是|包括|用于|本(?:部门|单位)(?:[（(](?:单位|部门)[)）])?|(?:部门|单位)[（(](?:单位|部门)[)）]|我(?:单位|局|部门|委|院)|共有|共计?|截至(?:\d{4}年)?(?:\d+月)?(?:\d+日|底|末)?|由|本次|当年共|全年共|按照|根据|分别|和|及|并|“|[-•·●]|\*+)").ok()
    });
    static YEAR: Pattern = LazyLock::new(|| {
        Regex::new(r"^(?:截至|至)?((?:19|20)\d{2})年(?:度|初|底|末)?(?:\d{1,2}月(?:\d{1,2}日)?)?").ok()
    });
    static REFERS: Pattern =
        LazyLock::new(|| Regex::new(r"^(?:(?:该|本|此)项目(?:依据|的|于)?|项目依据)").ok());
    let mut rest = after_reason(text);
    let (mut year, mut refers) = (String::new(), false);
    loop {
        let before = rest;
        rest = words::strip_ordinal(rest.trim_start_matches(['：', ':', ' ']));
        if let Some(hit) =
            CUE.as_ref().and_then(|regex| regex.find(rest)).filter(|hit| keeps(rest, hit.as_str()))
        {
            rest = &rest[hit.end()..];
        }
        if let Some(hit) = YEAR.as_ref().and_then(|regex| regex.captures(rest)) {
            year = hit.get(1).map_or("", |m| m.as_str()).to_owned() + "年";
            rest = &rest[hit.get(0).map_or(0, |m| m.end())..];
        }
        if let Some(hit) = REFERS.as_ref().and_then(|regex| regex.find(rest)) {
            refers = true;
            rest = &rest[hit.end()..];
        }
        rest = strip_name(rest, names);
        rest = strip_body(rest);
        if rest == before {
            break;
        }
    }
    if year.is_empty() && is_of_last_year(rest) {
        year = "上年".to_owned();
    }
    Head { text: rest.to_owned(), year, refers }
}

/// A cue is none where nothing would be left, or where it begins another word (“三公”, 共同, 公共).
fn keeps(text: &str, cue: &str) -> bool {
    let rest = &text[cue.len()..];
    match cue {
        "“" => !rest.contains('”') && !rest.starts_with('三'),
        "共" => !rest.starts_with(['同', '享', '建']),
        "和" | "及" | "并" | "用于" => !rest.is_empty(),
        _ => true,
    }
}

/// What stands behind 原因是, 由于 …
fn after_reason(text: &str) -> &str {
    ["原因是", "原因为", "主要是", "由于", "主要原因"]
        .iter()
        .filter_map(|word| text.rfind(word).map(|at| &text[at + word.len()..]))
        .min_by_key(|rest| rest.len())
        .unwrap_or(text)
}

fn strip_name<'a>(text: &'a str, names: &[String]) -> &'a str {
    let rest = names.iter().find_map(|name| text.strip_prefix(name.as_str()));
    let Some(rest) = rest else { return text };
    let rest = rest.strip_prefix("[部门]").unwrap_or(rest);
    let rest = rest.strip_prefix("部门").unwrap_or(rest);
    rest.strip_prefix("（单位）").or(rest.strip_prefix("(单位)")).unwrap_or(rest)
}

/// Without the name of some body before a year: 某某局2024年….
fn strip_body(text: &str) -> &str {
    static BODY: Pattern = LazyLock::new(|| {
        Regex::new(r"^[^\d]{2,30}(?:局|委|厅|部|院|会|中心|室|所|队|处|校|站|馆|单位|部门|政府|街道|[)）\]])((?:19|20)\d{2}年)").ok()
    });
    let hit = BODY.as_ref().and_then(|regex| regex.captures(text)).and_then(|hit| hit.get(1));
    hit.map_or(text, |year| &text[year.start()..])
}

fn is_of_last_year(text: &str) -> bool {
    let rest = ["上年度", "上年", "去年", "上一年度"].iter().find_map(|word| text.strip_prefix(word));
    rest.is_some_and(|rest| !rest.starts_with(['结', '末', '财']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(clause: &str) -> (String, Shape, Option<Basis>, String) {
        let Label { subject, shape, basis, year, .. } = read(clause, &["某某市档案局".to_owned()]);
        (subject, shape, basis, year)
    }

    #[test]
    fn labels_are_taken_apart() {
        let plain = |subject: &str, basis| (subject.to_owned(), Shape::Plain, basis, String::new());
        let cases = [
            ("收入合计", plain("收入合计", None)),
            ("其中：货物支出", plain("货物支出", None)),
            ("教育支出(类)", plain("教育支出(类)", None)),
            ("教育支出年初预算数为", plain("教育支出", Some(Basis::InitialBudget))),
            ("支出决算为", plain("支出", Some(Basis::Final))),
            ("教育费支出决算", plain("教育费支出", Some(Basis::Final))),
            ("教育费全年预算", plain("教育费", Some(Basis::AdjustedBudget))),
            ("服务预算", plain("服务", Some(Basis::Budget))),
            ("政府性基金预算", plain("政府性基金预算", None)),
            ("该项目年初预算批复数", plain("", Some(Basis::InitialBudget))),
            ("1、印刷费", plain("印刷费", None)),
            ("某某市档案局共有车辆", plain("车辆", None)),
            ("核定人员编制数：", plain("核定人员编制数", None)),
            ("公共服务支出", plain("公共服务支出", None)),
            ("“三公”经费支出预算", plain("“三公”经费支出", Some(Basis::Budget))),
            ("单位资金", plain("单位资金", None)),
            ("本年预算安排", plain("本年预算安排", None)),
        ];
        for (clause, expected) in cases {
            assert_eq!(label(clause), expected, "{clause}");
        }
        assert_eq!(label("某某市档案局2024年度收入总计").3, "2024年");
        assert_eq!(label("乙市丙局2023年支出总计"), ("支出总计".into(), Shape::Plain, None, "2023年".into()));
        assert_eq!(label("上年决算数").3, "上年");
        assert_eq!(label("上年结转").3, "");
    }

    #[test]
    fn shapes_are_told_by_the_words_before_the_number() {
        let cases = [
            ("比上年增加", Shape::Change(Direction::Increase), "", None),
            ("支出总计减少了", Shape::Change(Direction::Decrease), "支出总计", None),
            ("占比", Shape::Share(String::new()), "", None),
            ("占本年支出合计的", Shape::Share("本年支出合计".into()), "", None),
            ("占", Shape::Share(String::new()), "", None),
            ("人员经费占比", Shape::Share(String::new()), "人员经费", None),
            ("完成年初预算的", Shape::Completion(Some(Basis::InitialBudget)), "", Some(Basis::InitialBudget)),
            ("完成预算的", Shape::Completion(Some(Basis::Budget)), "", Some(Basis::Budget)),
            ("预算执行率为", Shape::Completion(None), "", None),
            ("资金到位率", Shape::Plain, "资金到位率", None),
            ("年初预算数比决算数增加", Shape::Change(Direction::Increase), "", Some(Basis::InitialBudget)),
        ];
        for (clause, shape, subject, basis) in cases {
            let label = label(clause);
            assert_eq!((label.0.as_str(), &label.1, label.2), (subject, &shape, basis), "{clause}");
        }
    }
}
