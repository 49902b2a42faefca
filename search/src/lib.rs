//! Schema, analyzer, query grammar, ranking and reading of the archive's search index, over plain records.
//!
//! One flow for the native indexer and every reader:
//!
//! ```text
//! Record ──document──▶ build ──▶ index.json + bundle of pages ──▶ Searcher::open(storage)
//! text of a query ──Query::parse──▶ candidates (bigrams) ──holds──▶ hits, one a page
//! ```
//!
//! The index proposes and the text decides: bigrams find candidates quickly, and a candidate becomes a hit
//! only when every term stands in one of its fields, letter for letter after folding (see [`fold`]).
//! The crate touches no files, knows nothing of the rest of the program and reads on wasm as it does natively.

mod about;
mod amount;
mod analyzer;
mod answer;
mod apart;
mod candidates;
mod cards;
mod columns;
#[cfg(feature = "native")]
mod document;
mod error;
mod files;
mod filters;
mod fold;
mod groups;
mod holds;
mod lists;
mod near;
mod plan;
mod query;
mod record;
mod schema;
mod searcher;
mod sieve;
mod snippet;
mod sounds;
mod synonyms;
#[cfg(feature = "native")]
mod tokens;
mod topics;
mod variants;
#[cfg(feature = "native")]
mod write;

pub use answer::{Answer, Display, Hit, Sort};
pub use error::Error;
pub use files::{FORMAT, IndexFiles, POINTER, Storage};
pub use filters::Filters;
pub use fold::fold;
pub use query::{MAX_CHARS, MAX_TERMS, Query, QueryError};
pub use record::{Kind, Record, Region, Stage, UnknownWord};
pub use searcher::Searcher;
pub use sieve::{Facet, Facets};
pub use synonyms::Synonyms;
#[cfg(feature = "native")]
pub use write::build;
