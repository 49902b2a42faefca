//! The forms of a text: plain (markup removed), compact (white space removed too), and folded for matching.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// Inline HTML that converters leave in a text; anything else in angle brackets (`<4 hours`) is content.
static TAG: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)</?(?:b|p|br|strong|em|i|u|s|sup|sub|span|font|div)(?:\s[^<>]*)?/?>").ok()
});

/// The text without the converter's markup: inline tags, `**bold**`, leading `#`, escapes; ends trimmed.
pub fn plain(text: &str) -> String {
    let untagged = match &*TAG {
        Some(tag) if text.contains('<') => tag.replace_all(text, ""),
        _ => Cow::Borrowed(text),
    };
    let unbold = strip_bold(&untagged);
    let unescaped = if unbold.contains('\\') { unescape(&unbold).into() } else { unbold };
    let trimmed = unescaped.trim();
    let hashes = trimmed.trim_start_matches('#');
    let is_heading = hashes.len() < trimmed.len() && hashes.starts_with([' ', '\u{3000}']);
    if is_heading { hashes.trim_start().to_owned() } else { trimmed.to_owned() }
}

/// Removes pairs of asterisks; longer runs are masked numbers and stay.
fn strip_bold(text: &str) -> Cow<'_, str> {
    if !text.contains("**") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('*') {
        let run = rest[at..].chars().take_while(|c| *c == '*').count();
        out.push_str(&rest[..at]);
        if run != 2 && run != 4 {
            out.push_str(&rest[at..at + run]);
        }
        rest = &rest[at + run..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What a backslash may stand in front of.
const ESCAPED: &str = "*_#<>-+.![]()`|";

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let escapes = c == '\\' && chars.peek().is_some_and(|next| ESCAPED.contains(*next));
        if !escapes {
            out.push(c);
        }
    }
    out
}

/// Whether a character is white space or takes no room.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The text without white space.
pub fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for run in text.split(is_space) {
        out.push_str(run);
    }
    out
}

/// The text as printed, without markup and white space: how labels and columns are published.
pub fn compact(text: &str) -> String {
    squeeze(&plain(text))
}

/// The characters of [`compact`], each with its 0-based place in the text.
pub fn placed(text: &str) -> Vec<(usize, char)> {
    let chars: Vec<char> = text.chars().collect();
    let mut kept = vec![true; chars.len()];
    drop_tags(text, &mut kept);
    drop_bold(&chars, &mut kept);
    drop_escapes(&chars, &mut kept);
    drop_hashes(&chars, &mut kept);
    let is_kept = |(at, c): &(usize, char)| kept.get(*at).is_some_and(|kept| *kept) && !is_space(*c);
    chars.into_iter().enumerate().filter(is_kept).collect()
}

fn drop_tags(text: &str, kept: &mut [bool]) {
    let Some(tag) = TAG.as_ref().filter(|_| text.contains('<')) else { return };
    let (mut from, mut passed) = (0, 0);
    for hit in tag.find_iter(text) {
        from += text[passed..hit.start()].chars().count();
        let length = hit.as_str().chars().count();
        kept.iter_mut().skip(from).take(length).for_each(|kept| *kept = false);
        (from, passed) = (from + length, hit.end());
    }
}

fn drop_bold(chars: &[char], kept: &mut [bool]) {
    let mut at = 0;
    while at < chars.len() {
        let is_star = |i: &usize| chars.get(*i) == Some(&'*') && kept.get(*i) == Some(&true);
        let run = (at..chars.len()).take_while(is_star).count();
        if run == 2 || run == 4 {
            kept.iter_mut().skip(at).take(run).for_each(|kept| *kept = false);
        }
        at += run.max(1);
    }
}

fn drop_escapes(chars: &[char], kept: &mut [bool]) {
    let mut at = 0;
    while at < chars.len() {
        let escapes = chars[at] == '\\' && chars.get(at + 1).is_some_and(|next| ESCAPED.contains(*next));
        if escapes {
            kept[at] = false;
        }
        at += 1 + usize::from(escapes);
    }
}

fn drop_hashes(chars: &[char], kept: &mut [bool]) {
    let visible = |at: &usize| kept.get(*at) == Some(&true);
    let start = (0..chars.len()).filter(visible).find(|at| !chars[*at].is_whitespace()).unwrap_or(0);
    let hashes = chars.iter().skip(start).take_while(|c| **c == '#').count();
    if hashes > 0 && matches!(chars.get(start + hashes), Some(' ' | '\u{3000}')) {
        kept.iter_mut().skip(start).take(hashes).for_each(|kept| *kept = false);
    }
}

