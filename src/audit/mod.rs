//! Checks what a document prints against itself, exactly and fairly.
//!
//! A check is one file: its doc comment is its public page, its function states assertions about printed figures, found
//! by meaning (table, row, column role). The engine does the arithmetic, decides the verdict by the printed precision,
//! puts consequences under their cause, and counts what agreed and what could not be assessed. A signal is not guilt:
//! messages name two figures and their places, never who erred.

mod across;
mod budget;
mod causes;
mod check;
mod cross;
mod evaluate;
mod facts;
#[cfg(test)]
mod fixture;
mod identity;
mod message;
mod names;
mod narrative;
mod project;
mod quality;
mod replies;
mod report;
mod settings;
mod staffing;
mod sums;
#[cfg(test)]
mod tests;
mod within;

use crate::config::Response;
use crate::diag::{Diagnostic, Warned};
use crate::model::{Audit, Disclosure, Finding, Unit};

pub use check::{Check, CheckDocs, Family, Language, checks, find};
pub use facts::PartTotals;
pub use settings::Settings;

use facts::Facts;
use report::Report;

/// What is audited, and what it is held against.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// Who published it.
    pub unit: &'a Unit,
    /// The disclosure.
    pub disclosure: &'a Disclosure,
    /// The unit's other disclosures, in any order.
    pub others: &'a [Disclosure],
    /// The totals of the units below this one, of the same year and stage.
    pub parts: &'a [PartTotals],
    /// What the unit or the editor replied to findings.
    pub responses: &'a [Response],
}

/// Audits a disclosure. Never fails; the diagnostics name replies that match no finding.
pub fn audit(subject: Subject<'_>, settings: &Settings) -> Warned<Audit> {
    let facts = Facts::new(subject);
    let mut audit = Audit::default();
    let applicable = checks().filter(|check| check.applies_to(subject.disclosure.id.stage));
    for check in applicable.filter(|check| !settings.is_off(check.code)) {
        let mut report = Report::new(check, &facts, settings.severity(check.code));
        (check.run)(&facts, &mut report);
        let (findings, tally) = report.finish();
        audit.findings.extend(findings);
        audit.tallies.push(tally);
    }
    causes::connect(&mut audit.findings);
    let stale: Vec<Diagnostic> = replies::attach(&mut audit.findings, subject.responses);
    Warned { value: audit, diagnostics: stale }
}

/// The findings that stand on their own: not the consequences of another one.
pub fn causes(audit: &Audit) -> impl Iterator<Item = &Finding> {
    audit.findings.iter().filter(|finding| finding.cause.is_none())
}
