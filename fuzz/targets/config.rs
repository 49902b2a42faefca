//! Settings of every kind from one text: no panic, and no fault without a place.
#![no_main]

use gongkai::config::{DisclosureConfig, Regions, SiteConfig, UnitConfig};
use gongkai::diag::Diagnostic;
use gongkai::diag::render::{Format, render};
use gongkai::registry::Registry;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(id) = "unit".parse() else { return };
    check(SiteConfig::read("site.toml", text).diagnostics);
    check(UnitConfig::read("unit.toml", text, &id).diagnostics);
    check(DisclosureConfig::read("2024-final.toml", text).diagnostics);
    check(Regions::read("regions.toml", text).diagnostics);
    let mut registry = Registry::default();
    if let Err(fault) = registry.extend("registry/place.toml", text) {
        check(vec![*fault]);
    }
});

fn check(diagnostics: Vec<Diagnostic>) {
    for format in [Format::Full, Format::Brief, Format::Json] {
        let shown = render(&diagnostics, format, false);
        assert!(diagnostics.is_empty() || !shown.is_empty());
    }
    assert!(diagnostics.iter().all(|diagnostic| diagnostic.place.is_some()), "{diagnostics:?}");
}
