//! `manifest-sha256.txt`: one line for every file of the site but itself, checkable with `sha256sum -c`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The SHA-256 of every file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Path within the site → SHA-256 in 64 lower-case hexadecimal digits.
    pub files: BTreeMap<String, String>,
}

impl Manifest {
    /// Reads a manifest; the 1-based number of the first line that is not as we write them is the error.
    pub(super) fn parse(text: &str) -> Result<Self, usize> {
        let mut files = BTreeMap::new();
        for (index, line) in text.lines().enumerate() {
            let (digest, path) = entry(line).ok_or(index + 1)?;
            if files.insert(path.to_owned(), digest.to_owned()).is_some() {
                return Err(index + 1);
            }
        }
        Ok(Self { files })
    }

    /// Whether a folder with this manifest is a site of ours, be the manifest damaged here and there.
    pub(super) fn looks_like(text: &str) -> bool {
        text.lines().any(|line| entry(line).is_some())
    }

    /// The text of the file, sorted by path bytewise.
    pub(super) fn text(&self) -> String {
        let mut text = String::with_capacity(self.files.len() * 128);
        for (path, digest) in &self.files {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{digest}  {path}");
        }
        text
    }
}

fn entry(line: &str) -> Option<(&str, &str)> {
    let (digest, path) = line.split_once("  ")?;
    let is_hex = digest.len() == 64 && digest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    (is_hex && super::names::SitePath::new(path).is_ok()).then_some((digest, path))
}

/// 64 lower-case hexadecimal digits.
pub(super) fn hex(digest: impl AsRef<[u8]>) -> String {
    digest.as_ref().iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
