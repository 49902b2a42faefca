//! The names files of a site may have: the same file on every system, in a URL and on a USB stick.

use std::collections::BTreeMap;

use super::error::PublishError;

/// Name of the manifest, at the top of the site.
pub const MANIFEST: &str = "manifest-sha256.txt";

/// Longest path, in bytes: within Windows' limit of 260 with room for the folder a copy lies in.
const LONGEST_PATH: usize = 220;

/// A relative path of allow-listed ASCII names with `/` between them.
#[derive(Clone, Copy, Debug)]
pub(super) struct SitePath<'a>(&'a str);

impl<'a> SitePath<'a> {
    /// Checks `path`.
    pub(super) fn new(path: &'a str) -> Result<Self, PublishError> {
        match objection(path) {
            Some(reason) => Err(PublishError::BadPath { path: path.to_owned(), reason }),
            None => Ok(Self(path)),
        }
    }

    pub(super) fn as_str(self) -> &'a str {
        self.0
    }

    /// The folders above the file, outermost first.
    pub(super) fn folders(self) -> impl Iterator<Item = &'a str> {
        self.0.match_indices('/').map(move |(at, _)| &self.0[..at])
    }
}

fn objection(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("it is empty");
    }
    if path.len() > LONGEST_PATH {
        return Some("it is longer than 220 bytes");
    }
    if path.starts_with('/') {
        return Some("it is absolute");
    }
    path.split('/').find_map(name_objection)
}

fn name_objection(name: &str) -> Option<&'static str> {
    if matches!(name, "" | "." | "..") {
        return Some("it has an empty, `.` or `..` part");
    }
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.')) {
        return Some("it has a character other than ASCII letters, digits, `-`, `_` and `.`");
    }
    if name.starts_with(['.', '-']) || name.ends_with('.') {
        return Some("a part begins with `.` or `-`, or ends with `.`");
    }
    is_device(name).then_some("a part is the name of a device on Windows")
}

/// `con`, `aux.txt`, `com1` …: on Windows no file can have such a name, whatever its extension.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered =
        |kind| stem.strip_prefix(kind).is_some_and(|rest| matches!(rest.as_bytes(), [b'0'..=b'9']));
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// The names taken so far, by their lower-case form.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeMap<String, Taken>);

#[derive(Debug)]
struct Taken {
    spelling: String,
    is_file: bool,
}

impl Names {
    /// Takes the name of a file and those of the folders above it; takes none if one is not to be had.
    pub(super) fn claim(&mut self, path: SitePath<'_>) -> Result<(), PublishError> {
        if path.as_str().eq_ignore_ascii_case(MANIFEST) {
            let reason = "the manifest is written when the site is published";
            return Err(PublishError::BadPath { path: path.as_str().to_owned(), reason });
        }
        let parts = || path.folders().map(|folder| (folder, false)).chain([(path.as_str(), true)]);
        for (part, is_file) in parts() {
            self.check(path, part, is_file)?;
        }
        for (part, is_file) in parts() {
            let taken = || Taken { spelling: part.to_owned(), is_file };
            self.0.entry(part.to_ascii_lowercase()).or_insert_with(taken);
        }
        Ok(())
    }

    fn check(&self, path: SitePath<'_>, part: &str, is_file: bool) -> Result<(), PublishError> {
        let Some(taken) = self.0.get(&part.to_ascii_lowercase()) else { return Ok(()) };
        let reason = match (taken.is_file, is_file) {
            _ if taken.spelling != part => "they differ in upper and lower case only",
            (false, false) => return Ok(()),
            (true, true) => "it is written twice",
            _ => "one is a file, the other a folder",
        };
        Err(PublishError::Collision { path: path.as_str().to_owned(), other: taken.spelling.clone(), reason })
    }
}
