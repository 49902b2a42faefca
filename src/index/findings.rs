//! Findings as records: those that say something about the document.

use gongkai_search::{Kind, Record};

use super::Frame;
use crate::audit;
use crate::catalog::url;
use crate::model::Severity;

/// A record for each finding that is not hidden.
pub(super) fn collect(frame: &Frame<'_>, records: &mut Vec<Record>) {
    let findings = &frame.disclosure.audit.findings;
    let shown = findings.iter().filter(|finding| finding.is_signal() && finding.severity > Severity::Info);
    for finding in shown {
        let name = audit::find(finding.check).map(|check| check.docs().name_zh).unwrap_or_default();
        let project = finding.project.and_then(|index| frame.disclosure.reading.projects.get(index));
        let project = project.map(|project| project.name.as_str()).unwrap_or_default();
        let body = [finding.message_zh.as_str(), finding.message_en.as_str(), project];
        records.push(Record {
            codes: vec![finding.check.to_owned()],
            body: body.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n"),
            ..frame.record(Kind::Finding, url::finding(&finding.id), format!("{} {name}", finding.check))
        });
    }
}
