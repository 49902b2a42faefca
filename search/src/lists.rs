//! Which records have which tokens.

use std::cell::RefCell;
use std::sync::Arc;

use tantivy::postings::{SegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, InvertedIndexReader, SegmentReader, TERMINATED, TantivyError};

use crate::Error;
use crate::analyzer::{Need, of_title};
use crate::schema::Fields;

/// Numbers of records, in growing order.
pub(crate) type Docs = Vec<u32>;

/// The lists of records of one segment.
pub(crate) struct Lists {
    text: Arc<InvertedIndexReader>,
    sound: Arc<InvertedIndexReader>,
    /// The first error of reading. A list that is on its way counts as empty until the others were asked for, so that
    /// all are fetched at once.
    failed: RefCell<Option<TantivyError>>,
}

/// Where a token is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Title,
    Body,
}

impl Lists {
    pub(crate) fn open(segment: &SegmentReader, fields: &Fields) -> Result<Self, Error> {
        let reader = |field: Field| segment.inverted_index(field);
        Ok(Self { text: reader(fields.text)?, sound: reader(fields.sound)?, failed: RefCell::new(None) })
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
        let named = |token: &str| match place {
            Place::Title => of_title(token),
            Place::Body => token.to_owned(),
        };
        let tokens = needs.iter().filter_map(|need| match need {
            Need::Token(token) => Some(named(token)),
            Need::Start(_) => None,
        });
        let starts = needs.iter().filter_map(|need| match need {
            Need::Start(c) => Some(self.starting(*c)),
            Need::Token(_) => None,
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
            Need::Start(_) => Docs::new(),
        }
    }

    /// Records with a name that has all of these sounds.
    pub(crate) fn sounding(&self, tokens: &[String]) -> Docs {
        self.having(&self.sound, tokens)
    }

    /// Records that have a token that starts with a character, in title or body.
    pub(crate) fn starting(&self, c: char) -> Docs {
        let read = || -> Result<Docs, TantivyError> {
            let mut infos = Vec::new();
            let mut range = self.text.terms().range().ge(c.encode_utf8(&mut [0; 4]));
            if let Some(next) = char::from_u32(c as u32 + 1) {
                range = range.lt(next.encode_utf8(&mut [0; 4]));
            }
            let mut stream = range.into_stream()?;
            while stream.advance() {
                infos.push(stream.value().clone());
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

    /// Records that have all of some tokens.
    fn having(&self, index: &InvertedIndexReader, tokens: &[String]) -> Docs {
        let infos: Result<Option<Vec<TermInfo>>, _> =
            tokens.iter().map(|token| index.terms().get(token.as_bytes())).collect();
        let mut infos = match infos {
            Ok(Some(infos)) => infos,
            Ok(None) => return Docs::new(),
            Err(error) => return self.or_empty(Err(error.into())),
        };
        // The rarest first; every list is asked for before any is read.
        infos.sort_by_key(|info| info.doc_freq);
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

    fn or_empty(&self, docs: Result<Docs, TantivyError>) -> Docs {
        docs.unwrap_or_else(|error| {
            self.failed.borrow_mut().get_or_insert(error);
            Docs::new()
        })
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

/// Reads where the lists of all words are; not those of numbers, of which there are many and which few look for.
#[cfg(feature = "native")]
pub(crate) fn touch(segment: &SegmentReader, fields: &Fields) -> Result<(), Error> {
    for field in [fields.text, fields.sound] {
        let index = segment.inverted_index(field)?;
        let mut stream = index.terms().range().ge(":").into_stream().map_err(TantivyError::from)?;
        while stream.advance() {}
    }
    Ok(())
}
