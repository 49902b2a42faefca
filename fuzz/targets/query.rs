//! Queries as typed: read or refused, never a panic, the limits kept, what counts as the same made the same.
#![no_main]

use gongkai_search::{MAX_CHARS, Query, fold};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let accepted = Query::parse(text).is_ok();
    assert!(!accepted || text.chars().count() <= MAX_CHARS);
    let folded = fold(text);
    assert!(
        !folded.contains(['“', '”', 'Ａ', '１']) && !folded.contains(|c: char| c.is_ascii_uppercase()),
        "{text:?}"
    );
});
