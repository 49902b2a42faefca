//! The unit's own divisions (内设机构): lists in a sentence, and headings below one that announces them.

use std::sync::LazyLock;

use regex::Regex;

use super::prose::Prose;
use crate::model::{Department, Section};
use crate::read::words;
use crate::text::squeeze;

/// Characters a division's name may have.
const MOST: usize = 24;

/// What divisions are called.
const ENDINGS: [char; 14] =
    ['科', '股', '处', '室', '部', '课', '队', '组', '办', '站', '所', '厅', '局', '委'];

/// All divisions that the text names, each once.
pub(super) fn departments(prose: &[Prose], sections: &[Section]) -> Vec<Department> {
    let mut found: Vec<Department> = Vec::new();
    let told = prose.iter().filter(|prose| prose.form.is_none()).flat_map(listed);
    for department in told.chain(headed(sections)) {
        if !found.iter().any(|other| other.name == department.name) {
            found.push(department);
        }
    }
    found
}

/// What announces a list of divisions; the list begins behind it or its colon.
static CUE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:内设|下设|设有|设立|共设|设置|(?:局|委|厅|部|院|中心|机关|单位|部门)设|设[：:])(?:机构|科室|股室|处室)*(?:有|了|为)?|(?:内设机构|内设科室|内设股室|内设部门|职能科室|科室)(?:分别)?(?:为|是|有|包括)|分别(?:为|是)").ok()
});

/// The divisions listed in one paragraph.
fn listed(prose: &Prose) -> Vec<Department> {
    let text: String = prose.chars.iter().collect();
    let mut found = Vec::new();
    if !["设", "科室", "股室", "处室", "内设"].iter().any(|word| text.contains(word)) {
        return found;
    }
    let mut at = 0;
    for sentence in text.split_inclusive(['。', '；', ';']) {
        found.extend(in_sentence(prose, sentence, at));
        at += sentence.chars().count();
    }
    found
}

/// The first list of a sentence that has a cue: from there to where an item is no division.
fn in_sentence(prose: &Prose, sentence: &str, start: usize) -> Vec<Department> {
    let Some(cue) = CUE.as_ref().and_then(|regex| regex.find_iter(sentence).next()) else {
        return Vec::new();
    };
    let mut found: Vec<Department> = Vec::new();
    let mut at = start + sentence[..cue.start()].chars().count();
    for (index, item) in split(&sentence[cue.start()..]).into_iter().enumerate() {
        let name = name(item, index == 0);
        let is_division = is_division(&name) && !prose_says_more(item);
        if is_division {
            found.push(Department { name, line: prose.line(at) });
        } else if !found.is_empty() {
            break;
        }
        at += item.chars().count() + 1;
    }
    // One item may be anything; of several all are named alike.
    if found.len() < 2 { Vec::new() } else { found }
}

/// The items between marks; brackets stay whole.
fn split(text: &str) -> Vec<&str> {
    let (mut depth, mut from, mut items) = (0_i32, 0, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth -= 1,
            '、' | '，' | ',' | '：' | ':' | '。' | '；' | ';' if depth <= 0 => {
                items.push(&text[from..at]);
                from = at + c.len_utf8();
            }
            _ => {}
        }
    }
    items.push(&text[from..]);
    items
}

/// The name in an item: behind the cue where it has one, before a count or 等, without ordinal.
fn name(item: &str, has_cue: bool) -> String {
    static COUNT: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:共计?)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})个.*$|等.{0,6}$").ok()
    });
    let cue = CUE.as_ref().filter(|_| has_cue).and_then(|regex| regex.find(item));
    let rest = cue.map_or(item, |cue| &item[cue.end()..]);
    let rest = rest.strip_prefix("分别为").or(rest.strip_prefix("分别是")).unwrap_or(rest);
    let cut = COUNT.as_ref().and_then(|regex| regex.find(rest)).map_or(rest.len(), |hit| hit.start());
    let rest = words::strip_ordinal(rest[..cut].trim());
    rest.trim_start_matches(|c: char| c.is_ascii_digit() || "和及有为是".contains(c)).to_owned()
}

fn is_division(name: &str) -> bool {
    let bare = name.split(['（', '(']).next().unwrap_or_default();
    let length = bare.chars().count();
    let generic = ["科室", "股室", "处室", "内设科室", "职能科室", "单位", "部门"].contains(&bare);
    (2..=MOST).contains(&length)
        && !generic
        && bare.ends_with(ENDINGS)
        && !bare.contains(|c: char| c.is_ascii_digit())
}

/// A clause that only ends like a division: 负责指导各处室.
fn prose_says_more(item: &str) -> bool {
    ["负责", "承担", "指导", "组织", "所属", "隶属", "各"].iter().any(|word| item.contains(word))
}

/// Headings right below one that announces divisions: （一）办公室。
fn headed(sections: &[Section]) -> Vec<Department> {
    let mut open: Option<(u8, u32)> = None;
    let mut found = Vec::new();
    for section in sections {
        let heading = squeeze(&section.heading);
        open = open.filter(|(depth, last)| section.depth > *depth && section.lines.first <= *last);
        let name = words::strip_ordinal(&heading);
        if open.is_some() && is_division(name) && !prose_says_more(name) {
            found.push(Department { name: name.to_owned(), line: section.lines.first });
        } else if heading.contains("内设") {
            open = Some((section.depth, section.lines.last));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::LineRange;

    fn names(text: &str) -> Vec<String> {
        let mut prose = Prose::default();
        prose.push_for_test(1, text);
        departments(&[prose], &[]).into_iter().map(|department| department.name).collect()
    }

    #[test]
    fn divisions_are_read_from_lists() {
        let cases: [(&str, &[&str]); 9] = [
            ("设有2个内设机构：甲股、乙室。", &["甲股", "乙室"]),
            ("下设：办公室，财务科，乙和丙科。", &["办公室", "财务科", "乙和丙科"]),
            ("本单位内设综合办公室、党务股、丙股3个股室，现有人员9人。", &["综合办公室", "党务股", "丙股"]),
            ("下设2个科室，分别为：甲科、乙科（丙办）。", &["甲科", "乙科（丙办）"]),
            ("某局设：甲科、乙科等二个内设科室。", &["甲科", "乙科"]),
            ("某局设：建设甲科、乙科。", &["建设甲科", "乙科"]),
            ("部门由甲中心、乙中心组成。", &[]),
            ("设备由甲科、乙科保管。", &[]),
            ("负责指导各处室、各科室工作。", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn divisions_are_read_from_headings() {
        let section = |heading: &str, depth, first, last| Section {
            heading: heading.into(),
            depth,
            lines: LineRange::new(first, last),
        };
        let sections = [
            section("二、内设机构", 3, 1, 9),
            section("（一）办公室", 4, 2, 4),
            section("（二）法规科", 4, 5, 9),
            section("三、其他室", 3, 10, 12),
        ];
        let found = departments(&[], &sections);
        let names: Vec<&str> = found.iter().map(|department| department.name.as_str()).collect();
        assert_eq!(names, ["办公室", "法规科"]);
    }
}
