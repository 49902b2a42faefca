//! Findings in lists.

use std::cmp::Reverse;

use serde::Serialize;

use super::head::LineLink;
use crate::audit::{self, Language};
use crate::catalog::{CatalogFinding, url};
use crate::model::{Severity, Tally};
use crate::render::link::Linker;
use crate::render::messages::Messages;

/// A finding in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingRow {
    /// `<check>-<8 hex>`
    pub id: String,
    /// Its page.
    pub href: String,
    /// Code of the check.
    pub check: &'static str,
    /// Its name in the site's language.
    pub check_name: String,
    /// The check's page.
    pub check_href: String,
    /// `error`, `warning`, `notice` or `info`.
    pub severity: &'static str,
    /// `contradiction`, `unexplained`, `rounding` or `conversion`.
    pub verdict: &'static str,
    /// What was found, in the site's language.
    pub message: String,
    /// The unit's name.
    pub unit: String,
    /// Fiscal year.
    pub year: u16,
    /// `budget` or `final`.
    pub stage: &'static str,
    /// The disclosure's page.
    pub disclosure_href: String,
    /// The project's name; empty if it is about none.
    pub project: String,
    /// The project's page; empty if it is about none.
    pub project_href: String,
    /// Its first lines, the stated figure's first.
    pub lines: Vec<LineLink>,
    /// How many more lines there are.
    pub more_lines: usize,
    /// How many findings follow from it.
    pub consequences: usize,
    /// Kind of the reply; empty if there is none.
    pub reply: &'static str,
}

/// Lists name so many lines of a finding.
const MOST_LINES: usize = 4;

impl FindingRow {
    pub(super) fn new(finding: &CatalogFinding, linker: &Linker, messages: &Messages) -> Self {
        let language = language(messages);
        let id = &finding.disclosure;
        let source = linker.to(&url::source(id));
        let project = finding.project.as_ref();
        let line = |line: &u32| LineLink { line: *line, href: format!("{source}#L{line}") };
        Self {
            id: finding.id.clone(),
            href: linker.to(&url::finding(&finding.id)),
            check: finding.check,
            check_name: check_name(finding.check, language),
            check_href: linker.to(&url::check(finding.check)),
            severity: finding.severity.name(),
            verdict: finding.verdict.name(),
            message: match language {
                Language::Chinese => finding.message_zh.clone(),
                Language::English => finding.message_en.clone(),
            },
            unit: finding.unit_name.clone(),
            year: id.year.get(),
            stage: id.stage.name(),
            disclosure_href: linker.to(&url::disclosure(id)),
            project: project.map(|(_, name)| name.clone()).unwrap_or_default(),
            project_href: project.map(|(slug, _)| linker.to(&url::project(id, slug))).unwrap_or_default(),
            lines: finding.lines.iter().take(MOST_LINES).map(line).collect(),
            more_lines: finding.lines.len().saturating_sub(MOST_LINES),
            consequences: finding.consequences,
            reply: finding.reply,
        }
    }
}

/// The language of a site's messages.
pub(super) fn language(messages: &Messages) -> Language {
    if messages.is_english() { Language::English } else { Language::Chinese }
}

/// The name of a check.
pub(super) fn check_name(code: &str, language: Language) -> String {
    audit::find(code).map(|check| check.docs().name(language).to_owned()).unwrap_or_default()
}

/// Findings that stand on their own and are shown, the most serious first; and those that are hidden by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FindingList {
    /// Contradictions, and what needs an explanation or a look.
    pub shown: Vec<FindingRow>,
    /// Rounding remainders, format, and losses of the conversion.
    pub quiet: Vec<FindingRow>,
}

impl FindingList {
    pub(super) fn new<'a>(
        findings: impl IntoIterator<Item = &'a CatalogFinding>,
        linker: &Linker,
        messages: &Messages,
    ) -> Self {
        let causes = findings.into_iter().filter(|finding| finding.cause.is_none());
        let (mut shown, quiet): (Vec<_>, Vec<_>) = causes.partition(|finding| finding.is_shown());
        shown.sort_by_key(|finding| Reverse(finding.severity));
        let rows = |findings: Vec<&CatalogFinding>| {
            findings.into_iter().map(|finding| FindingRow::new(finding, linker, messages)).collect()
        };
        Self { shown: rows(shown), quiet: rows(quiet) }
    }
}

/// How often something was assessed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TallyView {
    /// How many could be assessed.
    pub assessed: u32,
    /// The figures agree.
    pub agree: u32,
    /// They differ within rounding.
    pub rounding: u32,
    /// Contradictions and what needs an explanation.
    pub findings: u32,
    /// What could not be assessed.
    pub not_assessable: u32,
}

impl From<&Tally> for TallyView {
    fn from(tally: &Tally) -> Self {
        Self {
            assessed: tally.assessed(),
            agree: tally.agree,
            rounding: tally.rounding,
            findings: tally.findings,
            not_assessable: tally.not_assessable,
        }
    }
}

/// A check, and how often it was assessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckRow {
    /// Its code.
    pub code: &'static str,
    /// Its name in the site's language.
    pub name: String,
    /// Its page.
    pub href: String,
    /// What its findings usually are.
    pub severity: &'static str,
    /// How often it was assessed.
    pub tally: TallyView,
    /// Why not, in the site's language.
    pub reasons: Vec<&'static str>,
}

impl CheckRow {
    pub(super) fn new(code: &'static str, tally: &Tally, linker: &Linker, messages: &Messages) -> Self {
        let language = language(messages);
        Self {
            code,
            name: check_name(code, language),
            href: linker.to(&url::check(code)),
            severity: audit::find(code).map_or(Severity::Notice, |check| check.severity).name(),
            tally: tally.into(),
            reasons: tally
                .reasons
                .iter()
                .map(|(chinese, english)| if language == Language::English { *english } else { *chinese })
                .collect(),
        }
    }
}
