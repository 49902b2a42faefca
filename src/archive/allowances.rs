//! Exceptions from masking that nothing needs any more.

use std::collections::BTreeSet;

use crate::config::SiteConfig;
use crate::diag::{Diagnostic, codes};

/// A note for each entry of `[[redact.allow]]` that no document of the archive needed.
pub(super) fn stale(site: &SiteConfig, used: &BTreeSet<usize>) -> Vec<Diagnostic> {
    let unused = site.allowed.iter().enumerate().filter(|(index, _)| !used.contains(index));
    let note = |allowed: &crate::config::Allowed| {
        Diagnostic::of(codes::STALE_ALLOWANCE, "nothing in the archive is what this entry lets stand")
            .at(allowed.place.clone())
            .hint("Correct it, or remove it.")
    };
    unused.map(|(_, allowed)| note(allowed)).collect()
}
