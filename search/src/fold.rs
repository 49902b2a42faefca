//! Folding: what counts as the same text for searching.
//!
//! NFKC, lower case and simplified characters, so that full-width and half-width, upper and lower case, traditional and
//! simplified are one. Quotation marks and
//! invisible characters are dropped (`“三公”经费` is `三公经费`), a space between a Chinese character and a
//! Latin word or number is typography and dropped too (`C22 云视讯` is `C22云视讯`). Other white space is one
//! space; a line break or tab is a break that no phrase crosses.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::variants::simplified;

/// Stands where the source has a line break or tab.
const BREAK: char = '\n';

/// Text as it is compared.
pub fn fold(text: &str) -> String {
    let mut folder = Folder::default();
    folder.read(text);
    folder.text
}

/// Characters that are folded one by one whatever stands around them: most of most texts.
fn is_plain(c: char) -> bool {
    c.is_ascii() || matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// Whether a character does not change the one before it, as far as that can be told at a glance.
fn stands_alone(c: char) -> bool {
    is_plain(c) || matches!(c, '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3029}' | '\u{ff01}'..='\u{ff5e}')
}

/// Folded text that knows where each of its characters came from.
pub(crate) struct Folded {
    /// The folded text.
    pub text: String,
    origins: Vec<usize>,
}

impl Folded {
    pub(crate) fn new(source: &str) -> Self {
        let mut folder = Folder { origins: Some(Vec::new()), ..Folder::default() };
        folder.read(source);
        Self { text: folder.text, origins: folder.origins.unwrap_or_default() }
    }

    /// Where (bytes of the source) the character at a byte offset of the folded text came from.
    pub(crate) fn origin(&self, offset: usize) -> usize {
        let nth = self.text[..offset].chars().count();
        self.origins.get(nth).copied().unwrap_or_default()
    }

    /// Where (bytes of the source) the characters between two byte offsets of the folded text came from.
    pub(crate) fn span(&self, source: &str, start: usize, end: usize) -> Range<usize> {
        let last = self.text[..end].char_indices().next_back().map_or(start, |(at, _)| at.max(start));
        let from = self.origin(last);
        let length = source[from..].chars().next().map_or(0, char::len_utf8);
        self.origin(start)..from + length
    }
}

/// Chinese characters and kana: scripts written without spaces, indexed by pairs.
pub(crate) fn is_cjk(c: char) -> bool {
    matches!(c as u32,
        0x3005 | 0x3007 | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF
        | 0x20000..=0x3FFFF)
}

/// A letter or digit of a script that is indexed by whole words.
pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !is_cjk(c)
}

/// White space seen since the last character, in growing order of weight.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Break,
}

#[derive(Default)]
struct Folder {
    text: String,
    /// Where each character came from, if that is asked for.
    origins: Option<Vec<usize>>,
    last: Option<char>,
    gap: Gap,
}

impl Folder {
    /// Normalises a base character together with the marks that follow it, so that each has one origin.
    fn read(&mut self, source: &str) {
        let mut chars = source.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            if is_plain(c) && chars.peek().is_none_or(|(_, next)| stands_alone(*next)) {
                self.take(simplified(c.to_ascii_lowercase()), start);
                continue;
            }
            let mut end = start + c.len_utf8();
            while let Some((at, mark)) = chars.next_if(|&(_, next)| is_combining_mark(next)) {
                end = at + mark.len_utf8();
            }
            for folded in source[start..end].nfkc().flat_map(char::to_lowercase) {
                self.take(simplified(folded), start);
            }
        }
    }

    fn take(&mut self, c: char, origin: usize) {
        if is_dropped(c) {
            return;
        }
        if c.is_whitespace() || c.is_control() {
            self.gap = self.gap.max(if c.is_control() { Gap::Break } else { Gap::Space });
            return;
        }
        if let Some(space) = self.last.and_then(|last| between(last, self.gap, c)) {
            self.push(space, origin);
        }
        self.push(c, origin);
        self.last = Some(c);
        self.gap = Gap::None;
    }

    fn push(&mut self, c: char, origin: usize) {
        self.text.push(c);
        if let Some(origins) = &mut self.origins {
            origins.push(origin);
        }
    }
}

/// What stands between two characters that a gap separates in the source.
fn between(last: char, gap: Gap, next: char) -> Option<char> {
    match gap {
        Gap::None => None,
        Gap::Break => Some(BREAK),
        Gap::Space if is_cjk(last) && is_word(next) || is_word(last) && is_cjk(next) => None,
        Gap::Space => Some(' '),
    }
}

/// Quotation marks, joiners and other characters that do not change what is said.
fn is_dropped(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』')
        || matches!(c as u32, 0xAD | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2069 | 0xFEFF)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folds_what_is_the_same() {
        let cases = [
            ("政务外网", "政务外网"),
            ("ＣＡ 证书", "ca证书"),
            ("C22 云视讯", "c22云视讯"),
            ("“三公”经费", "三公经费"),
            ("２０２４年（决算）", "2024年(决算)"),
            ("  Big   Data ", "big data"),
            ("行政审批 服务\u{3000}局", "行政审批 服务 局"),
            ("合计\t 12\n\n3", "合计\n12\n3"),
            ("e\u{301}tude", "étude"),
            ("政\u{200b}务", "政务"),
            ("㎡", "m2"),
            ("", ""),
        ];
        for (source, expected) in cases {
            assert_eq!(fold(source), expected, "{source:?}");
        }
    }

    #[test]
    fn characters_know_their_origin() {
        let source = "经费： “ＣＡ 证书”";
        let folded = Folded::new(source);
        let at = folded.text.find("证书").unwrap();
        assert!(source[folded.origin(at)..].starts_with("证书"));
    }

    proptest! {
        #[test]
        fn folding_is_stable_and_keeps_substrings(text in "[政务外网经费 CAa1“”，。\t\n２ｆé]{0,40}", from in 0usize..40, len in 0usize..40) {
            let whole = fold(&text);
            prop_assert_eq!(&fold(&whole), &whole);
            let part: String = text.chars().skip(from).take(len).collect();
            prop_assert!(whole.contains(&fold(&part)));
        }

        #[test]
        fn anything_folds(text in "\\PC{0,60}") {
            let folded = Folded::new(&text);
            prop_assert_eq!(folded.text.chars().count(), folded.origins.len());
            prop_assert!(folded.origins.iter().all(|&origin| text.is_char_boundary(origin)));
        }
    }
}
