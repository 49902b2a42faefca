//! Which records have which tokens.

use std::cell::RefCell;
use std::io;
use std::sync::Arc;

use tantivy::postings::{SegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, InvertedIndexReader, SegmentReader, TERMINATED, TantivyError};

use crate::Error;
#[cfg(feature = "native")]
use crate::analyzer::RARE;
use crate::analyzer::{Need, Place, bucket, of_title, rare};
use crate::schema::Fields;

/// Records that may have the tokens of a phrase by accident.
const ACCIDENTS: u64 = 4;

/// Numbers of records, in growing order.
pub(crate) type Docs = Vec<u32>;

/// The lists of records of one segment.
pub(crate) struct Lists {
    text: Arc<InvertedIndexReader>,
    sound: Arc<InvertedIndexReader>,
    records: usize,
    /// The first error of reading. A list that is on its way counts as empty until the others were asked for, so that
    /// all are fetched at once.
    failed: RefCell<Option<TantivyError>>,
}

impl Lists {
    pub(crate) fn open(segment: &SegmentReader, fields: &Fields) -> Result<Self, Error> {
        let reader = |field: Field| segment.inverted_index(field);
        let (text, sound) = (reader(fields.text)?, reader(fields.sound)?);
        let records = usize::try_from(segment.max_doc()).unwrap_or(usize::MAX);
        Ok(Self { text, sound, records, failed: RefCell::new(None) })
    }

    /// Fails if a list could not be read.
    ///
    /// # Errors
    /// The first one that was met.
    pub(crate) fn check(self) -> Result<(), Error> {
        self.failed.into_inner().map_or(Ok(()), |error| Err(error.into()))
    }

    /// Records that have all that is needed in a place.
    pub(crate) fn all(&self, needs: &[Need], place: Place) -> Docs {
        let tokens = needs.iter().filter_map(|need| match need {
            Need::Token(token) if place == Place::Title => Some(of_title(token)),
            Need::Token(token) => Some(token.clone()),
            Need::Triple(triple) => Some(bucket(*triple, place, self.records)),
            Need::Start(_) => None,
        });
        let starts = needs.iter().filter_map(|need| match need {
            Need::Start(c) => Some(self.starting(*c)),
            Need::Token(_) | Need::Triple(_) => None,
        });
        let starts: Vec<Docs> = starts.collect();
        let tokens: Vec<String> = tokens.collect();
        let lists = (!tokens.is_empty()).then(|| self.having(&self.text, &tokens));
        starts.into_iter().chain(lists).reduce(|a, b| common(&a, &b)).unwrap_or_default()
    }

    /// Records whose title has the token of a need; none for the start of one.
    pub(crate) fn title(&self, need: &Need) -> Docs {
        match need {
            Need::Token(token) => self.having(&self.text, &[of_title(token)]),
            Need::Start(_) | Need::Triple(_) => Docs::new(),
        }
    }

    /// Records with a name that has all of these sounds.
    pub(crate) fn sounding(&self, tokens: &[String]) -> Docs {
        self.having(&self.sound, tokens)
    }

    /// Records that have a token that starts with a character, in title or body.
    pub(crate) fn starting(&self, c: char) -> Docs {
        let read = || -> Result<Docs, TantivyError> {
            let infos = [self.infos_starting("", c)?, self.infos_starting(&rare(""), c)?].concat();
            let mut docs = Docs::new();
            for info in &infos {
                each(postings(&self.text, info)?, |doc| docs.push(doc));
            }
            docs.sort_unstable();
            docs.dedup();
            Ok(docs)
        };
        self.or_empty(read())
    }

