//! The search page: what it needs before anything is asked.

use std::collections::BTreeSet;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::head::{PageHead, Section, top_crumbs};
use super::prose::{NamedList, lists};
use crate::catalog::{Catalog, url};
use crate::render::link::Linker;

/// So many names of projects are offered to begin with.
const EXAMPLES: usize = 6;
/// The most characters of such a name.
const SHORT: usize = 16;

/// The search page.
#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    /// Where the page is.
    pub head: PageHead,
    /// The folder of the index.
    pub index_href: String,
    /// The home page, from which hits are addressed.
    pub root_href: String,
    /// What one might look for.
    pub examples: Vec<ExampleQuery>,
    /// The lists of the site, for those who would rather browse.
    pub lists: Vec<NamedList>,
}

/// A query to begin with.
#[derive(Clone, Debug, Serialize)]
pub struct ExampleQuery {
    /// As shown.
    pub text: String,
    /// As it stands in an address.
    pub query: String,
}

/// The search page of an index in a folder below the site's root.
pub fn search_page(index: &str, catalog: &Catalog) -> SearchView {
    let linker = Linker::new(url::SEARCH);
    let names: BTreeSet<&str> = catalog.projects.iter().map(|project| project.name.as_str()).collect();
    let short = names.into_iter().filter(|name| name.chars().count() <= SHORT && !name.is_empty());
    let example = |name: &str| ExampleQuery {
        text: name.to_owned(),
        query: utf8_percent_encode(name, NON_ALPHANUMERIC).to_string(),
    };
    SearchView {
        head: PageHead::new(url::SEARCH, Section::Search, top_crumbs("search", &linker)),
        index_href: format!("{}/", linker.to(index)),
        root_href: linker.to(""),
        examples: short.take(EXAMPLES).map(example).collect(),
        lists: lists(&linker),
    }
}
