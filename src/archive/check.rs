//! `check`: everything is read and audited, nothing is published.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::sources::UnitSources;
use super::{allowances, audits, document, sources};
use crate::audit::{self, Settings};
use crate::diag::{self, Diagnostic, Level, Place, Warned};
use crate::model::{Disclosure, Finding, Input, Severity, Table, Tally};

/// What `check` found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Units of the archive.
    pub units: usize,
    /// Disclosures that were read.
    pub disclosures: usize,
    /// Figures in their tables.
    pub figures: usize,
    /// What the audit of all of them came to.
    pub audit: Tally,
    /// The findings, in order of file and line: about published documents, never errors of the archive.
    pub findings: Vec<Found>,
}

/// A finding as a message: the check's code, the stated figure's place, then the other figures' places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How serious it is.
    pub severity: Severity,
    /// Whether it is about rounding, form, or the archive's own text, and hidden by default.
    pub is_hidden: bool,
    /// What is said.
    pub message: Diagnostic,
}

/// Reads and audits everything below `root`.
pub fn check(root: &Path) -> Warned<Checked> {
    let mut said = Vec::new();
    let sources = sources::sources(root).unwarn(&mut said);
    let settings = Settings::new(&sources.site.audit).unwarn(&mut said);
    let parts = audits::parts(&sources);
    let units: Vec<_> =
        sources.units.par_iter().map(|unit| read_unit(&sources, unit, &parts, &settings)).collect();
    let mut checked = Checked {
        units: sources.units.len(),
        disclosures: 0,
        figures: 0,
        audit: Tally::new(""),
        findings: Vec::new(),
    };
    let mut allowed = BTreeSet::new();
    for disclosure in units.into_iter().flat_map(|read| read.unwarn(&mut said)) {
        checked.disclosures += 1;
        allowed.extend(disclosure.source.allowed());
        checked.figures += disclosure.reading.tables.iter().map(Table::figure_count).sum::<usize>();
        add(&mut checked.audit, &disclosure.audit.total());
        checked
            .findings
            .extend(audit::causes(&disclosure.audit).map(|finding| message(&disclosure, finding)));
    }
    said.extend(allowances::stale(&sources.site, &allowed));
    diag::sort(&mut said);
    checked.findings.sort_by_cached_key(|found| place_of(&found.message));
    Warned { value: checked, diagnostics: said }
}

fn read_unit(
    sources: &sources::Sources,
    unit: &UnitSources,
    parts: &audits::Parts,
    settings: &Settings,
) -> Warned<Vec<Disclosure>> {
    let mut diagnostics = Vec::new();
    let mut read: Vec<Disclosure> = unit
        .files
        .iter()
        .filter_map(|file| document::disclosure(sources, &unit.unit, file).unwarn(&mut diagnostics))
        .collect();
    let audits = audits::of_unit(unit, &read, parts, settings).unwarn(&mut diagnostics);
    read.iter_mut().zip(audits).for_each(|(disclosure, audit)| disclosure.audit = audit);
    Warned { value: read, diagnostics }
}

fn add(total: &mut Tally, own: &Tally) {
    total.agree += own.agree;
    total.rounding += own.rounding;
    total.findings += own.findings;
    total.not_assessable += own.not_assessable;
}

fn place_of(message: &Diagnostic) -> Option<(Arc<str>, u32, u32)> {
    message.place.as_ref().map(|place| (place.path.clone(), place.line, place.column))
}

fn message(disclosure: &Disclosure, finding: &Finding) -> Found {
    let level = match finding.severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Notice | Severity::Info => Level::Note,
    };
    let own = |input: &&Input| input.elsewhere.is_none();
    let mut places = finding.inputs.iter().filter(own).map(|input| place(disclosure, input));
    let diagnostic = Diagnostic::new(finding.check, level, finding.message_en.clone());
    let diagnostic = places.next().into_iter().fold(diagnostic, Diagnostic::at).also(places);
    let message = diagnostic
        .hint(finding.message_zh.clone())
        .hint(format!("finding {}; `gongkai explain {}` shows the rule", finding.id, finding.check));
    Found {
        severity: finding.severity,
        is_hidden: !finding.is_signal() || finding.severity == Severity::Info,
        message,
    }
}

fn place(disclosure: &Disclosure, input: &Input) -> Place {
    Place {
        path: disclosure.source_path.as_str().into(),
        line: input.span.line,
        column: if input.span.end > input.span.start { input.span.start + 1 } else { 0 },
        length: input.span.end - input.span.start,
        text: disclosure.source.line(input.span.line).to_owned(),
    }
}
