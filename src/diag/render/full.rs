//! The full form: the line, a mark beneath it, and hints, as compilers show them.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level as Shown, Origin, Renderer, Snippet};

use super::one_line;
use crate::diag::{Diagnostic, Level, Place};

/// Display columns a shown line may take; the rest is trimmed around the mark.
const WIDTH: usize = 120;
/// Characters of a line kept behind the mark before the renderer trims it to the width.
const TAIL: usize = 500;
/// So many further places are shown; JSON has all of them.
const MOST_ALSO: usize = 6;
/// A line is shown only if its mark begins within so many characters.
const HEAD: u32 = 20_000;

/// One diagnostic and a blank line.
pub(super) fn one(diagnostic: &Diagnostic, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let title = level(diagnostic.level).primary_title(one_line(&diagnostic.message)).id(diagnostic.code);
    let group = Group::with_title(title)
        .elements(diagnostic.place.as_ref().map(place))
        .elements(diagnostic.also.iter().take(MOST_ALSO).map(place))
        .elements(diagnostic.hints.iter().map(|hint| Shown::HELP.message(clean(hint))));
    format!("{}\n\n", renderer.term_width(WIDTH).render(&[group]))
}

fn level(level: Level) -> Shown<'static> {
    match level {
        Level::Error => Shown::ERROR,
        Level::Warning => Shown::WARNING,
        Level::Note => Shown::NOTE,
    }
}

/// Hints may have several lines.
fn clean(hint: &str) -> String {
    annotate_snippets::normalize_untrusted_str(&hint.replace('\r', ""))
}

fn place(place: &Place) -> Element<'_> {
    let path = one_line(&place.path);
    if place.line == 0 || place.text.is_empty() || place.column > HEAD {
        return origin(place, path).into();
    }
    let (text, mark) = shown(place);
    let snippet = Snippet::source(text).path(path).line_start(place.line as usize);
    snippet.annotation(AnnotationKind::Primary.span(mark)).into()
}

fn origin(place: &Place, path: String) -> Origin<'_> {
    let origin = Origin::path(path);
    match (place.line, place.column) {
        (0, _) => origin,
        (line, 0) => origin.line(line as usize),
        (line, column) => origin.line(line as usize).char_column(column as usize),
    }
}

/// The line without its far end, and the bytes to mark: the stretch, or all but the indent.
fn shown(place: &Place) -> (Cow<'_, str>, Range<usize>) {
    let (text, start) = match place.column {
        0 => (place.text.trim_end(), place.text.len() - place.text.trim_start().len()),
        column => (place.text.as_str(), byte_of(&place.text, column as usize - 1)),
    };
    let length = if place.column == 0 { usize::MAX } else { place.length as usize };
    let start = start.min(text.len());
    let end = start + byte_of(&text[start..], length);
    let cut = end + byte_of(&text[end..], TAIL);
    (Cow::Borrowed(&text[..cut]), start..end)
}

/// The byte at which the `n`th character (0-based) begins, or the text's end.
fn byte_of(text: &str, n: usize) -> usize {
    text.char_indices().nth(n).map_or(text.len(), |(byte, _)| byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::codes;

    fn show(place: Place) -> String {
        one(&Diagnostic::of(codes::UNKNOWN_KEY, "no key").at(place).hint("Did you mean `name`?"), false)
    }

    fn at(text: &str, column: u32, length: u32) -> Place {
        Place { path: "a/unit.toml".into(), line: 3, column, length, text: text.to_owned() }
    }

    #[test]
    fn marks_stand_beneath_wide_characters() {
        insta::assert_snapshot!(show(at("情况 = 1, nmae = \"天津\"", 9, 4)), @r#"
        error[E0103]: no key
         --> a/unit.toml:3:9
          |
        3 | 情况 = 1, nmae = "天津"
          |           ^^^^
          |
          = help: Did you mean `name`?
        "#);
    }

    #[test]
    fn a_whole_file_has_no_line() {
        insta::assert_snapshot!(show(Place::file("a/unit.toml")), @"
        error[E0103]: no key
        --> a/unit.toml
         = help: Did you mean `name`?
        ");
    }

    #[test]
    fn long_lines_are_trimmed_around_the_mark() {
        let before = "公用经费 | ".repeat(200);
        let column = before.chars().count() as u32 + 1;
        let shown = show(at(&format!("{before}12x4{}", " | 1.00".repeat(900_000)), column, 4));
        assert!(shown.contains(&format!("a/unit.toml:3:{column}\n")), "{shown}");
        assert!(shown.contains("12x4"), "{shown}");
        assert!(shown.lines().all(|line| line.chars().count() <= WIDTH), "{shown}");
    }

    #[test]
    fn odd_places_never_panic() {
        for (text, column, length) in
            [("", 1, 1), ("ab", 9, 9), ("名", 2, 0), ("  x  ", 0, 0), ("x", HEAD + 1, 1)]
        {
            assert!(show(at(text, column, length)).contains("a/unit.toml:3"), "{text:?} {column} {length}");
        }
    }

    #[test]
    fn colour_only_when_asked() {
        let diagnostic = Diagnostic::of(codes::NO_UNITS, "nothing \u{1b}[31m here");
        assert!(one(&diagnostic, true).contains('\u{1b}'));
        assert!(!one(&diagnostic, false).contains('\u{1b}'));
    }
}
