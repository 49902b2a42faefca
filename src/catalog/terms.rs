//! Terms that documents explain, and what they say of them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::{Disclosure, DisclosureId};
use crate::text::name_key;

/// A term, with every explanation that is given of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogTerm {
    /// As most documents print it.
    pub term: String,
    /// The term folded for comparison: its anchor.
    pub key: String,
    /// The one that most documents give first.
    pub definitions: Vec<Definition>,
}

/// An explanation, word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// As printed.
    pub text: String,
    /// Who gives it, and on which line; by unit, year and stage.
    pub sources: Vec<(DisclosureId, u32)>,
}

/// What is known of a term.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// How often it is printed in which way.
    printed: BTreeMap<String, usize>,
    /// Sources by explanation.
    definitions: BTreeMap<String, Vec<(DisclosureId, u32)>>,
}

/// Terms by their folded form.
pub(super) type Entries = BTreeMap<String, Entry>;

/// Adds the terms that a disclosure explains.
pub(super) fn collect(disclosure: &Disclosure, into: &mut Entries) {
    for term in &disclosure.reading.terms {
        let key = name_key(&term.term);
        if key.is_empty() {
            continue;
        }
        let entry = into.entry(key).or_default();
        *entry.printed.entry(term.term.clone()).or_default() += 1;
        let source = (disclosure.id.clone(), term.line);
        entry.definitions.entry(term.definition.clone()).or_default().push(source);
    }
}

/// Adds what another one has.
pub(super) fn merge(into: &mut Entries, other: Entries) {
    for (key, Entry { printed, definitions }) in other {
        let known = into.entry(key).or_default();
        for (text, count) in printed {
            *known.printed.entry(text).or_default() += count;
        }
        for (text, sources) in definitions {
            known.definitions.entry(text).or_default().extend(sources);
        }
    }
}

/// Terms that most documents explain first; equal ones bytewise.
pub(super) fn finish(entries: Entries) -> Vec<CatalogTerm> {
    let definition = |(text, mut sources): (String, Vec<(DisclosureId, u32)>)| {
        sources.sort();
        Definition { text, sources }
    };
    let term = |(key, Entry { printed, definitions }): (String, Entry)| {
        let most = printed.iter().min_by_key(|(_, count)| Reverse(**count));
        let term = most.map(|(text, _)| text.clone()).unwrap_or_default();
        let mut definitions: Vec<Definition> = definitions.into_iter().map(definition).collect();
        definitions.sort_by_key(|definition| Reverse(definition.sources.len()));
        CatalogTerm { term, key, definitions }
    };
    let mut terms: Vec<CatalogTerm> = entries.into_iter().map(term).collect();
    let uses = |term: &CatalogTerm| term.definitions.iter().map(|one| one.sources.len()).sum::<usize>();
    terms.sort_by_key(|term| Reverse(uses(term)));
    terms
}
