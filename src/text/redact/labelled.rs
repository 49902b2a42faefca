//! What is personal only because the text says what it is: messengers, documents, a person's own car; and
//! addresses written so that machines shall not find them.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::RedactionKind;

/// Each with the value as its only group.
static PATTERNS: LazyLock<Vec<(RedactionKind, Regex)>> = LazyLock::new(|| {
    use RedactionKind::{Document, Email, Messenger, Plate};
    let mail = r"(?i)(?:^|[^a-z0-9._%+@-])([a-z0-9_][a-z0-9._%+-]{0,63} {0,2}(?:@|\[ ?at ?\]|\( ?at ?\)|\[@\]|\(@\)|#@) {0,2}(?:[a-z0-9-]{1,63} ?(?:\.|。|\[ ?dot ?\]|\( ?dot ?\)) ?){1,4}(?:com|cn|net|org|edu|cc|me|vip))(?:[^a-z0-9.@-]|\.[^a-z0-9]|\.?$)";
    let table = [
        (Email, mail),
        (
            Messenger,
            r"(?i)(?:qq|扣扣)(?:号码|号|账号|帐号)?[\s:=|()/]{0,4}(?:微信|号)?[\s:(]{0,4}([1-9]\d{4,10})(?:[^0-9@a-z.]|\.[^0-9a-z]|\.?$)",
        ),
        (
            Messenger,
            r"(?i)(?:微信|wechat|weixin|钉钉)(?:(?:/|、|和)qq)? ?(?:(?:号码|号|账号|帐号|id)[\s:=|()]{0,4}|[:=(|\t][\s:=|()]{0,4})(?:为|是)?([a-z0-9_][a-z0-9_-]{4,19})(?:[^a-z0-9_@-]|$)",
        ),
        (
            Document,
            r"(?i)(?:护照|通行证|台胞证|回乡证|居留证|军官证|士兵证|军人证|警官证|文职证|残疾人?证|驾驶证)(?:件)?(?:号码|编号|号)?[\s:|()]{0,4}(?:为|是)?(?:[\u{4e00}-\u{9fff}]{0,3}字)?第?([a-z]{0,3}\d{6,20}(?:x\d{0,2})?)(?:[^0-9a-z.]|\.[^0-9]|\.?$)",
        ),
        (
            Plate,
            r"(?i)(?:私家车|私车|自驾车|自有车辆?|个人车辆?|本人车辆?|车主)[^。\n]{0,16}?([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z][ ·•.-]?[a-z0-9]{5,6})(?:[^a-z0-9]|$)",
        ),
    ];
    table.into_iter().filter_map(|(kind, pattern)| Some((kind, Regex::new(pattern).ok()?))).collect()
});

/// Whether any of the words that announce such a thing is in the line.
pub(super) fn may_hold(shadow: &str) -> bool {
    static WORDS: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)qq|扣扣|微信|wechat|weixin|钉钉|护照|通行证|台胞证|回乡证|居留证|军官证|士兵证|军人证|警官证|文职证|残疾人?证|驾驶证|私家车|私车|自驾车|自有车|个人车|本人车|车主|\[ ?at ?\]|\( ?at ?\)").ok()
    });
    let hint = |c: char| {
        matches!(c, 'q' | 'Q' | 'w' | 'W' | 'a' | 'A' | '扣' | '信' | '钉' | '照' | '证' | '车' | '主')
    };
    shadow.contains(hint) && WORDS.as_ref().is_some_and(|words| words.is_match(shadow))
}

/// What is found, by kind, in bytes.
pub(super) fn find(shadow: &str) -> Vec<(RedactionKind, Range<usize>)> {
    let mut found = Vec::new();
    if !(shadow.contains('@') || may_hold(shadow)) {
        return found;
    }
    for (kind, regex) in PATTERNS.iter() {
        let mut from = 0;
        while let Some(value) = regex.captures_at(shadow, from).and_then(|hit| hit.get(1)) {
            from = value.end();
            if *kind != RedactionKind::Email || !super::form::is_governmental(value.as_str()) {
                found.push((*kind, value.range()));
            }
        }
    }
    found
}

#[cfg(test)]
pub(super) fn count() -> usize {
    PATTERNS.len()
}
