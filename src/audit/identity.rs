//! Permanent names of findings.

use sha2::{Digest, Sha256};

use crate::model::{DisclosureId, Input};

/// `<check>-<8 hex>`: a hash of the check, the disclosure and the inputs' names, never of lines or values, so that a
/// reply stays with its finding when a text is converted again.
pub(super) fn id(check: &str, disclosure: &DisclosureId, inputs: &[Input]) -> String {
    let mut hash = Sha256::new();
    hash.update(format!("{check}\n{disclosure}\n"));
    for input in inputs {
        let (table, name) = input.evidence.address();
        let place = input.elsewhere.as_ref().map(ToString::to_string).unwrap_or_default();
        hash.update(format!("{place} {table} {name}\n"));
    }
    let hex: String = hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("{}-{hex}", check.to_ascii_lowercase())
}
