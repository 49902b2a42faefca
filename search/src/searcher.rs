//! Reading an index: candidates in order of worth, decided one by one until there are enough hits.

use std::collections::BTreeSet;
use std::path::Path;

use tantivy::directory::FileSlice;
use tantivy::{Directory, Index, ReloadPolicy, SegmentReader, TantivyError};

use crate::about::Abouts;
use crate::answer::{Answer, Display, Hit, Sort};
use crate::candidates::{Overview, worth};
use crate::cards::{self, Cards};
use crate::columns::{self, Columns};
use crate::files::{Paged, Storage};
use crate::groups::{self, Groups};
use crate::holds::Texts;
use crate::lists::{Effort, Lists};
use crate::plan::{Plan, plans};
use crate::record::Record;
use crate::schema::{Fields, schema};
use crate::sieve::{Sieve, Sifted};
use crate::topics::Topics;
use crate::{Error, Filters, Query, Synonyms};

/// An index opened for reading.
pub struct Searcher {
    /// None if there are no records.
    segment: Option<SegmentReader>,
    fields: Fields,
    synonyms: Synonyms,
    topics: Topics,
    overview: Overview,
    /// The file of amounts.
    values: FileSlice,
    cards: Cards,
}

/// Candidates that are fetched at once, at most: what has them by accident only can be many, and each round of fetching
/// takes its time.
const FETCHED: usize = 2048;
/// Candidates that turn out to be none among the best ones, before fewer lists than there are were too few.
const REJECTED: usize = 8;
/// Names nearly like a term that are looked at, the best first.
const NEAR: usize = 32;

impl Searcher {
    /// Opens an index; every page is checked before use.
    ///
    /// # Errors
    /// When a file is missing, damaged or of another format. Damage to a page is found when it is read.
    pub fn open(storage: impl Storage) -> Result<Self, Error> {
        let directory = Paged::open(storage)?;
        let synonyms = directory.synonyms().clone();
        let whole = |name: &str| directory.atomic_read(Path::new(name)).map_err(TantivyError::from);
        let handle = |name: &str| directory.get_file_handle(Path::new(name)).map_err(TantivyError::from);
        let groups: Groups = serde_json::from_slice(&whole(groups::FILE)?).map_err(Error::Record)?;
        let columns = Columns::read(&whole(columns::FILE)?);
        let values = FileSlice::new(handle(columns::VALUES)?);
        let cards = Cards::open(FileSlice::new(handle(cards::FILE)?), &whole(cards::INDEX)?);
        let index = Index::open(directory)?;
        let (schema, fields) = schema();
        if index.schema() != schema {
            return Err(Error::Pointer { reason: "it describes other fields".to_owned() });
        }
        let reader: tantivy::IndexReader =
            index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let segment = reader.searcher().segment_readers().first().cloned();
        let about = Abouts::new(&groups.groups);
        let topics = Topics::new(&synonyms, segment.as_ref().map_or(0, crate::lists::records));
        let overview = Overview { groups, about, columns };
        Ok(Self { segment, fields, synonyms, topics, overview, values, cards })
    }

    /// Reads what every search needs, but for what few need.
    #[cfg(feature = "native")]
    pub(crate) fn make_ready(&self) -> Result<(), Error> {
        self.segment.as_ref().map_or(Ok(()), |segment| crate::lists::touch(segment, &self.fields))
    }

    /// How many records the index has.
    pub fn len(&self) -> u64 {
        self.overview.len() as u64
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
    pub fn search(
        &self,
        query: &Query,
        filters: &Filters,
        sort: Sort,
        limit: usize,
    ) -> Result<Answer, Error> {
        let sieve = Sieve::new(&self.overview, query, filters)?;
        let Some(segment) = &self.segment else { return Ok(Answer::default()) };
        if query.is_blank() && *filters == Filters::default() {
            return Ok(Answer::default());
        }
        for plan in plans(query, &self.synonyms) {
            let answer =
                Search { searcher: self, segment, query, sieve: &sieve, plan: &plan, sort }.run(limit)?;
            if answer.total > 0 {
                return Ok(answer);
            }
        }
        Ok(Answer::default())
    }
}

/// One reading of one query.
struct Search<'a> {
    searcher: &'a Searcher,
    segment: &'a SegmentReader,
    query: &'a Query,
    sieve: &'a Sieve<'a>,
    plan: &'a Plan,
    sort: Sort,
}

/// A candidate: what it is sorted by, the greatest first, then its number.
type Candidate = (std::cmp::Reverse<(i64, u32)>, u32);

