//! What reading a document has to say to the editor.

mod forms;

use std::sync::Arc;

use super::Document;
use crate::diag::{Code, Diagnostic, Place, codes};
use crate::model::Reading;
use crate::text::{Encoding, SourceText, Span};

/// Places named one by one in a message about many lines.
const MOST_LINES_NAMED: usize = 5;

/// Diagnostics about decoding, redaction, tables, and what the text says of itself.
pub(super) fn diagnostics(source: &SourceText, document: Document<'_>, reading: &Reading) -> Vec<Diagnostic> {
    let at = |span: Span| place(source, document.path, span);
    let mut out = decoding(source, document.path);
    out.extend(redactions(source, document.path));
    out.extend(period(source, document, reading));
    for table in &reading.tables {
        for issue in &table.issues {
            let name = if table.title.is_empty() { table.id.as_str() } else { table.title.as_str() };
            let Some(code) = codes::find(issue.code) else { continue };
            out.push(Diagnostic::of(*code, format!("{name}: {}", issue.message)).at(at(issue.span)));
        }
        if table.id.ends_with("-2") && !table.kind.is_empty() {
            let message =
                format!("a second table of the kind `{}`; it is published as `{}`", table.kind, table.id);
            out.push(Diagnostic::of(codes::SECOND_TABLE, message).at(at(Span {
                line: table.lines.first,
                start: 0,
                end: 0,
            })));
        }
    }
    out.extend(forms::diagnostics(source, document, reading));
    if reading.tables.iter().all(|table| table.kind.is_empty()) && !is_empty(source) {
        let message = "no standard table was found";
        out.push(Diagnostic::of(codes::NO_TABLES, message).at(Place::file(document.path)));
    }
    out
}

fn place(source: &SourceText, path: &str, span: Span) -> Place {
    let text = source.line(span.line).to_owned();
    let (column, length) =
        if span.end > span.start { (span.start + 1, span.end - span.start) } else { (0, 0) };
    Place { path: Arc::from(path), line: span.line, column, length, text }
}

fn is_empty(source: &SourceText) -> bool {
    source.lines().iter().all(|line| line.trim().is_empty())
}

fn decoding(source: &SourceText, path: &str) -> Vec<Diagnostic> {
    let decoding = source.decoding();
    let mut out = Vec::new();
    let mut say = |code: Code, message: String, line: Option<u32>, hint: &str| {
        let place = line
            .map_or_else(|| Place::file(path), |line| place(source, path, Span { line, start: 0, end: 0 }));
        let diagnostic = Diagnostic::of(code, message).at(place);
        out.push(if hint.is_empty() { diagnostic } else { diagnostic.hint(hint) });
    };
    if is_empty(source) {
        say(
            codes::EMPTY_TEXT,
            "the file is empty".to_owned(),
            None,
            "Put the text of the disclosure into it, or remove it.",
        );
    }
    if decoding.encoding != Encoding::Utf8 {
        let message = format!("the file is {}; it was decoded", decoding.encoding.name());
        say(codes::OTHER_ENCODING, message, None, "Save it as UTF-8 to be sure that nothing is misread.");
    }
    if decoding.byte_order_mark && decoding.encoding == Encoding::Utf8 {
        say(codes::BOM, "the file begins with a byte order mark; it was left out".to_owned(), None, "");
    }
    if let Some(first) = decoding.replaced.first() {
        let message = format!(
            "bytes that are not {} were replaced by \u{fffd} in {}",
            decoding.encoding.name(),
            named(&decoding.replaced)
        );
        say(
            codes::INVALID_UTF8,
            message,
            Some(*first),
            "Convert the document again; a figure in these lines may be damaged.",
        );
    }
    if let Some(first) = decoding.controls.first() {
        let message =
            format!("control characters were replaced by \u{fffd} in {}", named(&decoding.controls));
        say(codes::CONTROL_CHARACTERS, message, Some(*first), "");
    }
    out
}

/// `line 3`, or `7 lines (3, 5, 8, 9, 12 …)`.
fn named(lines: &[u32]) -> String {
    if let [only] = lines {
        return format!("line {only}");
    }
    let first: Vec<String> = lines.iter().take(MOST_LINES_NAMED).map(u32::to_string).collect();
    let more = if lines.len() > MOST_LINES_NAMED { " …" } else { "" };
    format!("{} lines ({}{more})", lines.len(), first.join(", "))
}

fn redactions(source: &SourceText, path: &str) -> Option<Diagnostic> {
    let first = source.redactions().first()?;
    let span = Span { line: first.line, start: first.start, end: first.start + first.length };
    let message = match source.redactions().len() {
        1 => format!("personal data was masked as {}", first.kind.name()),
        count => format!("personal data was masked {count} times, first as {}", first.kind.name()),
    };
    Some(Diagnostic::of(codes::REDACTIONS, message).at(place(source, path, span)))
}

/// The file name wins; a text that says otherwise is worth a look.
fn period(source: &SourceText, document: Document<'_>, reading: &Reading) -> Option<Diagnostic> {
    let year = reading.year.filter(|year| *year != document.year).map(|year| format!("{year}年"));
    let stage =
        reading.stage.filter(|stage| *stage != document.stage).map(|stage| stage.chinese().to_owned());
    let said: Vec<String> = year.into_iter().chain(stage).collect();
    let cover = reading
        .blocks
        .iter()
        .find(|block| block.kind == crate::model::BlockKind::Cover)
        .map_or(1, |block| block.lines.first);
    let message = format!(
        "the text says {}, the file name {}-{}; the file name is taken",
        said.join(" "),
        document.year,
        document.stage
    );
    let place = place(source, document.path, Span { line: cover, start: 0, end: 0 });
    (!said.is_empty()).then(|| {
        Diagnostic::of(codes::PERIOD_DIFFERS, message).at(place).hint("Rename the file if the text is right.")
    })
}
