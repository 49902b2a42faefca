//! Reading an index: candidates in order of score, decided one by one until there are enough hits.

use std::collections::BTreeSet;

use serde::Serialize;
use tantivy::collector::TopDocs;
use tantivy::query::Query as IndexQuery;
use tantivy::schema::Value;
use tantivy::{DocAddress, Index, IndexReader, ReloadPolicy, TantivyDocument};

use crate::analyzer::{self, Analyzer};
use crate::candidates::candidates;
use crate::files::{Paged, Storage};
use crate::holds::Texts;
use crate::plan::plans;
use crate::query::Term;
use crate::record::{Kept, Kind, Record, Stage};
use crate::schema::{Fields, schema};
use crate::snippet::snippet;
use crate::{Error, Filters, Query, Synonyms};

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

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Answer {
    /// The hits, best first.
    pub hits: Vec<Hit>,
    /// The words that a question was reduced to, folded; empty if the query was taken as it is.
    pub words: Vec<String>,
}

/// An index opened for reading.
pub struct Searcher {
    reader: IndexReader,
    fields: Fields,
    synonyms: Synonyms,
}

impl Searcher {
    /// Opens an index; every page is checked before use.
    ///
    /// # Errors
    /// When a file is missing, damaged or of another format. Damage to a page is found when it is read.
    pub fn open(storage: impl Storage) -> Result<Self, Error> {
        let directory = Paged::open(storage)?;
        let synonyms = directory.synonyms().clone();
        let index = Index::open(directory)?;
        let (schema, fields) = schema();
        if index.schema() != schema {
            return Err(Error::Pointer { reason: "it describes other fields".to_owned() });
        }
        index.tokenizers().register(analyzer::NAME, Analyzer);
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { reader, fields, synonyms })
    }

    /// Reads what every search needs of each field: the roots of its dictionary and the lengths of its texts.
    #[cfg(feature = "native")]
    pub(crate) fn make_ready(&self) -> Result<(), Error> {
        for segment in self.reader.searcher().segment_readers() {
            for (field, _) in segment.schema().fields() {
                if segment.schema().get_field_entry(field).is_indexed() {
                    segment.inverted_index(field)?;
                }
            }
            for (field, _) in self.fields.weighted() {
                segment.get_fieldnorms_reader(field)?;
            }
        }
        Ok(())
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
    /// Every hit has every term, or a synonym or the sounds of it, in its title, its body or what is known about it, has
    /// none of the excluded terms, and passes the filters. Only if there is none, the query is read as a question, and
    /// then names are returned that nearly have its words; such hits are marked [`near`](Hit::near). A query without terms
    /// finds all that passes the filters, and nothing without filters.
    ///
    /// # Errors
    /// When an amount of the filters is no amount, or the index cannot be read.
    pub fn search(&self, query: &Query, filters: &Filters, limit: usize) -> Result<Answer, Error> {
        if query.is_blank() && *filters == Filters::default() {
            return Ok(Answer::default());
        }
        for plan in plans(query, &self.synonyms) {
            let candidates = candidates(&self.fields, query, &plan, filters)?;
            let matches = |kept: &Kept| {
                let texts = Texts::new(kept);
                plan.clauses.iter().all(|clause| texts.meet(clause))
                    && !query.excluded().iter().any(|term| texts.hold(term))
            };
            let found = self.collect(&*candidates, matches, limit)?;
            if !found.is_empty() {
                let shown = plan.shown();
                let hits = found.into_iter().map(|found| found.into_hit(&shown, plan.near)).collect();
                let words = if plan.is_question { plan.words() } else { Vec::new() };
                return Ok(Answer { hits, words });
            }
        }
        Ok(Answer::default())
    }

    /// The best candidate of each page that passes the test, until there are `limit`.
    fn collect(
        &self,
        query: &dyn IndexQuery,
        matches: impl Fn(&Kept) -> bool,
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
                let kept = self.record(&searcher, address)?;
                if !pages.contains(kept.record.place()) && matches(&kept) {
                    pages.insert(kept.record.place().to_owned());
                    found.push(Found { record: kept.record, score });
                }
            }
            if top.len() < fetch || fetch == all {
                break;
            }
            (seen, fetch) = (fetch, fetch.saturating_mul(GROWTH).min(all));
        }
        Ok(found)
    }

    fn record(&self, searcher: &tantivy::Searcher, address: DocAddress) -> Result<Kept, Error> {
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
    fn into_hit(self, shown: &[Term], near: bool) -> Hit {
        let Record { url, title, kind, unit, unit_name, year, stage, body, value, .. } = self.record;
        let snippet = snippet(if body.is_empty() { &title } else { &body }, shown);
        Hit { url, title, kind, unit, unit_name, year, stage, score: self.score, snippet, value, near }
    }
}
