//! Places: a file below the root, and there a stretch of one line.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

/// Where a diagnostic points: a file below the root, and there a stretch of one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Path relative to the root, with `/` between folders.
    pub path: Arc<str>,
    /// 1-based line; 0 when the whole file or folder is meant.
    pub line: u32,
    /// 1-based column, in characters; 0 when the whole line is meant.
    pub column: u32,
    /// Length of the stretch in characters.
    pub length: u32,
    /// The line itself, as it may be shown (redacted); empty when `line` is 0.
    pub text: String,
}

impl Place {
    /// A whole file or folder.
    pub fn file(path: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), line: 0, column: 0, length: 0, text: String::new() }
    }

    /// The stretch of `text` that the bytes `span` (0-based, end excluded) cover, cut at the end of its first
    /// line. A span past the end or inside a character is moved back to where a character starts.
    pub fn in_text(path: impl Into<Arc<str>>, text: &str, span: Range<usize>) -> Self {
        let start = boundary(text, span.start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let end = boundary(text, span.end).clamp(start, line_end);
        Self {
            path: path.into(),
            line: 1 + count(text[..line_start].matches('\n')),
            column: 1 + count(text[line_start..start].chars()),
            length: count(text[start..end].chars()),
            text: text[line_start..line_end].trim_end_matches('\r').to_owned(),
        }
    }
}

/// The last place at or before `byte` where a character starts or the text ends.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Positions past four thousand million are all shown as the last one.
fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, span: Range<usize>, expected: (u32, u32, u32, &str)) {
        let place = Place::in_text("a", text, span);
        assert_eq!((place.line, place.column, place.length, place.text.as_str()), expected);
    }

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        check("a = 1\n名称 = 2\n", 6..12, (2, 1, 2, "名称 = 2"));
        check("名 = x", 6..7, (1, 5, 1, "名 = x"));
        check("", 0..0, (1, 1, 0, ""));
    }

    #[test]
    fn a_stretch_ends_with_its_line_and_crlf_is_not_shown() {
        check("x = [\r\n1]", 4..9, (1, 5, 2, "x = ["));
        check("ab\n", 99..100, (2, 1, 0, ""));
    }

    #[test]
    fn a_span_inside_a_character_moves_back() {
        check("名称", 1..4, (1, 1, 1, "名称"));
    }
}
