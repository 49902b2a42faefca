//! Packing the files of a segment.
#![cfg(feature = "native")]

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use super::hot::Hot;
use super::{Description, Entry, IndexFiles, PAGE, POINTER, Pointer, Storage, sha256};
use crate::{Error, Searcher, Synonyms};

/// Packs the files of a segment and Tantivy's `meta.json` for them into the files of an index.
///
/// The hot pages are those that opening the packed index asks for.
pub(crate) fn pack(segment: IndexFiles, meta: String, synonyms: &Synonyms) -> Result<IndexFiles, Error> {
    let mut bundle = Vec::new();
    let mut files = Vec::new();
    for (name, bytes) in segment {
        files.push(Entry { name, at: bundle.len() as u64, bytes: bytes.len() as u64 });
        bundle.extend(bytes);
    }
    let cold = Packed { bundle, files, meta, synonyms: synonyms.clone() };
    let hot = cold.touched_by_opening()?;
    cold.files(&hot)
}

struct Packed {
    bundle: Vec<u8>,
    files: Vec<Entry>,
    meta: String,
    synonyms: Synonyms,
}

impl Packed {
    fn files(&self, hot: &BTreeSet<u32>) -> Result<IndexFiles, Error> {
        let hot = Hot::write(&self.bundle, hot.iter().copied());
        let entry = |bytes: &[u8], extension: &str| Entry {
            name: format!("{}.{extension}", sha256(bytes).chars().take(32).collect::<String>()),
            at: 0,
            bytes: bytes.len() as u64,
        };
        let index = Description {
            bundle: entry(&self.bundle, "bundle"),
            hot: entry(&hot, "hot"),
            files: self.files.clone(),
            meta: self.meta.clone(),
            synonyms: self.synonyms.clone(),
        };
        let names = (index.hot.name.clone(), index.bundle.name.clone());
        let pointer = serde_json::to_vec(&Pointer::new(index)).map_err(Error::Record)?;
        Ok(vec![(POINTER.to_owned(), pointer), (names.0, hot), (names.1, self.bundle.clone())])
    }

    /// The pages that are read when the index is opened and its fields are made ready.
    fn touched_by_opening(&self) -> Result<BTreeSet<u32>, Error> {
        let recorder =
            Recorder { files: self.files(&BTreeSet::new())?.into_iter().collect(), touched: Arc::default() };
        let touched = Arc::clone(&recorder.touched);
        Searcher::open(recorder)?.make_ready()?;
        let touched = touched.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(touched.clone())
    }
}

/// Files that remember which pages were asked for.
#[derive(Debug)]
struct Recorder {
    files: BTreeMap<String, Vec<u8>>,
    touched: Arc<Mutex<BTreeSet<u32>>>,
}

impl Storage for Recorder {
    fn read(&self, name: &str, range: Option<Range<u64>>) -> io::Result<Vec<u8>> {
        if let Some(range) = &range {
            let page = |offset: u64| u32::try_from(offset / PAGE as u64).unwrap_or(u32::MAX);
            let pages = page(range.start)..=page(range.end.saturating_sub(1));
            self.touched.lock().unwrap_or_else(PoisonError::into_inner).extend(pages);
        }
        self.files.read(name, range)
    }
}
