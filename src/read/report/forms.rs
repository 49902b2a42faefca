//! What reading the forms of a document has to say: rows lost, forms not read, cells damaged (once for all forms).

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
    }
    out.extend(damaged(&reading.forms).map(|(line, message)| {
        let hint = "The pages of the projects name each place, and what is printed there.";
        Diagnostic::of(codes::DAMAGED_FORM, message).at(at(line)).hint(hint)
    }));
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

/// The first damaged form, how many there are, and how they are damaged.
fn damaged(forms: &[Form]) -> Option<(u32, String)> {
    let hit: Vec<(&Form, Vec<DamageKind>)> =
        forms.iter().map(|form| (form, kinds(form))).filter(|(_, kinds)| !kinds.is_empty()).collect();
    let (first, _) = hit.first()?;
    let mut named: Vec<DamageKind> = hit.iter().flat_map(|(_, kinds)| kinds.iter().copied()).collect();
    let places = named.len();
    named.sort_unstable();
    named.dedup();
    let names: Vec<&str> = named.iter().take(MOST_NAMED).map(|kind| kind.name()).collect();
    let more = if named.len() > MOST_NAMED { ", …" } else { "" };
    let count = |n: usize, word: &str| if n == 1 { format!("1 {word}") } else { format!("{n} {word}s") };
    let (forms, places) = (count(hit.len(), "form"), count(places, "place"));
    let message = format!(
        "{forms} damaged by the conversion in {places} ({}{more}), first {}",
        names.join(", "),
        first.name
    );
    Some((first.name_line, message))
}

/// What happened to cells of a form; lost rows have a message of their own.
fn kinds(form: &Form) -> Vec<DamageKind> {
    let is_cell = |damage: &&Damage| damage.kind != DamageKind::Lost || damage.field != "row";
    let all = form.damage.iter().chain(form.indicators.iter().flat_map(|indicator| &indicator.damage));
    all.filter(is_cell).map(|damage| damage.kind).collect()
}
