//! Findings as lists over several disclosures know them, and how often each check was assessed.

use std::collections::BTreeMap;

use crate::model::{Disclosure, DisclosureId, Evidence, Finding, Severity, Tally, Unit, Verdict};

/// A finding in few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogFinding {
    /// `<check>-<8 hex>`
    pub id: String,
    /// Code of the check.
    pub check: &'static str,
    /// How serious it is.
    pub severity: Severity,
    /// What it came to.
    pub verdict: Verdict,
    /// The disclosure.
    pub disclosure: DisclosureId,
    /// The unit's name.
    pub unit_name: String,
    /// Slug and name of the project it is about.
    pub project: Option<(String, String)>,
    /// Ids of the tables whose figures it rests on.
    pub tables: Vec<String>,
    /// Every line an input was read from, the stated figure's first.
    pub lines: Vec<u32>,
    /// What was found.
    pub message_zh: String,
    /// The same in English.
    pub message_en: String,
    /// The id of the finding it follows from.
    pub cause: Option<String>,
    /// How many findings follow from it.
    pub consequences: usize,
    /// The kind of the reply; empty if there is none.
    pub reply: &'static str,
}

impl CatalogFinding {
    /// A finding of a disclosure.
    pub fn new(unit: &Unit, disclosure: &Disclosure, finding: &Finding) -> Self {
        let project = finding.project.and_then(|index| disclosure.reading.projects.get(index));
        let mut tables: Vec<String> = Vec::new();
        for input in finding.inputs.iter().filter(|input| input.elsewhere.is_none()) {
            if let Evidence::Figure { table, .. } = &input.evidence
                && !tables.contains(table)
            {
                tables.push(table.clone());
            }
        }
        Self {
            id: finding.id.clone(),
            check: finding.check,
            severity: finding.severity,
            verdict: finding.verdict,
            disclosure: disclosure.id.clone(),
            unit_name: unit.name.clone(),
            project: project.map(|project| (project.slug.clone(), project.name.clone())),
            tables,
            lines: finding.lines(),
            message_zh: finding.message_zh.clone(),
            message_en: finding.message_en.clone(),
            cause: finding.cause.clone(),
            consequences: finding.consequences.len(),
            reply: finding.reply.as_ref().map_or("", |reply| reply.kind),
        }
    }

    /// Whether it says something about the document itself, hidden by default if not.
    pub fn is_shown(&self) -> bool {
        matches!(self.verdict, Verdict::Contradiction | Verdict::Unexplained)
            && self.severity > Severity::Info
    }
}

/// The findings of a disclosure, in the order of the audit.
pub fn findings(unit: &Unit, disclosure: &Disclosure) -> Vec<CatalogFinding> {
    disclosure.audit.findings.iter().map(|finding| CatalogFinding::new(unit, disclosure, finding)).collect()
}

/// How often each check was assessed, by its code.
pub type Tallies = BTreeMap<&'static str, Tally>;

/// Adds a tally to the others of its check.
pub(super) fn add(tallies: &mut Tallies, tally: &Tally) {
    let sum = tallies.entry(tally.check).or_insert_with(|| Tally::new(tally.check));
    sum.agree += tally.agree;
    sum.rounding += tally.rounding;
    sum.findings += tally.findings;
    sum.not_assessable += tally.not_assessable;
    for reason in &tally.reasons {
        if !sum.reasons.contains(reason) {
            sum.reasons.push(*reason);
        }
    }
    // Parts are joined in any order.
    sum.reasons.sort_unstable();
}
