//! Shows diagnostics: to people in full or in brief, to programs as JSON.

mod full;

use std::str::FromStr;

use super::Diagnostic;

/// How diagnostics are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// With the line, a mark beneath it, and hints.
    #[default]
    Full,
    /// One line each: `path:line:column: level[code]: message`. Never coloured.
    Brief,
    /// One JSON array, each diagnostic on a line of its own, fields as in [`Diagnostic`]. Never coloured.
    Json,
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "full" => Ok(Self::Full),
            "brief" => Ok(Self::Brief),
            "json" => Ok(Self::Json),
            _ => Err(format!("`{name}` is no format; write full, brief or json")),
        }
    }
}

/// Shows diagnostics in the order given, ending with a line feed if there is anything to show.
pub fn render(diagnostics: &[Diagnostic], format: Format, colour: bool) -> String {
    match format {
        Format::Full => diagnostics.iter().map(|d| full::one(d, colour)).collect(),
        Format::Brief => diagnostics.iter().map(brief).collect(),
        Format::Json => json(diagnostics),
    }
}

fn brief(diagnostic: &Diagnostic) -> String {
    let Diagnostic { code, level, message, .. } = diagnostic;
    format!("{}{level}[{code}]: {}\n", position(diagnostic), one_line(message))
}

/// `path:line:column: `, as much of it as there is.
fn position(diagnostic: &Diagnostic) -> String {
    match &diagnostic.place {
        None => String::new(),
        Some(place) if place.line == 0 => format!("{}: ", one_line(&place.path)),
        Some(place) if place.column == 0 => format!("{}:{}: ", one_line(&place.path), place.line),
        Some(place) => format!("{}:{}:{}: ", one_line(&place.path), place.line, place.column),
    }
}

/// Text from a source, made safe for a terminal: one line, control and direction marks visible.
fn one_line(text: &str) -> String {
    annotate_snippets::normalize_untrusted_str(&text.replace(['\n', '\r'], " "))
}

fn json(diagnostics: &[Diagnostic]) -> String {
    let lines: Vec<_> = diagnostics.iter().filter_map(|d| serde_json::to_string(d).ok()).collect();
    if lines.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", lines.join(",\n")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Place, codes};

    fn sample() -> Diagnostic {
        let text = "题 = 1\nnmae = \"天津市\"\n";
        Diagnostic::of(codes::UNKNOWN_KEY, "there is no key `nmae`")
            .at(Place::in_text("content/a/unit.toml", text, 8..12))
            .hint("Did you mean `name`?")
    }

    #[test]
    fn brief_is_one_line_with_as_much_of_the_place_as_there_is() {
        let show = |d: Diagnostic| render(&[d], Format::Brief, true);
        assert_eq!(show(sample()), "content/a/unit.toml:2:1: error[E0103]: there is no key `nmae`\n");
        let file = Diagnostic::of(codes::EMPTY_TEXT, "a\nb\u{1b}[31m\u{202e}").at(Place::file("x"));
        assert_eq!(show(file), "x: warning[W0305]: a b␛[31m�\n");
        assert_eq!(show(Diagnostic::of(codes::NO_UNITS, "nothing")), "error[E0201]: nothing\n");
    }

    #[test]
    fn json_is_one_array_with_the_fields_of_a_diagnostic() {
        let shown = render(&[sample(), sample()], Format::Json, true);
        let read: serde_json::Value = serde_json::from_str(&shown).unwrap();
        assert_eq!(read.as_array().unwrap().len(), 2);
        assert_eq!(read[0]["level"], "error");
        assert_eq!(read[0]["place"]["line"], 2);
        assert_eq!(read[0]["hints"][0], "Did you mean `name`?");
        assert_eq!(render(&[], Format::Json, false), "[]\n");
    }
}
