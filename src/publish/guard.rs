//! Which folders may be an output.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{Doing, PublishError};
use super::manifest::Manifest;
use super::names::MANIFEST;

/// Things in an output folder that would be lost with it although its manifest looks like ours.
const PRECIOUS: [&str; 4] = [".git", ".hg", ".svn", "bagit.txt"];

/// The folders an output must keep clear of.
#[derive(Clone, Debug)]
pub struct Guarded {
    root: PathBuf,
    inputs: Vec<PathBuf>,
    home: Option<PathBuf>,
}

impl Guarded {
    /// Guards the root folder of the archive's sources, and the user's home.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into(), inputs: Vec::new(), home: std::env::home_dir() }
    }

    /// Guards a folder that is only read, such as `content`: no output there, above it or below it.
    #[must_use]
    pub fn input(mut self, folder: impl Into<PathBuf>) -> Self {
        self.inputs.push(folder.into());
        self
    }

    /// The real path of `output`, if a site may be put there as far as its place is concerned.
    pub(super) fn check(&self, output: &Path) -> Result<PathBuf, PublishError> {
        let real = real_path(output).doing("find", output)?;
        match self.objection(&real).doing("find", &self.root)? {
            Some(reason) => Err(PublishError::Dangerous { path: real, reason }),
            None => Ok(real),
        }
    }

    fn objection(&self, real: &Path) -> io::Result<Option<&'static str>> {
        if real.file_name().is_none() {
            return Ok(Some("has no name of its own"));
        }
        if real_path(&self.root)?.starts_with(real) {
            return Ok(Some("holds the archive's sources"));
        }
        // A home that cannot be found is none to protect.
        if self.home.as_ref().is_some_and(|home| real_path(home).is_ok_and(|home| home.starts_with(real))) {
            return Ok(Some("holds your home folder"));
        }
        for input in &self.inputs {
            let input = real_path(input)?;
            if input.starts_with(real) {
                return Ok(Some("holds a folder that the build reads from"));
            }
            if real.starts_with(&input) {
                return Ok(Some("lies in a folder that the build reads from"));
            }
        }
        Ok(None)
    }
}

/// Absolute path without links, also where its last folders do not exist yet.
fn real_path(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let mut existing = absolute.as_path();
    loop {
        match existing.canonicalize() {
            Ok(real) => {
                return Ok(absolute.strip_prefix(existing).map_or(real.clone(), |rest| join(&real, rest)));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                // A missing folder followed by `..` has no parent to speak of.
                existing = existing.parent().filter(|_| existing.file_name().is_some()).ok_or(error)?;
            }
            Err(error) => return Err(error),
        }
    }
}

/// `base/rest` without the trailing slash that joining nothing would leave.
fn join(base: &Path, rest: &Path) -> PathBuf {
    if rest.as_os_str().is_empty() { base.to_path_buf() } else { base.join(rest) }
}

/// Errs if there is something at `output` that no build of ours made.
pub(super) fn check_ours(output: &Path) -> Result<(), PublishError> {
    let found = match fs::symlink_metadata(output) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        found => found.doing("look at", output)?,
    };
    if !found.is_dir() {
        return Err(PublishError::NotAFolder { path: output.into() });
    }
    match strangeness(output).doing("look at", output)? {
        Some(reason) => Err(PublishError::Foreign { path: output.into(), reason }),
        None => Ok(()),
    }
}

/// Why a folder is not a site of ours, nor empty.
pub(super) fn strangeness(folder: &Path) -> io::Result<Option<String>> {
    if fs::read_dir(folder)?.next().is_none() {
        return Ok(None);
    }
    if let Some(name) = PRECIOUS.iter().find(|name| fs::symlink_metadata(folder.join(name)).is_ok()) {
        return Ok(Some(format!("it has `{name}`")));
    }
    match fs::read_to_string(folder.join(MANIFEST)) {
        Ok(text) if Manifest::looks_like(&text) => Ok(None),
        Ok(_) => Ok(Some(format!("its `{MANIFEST}` is not one of ours"))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Some(format!("it has no `{MANIFEST}`"))),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            Ok(Some(format!("its `{MANIFEST}` is not text")))
        }
        Err(error) => Err(error),
    }
}
