//! The files of an index, and how any part of them is read and checked.
//!
//! | file | what |
//! |---|---|
//! | `index.json` | names the others; what must be known before anything is looked up |
//! | `<hash>.bundle` | the files of the segment, one after the other, in pages of [`PAGE`] bytes |
//! | `<hash>.hot` | a checksum for each page, then the pages that every reader needs |
//!
//! All but `index.json` carry their content in their names, so they may be cached for ever. A reader asks for pages, not
//! for files, and checks each before Tantivy sees it, which can panic on damaged bytes.

mod bundle;
mod hot;
mod paged;

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Error, Synonyms};

#[cfg(feature = "native")]
pub(crate) use bundle::pack;
pub(crate) use paged::Paged;

/// The name of the file that names the others.
pub const POINTER: &str = "index.json";

/// The number of the format: schema, analyzer and layout. An index of another format is refused.
pub const FORMAT: u32 = 6;

/// Bytes of a page.
pub(crate) const PAGE: usize = 4 << 10;

/// The files of an index, by name, `index.json` first.
pub type IndexFiles = Vec<(String, Vec<u8>)>;

/// The name under which Tantivy looks for its description of an index.
pub(crate) const META: &str = "meta.json";

/// Where the files of an index are: a folder, a server, memory.
pub trait Storage: fmt::Debug + Send + Sync + 'static {
    /// The bytes of a file, or a range of them.
    ///
    /// # Errors
    /// When they cannot be had; [`io::ErrorKind::WouldBlock`] when they are on their way, and the search is to be run
    /// again once they are there.
    fn read(&self, name: &str, range: Option<Range<u64>>) -> io::Result<Vec<u8>>;
}

/// Files in memory.
impl Storage for BTreeMap<String, Vec<u8>> {
    fn read(&self, name: &str, range: Option<Range<u64>>) -> io::Result<Vec<u8>> {
        let file = self.get(name).ok_or(io::ErrorKind::NotFound)?;
        let Some(range) = range else { return Ok(file.clone()) };
        let at = |offset: u64| usize::try_from(offset).unwrap_or(usize::MAX);
        let part = file.get(at(range.start)..at(range.end));
        part.map(<[u8]>::to_vec).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }
}

/// What `index.json` says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Pointer {
    /// The number of the format.
    format: u32,
    /// Of everything that follows.
    sha256: String,
    #[serde(flatten)]
    pub index: Description,
}

/// What must be known before anything is looked up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Description {
    /// The pages.
    pub bundle: Entry,
    /// Their checksums, and the pages that are needed first.
    pub hot: Entry,
    /// Where the files of the segment lie in the bundle.
    pub files: Vec<Entry>,
    /// Tantivy's `meta.json`.
    pub meta: String,
    /// What stands for the same.
    pub synonyms: Synonyms,
}

/// A file, and where it begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// Its name.
    pub name: String,
    /// Its first byte in the bundle; 0 for the bundle and the hot pages themselves.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub at: u64,
    /// Its length.
    pub bytes: u64,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks for it")]
fn is_zero(at: &u64) -> bool {
    *at == 0
}

impl Pointer {
    #[cfg(feature = "native")]
    fn new(index: Description) -> Self {
        Self { format: FORMAT, sha256: index.checksum(), index }
    }

    /// Reads and checks `index.json`.
    pub(crate) fn read(json: &[u8]) -> Result<Self, Error> {
        let damaged = |reason: String| Error::Pointer { reason };
        // Other formats may look different in everything but this.
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        let Format { format } = serde_json::from_slice(json).map_err(|error| damaged(error.to_string()))?;
        if format != FORMAT {
            return Err(Error::Format { found: format });
        }
        let pointer: Self = serde_json::from_slice(json).map_err(|error| damaged(error.to_string()))?;
        if pointer.index.checksum() != pointer.sha256 {
            return Err(damaged("its checksum is wrong".to_owned()));
        }
        let names = [&pointer.index.bundle.name, &pointer.index.hot.name];
        if let Some(name) = names.into_iter().find(|name| !is_plain(name)) {
            return Err(damaged(format!("`{name}` is no file name of an index")));
        }
        Ok(pointer)
    }
}

impl Description {
    fn checksum(&self) -> String {
        // Texts and numbers always have a JSON form.
        sha256(&serde_json::to_vec(self).unwrap_or_default())
    }
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a name is one that an index has: it can lead out of no folder.
fn is_plain(name: &str) -> bool {
    let word =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    name.split_once('.').is_some_and(|(stem, extension)| word(stem) && word(extension))
}
