//! Documents for tests, and what a check makes of them.

use super::{Settings, Subject, audit};
use crate::model::{Audit, Disclosure, DisclosureId, FiscalYear, Stage, Unit, Verdict};
use crate::read::{self, Document};
use crate::registry::Registry;
use crate::text::{Redactor, SourceText};

/// The unit that publishes them.
pub(in crate::audit) fn unit() -> Unit {
    Unit {
        short_name: "甲市数据局".into(), ..Unit::new("jia".parse().unwrap(), "甲市数据管理局")
    }
}

/// Final accounts of 2024 with this text; line 1 is its first line.
pub(in crate::audit) fn final_accounts(text: &str) -> Disclosure {
    disclosure(2024, Stage::Final, text)
}

/// The budget of 2024 with this text; line 1 is its first line.
pub(in crate::audit) fn budget(text: &str) -> Disclosure {
    disclosure(2024, Stage::Budget, text)
}

/// A disclosure with this text, read as the program reads any.
pub(in crate::audit) fn disclosure(year: u16, stage: Stage, text: &str) -> Disclosure {
    let source = SourceText::new(text.as_bytes(), &Redactor::default());
    let id = DisclosureId { unit: unit().id, year: FiscalYear::new(year).unwrap(), stage };
    let document = Document { path: "content/jia/made.txt", year: id.year, stage, unit_names: &[] };
    let reading = read::read(&source, document, &Registry::built_in()).value;
    Disclosure::new(id, document.path, source, reading)
}

/// The whole audit of a disclosure, without others to hold it against.
pub(in crate::audit) fn audited(disclosure: &Disclosure) -> Audit {
    audited_with(disclosure, &[])
}

/// The whole audit of a disclosure beside the unit's others.
pub(in crate::audit) fn audited_with(disclosure: &Disclosure, others: &[Disclosure]) -> Audit {
    let unit = unit();
    let subject = Subject { unit: &unit, disclosure, others, parts: &[], responses: &[] };
    audit(subject, &Settings::default()).value
}

/// What one check made of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::audit) struct Outcome {
    /// Of each finding that is a signal, its lines, the stated figure's first.
    pub lines: Vec<Vec<u32>>,
    /// Of each of them, its difference, as a plain number; `` where there is no arithmetic.
    pub differences: Vec<String>,
    /// Of each of them, its severity.
    pub severities: Vec<&'static str>,
    /// How often the figures agree.
    pub agree: u32,
    /// How often they differ within rounding.
    pub rounding: u32,
    /// How often it could not be assessed.
    pub not_assessable: u32,
}

impl Outcome {
    pub fn agrees(agree: u32) -> Self {
        Self { agree, ..Self::default() }
    }

    pub fn not_assessable(not_assessable: u32) -> Self {
        Self { not_assessable, ..Self::default() }
    }
}

/// What the check with this code makes of a disclosure.
pub(in crate::audit) fn outcome(code: &str, disclosure: &Disclosure) -> Outcome {
    outcome_with(code, disclosure, &[])
}

/// What the check with this code makes of a disclosure beside the unit's others.
pub(in crate::audit) fn outcome_with(code: &str, disclosure: &Disclosure, others: &[Disclosure]) -> Outcome {
    let audit = audited_with(disclosure, others);
    let tally = audit.tallies.iter().find(|tally| tally.check == code).unwrap();
    let found = || {
        let signals = [Verdict::Contradiction, Verdict::Unexplained];
        audit.findings.iter().filter(move |f| f.check == code && signals.contains(&f.verdict))
    };
    let difference = |computed: &crate::model::Computed| computed.difference.normalize().to_string();
    Outcome {
        lines: found().map(crate::model::Finding::lines).collect(),
        differences: found().map(|f| f.computed.as_ref().map(difference).unwrap_or_default()).collect(),
        severities: found().map(|f| f.severity.name()).collect(),
        agree: tally.agree,
        rounding: tally.rounding,
        not_assessable: tally.not_assessable,
    }
}