    /// Where the lists of all tokens are that start with a character, after what all of them begin with.
    fn infos_starting(&self, before: &str, c: char) -> Result<Vec<TermInfo>, TantivyError> {
        let mut range = self.text.terms().range().ge(format!("{before}{c}"));
        if let Some(next) = char::from_u32(c as u32 + 1) {
            range = range.lt(format!("{before}{next}"));
        }
        let mut stream = range.into_stream()?;
        let mut infos = Vec::new();
        while stream.advance() {
            infos.push(stream.value().clone());
        }
        Ok(infos)
    }

    /// Records that have all of some tokens.
    fn having(&self, index: &InvertedIndexReader, tokens: &[String]) -> Docs {
        let infos: Result<Option<Vec<TermInfo>>, _> = tokens.iter().map(|token| info(index, token)).collect();
        let mut infos = match infos {
            Ok(Some(infos)) => infos,
            Ok(None) => return Docs::new(),
            Err(error) => return self.or_empty(Err(error.into())),
        };
        // The rarest first; every list is asked for before any is read.
        infos.sort_by_key(|info| info.doc_freq);
        infos.truncate(self.enough(&infos));
        let lists: Vec<_> = infos.iter().map(|info| postings(index, info)).collect();
        let mut read: Vec<SegmentPostings> = Vec::new();
        for list in lists {
            match list {
                Ok(list) => read.push(list),
                Err(error) => return self.or_empty(Err(error)),
            }
        }
        intersection(read)
    }

    /// How many of the lists, the shortest first, leave hardly a record that has their tokens by accident; the texts
    /// decide in the end, and each list more is a request more.
    fn enough(&self, infos: &[TermInfo]) -> usize {
        let records = self.records as u64;
        let mut accidents = records;
        let is_many = |info: &&TermInfo| {
            accidents = accidents * u64::from(info.doc_freq) / records.max(1);
            accidents >= ACCIDENTS
        };
        infos.iter().take_while(is_many).count() + 1
    }

    fn or_empty(&self, docs: Result<Docs, TantivyError>) -> Docs {
        docs.unwrap_or_else(|error| {
            self.failed.borrow_mut().get_or_insert(error);
            Docs::new()
        })
    }
}

/// Where the list of a token is; none if no record has it.
fn info(index: &InvertedIndexReader, token: &str) -> io::Result<Option<TermInfo>> {
    match index.terms().get(token)? {
        None => index.terms().get(rare(token)),
        found => Ok(found),
    }
}

fn postings(index: &InvertedIndexReader, info: &TermInfo) -> Result<SegmentPostings, TantivyError> {
    Ok(index.read_postings_from_terminfo(info, IndexRecordOption::Basic)?)
}

fn each(mut list: SegmentPostings, mut take: impl FnMut(u32)) {
    let mut doc = list.doc();
    while doc != TERMINATED {
        take(doc);
        doc = list.advance();
    }
}

/// What is in all lists; the first is the shortest.
fn intersection(lists: Vec<SegmentPostings>) -> Docs {
    let mut docs = Docs::new();
    let mut lists = lists.into_iter();
    let Some(shortest) = lists.next() else { return docs };
    let mut others: Vec<SegmentPostings> = lists.collect();
    each(shortest, |doc| {
        let is_in =
            |list: &mut SegmentPostings| list.doc() == doc || list.doc() < doc && list.seek(doc) == doc;
        if others.iter_mut().all(is_in) {
            docs.push(doc);
        }
    });
    docs
}

/// What is in both.
pub(crate) fn common(a: &[u32], b: &[u32]) -> Docs {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.iter().copied().filter(|doc| long.binary_search(doc).is_ok()).collect()
}

/// Reads where the lists of all common tokens of texts are; few look for sounds.
#[cfg(feature = "native")]
pub(crate) fn touch(segment: &SegmentReader, fields: &Fields) -> Result<(), Error> {
    segment.inverted_index(fields.sound)?;
    let index = segment.inverted_index(fields.text)?;
    let mut stream = index.terms().range().lt(RARE.to_string()).into_stream().map_err(TantivyError::from)?;
    while stream.advance() {}
    Ok(())
}