impl Search<'_> {
    fn run(&self, limit: usize) -> Result<Answer, Error> {
        match self.attempt(limit, Effort::Least)? {
            Some(answer) => Ok(answer),
            None => self.attempt(limit, Effort::Most).map(Option::unwrap_or_default),
        }
    }

    /// None if more effort is needed.
    fn attempt(&self, limit: usize, effort: Effort) -> Result<Option<Answer>, Error> {
        let Searcher { fields, topics, overview, .. } = self.searcher;
        let lists = Lists::open(self.segment, fields, topics, effort)?;
        let worth = worth(overview, &lists, self.plan);
        lists.check()?;
        let values = self.values()?;
        let bounds = self.sieve.bounds;
        let value = |doc: u32| *values.get(usize::try_from(doc).ok()?)?;
        let mut sifted = self.sieve.sift(&worth, |doc| bounds.hold(|| value(doc)));
        let mut candidates: Vec<Candidate> = sifted
            .docs
            .iter()
            .map(|doc| {
                let nth = usize::try_from(*doc).unwrap_or(usize::MAX);
                let worth = worth.get(nth).copied().unwrap_or_default();
                let key = match self.sort {
                    Sort::Relevance => 0,
                    Sort::Amount => value(*doc).unwrap_or(i64::MIN),
                    Sort::Year => self.year(*doc),
                };
                (std::cmp::Reverse((key, worth)), *doc)
            })
            .collect();
        let most = if effort == Effort::Least { REJECTED } else { usize::MAX };
        let decided = self.decide(&mut candidates, &mut sifted, limit, most)?;
        Ok(decided.map(|decided| self.answer(decided, &sifted, candidates.len())))
    }

    /// The values, if they are needed.
    fn values(&self) -> Result<Vec<Option<i64>>, Error> {
        if self.sort != Sort::Amount && self.sieve.bounds == crate::amount::Bounds::default() {
            return Ok(Vec::new());
        }
        let read = |source| Error::Read { name: columns::VALUES.to_owned(), source };
        Ok(columns::read_values(&self.searcher.values.read_bytes().map_err(read)?))
    }

    fn year(&self, doc: u32) -> i64 {
        let overview = &self.searcher.overview;
        let year = overview.group(doc).and_then(|group| overview.groups.groups.get(group)?.year);
        year.map_or(0, i64::from)
    }

    /// The best candidate of each place that has what was asked, until there are `limit`; none if too many of them are
    /// rejected.
    fn decide(
        &self,
        candidates: &mut [Candidate],
        sifted: &mut Sifted,
        limit: usize,
        most_rejected: usize,
    ) -> Result<Option<Decided>, Error> {
        let mut places = BTreeSet::new();
        let mut decided = Decided::default();
        let (mut start, mut count) = (0, limit.max(1));
        let most = if self.plan.near { NEAR.max(limit) } else { usize::MAX }.min(candidates.len());
        while start < most && decided.found.len() < limit {
            if decided.rejected >= most_rejected.max(decided.found.len()) {
                return Ok(None);
            }
            let end = start.saturating_add(count).min(most);
            best(&mut candidates[start..], end - start);
            self.fetch(&candidates[start..end])?;
            for &(std::cmp::Reverse((_, worth)), doc) in &candidates[start..end] {
                if decided.found.len() == limit {
                    return Ok(Some(decided));
                }
                decided.examined += 1;
                let Some(record) = self.decided(doc)? else {
                    sifted.reject(&self.searcher.overview, doc);
                    decided.rejected += 1;
                    continue;
                };
                if places.insert(record.place().to_owned()) {
                    decided.found.push((record, worth));
                }
            }
            (start, count) = (end, count.saturating_mul(2).min(FETCHED));
        }
        Ok(Some(decided))
    }

    /// Asks for all cards before one is read.
    fn fetch(&self, candidates: &[Candidate]) -> Result<(), Error> {
        let mut failed = None;
        for (_, doc) in candidates {
            failed = self.searcher.cards.fetch(*doc).err().or(failed);
        }
        failed.map_or(Ok(()), Err)
    }

    /// The record, if it has what was asked.
    fn decided(&self, doc: u32) -> Result<Option<Record>, Error> {
        let Searcher { overview, cards, .. } = self.searcher;
        let (mut record, sounds) = cards.get(doc)?.into_record(overview.groups.kind(doc));
        let group = overview.group(doc).unwrap_or(usize::MAX);
        let (Some(group), Some(about)) = (overview.groups.groups.get(group), overview.about.of(group)) else {
            return Err(Error::Pointer { reason: "a record belongs to no group".to_owned() });
        };
        group.complete(&mut record);
        let texts = Texts::new(&record, &sounds, about);
        let is_hit = self.plan.clauses.iter().all(|clause| texts.meet(clause))
            && !self.query.excluded().iter().any(|term| texts.hold(term));
        Ok(is_hit.then_some(record))
    }

    fn answer(&self, decided: Decided, sifted: &Sifted, candidates: usize) -> Answer {
        let shown = self.plan.shown();
        let hit = |(record, worth)| Hit::new(record, worth, &shown, self.plan.near);
        let (hits, displays): (Vec<Hit>, Vec<Display>) = decided.found.into_iter().map(hit).unzip();
        let is_certain = self.plan.is_certain() && self.query.excluded().is_empty();
        Answer {
            displays,
            total: if hits.is_empty() { 0 } else { candidates - decided.rejected },
            is_exact: is_certain || decided.examined == candidates,
            facets: sifted.facets(&self.searcher.overview.groups),
            words: if self.plan.is_question { self.plan.words() } else { Vec::new() },
            synonyms: self.plan.synonyms(),
            hits,
        }
    }
}

/// What was decided of the candidates.
#[derive(Default)]
struct Decided {
    found: Vec<(Record, u32)>,
    examined: usize,
    rejected: usize,
}

/// Brings the best to the front, in order.
fn best(candidates: &mut [Candidate], count: usize) {
    if count < candidates.len() {
        candidates.select_nth_unstable(count);
    }
    candidates[..count].sort_unstable();
}
