//! What the words mean, as the documents explain them.

use serde::Serialize;

use super::head::{LineLink, PageHead, Section, top_crumbs};
use super::info::DisclosureLink;
use crate::catalog::{Catalog, CatalogTerm, Definition, url};
use crate::render::link::Linker;
use crate::render::rows::Rows;

/// The terms that documents explain.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryView {
    /// Where the page is.
    pub head: PageHead,
    /// Those that most documents explain first.
    pub terms: Vec<GlossaryTerm>,
}

/// A term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GlossaryTerm {
    /// As most documents print it.
    pub term: String,
    /// Its anchor: the term folded for comparison.
    pub id: String,
    /// Its address within the page.
    pub href: String,
    /// The explanation that most documents give first.
    pub definitions: Vec<GlossaryDefinition>,
}

/// An explanation, word for word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GlossaryDefinition {
    /// As printed.
    pub text: String,
    /// How many documents give it.
    pub documents: usize,
    /// Some of them.
    pub sources: Vec<GlossarySource>,
}

/// A document that explains a term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GlossarySource {
    /// Whose, which year and stage.
    pub disclosure: DisclosureLink,
    /// Where it stands.
    pub at: LineLink,
}

/// Documents that are named for an explanation.
const NAMED: usize = 3;

/// The glossary.
pub fn glossary_page(catalog: &Catalog) -> GlossaryView {
    let linker = Linker::new(url::GLOSSARY);
    GlossaryView {
        head: PageHead::new(url::GLOSSARY, Section::Other, top_crumbs("glossary", &linker)),
        terms: catalog.terms.iter().map(|term| glossary_term(term, catalog, &linker)).collect(),
    }
}

fn glossary_term(term: &CatalogTerm, catalog: &Catalog, linker: &Linker) -> GlossaryTerm {
    GlossaryTerm {
        term: term.term.clone(),
        href: format!("#{}", url::anchor(&term.key)),
        id: term.key.clone(),
        definitions: term.definitions.iter().map(|one| definition(one, catalog, linker)).collect(),
    }
}

fn definition(definition: &Definition, catalog: &Catalog, linker: &Linker) -> GlossaryDefinition {
    let sources = definition.sources.iter().filter_map(|(id, line)| {
        let (unit, disclosure) = catalog.disclosure(id)?;
        Some(GlossarySource {
            disclosure: DisclosureLink::new(id, &unit.name, disclosure.scope, linker),
            at: LineLink { line: *line, href: linker.to(&url::line(id, *line)) },
        })
    });
    GlossaryDefinition {
        text: definition.text.clone(),
        documents: definition.sources.len(),
        sources: sources.take(NAMED).collect(),
    }
}

impl GlossaryView {
    pub(in crate::render) fn rows(&self) -> Rows {
        let row = |term: &GlossaryTerm, one: &GlossaryDefinition| {
            vec![term.term.clone(), one.text.clone(), one.documents.to_string()]
        };
        let rows = self.terms.iter().flat_map(|term| term.definitions.iter().map(|one| row(term, one)));
        Rows { header: vec!["term", "definition", "documents"], rows: rows.collect() }
    }
}
