//! One document: its file read, decoded, redacted and understood.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::sources::Sources;
use crate::config::TextKind;
use crate::content::DisclosureFile;
use crate::diag::Warned;
use crate::model::{Audit, Disclosure, Unit};
use crate::read::{self, Document};
use crate::text::SourceText;

/// Reads a disclosure; `None` if its file cannot be read at all, which the diagnostics then say.
pub(super) fn disclosure(
    sources: &Sources,
    unit: &Unit,
    file: &DisclosureFile,
) -> Warned<Option<Disclosure>> {
    let bytes = match file.text.read() {
        Ok(bytes) => bytes,
        Err(problem) => return Warned { value: None, diagnostics: vec![*problem] },
    };
    let source = SourceText::new(&bytes, &sources.redactor);
    let unit_names = unit_names(unit);
    let document =
        Document { path: &file.text.path, year: file.id.year, stage: file.id.stage, unit_names: &unit_names };
    let read = read::read(&source, document, &sources.registry);
    read.map(|mut reading| {
        if let Some(title) = &file.config.title {
            reading.title.clone_from(title);
        }
        Some(Disclosure {
            id: file.id.clone(),
            source_path: file.text.path.to_string(),
            source_sha256: Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
            source_url: file.config.source_url.as_ref().map(ToString::to_string).unwrap_or_default(),
            published_on: file.config.published_on.map(|date| date.to_string()).unwrap_or_default(),
            approved_on: file.config.approved_on.map(|date| date.to_string()).unwrap_or_default(),
            abridged: file.config.text == TextKind::Abridged,
            scope: unit.scope.or(reading.scope),
            source: Arc::new(source),
            reading,
            audit: Audit::default(),
        })
    })
}

/// Every name the editor gives the unit.
fn unit_names(unit: &Unit) -> Vec<String> {
    [&unit.name, &unit.short_name].into_iter().chain(&unit.former_names).cloned().collect()
}
