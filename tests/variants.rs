//! Documents nobody has seen: the seeds and samples, changed as other places, years and conversions print them.
//! Every figure must be read as in the original, and no other.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a test looks at the files themselves")]

mod support;

use gongkai::registry::Registry;

use support::change::{CHANGES, Change};
use support::document::Document;
use support::random::Random;

/// Applies the changes and reads the result; what differs, with the names of the changes.
fn check(original: &Document, changes: &[(&str, Change)], seed: u64, registry: &Registry) -> Vec<String> {
    let mut document = original.clone();
    let mut random = Random::new(seed);
    let applied: Vec<&str> = changes
        .iter()
        .filter(|(_, change)| change(&mut document, &mut random))
        .map(|(name, _)| *name)
        .collect();
    if applied.is_empty() {
        return Vec::new();
    }
    let differences = document.differences(registry);
    if let (Some(folder), false) = (std::env::var_os("GONGKAI_KEEP_VARIANTS"), differences.is_empty()) {
        let name = format!("{}-{}-of-{seed}.txt", original.name, applied.len());
        std::fs::write(std::path::Path::new(&folder).join(name), document.text()).unwrap();
    }
    let named = |difference: String| format!("{} {applied:?} seed {seed}: {difference}", original.name);
    differences.into_iter().map(named).collect()
}

#[track_caller]
fn report(wrong: &[String], checked: usize) {
    let shown = wrong[..wrong.len().min(40)].join("\n");
    assert!(wrong.is_empty(), "{} differences in {checked} documents:\n{shown}", wrong.len());
}

#[test]
fn each_change_leaves_every_figure_as_it_is() {
    let Some(corpus) = support::corpus() else { return };
    let registry = Registry::built_in();
    let only = std::env::var("GONGKAI_CHANGE").unwrap_or_default();
    let mut wrong = Vec::new();
    let mut checked = 0;
    for document in support::documents(&corpus, &registry) {
        for change in CHANGES.iter().filter(|(name, _)| name.contains(&only)) {
            for seed in 0..3 {
                wrong.extend(check(&document, &[*change], seed, &registry));
                checked += 1;
            }
        }
    }
    report(&wrong, checked);
}

#[test]
fn several_changes_at_once_leave_every_figure_as_it_is() {
    let Some(corpus) = support::corpus() else { return };
    let registry = Registry::built_in();
    let count: u64 = std::env::var("GONGKAI_VARIANTS").ok().and_then(|n| n.parse().ok()).unwrap_or(40);
    let mut wrong = Vec::new();
    let mut checked = 0;
    for document in support::documents(&corpus, &registry) {
        for seed in 0..count {
            let mut random = Random::new(1000 + seed);
            let some: Vec<(&str, Change)> = CHANGES.iter().filter(|_| random.one_in(6)).copied().collect();
            wrong.extend(check(&document, &some, seed, &registry));
            checked += 1;
        }
    }
    report(&wrong, checked);
}
