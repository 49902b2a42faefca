//! Labels that fit a narrow screen: SVG text does not wrap by itself.

/// Distance of two lines of a label, in pixels.
pub(super) const LINE: u32 = 18;

/// What fits into 288 px (a screen of 320 px without its gutters) at 13 px, in hundredths of an em.
const WIDEST: usize = 2200;
/// Between a label and the amount on the same line, in hundredths of an em.
const GAP: usize = 100;

/// Breaks a label so that its lines fit, the last of them beside `printed`. At least one line; the last is
/// empty when the amount needs a line of its own.
pub(super) fn wrap<'a>(label: &'a str, printed: &str) -> Vec<&'a str> {
    let mut lines = Vec::new();
    let mut rest = label.trim();
    while width(rest) > WIDEST {
        let (line, after) = rest.split_at(break_in(rest));
        lines.push(line.trim_end());
        rest = after.trim_start();
    }
    lines.push(rest);
    if !printed.is_empty() && width(rest) + GAP + width(printed) > WIDEST {
        lines.push("");
    }
    lines
}

/// Byte position before which a text that is too wide is broken: as late as possible, between words if there
/// are any. Never 0.
fn break_in(text: &str) -> usize {
    let mut used = 0;
    let overflow = text.char_indices().find(|(_, c)| {
        used += width_of(*c);
        used > WIDEST
    });
    let latest = overflow.map_or(text.len(), |(at, _)| at);
    let is_break = |at: &usize| {
        let (before, after) = text.split_at(*at);
        !(before.ends_with(is_in_word) && after.starts_with(is_in_word))
    };
    let mut breaks = text.char_indices().map(|(at, _)| at).filter(|at| (1..=latest).contains(at));
    breaks.rfind(is_break).unwrap_or(latest)
}

/// Latin words and numbers stay whole; Chinese may be broken anywhere.
fn is_in_word(c: char) -> bool {
    c.is_ascii() && !c.is_ascii_whitespace()
}

fn width(text: &str) -> usize {
    text.chars().map(width_of).sum()
}

/// In hundredths of an em: a digit of the bold face, or a full square.
fn width_of(c: char) -> usize {
    if c.is_ascii() { 60 } else { 100 }
}
