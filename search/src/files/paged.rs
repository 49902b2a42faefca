//! A read-only Tantivy directory over the pages of a bundle.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{DirectoryLock, FileHandle, Lock, OwnedBytes, WatchCallback, WatchHandle, WritePtr};
use tantivy::{Directory, HasLen};

use super::hot::{Hot, length};
use super::{META, PAGE, POINTER, Pointer, Storage};
use crate::{Error, Synonyms};

/// Pages that are kept, apart from the hot ones: 32 MB.
const MAX_PAGES: usize = 8192;

/// The files of a segment, read page by page.
#[derive(Clone, Debug)]
pub(crate) struct Paged(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    storage: Box<dyn Storage>,
    pointer: Pointer,
    hot: Hot,
    cache: Mutex<Cache>,
}

#[derive(Debug, Default)]
struct Cache {
    pages: BTreeMap<u32, OwnedBytes>,
    /// In the order they came.
    order: VecDeque<u32>,
}

impl Paged {
    /// Reads what comes before the pages.
    pub fn open(storage: impl Storage) -> Result<Self, Error> {
        let read = |name: &str| {
            storage.read(name, None).map_err(|source| Error::Read { name: name.to_owned(), source })
        };
        let pointer = Pointer::read(&read(POINTER)?)?;
        let bundle = pointer.index.bundle.bytes;
        let name = &pointer.index.hot.name;
        let bytes = read(name)?;
        let fits = bytes.len() as u64 == pointer.index.hot.bytes;
        let hot = fits.then(|| Hot::read(&bytes, bundle)).flatten();
        let mut hot = hot.ok_or_else(|| Error::Checksum { name: name.clone() })?;
        let pages = std::mem::take(&mut hot.pages);
        let pages = pages.into_iter().map(|(number, page)| (number, OwnedBytes::new(page))).collect();
        let cache = Mutex::new(Cache { pages, order: VecDeque::new() });
        Ok(Self(Arc::new(Inner { storage: Box::new(storage), pointer, hot, cache })))
    }

    /// What stands for the same.
    pub fn synonyms(&self) -> &Synonyms {
        &self.0.pointer.index.synonyms
    }
}

impl Inner {
    /// A range of the bundle, its pages checked.
    fn bytes(&self, range: Range<u64>) -> io::Result<OwnedBytes> {
        if range.is_empty() {
            return Ok(OwnedBytes::empty());
        }
        let first = page_of(range.start)?;
        let last = page_of(range.end - 1)?;
        let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        self.fetch(&mut cache, first, last)?;
        let start = offset(range.start - u64::from(first) * PAGE as u64);
        let length = offset(range.end - range.start);
        if first == last {
            let page = cache.pages.get(&first).ok_or(io::ErrorKind::UnexpectedEof)?;
            return if start + length <= page.len() {
                Ok(page.slice(start..start + length))
            } else {
                Err(io::ErrorKind::UnexpectedEof.into())
            };
        }
        let mut bytes = Vec::with_capacity(length);
        let mut skipped = start;
        for page in (first..=last).filter_map(|number| cache.pages.get(&number)) {
            let part = page.get(std::mem::take(&mut skipped)..).unwrap_or_default();
            bytes.extend_from_slice(part.get(..length - bytes.len()).unwrap_or(part));
        }
        if bytes.len() == length {
            Ok(OwnedBytes::new(bytes))
        } else {
            Err(io::ErrorKind::UnexpectedEof.into())
        }
    }

    /// Makes sure that pages are in the cache; each run of missing ones is read at once.
    fn fetch(&self, cache: &mut Cache, first: u32, last: u32) -> io::Result<()> {
        cache.make_room();
        let missing: Vec<u32> = (first..=last).filter(|number| !cache.pages.contains_key(number)).collect();
        for run in missing.chunk_by(|a, b| a + 1 == *b) {
            let (Some(start), Some(end)) = (run.first(), run.last()) else { continue };
            let bundle = &self.pointer.index.bundle;
            let from = u64::from(*start) * PAGE as u64;
            let to = (u64::from(*end) + 1).saturating_mul(PAGE as u64).min(bundle.bytes);
            let bytes = self.storage.read(&bundle.name, Some(from..to))?;
            let mut rest = bytes.as_slice();
            for number in run {
                let page = length(*number, bundle.bytes).and_then(|length| rest.split_at_checked(length));
                let (page, after) = page.ok_or_else(|| damaged(&bundle.name))?;
                if !self.hot.is_intact(*number, page) {
                    return Err(damaged(&bundle.name));
                }
                cache.pages.insert(*number, OwnedBytes::new(page.to_vec()));
                cache.order.push_back(*number);
                rest = after;
            }
        }
        Ok(())
    }
}

impl Cache {
    /// Forgets the pages that came first.
    fn make_room(&mut self) {
        while self.order.len() > MAX_PAGES {
            let oldest = self.order.pop_front();
            oldest.map(|number| self.pages.remove(&number));
        }
    }
}

fn page_of(offset: u64) -> io::Result<u32> {
    u32::try_from(offset / PAGE as u64).map_err(|_| io::ErrorKind::UnexpectedEof.into())
}

/// A length within a bundle; larger ones than memory has room for meet the end of the bytes.
fn offset(length: u64) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX)
}

fn damaged(name: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("`{name}` is damaged: its checksum is wrong"))
}

/// A file of the segment.
#[derive(Debug)]
struct File {
    inner: Arc<Inner>,
    at: u64,
    bytes: usize,
}

impl HasLen for File {
    fn len(&self) -> usize {
        self.bytes
    }
}

impl FileHandle for File {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        if range.end > self.bytes {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.inner.bytes(self.at + range.start as u64..self.at + range.end as u64)
    }
}

impl Directory for Paged {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let missing = || OpenReadError::FileDoesNotExist(path.to_owned());
        let name = path.to_str().ok_or_else(missing)?;
        let entry = self.0.pointer.index.files.iter().find(|entry| entry.name == name).ok_or_else(missing)?;
        let bytes = usize::try_from(entry.bytes).map_err(|_| missing())?;
        Ok(Arc::new(File { inner: Arc::clone(&self.0), at: entry.at, bytes }))
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        Ok(path == Path::new(META) || self.get_file_handle(path).is_ok())
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        if path == Path::new(META) {
            return Ok(self.0.pointer.index.meta.clone().into_bytes());
        }
        let file = self.get_file_handle(path)?;
        let bytes = file.read_bytes(0..file.len());
        bytes
            .map(|bytes| bytes.to_vec())
            .map_err(|error| OpenReadError::wrap_io_error(error, path.to_owned()))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        Err(DeleteError::FileDoesNotExist(path.to_owned()))
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        Err(OpenWriteError::FileAlreadyExists(path.to_owned()))
    }

    fn atomic_write(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(())
    }

    fn acquire_lock(&self, _: &Lock) -> Result<DirectoryLock, LockError> {
        // Nothing is written, so there is nobody to keep out.
        Ok(DirectoryLock::from(Box::new(())))
    }

    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty())
    }
}