/// [`compact`], with full-width brackets: how column names are published.
pub fn column_name(text: &str) -> String {
    compact(text)
        .chars()
        .map(|c| match c {
            '(' => '（',
            ')' => '）',
            c => c,
        })
        .collect()
}

/// The text folded for comparison: compact, NFKC, lower case, all brackets round, quotation marks dropped.
pub fn matching(text: &str) -> String {
    let compact = compact(text);
    let mut out = String::with_capacity(compact.len());
    // Most labels are of characters with one form only.
    if is_nfkc_quick(compact.chars()) == IsNormalized::Yes {
        fold_into(&mut out, compact.chars());
    } else {
        fold_into(&mut out, compact.nfkc());
    }
    out
}

fn fold_into(out: &mut String, chars: impl Iterator<Item = char>) {
    for c in chars {
        match c {
            '\u{4e00}'..='\u{9fff}' => out.push(c),
            c => out.extend(c.to_lowercase().filter_map(fold)),
        }
    }
}

/// One of the characters that print varies, as it is compared; nothing where it is dropped.
fn fold(c: char) -> Option<char> {
    match c {
        '“' | '”' | '‘' | '’' | '"' | '\'' | '「' | '」' | '『' | '』' | '《' | '》' | '〈' | '〉' => {
            None
        }
        '[' | '【' | '〔' | '{' => Some('('),
        ']' | '】' | '〕' | '}' => Some(')'),
        '—' | '–' | '－' | '―' => Some('-'),
        c if is_space(c) => None,
        c => Some(c),
    }
}

/// A digit, decimal point or percent sign half-width; any other character as it is.
pub fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '．' => '.',
        '％' => '%',
        c => c,
    }
}

/// [`matching`] without brackets and punctuation: how names of projects are compared.
pub fn name_key(name: &str) -> String {
    let is_mark = |c: char| c.is_ascii_punctuation() || "、，。；：·・…".contains(c);
    matching(name).chars().filter(|c| !is_mark(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removes_only_what_the_converter_added() {
        let cases = [
            ("<b>本年收入合计</b>", "本年收入合计"),
            ("### 收入支出决算总表  ", "收入支出决算总表"),
            ("**(二) 项目绩效目标**", "(二) 项目绩效目标"),
            (r"**C22**会议\*", "C22会议*"),
            ("办理时限<4小时", "办理时限<4小时"),
            ("联系电话：***********", "联系电话：***********"),
            ("#5号楼", "#5号楼"),
        ];
        for (text, expected) in cases {
            assert_eq!(plain(text), expected, "{text}");
        }
    }

    #[test]
    fn every_visible_character_keeps_its_place() {
        for text in ["**10**分", "<p>甲 1</p>", "## 一、\\*乙", "**(二) 项**目", "#5号楼", "甲\u{3000}1"]
        {
            let placed = placed(text);
            let visible: String = placed.iter().map(|(_, c)| *c).collect();
            assert_eq!(visible, compact(text), "{text}");
            assert!(placed.iter().all(|(at, c)| text.chars().nth(*at) == Some(*c)), "{text}");
        }
    }

    #[test]
    fn folds_what_print_varies() {
        assert_eq!(compact("公务用车 购置费"), "公务用车购置费");
        assert_eq!(column_name("因公出国 (境) 费"), "因公出国（境）费");
        for (left, right) in [
            ("财政拨款“三公”经费支出决算表", "财政拨款 三公 经费支出决算表"),
            ("维修(护)费", "维修（护）费"),
            ("２０２４年度", "2024年度"),
            ("镇〔街道〕", "镇（街道）"),
        ] {
            assert_eq!(matching(left), matching(right));
        }
    }

    #[test]
    fn names_are_compared_without_what_print_varies() {
        for (left, right) in [
            ("评估（评标）评审费", "评估(评标)评审费"),
            ("大厅经费[23年结转", "大厅经费[23年结转]"),
            ("C22 云视讯专线", "c22云视讯专线"),
            ("政务服务“好差评”", "政务服务好差评"),
            ("甲、乙清算", "甲，乙清算"),
        ] {
            assert_eq!(name_key(left), name_key(right));
        }
        assert_ne!(name_key("大厅经费"), name_key("大厅经费（23年结转）"));
    }
}
