//! Which records have which tokens.
//!
//! The index has a document for each body, then one for each title, in the order of the records: so one list tells both,
//! and is one request.

use std::cell::RefCell;
use std::io;
use std::sync::Arc;

use tantivy::postings::{SegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, InvertedIndexReader, SegmentReader, TERMINATED, TantivyError};

use crate::Error;
#[cfg(feature = "native")]
use crate::analyzer::RARE;
use crate::analyzer::{Need, bucket, rare};
use crate::schema::Fields;
use crate::topics::Topics;

/// Records that may have the tokens of a phrase by accident.
const ACCIDENTS: u64 = 4;
/// One such record beside so many that have the rarest token.
const BESIDE: u64 = 32;

/// Numbers of records, in growing order.
pub(crate) type Docs = Vec<u32>;

/// Records that have tokens.
#[derive(Default)]
pub(crate) struct Found {
    pub in_body: Docs,
    pub in_title: Docs,
}

/// How many lists are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effort {
    /// As few as leave hardly a record by accident.
    Least,
    /// All.
    Most,
}

/// The lists of records of one segment.
pub(crate) struct Lists<'a> {
    topics: &'a Topics,
    effort: Effort,
    text: Arc<InvertedIndexReader>,
    sound: Arc<InvertedIndexReader>,
    records: u32,
    /// The first error of reading. A list that is on its way counts as empty until the others were asked for, so that
    /// all are fetched at once.
    failed: RefCell<Option<TantivyError>>,
}

impl<'a> Lists<'a> {
    pub(crate) fn open(
        segment: &SegmentReader,
        fields: &Fields,
        topics: &'a Topics,
        effort: Effort,
    ) -> Result<Self, Error> {
        let reader = |field: Field| segment.inverted_index(field);
        let (text, sound) = (reader(fields.text)?, reader(fields.sound)?);
        let records = records(segment);
        Ok(Self { topics, effort, text, sound, records, failed: RefCell::new(None) })
    }

    /// How many records there are.
    pub(crate) fn records(&self) -> u32 {
        self.records
    }

    /// Fails if a list could not be read.
    ///
    /// # Errors
    /// The first one that was met.
    pub(crate) fn check(self) -> Result<(), Error> {
        self.failed.into_inner().map_or(Ok(()), |error| Err(error.into()))
    }

    /// Records that have all that is needed, in one place. The start of a token, which many tokens have, is left to the
    /// texts to decide if anything else is needed.
    pub(crate) fn all(&self, needs: &[Need]) -> Found {
        let tokens = needs.iter().filter_map(|need| match need {
            Need::Token(token) => Some(token.clone()),
            Need::Triple(triple) => Some(bucket(*triple, self.records).to_string()),
            Need::Start(_) => None,
        });
        let tokens: Vec<String> = tokens.collect();
        let docs = match needs {
            [Need::Start(c)] => self.starting(*c),
            _ if tokens.is_empty() => Docs::new(),
            _ => self.having(&self.text, tokens.iter().map(|token| self.info(token))),
        };
        let mut in_body = docs;
        let bodies = in_body.partition_point(|doc| *doc < self.records);
        let in_title = in_body.split_off(bodies).into_iter().map(|doc| doc - self.records).collect();
        Found { in_body, in_title }
    }

    /// Records with a name that has all of these sounds.
    pub(crate) fn sounding(&self, tokens: &[String]) -> Docs {
        self.having(&self.sound, tokens.iter().map(|token| self.sound.terms().get(token)))
    }

    /// Documents that have a token that starts with a character.
    fn starting(&self, c: char) -> Docs {
        let read = || -> Result<Docs, TantivyError> {
            let mut infos = [self.infos_starting("", c)?, self.infos_starting(&rare(""), c)?].concat();
            for name in self.topics.starting(c) {
                infos.extend(self.text.terms().get(name)?);
            }
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

    /// Documents that are in all of some lists, none of which is there if no record has its token.
    fn having(
        &self,
        index: &InvertedIndexReader,
        infos: impl Iterator<Item = io::Result<Option<TermInfo>>>,
    ) -> Docs {
        let mut infos = match infos.collect::<io::Result<Option<Vec<TermInfo>>>>() {
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

    /// How many of the lists, the shortest first, leave hardly a record that has their tokens by accident, or few beside
    /// those that mean it; the texts decide in the end, and each list more is a request more.
    fn enough(&self, infos: &[TermInfo]) -> usize {
        if self.effort == Effort::Most {
            return infos.len();
        }
        let texts = 2 * u64::from(self.records);
        let rarest = infos.first().map_or(0, |info| u64::from(info.doc_freq));
        let mut accidents = texts;
        let is_many = |info: &&TermInfo| {
            accidents = accidents * u64::from(info.doc_freq) / texts.max(1);
            accidents >= ACCIDENTS.max(rarest / BESIDE)
        };
        infos.iter().take_while(is_many).count() + 1
    }

    /// Where the list of a token is; none if no record has it.
    fn info(&self, token: &str) -> io::Result<Option<TermInfo>> {
        let terms = self.text.terms();
        if let Some(name) = self.topics.name(token) {
            return terms.get(name);
        }
        match terms.get(token)? {
            None => terms.get(rare(token)),
            found => Ok(found),
        }
    }

    fn or_empty(&self, docs: Result<Docs, TantivyError>) -> Docs {
        docs.unwrap_or_else(|error| {
            self.failed.borrow_mut().get_or_insert(error);
            Docs::new()
        })
    }
}

/// How many records a segment has.
pub(crate) fn records(segment: &SegmentReader) -> u32 {
    segment.max_doc() / 2
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

/// Reads where the lists of all common tokens of texts are; few look for sounds.
#[cfg(feature = "native")]
pub(crate) fn touch(segment: &SegmentReader, fields: &Fields) -> Result<(), Error> {
    segment.inverted_index(fields.sound)?;
    let index = segment.inverted_index(fields.text)?;
    let mut stream = index.terms().range().lt(RARE.to_string()).into_stream().map_err(TantivyError::from)?;
    while stream.advance() {}
    Ok(())
}
