//! The site published before: which of its files can be kept as they are.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, Metadata};
use std::io::{self, BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::staging::{FILE_MODE, FOLDER_MODE};

/// What stood in the output folder when the build began. Links are never followed.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    root: PathBuf,
    /// Path → length in bytes, or `None` for a file that cannot be kept.
    files: BTreeMap<String, Option<u64>>,
    folders: BTreeSet<String>,
    /// There are things a site of ours does not have, such as links.
    has_strays: bool,
}

impl Earlier {
    /// Lists the files below `root`; nothing if it does not exist.
    pub(super) fn list(root: &Path) -> io::Result<Self> {
        let mut earlier = Self { root: root.to_path_buf(), ..Self::default() };
        if !root.exists() {
            return Ok(earlier);
        }
        for entry in WalkDir::new(root) {
            let entry = entry?;
            let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
            earlier.add(path.to_str(), &entry.metadata()?);
        }
        Ok(earlier)
    }

    fn add(&mut self, path: Option<&str>, metadata: &Metadata) {
        let mode = metadata.permissions().mode() & 0o7777;
        match path {
            Some(path) if metadata.is_dir() => {
                self.has_strays |= mode != FOLDER_MODE;
                self.folders.insert(path.to_owned());
            }
            Some(path) if metadata.is_file() => {
                self.files.insert(path.to_owned(), (mode == FILE_MODE).then_some(metadata.len()));
            }
            _ => self.has_strays = true,
        }
    }

    /// Where a file of the earlier site is.
    pub(super) fn path_of(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// Whether the earlier site has this file with these bytes and the right mode. Bytes are compared, not
    /// hashes or times; a file that cannot be read is not the same.
    pub(super) fn has(&self, path: &str, length: u64, bytes: impl BufRead) -> bool {
        self.files.get(path) == Some(&Some(length))
            && File::open(self.path_of(path)).and_then(|file| same_bytes(file, bytes)).unwrap_or(false)
    }

    /// How many of its files are not in the new site.
    pub(super) fn count_missing_from<V>(&self, new: &BTreeMap<String, V>) -> usize {
        self.files.keys().filter(|path| !new.contains_key(*path)).count()
    }

    /// Whether there is nothing but the files of the new site, in the folders they need.
    pub(super) fn has_nothing_beside<V>(&self, new: &BTreeMap<String, V>) -> bool {
        let needed = |folder: &String| folder.is_empty() || starts_a_path(new, folder);
        !self.has_strays && self.count_missing_from(new) == 0 && self.folders.iter().all(needed)
    }
}

/// Whether some path lies in `folder`.
fn starts_a_path<V>(paths: &BTreeMap<String, V>, folder: &str) -> bool {
    let prefix = format!("{folder}/");
    paths.range(prefix.clone()..).next().is_some_and(|(path, _)| path.starts_with(&prefix))
}

fn same_bytes(file: File, mut bytes: impl BufRead) -> io::Result<bool> {
    let mut file = BufReader::with_capacity(64 * 1024, file);
    loop {
        let (ours, theirs) = (file.fill_buf()?, bytes.fill_buf()?);
        let length = ours.len().min(theirs.len());
        if length == 0 {
            return Ok(ours.is_empty() && theirs.is_empty());
        }
        if ours[..length] != theirs[..length] {
            return Ok(false);
        }
        file.consume(length);
        bytes.consume(length);
    }
}
