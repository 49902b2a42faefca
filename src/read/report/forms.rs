//! What reading the forms of a document has to say: rows lost, forms not read, cells damaged.

use super::place;
use crate::diag::{Diagnostic, codes};
use crate::model::{BlockKind, Damage, DamageKind, Form, Reading, ReadingLevel};
use crate::read::Document;
use crate::text::{SourceText, Span};

/// Kinds of damage named in a message.
const MOST_NAMED: usize = 4;

/// Diagnostics about forms, those that were not read first.
pub(super) fn diagnostics(source: &SourceText, document: Document<'_>, reading: &Reading) -> Vec<Diagnostic> {
    let at = |line: u32| place(source, document.path, Span { line, start: 0, end: 0 });
    let mut out: Vec<Diagnostic> = unread(reading)
        .into_iter()
        .map(|(line, reason)| Diagnostic::of(codes::UNREAD_FORM, reason.to_owned()).at(at(line)))
        .collect();
    for form in &reading.forms {
        out.extend(lost(form).map(|(line, message)| {
            let hint = "Look whether the original has rows there, and convert it again.";
            Diagnostic::of(codes::LOST_ROWS, message).at(at(line)).hint(hint)
        }));
        out.extend(
            damaged(form).map(|message| Diagnostic::of(codes::DAMAGED_FORM, message).at(at(form.name_line))),
        );
    }
    out
}

/// First line and reason of each form that was not read; parts of one form between rulers and stamps are one.
fn unread(reading: &Reading) -> Vec<(u32, &str)> {
    let mut found: Vec<(u32, &str)> = Vec::new();
    let mut open: Option<&str> = None;
    for block in &reading.blocks {
        let is_unread = block.kind == BlockKind::Form && block.level == ReadingLevel::Generic;
        if is_unread && open != Some(block.reason.as_str()) {
            found.push((block.lines.first, block.reason.as_str()));
        }
        open = match block.kind {
            BlockKind::Ruler | BlockKind::Watermark => open,
            _ => is_unread.then_some(block.reason.as_str()),
        };
    }
    found
}

/// Where rows of a form are missing, and what proves it.
fn lost(form: &Form) -> Option<(u32, String)> {
    let damage =
        form.damage.iter().find(|damage| damage.kind == DamageKind::Lost && damage.field == "row")?;
    let points = match damage.printed.split_once(' ') {
        Some((weight, score)) => format!("a weight of {weight} and a score of {score} have no row"),
        None => "its sums prove it".to_owned(),
    };
    Some((damage.line, format!("{}: rows are missing; {points}", form.name)))
}

/// How many cells of a form are damaged, and how.
fn damaged(form: &Form) -> Option<String> {
    let is_cell = |damage: &&Damage| damage.kind != DamageKind::Lost || damage.field != "row";
    let all = form.damage.iter().chain(form.indicators.iter().flat_map(|indicator| &indicator.damage));
    let kinds: Vec<DamageKind> = all.filter(is_cell).map(|damage| damage.kind).collect();
    let mut named: Vec<DamageKind> = kinds.clone();
    named.sort_unstable();
    named.dedup();
    let names: Vec<&str> = named.iter().take(MOST_NAMED).map(|kind| kind.name()).collect();
    let more = if named.len() > MOST_NAMED { ", …" } else { "" };
    let places =
        if kinds.len() == 1 { "1 place is".to_owned() } else { format!("{} places are", kinds.len()) };
    (!kinds.is_empty()).then(|| format!("{}: {places} damaged ({}{more})", form.name, names.join(", ")))
}
