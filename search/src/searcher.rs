//! Reading an index: candidates in order of score, decided one by one until there are enough hits.

use std::collections::BTreeSet;
use std::io;

use serde::Serialize;
use tantivy::collector::TopDocs;
use tantivy::query::Query as IndexQuery;
use tantivy::schema::Value;
use tantivy::{DocAddress, Index, IndexReader, ReloadPolicy, TantivyDocument};

use crate::analyzer::{self, Analyzer};
use crate::files::load;
use crate::holds::Texts;
use crate::record::{Kind, Record, Stage};
use crate::schema::{Fields, schema};
use crate::snippet::snippet;
use crate::{Error, Filters, Query, candidates, near};

/// The fewest candidates fetched at a time.
const MIN_FETCH: usize = 64;

/// By how much more are fetched when those did not suffice.
const GROWTH: usize = 8;

/// A found passage; serialises to an element of `gongkai search --format json`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hit {
    /// Where it opens, relative to the site's root, with its anchor.
    pub url: String,
    /// Its heading.
    pub title: String,
    /// What it is.
    pub kind: Kind,
    /// The unit's id.
    pub unit: Option<String>,
    /// The unit's name.
    pub unit_name: Option<String>,
    /// The fiscal year.
    pub year: Option<u16>,
    /// Budget or final accounts.
    pub stage: Option<Stage>,
    /// The score: higher is better, comparable within one answer only.
    pub score: f32,
    /// At most 200 characters around what was found, on one line.
    pub snippet: String,
    /// The amount, an exact decimal in yuan.
    pub value: Option<String>,
    /// Whether it only nearly has what was asked.
    pub near: bool,
}

/// An index opened for reading.
pub struct Searcher {
    reader: IndexReader,
    fields: Fields,
}

impl Searcher {
    /// Opens an index from its files, which `read` gives by name; every byte is checked before use.
    ///
    /// # Errors
    /// When a file is missing, damaged or of another format.
    pub fn open(read: impl FnMut(&str) -> io::Result<Vec<u8>>) -> Result<Self, Error> {
        let index = Index::open(load(read)?)?;
        let (schema, fields) = schema();
        if index.schema() != schema {
            return Err(Error::Pointer { reason: "it describes other fields".to_owned() });
        }
        index.tokenizers().register(analyzer::NAME, Analyzer);
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { reader, fields })
    }

    /// How many records the index has.
    pub fn len(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Whether the index has no records.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// At most `limit` hits, best first, one a page; equally good ones in the order of the records.
    ///
    /// Every hit has every term in its title, its body or what is known about it, and passes the filters.
    /// Only if there is none, names that nearly have the terms are returned, marked [`near`](Hit::near).
    /// A query without terms finds all that passes the filters, and nothing without filters.
    ///
    /// # Errors
    /// When an amount of the filters is no amount, or the index cannot be read.
    pub fn search(&self, query: &Query, filters: &Filters, limit: usize) -> Result<Vec<Hit>, Error> {
        if query.terms().is_empty() && *filters == Filters::default() {
            return Ok(Vec::new());
        }
        let terms = query.terms();
        let matches = |record: &Record| {
            let texts = Texts::new(record);
            terms.iter().all(|term| texts.hold(term))
        };
        let exact = candidates::matching(&self.fields, query, filters)?;
        let hits = self.collect(&*exact, matches, limit)?;
        if !hits.is_empty() || terms.is_empty() {
            return Ok(hits.into_iter().map(|found| found.into_hit(query, false)).collect());
        }
        let nearly_matches = |record: &Record| {
            let texts = Texts::new(record);
            terms.iter().all(|term| texts.hold(term) || near::is_near(term, record))
        };
        let nearly = candidates::nearly(&self.fields, query, filters)?;
        let hits = self.collect(&*nearly, nearly_matches, limit)?;
        Ok(hits.into_iter().map(|found| found.into_hit(query, true)).collect())
    }

    /// The best candidate of each page that passes the test, until there are `limit`.
    fn collect(
        &self,
        query: &dyn IndexQuery,
        matches: impl Fn(&Record) -> bool,
        limit: usize,
    ) -> Result<Vec<Found>, Error> {
        let searcher = self.reader.searcher();
        let mut pages = BTreeSet::new();
        let mut found = Vec::new();
        let all = usize::try_from(searcher.num_docs()).unwrap_or(usize::MAX).max(1);
        let (mut seen, mut fetch) = (0, limit.saturating_mul(4).max(MIN_FETCH).min(all));
        while found.len() < limit {
            let top = searcher.search(query, &TopDocs::with_limit(fetch).order_by_score())?;
            for &(score, address) in top.iter().skip(seen) {
                if found.len() == limit {
                    break;
                }
                let record = self.record(&searcher, address)?;
                if !pages.contains(record.page()) && matches(&record) {
                    pages.insert(record.page().to_owned());
                    found.push(Found { record, score });
                }
            }
            if top.len() < fetch || fetch == all {
                break;
            }
            (seen, fetch) = (fetch, fetch.saturating_mul(GROWTH).min(all));
        }
        Ok(found)
    }

    fn record(&self, searcher: &tantivy::Searcher, address: DocAddress) -> Result<Record, Error> {
        let document: TantivyDocument = searcher.doc(address)?;
        let json =
            document.get_first(self.fields.record).and_then(|value| value.as_str()).unwrap_or_default();
        serde_json::from_str(json).map_err(Error::Record)
    }
}

/// A record that passed, with its score.
struct Found {
    record: Record,
    score: f32,
}

impl Found {
    fn into_hit(self, query: &Query, near: bool) -> Hit {
        let Record { url, title, kind, unit, unit_name, year, stage, body, value, .. } = self.record;
        let snippet = snippet(if body.is_empty() { &title } else { &body }, query.terms());
        Hit { url, title, kind, unit, unit_name, year, stage, score: self.score, snippet, value, near }
    }
}
