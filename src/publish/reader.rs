//! Reading a published site back: for the verbs that work on a finished one.

use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::error::{Doing, PublishError};
use super::manifest::{Manifest, hex};
use super::names::MANIFEST;
use super::names::SitePath;

/// How a published site differs from its manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// Path within the site.
    pub path: String,
    /// What is wrong with it.
    pub kind: DamageKind,
}

/// What is wrong with a file of a published site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DamageKind {
    /// In the manifest, but not there (or not a plain file).
    Missing,
    /// Its bytes are not those of the manifest.
    Changed,
    /// There, but not in the manifest.
    Extra,
}

/// One file of a site.
///
/// # Errors
/// When `path` is not a path of a site, leads out of it, or cannot be read.
pub fn read_file(site: &Path, path: &str) -> Result<Vec<u8>, PublishError> {
    let place = inside(site, SitePath::new(path)?)?;
    fs::read(&place).doing("read", place)
}

/// A range of the bytes of a file of a published site.
///
/// # Errors
/// When the path leads out of the site, or the file is not there or ends before the range does.
pub fn read_range(site: &Path, path: &str, range: std::ops::Range<u64>) -> Result<Vec<u8>, PublishError> {
    let place = inside(site, SitePath::new(path)?)?;
    let mut file = fs::File::open(&place).doing("read", &place)?;
    let length = usize::try_from(range.end.saturating_sub(range.start)).unwrap_or(usize::MAX);
    let size = file.metadata().doing("read", &place)?.len();
    if range.end > size {
        return Err(io::Error::from(io::ErrorKind::UnexpectedEof)).doing("read", place);
    }
    let mut bytes = vec![0; length];
    let read = file.seek(SeekFrom::Start(range.start)).and_then(|_| file.read_exact(&mut bytes));
    read.doing("read", place)?;
    Ok(bytes)
}

/// Paths of all files of a site, sorted bytewise, the manifest included. Links count as files.
///
/// # Errors
/// When a folder cannot be listed.
pub fn site_files(site: &Path) -> Result<Vec<String>, PublishError> {
    let mut files = Vec::new();
    for entry in WalkDir::new(site) {
        let entry = entry.map_err(io::Error::from).doing("list", site)?;
        if !entry.file_type().is_dir() {
            let path = entry.path().strip_prefix(site).unwrap_or(entry.path());
            files.push(path.to_string_lossy().into_owned());
        }
    }
    files.sort_unstable();
    Ok(files)
}

/// The manifest of a site.
///
/// # Errors
/// When there is none, or when it is not one of ours ([`PublishError::NotASite`]).
pub fn read_manifest(site: &Path) -> Result<Manifest, PublishError> {
    let not_a_site = |reason| PublishError::NotASite { path: site.into(), reason };
    let text = match fs::read_to_string(site.join(MANIFEST)) {
        Ok(text) => text,
        Err(error) => return Err(not_a_site(format!("its `{MANIFEST}` cannot be read ({error})"))),
    };
    Manifest::parse(&text).map_err(|line| not_a_site(format!("line {line} of its `{MANIFEST}` is damaged")))
}

/// Hashes every file of a site and compares it with the manifest; sorted by path. Nothing: all is as published.
///
/// # Errors
/// When there is no manifest of ours, or when a file cannot be read.
pub fn check_manifest(site: &Path) -> Result<Vec<Damage>, PublishError> {
    let manifest = read_manifest(site)?;
    let files = site_files(site)?;
    let mut damage = Vec::new();
    for (path, digest) in &manifest.files {
        let found = files.binary_search(path).is_ok() && is_plain_file(&site.join(path));
        if !found {
            damage.push(Damage { path: path.clone(), kind: DamageKind::Missing });
        } else if sha256_of(&site.join(path))? != *digest {
            damage.push(Damage { path: path.clone(), kind: DamageKind::Changed });
        }
    }
    let extra = files.into_iter().filter(|path| path != MANIFEST && !manifest.files.contains_key(path));
    damage.extend(extra.map(|path| Damage { path, kind: DamageKind::Extra }));
    damage.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(damage)
}

fn is_plain_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file())
}

fn sha256_of(path: &Path) -> Result<String, PublishError> {
    let hashed = File::open(path).and_then(|file| {
        let mut file = BufReader::with_capacity(64 * 1024, file);
        let mut hash = Sha256::new();
        while let bytes @ [_, ..] = file.fill_buf()? {
            hash.update(bytes);
            let length = bytes.len();
            file.consume(length);
        }
        Ok(hex(hash.finalize()))
    });
    hashed.doing("read", path)
}

/// The real place of a file, which must lie in the site.
fn inside(site: &Path, path: SitePath<'_>) -> Result<PathBuf, PublishError> {
    let real = site.canonicalize().doing("find", site)?;
    let place = site.join(path.as_str());
    let found = place.canonicalize().doing("find", &place)?;
    if found.starts_with(&real) {
        return Ok(found);
    }
    Err(PublishError::BadPath { path: path.as_str().to_owned(), reason: "it leads out of the site" })
}
