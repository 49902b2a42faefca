//! The form of a line in which personal data is looked for: the same characters, of one width.

use std::borrow::Cow;

/// The line with full-width letters, digits and signs made ASCII: character for character.
pub(super) fn shadow(line: &str) -> Cow<'_, str> {
    // All that is replaced begins with one of these bytes, and Chinese characters do not.
    if !line.bytes().any(|byte| matches!(byte, 0xc2 | 0xe2 | 0xe3 | 0xef)) {
        return Cow::Borrowed(line);
    }
    let replaced = line
        .chars()
        .map(|c| match c {
            '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '＋' | '：' | '；' | '｜' | '＿' | '［' | '］' => {
                char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c)
            }
            '－' | '—' | '–' | '‐' | '‑' | '―' | '−' => '-',
            '（' => '(',
            '）' => ')',
            '．' => '.',
            '，' => ',',
            '＠' => '@',
            '\u{a0}' | '\u{3000}' | '\u{2002}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => ' ',
            c => c,
        })
        .collect();
    Cow::Owned(replaced)
}

/// Whether the line has as many digits in a run as a telephone number.
pub(super) fn has_long_number(shadow: &str) -> bool {
    let mut run = 0;
    shadow.bytes().any(|byte| {
        run = match byte {
            b'0'..=b'9' => run + 1,
            b' ' | b'-' | b'(' | b')' => run,
            _ => 0,
        };
        run >= 7
    })
}

/// A line taken apart into characters, for searches that look to both sides.
pub(super) struct Letters<'a> {
    pub shadow: &'a str,
    pub chars: Vec<char>,
    /// The byte at which each character begins.
    starts: Vec<usize>,
}

impl<'a> Letters<'a> {
    pub fn new(shadow: &'a str) -> Self {
        let (starts, chars) = shadow.char_indices().unzip();
        Self { shadow, chars, starts }
    }

    /// The character that begins at this byte.
    pub fn index(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start < byte)
    }

    pub fn get(&self, index: usize) -> Option<char> {
        self.chars.get(index).copied()
    }

    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// The first index from `from` on whose character does not pass.
    pub fn skip(&self, from: usize, pass: impl Fn(char) -> bool) -> usize {
        self.chars.iter().skip(from).position(|c| !pass(*c)).map_or(self.len(), |count| from + count)
    }

    /// The first index of the run of characters that pass and end before `until`.
    pub fn skip_back(&self, until: usize, pass: impl Fn(char) -> bool) -> usize {
        let before = self.chars.get(..until).unwrap_or_default();
        until - before.iter().rev().take_while(|c| pass(**c)).count()
    }
}

/// Chinese characters, those of rare names included.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// What ends a cell.
pub(super) fn ends_cell(c: char) -> bool {
    matches!(c, '\t' | '|')
}
