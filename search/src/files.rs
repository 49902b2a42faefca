//! The files of an index: `index.json` names the others with their checksums.
//!
//! Every file but `index.json` carries its content in its name, so it may be cached for ever; `index.json`
//! also holds Tantivy's own `meta.json`. Nothing reaches Tantivy unchecked: it can panic on damaged bytes.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tantivy::directory::RamDirectory;
use tantivy::{Directory, TantivyError};

use crate::{Error, Synonyms};

/// The name of the file that names the others.
pub const POINTER: &str = "index.json";

/// The number of the format: schema, analyzer and layout. An index of another format is refused.
pub const FORMAT: u32 = 2;

/// The files of an index, by name, `index.json` first.
pub type IndexFiles = Vec<(String, Vec<u8>)>;

/// The name under which Tantivy looks for its description of an index.
pub(crate) const META: &str = "meta.json";

/// What `index.json` says.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Pointer {
    format: u32,
    files: Vec<Entry>,
    meta: String,
    /// What stands for the same: needed before anything is looked up.
    synonyms: Synonyms,
    /// Of `meta` and `synonyms`.
    sha256: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    name: String,
    bytes: u64,
    sha256: String,
}

impl Pointer {
    /// Describes the files of a segment and Tantivy's `meta.json` for them.
    #[cfg(feature = "native")]
    pub(crate) fn new(files: &IndexFiles, meta: String, synonyms: Synonyms) -> Self {
        let entry = |(name, bytes): &(String, Vec<u8>)| Entry {
            name: name.clone(),
            bytes: bytes.len() as u64,
            sha256: sha256(bytes),
        };
        Self {
            format: FORMAT,
            files: files.iter().map(entry).collect(),
            sha256: checksum(&meta, &synonyms),
            meta,
            synonyms,
        }
    }

    /// Reads and checks `index.json`.
    pub(crate) fn read(json: &[u8]) -> Result<Self, Error> {
        let damaged = |reason: String| Error::Pointer { reason };
        let pointer: Self = serde_json::from_slice(json).map_err(|error| damaged(error.to_string()))?;
        if pointer.format != FORMAT {
            return Err(Error::Format { found: pointer.format });
        }
        if checksum(&pointer.meta, &pointer.synonyms) != pointer.sha256 {
            return Err(damaged("its checksum is wrong".to_owned()));
        }
        match pointer.files.iter().find(|entry| !is_plain(&entry.name)) {
            Some(entry) => Err(damaged(format!("`{}` is no file name of an index", entry.name))),
            None => Ok(pointer),
        }
    }
}

/// Reads an index whole into memory, checking every byte.
pub(crate) fn load(
    mut read: impl FnMut(&str) -> io::Result<Vec<u8>>,
) -> Result<(RamDirectory, Synonyms), Error> {
    let mut get = |name: &str| read(name).map_err(|source| Error::Read { name: name.to_owned(), source });
    let pointer = Pointer::read(&get(POINTER)?)?;
    let directory = RamDirectory::create();
    let put = |name: &str, bytes: &[u8]| {
        directory
            .atomic_write(Path::new(name), bytes)
            .map_err(|error| Error::Tantivy(TantivyError::from(error)))
    };
    for Entry { name, bytes, sha256: expected } in &pointer.files {
        let content = get(name)?;
        if content.len() as u64 != *bytes || sha256(&content) != *expected {
            return Err(Error::Checksum { name: name.clone() });
        }
        put(name, &content)?;
    }
    put(META, pointer.meta.as_bytes())?;
    Ok((directory, pointer.synonyms))
}

fn checksum(meta: &str, synonyms: &Synonyms) -> String {
    // Lists of texts always have a JSON form.
    let synonyms = serde_json::to_string(synonyms).unwrap_or_default();
    sha256(format!("{meta}\n{synonyms}").as_bytes())
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
